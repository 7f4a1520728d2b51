import type { DraftContext } from "../context.ts";
import {
  type ThreePublicLine,
  threePublicActual,
  threePublicBudget,
  threePublicInitialBudget,
} from "../facts/three-public.ts";
import { completionWording } from "../wording/completion.ts";
import { chartEntry, item, listEntry, money, moneyEntry, text, thisAndLastYear } from "./build.ts";
import { changeReasonEntries, differs, reasonEntries } from "./change-reason.ts";
import { pieData } from "./chart-data.ts";
import type { CatalogueEntry } from "./entry.ts";

/** 附03 的金额行；`compared`：随附的模板写不写它的上年数、预算数。 */
const LINES: readonly (readonly [line: ThreePublicLine, compared: boolean])[] = [
  ["支出合计", true],
  ["因公出国（境）费", true],
  ["公务用车购置及运行维护费", true],
  ["公务用车购置费", false],
  ["公务用车运行维护费", false],
  ["公务接待费", true],
];

/** 三个组成部分。 */
const PARTS = ["因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"] as const;

/** 合计、三个组成部分与上年相比：填报文件 `原因` 下的键、向填写的人提问时的叫法。 */
const CHANGES: readonly (readonly [
  key: string,
  line: ThreePublicLine,
  subject: string,
  extra?: true,
])[] = [
  ["三公经费增减", "支出合计", "“三公”经费支出", true],
  ["因公出国（境）费增减", "因公出国（境）费", "因公出国（境）支出"],
  ["公务用车购置及运行维护费增减", "公务用车购置及运行维护费", "公务用车购置及运行维护费支出"],
  ["公务接待费增减", "公务接待费", "公务接待费支出"],
];

/** 七：“三公”经费的金额、预算和原因。 */
export const entries: readonly CatalogueEntry[] = [
  ...LINES.flatMap(([line, compared]) => lineEntries(line, compared)),
  listEntry(
    { name: "三公经费构成", meaning: "“三公”经费的三个部分（附03），含为零的。" },
    [
      { name: "名称", kind: "文字", meaning: "部分的名称，如“公务接待费”。" },
      { name: "金额", kind: "金额", meaning: "这一部分的支出（附03，决算数）。" },
    ],
    ({ current }) =>
      PARTS.map((line) =>
        item({ 名称: text(line), 金额: money(threePublicActual(current, line)) }),
      ),
  ),
  chartEntry(
    { name: "三公经费结构图", meaning: "饼图，“三公”经费三个部分（附03），只画大于零的。" },
    ({ current }) =>
      pieData(PARTS.map((line) => ({ label: line, amount: threePublicActual(current, line) }))),
  ),
  ...reasonEntries("三公经费完成预算", budgetReasonWanted, budgetReasonAsks, "原因"),
  ...CHANGES.flatMap(([key, line, subject, extra]) =>
    changeReasonEntries({
      key,
      ...(extra === undefined ? {} : { extra }),
      asks: [`${subject}决算比上年`, "，主要原因是什么。"],
      of: ({ current, prior }) => [
        threePublicActual(current, line),
        threePublicActual(prior, line),
      ],
    }),
  ),
];

function lineEntries(line: ThreePublicLine, compared: boolean): CatalogueEntry[] {
  const [name, what] = line === "支出合计" ? ["三公经费支出", "“三公”经费支出合计"] : [line, line];
  const extra = compared ? {} : { extra: true as const };
  return [
    ...thisAndLastYear(
      { name, meaning: `${what}（附03，决算数）。` },
      (book) => threePublicActual(book, line),
      compared ? [] : ["上年"],
    ),
    moneyEntry(
      {
        name: `${name}全年预算数`,
        meaning: `${what}的全年预算数（附03；只有一栏预算数的表，取那一栏）。`,
        ...extra,
      },
      ({ current }) => threePublicBudget(current, line),
    ),
    moneyEntry(
      {
        name: `${name}年初预算数`,
        meaning: `${what}的年初预算数（附03）；全年预算数为零时用来分清是不是年初没有安排。`,
        ...extra,
      },
      ({ current }) => threePublicInitialBudget(current, line),
    ),
  ];
}

function budgetReasonWanted(context: DraftContext): boolean {
  return differs(context, "三公经费完成预算", ...actualAndBudget(context));
}

function budgetReasonAsks(context: DraftContext): string {
  const { outcome } = completionWording(...actualAndBudget(context), context.style);
  return `“三公”经费决算数${outcome}预算数的主要原因是什么。`;
}

function actualAndBudget({ current }: DraftContext) {
  return [threePublicActual(current, "支出合计"), threePublicBudget(current, "支出合计")] as const;
}
