import type { DraftContext } from "../context.ts";
import type { Money } from "../facts/known.ts";
import type { Performance, PerformanceReview, PerformanceStage } from "../inputs/inputs.ts";
import { typedCount } from "../wording/figures.ts";
import { withoutFullStop } from "../wording/reason.ts";
import { gap, type Run } from "../wording/run.ts";
import { item, listEntry, money, text, textEntry } from "./build.ts";
import type { CatalogueEntry, ItemScope } from "./entry.ts";

type StageKey = "evaluated" | "targeted" | "monitored" | "reviewed";

const STAGES: readonly (readonly [key: string, of: StageKey, what: string])[] = [
  ["事前评估", "evaluated", "开展事前绩效评估的项目数"],
  ["绩效目标", "targeted", "编制绩效目标的项目数"],
  ["绩效监控", "monitored", "开展绩效监控的项目数"],
  ["绩效自评", "reviewed", "开展绩效自评的项目数"],
];

const GROUP = "绩效管理";

/** 十（四）：预算绩效管理，全部由人填报，表里没有。 */
export const entries: readonly CatalogueEntry[] = [
  ...STAGES.map(([key, of, what]) =>
    textEntry(
      {
        name: `${GROUP}.${key}`,
        meaning: `${what}，写了名称的是“甲、乙等7”，后面接“个项目”。填报在“${GROUP} › ${key}”。`,
      },
      ({ inputs }) => stage(inputs.performance[of], key, what),
    ),
  ),
  listEntry(
    {
      name: "自评结果",
      meaning: `整体自评和各项目的自评，填报在“${GROUP} › 整体自评”“${GROUP} › 项目自评”。`,
    },
    [
      { name: "编号", kind: "文字", meaning: "段落编号，如“项目自评/1”。" },
      { name: "对象", kind: "文字", meaning: "“整体支出”，或“某某”项目。" },
      {
        name: "全年预算数",
        kind: "金额",
        meaning: "填报的全年预算数；与执行数缺一个，两个都算缺。",
      },
      { name: "执行数", kind: "金额", meaning: "填报的执行数；与全年预算数缺一个，两个都算缺。" },
      { name: "得分", kind: "文字", meaning: "填报的得分。" },
      { name: "综述", kind: "文字", meaning: "填报的综述。" },
    ],
    ({ inputs }) => reviews(inputs.performance),
  ),
  textEntry(
    {
      name: `${GROUP}.附件`,
      meaning: `自评报告见哪里，填报在“${GROUP} › 附件”；没有填的待补充。`,
    },
    attachment,
  ),
];

/** `7`，有名称的是 `甲、乙等7`；没有填的待补充。 */
function stage({ count, projects }: PerformanceStage, key: string, what: string): Run {
  if (count === null) return gap(what, `${what}（个）。`, [GROUP, key, "项目数"]);
  const names = projects.map(withoutFullStop).join("、");
  const lead = names === "" || count === 1 ? names : `${names}等`;
  return [lead, typedCount(count, `${GROUP}.${key}.项目数`)];
}

function reviews({ whole, projects }: Performance): ItemScope[] {
  return [
    ...(whole === null ? [] : [review("整体自评", "整体支出", [GROUP, "整体自评"], whole)]),
    ...projects.map((each, index) =>
      review(`项目自评/${index + 1}`, `“${each.name}”项目`, [GROUP, "项目自评", each.name], each),
    ),
  ];
}

function review(
  number: string,
  subject: string,
  path: readonly string[],
  { budget, actual, score, summary }: PerformanceReview,
): ItemScope {
  const both = budget !== null && actual !== null;
  return item({
    编号: text(number),
    对象: text(subject),
    全年预算数: money(typedMoney("全年预算数", both ? budget : null, path)),
    执行数: money(typedMoney("执行数", both ? actual : null, path)),
    得分:
      score === null
        ? text(gap("得分", untyped(subject, "得分", path)))
        : text({
            kind: "figure",
            text: score,
            value: score,
            moneyUnit: null,
            from: [],
            formula: `填报：${path.join(".")}.得分`,
          }),
    综述:
      summary === null
        ? text(gap("综述", untyped(subject, "综述", path)))
        : text(withoutFullStop(summary)),
  });
}

/** 各项目的自评是一张单子，没有可以单独补上的键，只说在哪里填。 */
function untyped(subject: string, what: string, path: readonly string[]): string {
  return `${subject}的自评${what}，填在填报文件的“${path.join(" › ")}”下。`;
}

function typedMoney(name: string, cents: number | null, path: readonly string[]): Money {
  if (cents === null) return { kind: "missing", name, gap: name, asks: untyped("", name, path) };
  return { kind: "money", name, cents, formula: `填报：${path.join(".")}.${name}`, from: [] };
}

function attachment({ inputs }: DraftContext): Run {
  const { attachment: typed } = inputs.performance;
  if (typed !== null) return withoutFullStop(typed);
  return gap(
    "绩效自评情况",
    "整体自评、项目自评的得分和综述；都放在附件里的，填“附件”一项说明见哪里。",
    [GROUP, "附件"],
  );
}
