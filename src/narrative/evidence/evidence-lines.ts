import { yuanText } from "../../money/cents.ts";
import { printWan } from "../../money/print.ts";
import type { ProposalEvidence } from "../draft.ts";
import { type Count, type Money, mergeSources } from "../facts/known.ts";
import type { Breakdown, Driver, Evidence, EvidenceFact } from "./evidence.ts";
import { driverAmount } from "./parts.ts";

/** 依据写成给人看的几行：主要的分法逐个部分、其余多少、旁证。只供参考，不是说明里的话。 */
export function evidenceLines(evidence: Evidence): ProposalEvidence[] {
  const { main, facts } = evidence;
  return [
    ...(main === null ? [] : breakdownLines(main, evidence)),
    ...facts.flatMap(factLine),
    ...projectLine("本年新增的项目", evidence.newProjects),
    ...projectLine("本年没有支出的项目", evidence.endedProjects),
  ];
}

/** 与什么预算比，照说明里的叫法。 */
export function budgetName({ change }: Pick<Evidence, "change">): "预算数" | "年初预算数" {
  return change.includes("完成年初预算") ? "年初预算数" : "预算数";
}

function breakdownLines(main: Breakdown, evidence: Evidence): ProposalEvidence[] {
  const { against } = evidence;
  const lines = main.drivers.map((driver): ProposalEvidence => {
    const { now, before, cents } = driver;
    const name = partName(driver);
    const amount = driverAmount(driver);
    const from = mergeSources(now.from, before.from);
    if (driver.kind === "未使用" || driver.kind === "使用结转") {
      return { text: `${name}${wanText(amount.cents)}`, from };
    }
    const direction =
      cents > 0 ? (against === "上年" ? "增加" : "多") : against === "上年" ? "减少" : "少";
    if (driver.kind === "预算调整") {
      const text = `${name}${cents > 0 ? "增加" : "减少"}${wanText(amount.cents)}`;
      return { text: `${text}（${wanText(before.cents)} → ${wanText(now.cents)}）`, from };
    }
    const base = against === "上年" ? "上年" : budgetName(evidence).slice(0, -1);
    const both = `${base} ${wanText(before.cents)}，本年 ${wanText(now.cents)}`;
    return { text: `${name}${direction}${wanText(amount.cents)}（${both}）`, from };
  });
  if (main.rest === 0) return lines;
  return [...lines, { text: `其余合计${signedText(main.rest)}（${main.by}）`, from: [] }];
}

function signedText(cents: number): string {
  return `${cents > 0 ? "增加" : "减少"}${wanText(Math.abs(cents))}`;
}

/** `“人民防空”项目`；名称本来以“项目”结尾的不再加。 */
export function projectText(label: string): string {
  return /项目$/.test(label) ? `“${label}”` : `“${label}”项目`;
}

/** 部分的叫法，如 `“人民防空”项目支出`、`行政运行支出`。 */
export function partName({ kind, label }: Pick<Driver, "kind" | "label">): string {
  if (kind === "项目") return `${projectText(label)}支出`;
  if (kind === "项目列支") return `${projectText(label)}列支的费用`;
  if (kind === "项") return /支出$/.test(label) ? label : `${label}支出`;
  return label;
}

function factLine({ label, unit, now, before }: EvidenceFact): ProposalEvidence[] {
  if (now.kind === "missing" || before?.kind === "missing") return [];
  const from = mergeSources(now.from, before?.from ?? []);
  const text = (fact: Count | Money) =>
    fact.kind === "money"
      ? wanText(fact.cents)
      : fact.kind === "count"
        ? `${fact.count}${unit}`
        : "";
  if (before === null) return [{ text: `${label} ${text(now)}`, from }];
  if (zero(now) && zero(before)) return [];
  return [{ text: `${label}：${text(before)} → ${text(now)}`, from }];
}

function zero(fact: Count | Money): boolean {
  return fact.kind === "money" ? fact.cents === 0 : fact.kind === "count" && fact.count === 0;
}

function projectLine(title: string, projects: readonly Driver[]): ProposalEvidence[] {
  if (projects.length === 0) return [];
  const named = projects.map((each) => `“${each.label}”${wanText(Math.abs(each.cents))}`);
  return [
    {
      text: `${title}：${named.join("、")}`,
      from: mergeSources(...projects.map(({ now, before }) => mergeSources(now.from, before.from))),
    },
  ];
}

/** 以万元写，去掉末尾的零；不足 0.005 万元的以元写。 */
function wanText(cents: number): string {
  const wan = printWan(cents, { trimZeros: true });
  return cents !== 0 && /^-?[0.]+$/.test(wan) ? `${yuanText(cents)}元` : `${wan}万元`;
}
