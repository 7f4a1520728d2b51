import type { ChangeKey, Driver, Evidence } from "../evidence/evidence.ts";
import type { Inputs, Reason } from "../inputs/inputs.ts";
import { type CauseKind, COMMON_CAUSES, type Direction, type Sign } from "./causes.ts";

/** 给人挑的一条原因。 */
export interface OfferedCause {
  readonly text: string;
  readonly origin: "本单位" | "上年" | "常见";
  /** 常见原因说的是哪一类事；本单位的、上年的没有。 */
  readonly kind?: CauseKind;
  /** 表里看得出的：与变动同向、相反，还是看不出。 */
  readonly support: "有佐证" | "看不出" | "与表相反";
  /** 话里有数，多半是从前的数，用之前要改。 */
  readonly hasFigures: boolean;
}

/** 挑原因时手边的材料。 */
export interface CauseSources {
  /** 有依据时看佐证；没有为 null。 */
  readonly evidence: Evidence | null;
  /** 本年的填报，里面有本单位的原因库。 */
  readonly inputs: Pick<Inputs, "causes">;
  /** 上年的填报；没有为 null。 */
  readonly lastYear: LastYear | null;
}

/** 上年填报里写过的原因。 */
export type LastYear = Pick<Inputs, "causes" | "reasons" | "itemReasons" | "initialItemReasons">;

/** 原因库里不论哪个变动都可以用的一组。 */
const COMMON_KEY = "通用";

/** 原因库里的键：逐项的变动（`各项完成预算.2010301`）归在一组，其余就是变动的键。 */
function libraryKey(change: ChangeKey): string {
  return change.replace(/\.\d+$/, "");
}

/** 与变动比的方向；没有变动为等于。 */
export function directionOf({ cents, against }: Pick<Evidence, "cents" | "against">): Direction {
  if (cents === 0) return "等于";
  if (against === "上年") return cents > 0 ? "增加" : "减少";
  return cents > 0 ? "大于" : "小于";
}

/**
 * 一个变动有哪些现成的原因可挑：本单位原因库里的、上年写过并确认了的、常见的，重复的只列一次。
 * 表里有佐证的在前，与表相反的在后。只是给人挑，不会自己写进说明。
 */
export function offeredCauses(
  change: ChangeKey,
  direction: Direction,
  { evidence, inputs, lastYear }: CauseSources,
): OfferedCause[] {
  const offered = [
    ...ownCauses(inputs.causes, change).map((text) => plain(text, "本单位")),
    ...(lastYear === null
      ? []
      : lastYearCauses(lastYear, change).map((text) => plain(text, "上年"))),
    ...COMMON_CAUSES.filter(
      (cause) => cause.changes.test(change) && cause.directions.includes(direction),
    ).map(
      ({ text, kind, sign }): OfferedCause => ({
        text,
        origin: "常见",
        kind,
        support: supportOf(sign, evidence),
        hasFigures: false,
      }),
    ),
  ];
  const seen = new Set<string>();
  const unique = offered.filter(({ text }) => !seen.has(text) && seen.add(text));
  const rank = { 有佐证: 0, 看不出: 1, 与表相反: 2 } as const;
  return unique.toSorted((a, b) => rank[a.support] - rank[b.support]);
}

/** 挑定一条：写进填报 `原因` 的内容，就是确认了。 */
export function chosenReason({ text }: Pick<OfferedCause, "text">): Reason {
  return { text, status: "已确认" };
}

/** 把一句话记进本单位的原因库，下年还能挑；已经有的不重复记。 */
export function withCause(
  causes: Inputs["causes"],
  change: ChangeKey,
  text: string,
): Inputs["causes"] {
  const key = libraryKey(change);
  const kept = causes.get(key) ?? [];
  const said = text.trim();
  if (said === "" || kept.includes(said)) return causes;
  return new Map([...causes, [key, [...kept, said]]]);
}

/**
 * 上年填报里值得带到下年的：原因库，和已经确认的各条原因（逐项的归在一组）。
 * 写新一年的填报文件时放进 `原因库`。
 */
export function causesToKeep(lastYear: LastYear): Inputs["causes"] {
  const written: [ChangeKey, Reason][] = [
    ...lastYear.reasons,
    ...itemChanges("各项完成预算", lastYear.itemReasons),
    ...itemChanges("各项完成年初预算", lastYear.initialItemReasons),
  ];
  return written
    .filter(([, { status }]) => status === "已确认")
    .reduce((causes, [change, { text }]) => withCause(causes, change, text), lastYear.causes);
}

function itemChanges(group: string, reasons: Inputs["itemReasons"]): [ChangeKey, Reason][] {
  return [...reasons].map(([code, reason]) => [`${group}.${code}`, reason]);
}

function ownCauses(causes: Inputs["causes"], change: ChangeKey): readonly string[] {
  return [libraryKey(change), COMMON_KEY].flatMap((key) => causes.get(key) ?? []);
}

function lastYearCauses(lastYear: LastYear, change: ChangeKey): readonly string[] {
  const [group, code] = change.split(".");
  const items = group === "各项完成预算" ? lastYear.itemReasons : lastYear.initialItemReasons;
  const written = code === undefined ? lastYear.reasons.get(change) : items.get(code);
  const own = ownCauses(lastYear.causes, change);
  return written?.status === "已确认" ? [written.text, ...own] : own;
}

function plain(text: string, origin: "本单位" | "上年"): OfferedCause {
  return { text, origin, support: "看不出", hasFigures: /\d/.test(text) };
}

function supportOf(sign: Sign | undefined, evidence: Evidence | null): OfferedCause["support"] {
  if (sign === undefined || evidence === null) return "看不出";
  const moved = movedBy(sign, evidence);
  if (moved === 0) return "看不出";
  return Math.sign(moved) === Math.sign(evidence.cents) ? "有佐证" : "与表相反";
}

/** 佐证所说的东西动了多少，只看正负；没有动、没有这一样为零。 */
function movedBy(sign: Sign, { facts, main, alternatives, ...projects }: Evidence): number {
  if (sign.of === "新项目") return sum(projects.newProjects);
  if (sign.of === "旧项目") return sum(projects.endedProjects);
  if (sign.of === "旁证") {
    const fact = facts.find(({ label }) => label === sign.label);
    return fact?.now.kind === "count" && fact.before?.kind === "count"
      ? fact.now.count - fact.before.count
      : 0;
  }
  for (const breakdown of main === null ? alternatives : [main, ...alternatives]) {
    const found = breakdown.drivers.filter(
      ({ kind, key }) => kind === sign.kind && sign.keys.test(key),
    );
    if (found.length > 0) return sum(found);
  }
  return 0;
}

function sum(drivers: readonly Driver[]): number {
  return drivers.reduce((total, { cents }) => total + cents, 0);
}
