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
  readonly lastYear: Pick<Inputs, "causes" | "reasons" | "itemReasons"> | null;
}

/** 原因库里不论哪个变动都可以用的一组。 */
const COMMON_KEY = "通用";
const ITEM_PREFIX = "各项完成预算.";

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
  const key = change.startsWith(ITEM_PREFIX) ? "各项完成预算" : change;
  const kept = causes.get(key) ?? [];
  const said = text.trim();
  if (said === "" || kept.includes(said)) return causes;
  return new Map([...causes, [key, [...kept, said]]]);
}

/**
 * 上年填报里值得带到下年的：原因库，和已经确认的各条原因（各项完成预算的归在一起）。
 * 写新一年的填报文件时放进 `原因库`。
 */
export function causesToKeep(
  lastYear: Pick<Inputs, "causes" | "reasons" | "itemReasons">,
): Inputs["causes"] {
  let causes = lastYear.causes;
  for (const [key, reason] of lastYear.reasons) {
    if (reason.status === "已确认") causes = withCause(causes, key, reason.text);
  }
  for (const [code, reason] of lastYear.itemReasons) {
    if (reason.status === "已确认")
      causes = withCause(causes, `${ITEM_PREFIX}${code}`, reason.text);
  }
  return causes;
}

function ownCauses(causes: Inputs["causes"], change: ChangeKey): readonly string[] {
  const group = change.startsWith(ITEM_PREFIX) ? "各项完成预算" : change;
  return [...(causes.get(group) ?? []), ...(causes.get(COMMON_KEY) ?? [])];
}

function lastYearCauses(
  lastYear: NonNullable<CauseSources["lastYear"]>,
  change: ChangeKey,
): readonly string[] {
  const written = change.startsWith(ITEM_PREFIX)
    ? lastYear.itemReasons.get(change.slice(ITEM_PREFIX.length))
    : lastYear.reasons.get(change);
  return [
    ...(written?.status === "已确认" ? [written.text] : []),
    ...ownCauses(lastYear.causes, change),
  ];
}

function plain(text: string, origin: "本单位" | "上年"): OfferedCause {
  return { text, origin, support: "看不出", hasFigures: /\d/.test(text) };
}

function supportOf(sign: Sign | undefined, evidence: Evidence | null): OfferedCause["support"] {
  if (sign === undefined || evidence === null || evidence.cents === 0) return "看不出";
  const moved = movedBy(sign, evidence);
  if (moved === 0) return "看不出";
  return moved > 0 === evidence.cents > 0 ? "有佐证" : "与表相反";
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
