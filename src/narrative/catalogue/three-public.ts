import type { DraftContext } from "../context.ts";
import { isZero } from "../facts/known.ts";
import {
  type ThreePublicLine,
  threePublicActual,
  threePublicBudget,
  threePublicInitialBudget,
} from "../facts/three-public.ts";
import { completionWording } from "../wording/completion.ts";
import {
  chartEntry,
  item,
  listEntry,
  money,
  moneyEntry,
  testEntry,
  text,
  thisAndLastYear,
} from "./build.ts";
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

const INITIAL_KEY = "三公经费完成年初预算";

/** 三个组成部分。 */
const PARTS = ["因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"] as const;

/** 合计、三个组成部分与上年相比：填报文件 `原因` 下的键、向填写的人提问时的叫法。 */
const CHANGES: readonly (readonly [key: string, line: ThreePublicLine, subject: string])[] = [
  ["三公经费增减", "支出合计", "“三公”经费支出"],
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
      { name: "年初预算数", kind: "金额", meaning: "这一部分的年初预算数（附03）。" },
      { name: "上年金额", kind: "金额", meaning: "这一部分上年的支出，取自上年工作簿。" },
    ],
    ({ current, prior }) =>
      PARTS.map((line) =>
        item({
          名称: text(line),
          金额: money(threePublicActual(current, line)),
          年初预算数: money(threePublicInitialBudget(current, line)),
          上年金额: money(threePublicActual(prior, line)),
        }),
      ),
  ),
  chartEntry(
    { name: "三公经费结构图", meaning: "饼图，“三公”经费三个部分（附03），只画大于零的。" },
    ({ current }) =>
      pieData(PARTS.map((line) => ({ label: line, amount: threePublicActual(current, line) }))),
  ),
  ...reasonEntries("三公经费完成预算", budgetReasonWanted, budgetReasonAsks, "原因"),
  ...reasonEntries(
    INITIAL_KEY,
    (context) => differs(context, INITIAL_KEY, ...actualAndInitial(context)),
    (context) => {
      const { outcome } = completionWording(...actualAndInitial(context), context.style);
      return `“三公”经费决算数${outcome}年初预算数的主要原因是什么。`;
    },
    "原因",
  ),
  testEntry(
    {
      name: "没有三公经费",
      meaning:
        "附03 里“三公”经费的决算数、年初预算数、全年预算数都为零，上年也没有（取不到的算有；没有上年工作簿的不看上年）。",
    },
    ({ current, prior }) =>
      isZero(threePublicActual(current, "支出合计")) &&
      isZero(threePublicInitialBudget(current, "支出合计")) &&
      isZero(threePublicBudget(current, "支出合计")) &&
      (prior.tables === null || isZero(threePublicActual(prior, "支出合计"))),
  ),
  ...CHANGES.flatMap(([key, line, subject]) =>
    changeReasonEntries({
      key,
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

function actualAndInitial({ current }: DraftContext) {
  return [
    threePublicActual(current, "支出合计"),
    threePublicInitialBudget(current, "支出合计"),
  ] as const;
}
