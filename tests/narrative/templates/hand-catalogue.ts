import type { CatalogueEntry, ItemScope, Value } from "../../../src/narrative/catalogue/entry.ts";
import type { DraftContext } from "../../../src/narrative/context.ts";
import type { Paragraph, Section } from "../../../src/narrative/draft.ts";
import { currentBook, priorBook } from "../../../src/narrative/facts/book.ts";
import type { Money, Ratio } from "../../../src/narrative/facts/known.ts";
import { noInputs } from "../../../src/narrative/inputs/inputs.ts";
import { type DraftStyle, defaultStyle } from "../../../src/narrative/style.ts";
import { filters } from "../../../src/narrative/templates/generated/filters.ts";
import { mistakeText } from "../../../src/narrative/templates/mistake.ts";
import { draftScope, type KnownNames, knownNames } from "../../../src/narrative/templates/names.ts";
import { readTemplate } from "../../../src/narrative/templates/read-template.ts";
import { renderSection } from "../../../src/narrative/templates/render.ts";
import { gap, type Run } from "../../../src/narrative/wording/run.ts";
import { handBuilt } from "../hand-built.ts";

/** 一个金额，出处写作一格。 */
export function money(name: string, cents: number): Money {
  const from = [{ book: "current" as const, sheet: "表", address: "B2" }];
  return { kind: "money", name, cents, formula: "", from };
}

export function missing(name: string): Money {
  return { kind: "missing", name, gap: name, asks: `请补${name}。` };
}

const ofMoney = (fact: Money): Value => ({ kind: "金额", fact });
const ofText = (run: Run): Value => ({ kind: "文字", run });

const RATE: Ratio = {
  kind: "ratio",
  name: "比率",
  numerator: 1,
  denominator: 8,
  formula: "甲 ÷ 乙",
  from: [],
};

function item(name: string, cents: number, parts: readonly string[] = []): ItemScope {
  return new Map<string, Value>([
    ["名称", ofText(name)],
    ["金额", ofMoney(money(name, cents))],
    ["细目", { kind: "清单", items: parts.map((part) => new Map([["名称", ofText(part)]])) }],
  ]);
}

const ENTRIES: readonly (readonly [name: string, value: Value])[] = [
  ["年度", ofText("2023年度")],
  ["收入总计", ofMoney(money("收入总计", 1_186_500_00))],
  ["上年收入总计", ofMoney(money("上年.收入总计", 1_316_160_00))],
  ["因公出国（境）费", ofMoney(money("因公出国（境）费", 0))],
  ["结余", ofMoney(money("结余", -50_000_00))],
  ["零头", ofMoney(money("零头", 40))],
  ["读不出的数", ofMoney(missing("读不出的数"))],
  ["原因", ofText(["人员减少", gap("别的原因", "还有什么原因。", ["原因", "甲"])])],
  [
    "车辆数",
    { kind: "计数", fact: { kind: "count", name: "车辆数", count: 3, formula: "", from: [] } },
  ],
  ["比率", { kind: "比率", fact: RATE }],
  ["分写", { kind: "判断", is: true }],
  [
    "来源",
    {
      kind: "清单",
      items: [item("拨款", 90_000_00, ["甲", "乙"]), item("其他", 0), item("利息", 10_000_00)],
    },
  ],
  ["空清单", { kind: "清单", items: [] }],
  [
    "结构图",
    { kind: "图", chart: { kind: "pie", categories: ["拨款"], cents: [90_000_00], from: [[]] } },
  ],
  [
    "缺数的图",
    { kind: "图", chart: { kind: "missing", name: "图", gap: "上年数", asks: "请补。" } },
  ],
  ["空图", { kind: "图", chart: null }],
];

const ITEMS = [
  { name: "名称", kind: "文字", meaning: "名称" },
  { name: "金额", kind: "金额", meaning: "金额" },
  {
    name: "细目",
    kind: "清单",
    meaning: "细目",
    items: [{ name: "名称", kind: "文字", meaning: "名称" }],
  },
] as const;

/** 测试用的几个数，和全部真的筛选。 */
export const names: KnownNames = knownNames(
  ENTRIES.map(([name, value]): CatalogueEntry => {
    const base = { name, kind: value.kind, meaning: name, read: () => value };
    return value.kind === "清单" ? { ...base, items: ITEMS } : base;
  }),
  filters,
);

function context(style: Partial<DraftStyle>): DraftContext {
  const tables = handBuilt("current", { year: 2023, tables: {} });
  return {
    unit: "测试单位",
    level: "单位",
    levelStated: true,
    year: 2023,
    style: { ...defaultStyle, ...style },
    inputs: noInputs,
    current: currentBook(tables),
    prior: priorBook(null, 2022),
    tables,
  };
}

/** 写出一节；模板有错时抛错，错误文字里有全部错处。 */
export function written(template: string, style: Partial<DraftStyle> = {}): Section | null {
  const { blocks, mistakes } = readTemplate("二.一 试.txt", template, names);
  if (mistakes.length > 0) throw new Error(mistakes.map(mistakeText).join("\n"));
  return renderSection({ id: "二.一", blocks }, draftScope(context(style), names), names);
}

export function paragraphsOf(
  template: string,
  style: Partial<DraftStyle> = {},
): readonly Paragraph[] {
  return written(template, style)?.paragraphs ?? [];
}

/** 只写一段正文时的文字。 */
export function text(inline: string, style: Partial<DraftStyle> = {}): string {
  return paragraphsOf(`【正文】${inline}`, style)
    .map((each) => each.text)
    .join("\n");
}

/** 模板里的错，`行:列 什么` 的样子。 */
export function mistakesIn(template: string): string[] {
  return readTemplate("二.一 试.txt", template, names).mistakes.map(
    ({ line, column, what, todo }) => `${line}:${column} ${what}${todo}`,
  );
}
