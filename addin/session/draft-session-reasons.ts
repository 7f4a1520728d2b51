import type { Paragraph, Proposal } from "../../src/narrative/draft.ts";
import { changeKeyOf } from "../../src/narrative/evidence/changes.ts";
import { evidenceOf } from "../../src/narrative/evidence/clues.ts";
import type { Evidence } from "../../src/narrative/evidence/evidence.ts";
import { readInputsObject } from "../../src/narrative/inputs/read-inputs.ts";
import {
  chosenReason,
  directionOf,
  type OfferedCause,
  offeredCauses,
  withCause,
} from "../../src/narrative/reasons/offer-causes.ts";
import { judgePriorYear } from "../../src/tables/prior-year.ts";
import type { TableSet } from "../../src/tables/table.ts";
import type { Undo } from "./draft-session-state.ts";
import type { StoredData } from "./stored-data.ts";
import { inputsOf, valueAt, withValueAt } from "./stored-data-inputs.ts";

/** 写一条原因时可以看的、可以挑的。 */
export interface ReasonAids {
  /** 表里看得出的各部分；没有变动、没有上年的表为 null。 */
  readonly evidence: Evidence | null;
  readonly causes: readonly OfferedCause[];
}

/** 填报里 `原因` 以下一个键的依据和现成的原因；`path` 以 `原因` 开头，别的键没有，为 null。 */
export function reasonAids(
  path: readonly string[],
  current: TableSet,
  prior: TableSet | null,
  data: StoredData,
): ReasonAids | null {
  const [first, ...rest] = path;
  if (first !== "原因") return null;
  const { inputs } = inputsOf(data);
  const usable = prior !== null && judgePriorYear(current, prior, inputs.formerUnitName).usable;
  const evidence = evidenceOf(rest, current, usable ? prior : null, inputs);
  const direction = evidence === null ? "等于" : directionOf(evidence);
  const lastYear =
    data.lastYear === null ? null : readInputsObject(data.lastYear, "上年填报").inputs;
  return {
    evidence,
    causes: offeredCauses(changeKeyOf(rest), direction, { evidence, inputs, lastYear }),
  };
}

/** 填报文件里值得留到下年的：原因和原因库。 */
export function lastYearOf(inputs: Readonly<Record<string, unknown>>) {
  const kept = Object.entries(inputs).filter(([key]) => key === "原因" || key === "原因库");
  return kept.length === 0 ? null : Object.fromEntries(kept);
}

/** 做完一步以后的数据，和怎样撤销这一步。 */
export interface Undoable {
  readonly data: StoredData;
  readonly undo: Undo;
}

/** 写下一条由人确认的原因。 */
export function withReason(data: StoredData, path: readonly string[], content: string): Undoable {
  const { text, status } = chosenReason({ text: content });
  return {
    data: withValueAt(data, path, { 内容: text, 状态: status }),
    undo: { kind: "fill", path, before: valueAt(data, path) },
  };
}

/**
 * 接受一处推断：写进填报的那一栏，状态为已确认（科目释义写进“名词解释”）。
 * 人改过的段落不随填报变，就地去掉括号。
 */
export function withProposal(
  data: StoredData,
  { id, text, edited }: Pick<Paragraph, "id" | "text" | "edited">,
  { key, content, start, end }: Proposal,
): Undoable & { readonly edit: string | null } {
  if (edited || key.length === 0) {
    const accepted = text.slice(0, start) + content + text.slice(end);
    return { data, edit: accepted, undo: { kind: "edit", id, before: text } };
  }
  if (key[0] === "原因") return { ...withReason(data, key, content), edit: null };
  return {
    data: withValueAt(data, key, content),
    edit: null,
    undo: { kind: "fill", path: key, before: valueAt(data, key) },
  };
}

/** 把一句话记进本单位的原因库，写别的年度、别的变动时可以挑。 */
export function withKeptCause(data: StoredData, path: readonly string[], text: string): StoredData {
  const { causes } = inputsOf(data).inputs;
  const kept = withCause(causes, changeKeyOf(path.slice(1)), text);
  return kept === causes ? data : withValueAt(data, ["原因库"], Object.fromEntries(kept));
}
