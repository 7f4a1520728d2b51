import { sumCents } from "../../money/cents.ts";
import type { ProposalEvidence } from "../draft.ts";
import { type Books, changeKeyOf } from "../evidence/changes.ts";
import type { Breakdown, Driver, Evidence, EvidenceFact } from "../evidence/evidence.ts";
import { evidenceFor } from "../evidence/evidence-for.ts";
import { budgetName, evidenceLines, partName, projectText } from "../evidence/evidence-lines.ts";
import { driverAmount } from "../evidence/parts.ts";
import type { MoneyFact } from "../fact.ts";
import { countDifference, difference, type Money, sum } from "../facts/known.ts";
import type { DraftStyle } from "../style.ts";
import { countRun, wan } from "../wording/figures.ts";
import { plainText } from "../wording/plain-text.ts";
import { join, type Run } from "../wording/run.ts";

/** 一条推断的原因：`runs` 里的数都带出处，`evidence` 是它的全部依据。 */
export interface ProposedReason {
  readonly runs: Run;
  /** `runs` 的文字。 */
  readonly text: string;
  readonly evidence: readonly ProposalEvidence[];
}

/** 同一方向最多列几个部分，相反方向最多几个；再多读不下去。 */
const MOST_SAME = 4;
const MOST_OPPOSITE = 2;

/** 写到这个变动的句子已经逐个说了各部分增减多少，再说一遍不成原因；缺省只说旁证。 */
const PARTS_TOLD: ReadonlySet<string> = new Set(["三公经费增减"]);

export interface ProposalSource extends Books {
  readonly style: DraftStyle;
}

/**
 * 只用表里看得出的，给一条原因拟一句话。`path` 是填报文件 `原因` 以下的键。
 * 没有变动、没有依据，或依据只是把这个数换个名字再说一遍的，不拟，为 null。
 * `repeatsParts` 为真时，句子里已经逐个说过的各部分也再说一遍（人从前确认过这样的话，要拿来比）。
 */
export function proposeReason(
  source: ProposalSource,
  path: readonly string[],
  { repeatsParts = false }: { readonly repeatsParts?: boolean } = {},
): ProposedReason | null {
  const evidence = evidenceFor(changeKeyOf(path), source, { share: source.style.reasonShare });
  if (evidence === null || evidence.cents === 0) return null;
  const told = PARTS_TOLD.has(evidence.change) && !repeatsParts;
  const clauses = [...(told ? [] : mainClauses(evidence, source.style)), ...factClauses(evidence)];
  if (clauses.length === 0) return null;
  const runs = join(clauses, "；");
  return { runs, text: plainText(runs), evidence: evidenceLines(evidence) };
}

function mainClauses(evidence: Evidence, style: DraftStyle): Run[] {
  const { main, cents: change } = evidence;
  if (main === null || main.restates || !speaksFor(main, change)) return [];
  const same = main.drivers.filter((driver) => driver.cents > 0 === change > 0);
  const opposite = main.drivers.filter((driver) => driver.cents > 0 !== change > 0);
  if (same.length === 0) return [];
  const words = (drivers: readonly Driver[], most: number): Run => [
    join(
      drivers.slice(0, most).map((driver) => driverWords(driver, evidence, style)),
      "、",
    ),
    drivers.length > most ? "等" : "",
  ];
  return [
    words(same, MOST_SAME),
    ...(opposite.length === 0
      ? othersClause(evidence, same, style)
      : [["同时", words(opposite, MOST_OPPOSITE)]]),
  ];
}

/** 全部说出（没有“等”）的几个部分加起来比变动还多：不交代其余的往反方向走了多少，读的人会以为加错了。 */
function othersClause(
  { main, cents: change, now, before }: Evidence,
  said: readonly Driver[],
  style: DraftStyle,
): Run[] {
  const others = change - sumCents(said.map(({ cents }) => cents));
  if (
    main === null ||
    main.unlisted !== 0 ||
    said.length > MOST_SAME ||
    others === 0 ||
    others > 0 === change > 0
  )
    return [];
  const total = (name: string, parts: readonly MoneyFact[]): Money =>
    parts.length === 1 && parts[0] !== undefined ? parts[0] : sum(name, parts);
  const listedNow = total(
    "所列本期数",
    said.map((driver) => driver.now),
  );
  const listedBefore = total(
    "所列基数",
    said.map((driver) => driver.before),
  );
  const restNow = difference("其余本期数", now, listedNow);
  const restBefore = difference("其余基数", before, listedBefore);
  const amount =
    others > 0
      ? difference("其余变动额", restNow, restBefore)
      : difference("其余变动额", restBefore, restNow);
  return [["同时其余各项合计", others > 0 ? "增加" : "减少", wan(amount, style)]];
}

/**
 * 各部分加不起来的（表之间不一致，或追加、收回的预算表上看不到），说明了一半以上才拿来说；
 * 说过了头的（年末没有用完的比少花的还多）也不说。
 */
function speaksFor({ unlisted }: Breakdown, change: number): boolean {
  return (
    unlisted === 0 || (unlisted > 0 === change > 0 && Math.abs(unlisted) * 2 <= Math.abs(change))
  );
}

function driverWords(driver: Driver, evidence: Evidence, style: DraftStyle): Run {
  const amount = wan(driverAmount(driver), style);
  const name = partName(driver);
  if (driver.kind === "未使用") return ["年末有", amount, "结转和结余没有使用"];
  if (driver.kind === "使用结转") return ["使用年初结转资金，支出增加", amount];
  if (evidence.against === "预算" && driver.kind !== "预算调整") {
    if (driver.kind === "项目") return [`${projectText(driver.label)}年末有`, amount, "没有使用"];
    return [`${name}较${budgetName(evidence)}${driver.cents > 0 ? "增加" : "减少"}`, amount];
  }
  if (driver.kind === "项目" && driver.before.cents === 0) {
    return [`新增${projectText(driver.label)}，支出增加`, amount];
  }
  if (driver.kind === "项目" && driver.now.cents === 0) {
    return [`上年的${projectText(driver.label)}本年没有支出，减少`, amount];
  }
  return [`${name}${driver.cents > 0 ? "增加" : "减少"}`, amount];
}

/** 与变动同向的旁证，如 `在职人员增加3人`；同一件事的批次、人次连着写。 */
function factClauses({ facts, cents: change }: Evidence): Run[] {
  const clauses = new Map<string, Run[]>();
  for (const fact of facts) {
    const count = fact.cause ? movedWith(fact, change) : null;
    if (count === null) continue;
    const said = clauses.get(fact.label);
    const direction = change > 0 ? "增加" : "减少";
    if (said === undefined) clauses.set(fact.label, [`${fact.label}${direction}`, ...count]);
    else said.push("、", ...count);
  }
  return [...clauses.values()];
}

function movedWith({ label, unit, now, before }: EvidenceFact, change: number): Run[] | null {
  if (now.kind !== "count" || before?.kind !== "count") return null;
  const moved = now.count - before.count;
  if (moved === 0 || moved > 0 !== change > 0) return null;
  const [larger, smaller] = moved > 0 ? [now, before] : [before, now];
  return [countRun(countDifference(`${label}变动数`, larger, smaller)), unit];
}
