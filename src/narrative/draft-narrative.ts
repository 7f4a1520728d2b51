import { judgePriorYear } from "../tables/prior-year.ts";
import type { TableSet } from "../tables/table.ts";
import type { DraftContext } from "./context.ts";
import { doubts } from "./doubts/doubts.ts";
import type { Draft } from "./draft.ts";
import { currentBook, priorBook } from "./facts/book.ts";
import type { Inputs } from "./inputs/inputs.ts";
import { gapFindings, proposalFindings } from "./open-items.ts";
import { type DraftOptions, defaultStyle } from "./style.ts";
import type { Profile } from "./templates/profile.ts";
import { profileOfLevel, templateNames } from "./templates/shipped-profiles.ts";
import { writeSections } from "./templates/write-sections.ts";

export interface DraftRequest {
  readonly current: TableSet;
  /** 上年工作簿；没有则为 null，与上年相比的句子留成待补充。 */
  readonly prior: TableSet | null;
  /** 给出了上年工作簿、读的时候就知道不能用的，为什么；`prior` 这时为 null。 */
  readonly priorRefused?: string;
  readonly inputs: Inputs;
  /** 指定的级别；不给则依次看填报文件、封面、指定的说明模板，都没有为单位。 */
  readonly level?: "部门" | "单位" | null;
  /** 写法；盖过填报文件里的。 */
  readonly options?: DraftOptions;
  /** 说明模板；它的写法垫在填报文件的下面。不给则按级别用四川部门、四川单位。 */
  readonly profile?: Profile;
}

/**
 * 由本年、上年的决算表和填报内容起草说明的第二部分和名词解释。同样的输入得同样的草稿。
 * 不抛错：取不到的数写成【待补充：…】并列入 `open`。年度不明时 `year` 为 0。
 */
export function draftNarrative(request: DraftRequest): Draft {
  const { current, inputs } = request;
  const verdict =
    request.prior === null ? null : judgePriorYear(current, request.prior, inputs.formerUnitName);
  const prior = verdict?.usable === true ? request.prior : null;
  const refused = verdict?.findings.map(({ what }) => what).join("") ?? request.priorRefused;
  const year = current.year ?? inputs.year;
  const level = request.level ?? inputs.level ?? current.level ?? request.profile?.level ?? null;
  const profile = request.profile ?? profileOfLevel(level ?? "单位");
  const context: DraftContext = {
    unit: current.unit ?? "",
    level: level ?? "单位",
    levelStated: level !== null,
    year,
    style: { ...defaultStyle, ...profile.style, ...inputs.style, ...request.options },
    inputs,
    current: currentBook(current),
    prior: priorBook(prior, year === null ? null : year - 1, refused || null),
    tables: current,
  };
  const sections = writeSections(profile, context, templateNames);
  return {
    unit: context.unit,
    year: year ?? 0,
    level: context.level,
    profile: profile.name,
    sections,
    open: [
      ...(verdict?.findings ?? []),
      ...gapFindings(sections),
      ...proposalFindings(sections),
      ...doubts(context, sections),
    ],
  };
}
