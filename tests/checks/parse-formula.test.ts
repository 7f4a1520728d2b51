import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCondition, parseFormula } from "../../src/checks/language/parse-formula.ts";
import type {
  Addend,
  Comparison,
  Factor,
  Selector,
  Statement,
  SumItem,
} from "../../src/checks/language/syntax.ts";
import { blocksOf, groupOf } from "../../src/checks/language/verify.ts";
import { forms } from "../../src/tables/generated/forms.ts";

/** 写回标准写法，用来核对语法树。 */
function print(statement: Statement): string {
  if (statement.kind === "rollup") {
    const prior = statement.prior ? "上年." : "";
    const body = `${statement.by} ${prior}${statement.form}[${printSelector(statement.columns)}]`;
    return `${printTables(statement)}${body}`;
  }
  const { quantifier, when = [], mutual = false } = statement;
  const [premise = ""] = when.map(printComparison);
  const own = printComparison(statement);
  const plain = when.length === 0 ? own : `若 ${when.map(printComparison).join(" 且 ")} 则 ${own}`;
  const body = mutual ? `${premise} 当且仅当 ${own}` : plain;
  return `${printTables(statement)}${quantifier === null ? "" : `${quantifier} `}${body}`;
}

function printTables({ tables = [] }: Statement): string {
  const present = tables.map(
    ({ present: has, prior, form }) => `${has ? "有表" : "无表"} ${prior ? "上年." : ""}${form}`,
  );
  return present.length === 0 ? "" : `若 ${present.join(" 且 ")} 则 `;
}

function printComparison({ left, operator, right, absolute = false }: Comparison): string {
  const side = absolute ? `绝对值(${printSum(left)})` : printSum(left);
  return `${side} ${operator} ${printSum(right)}`;
}

function printSum(addends: readonly Addend[]): string {
  return addends
    .map(({ sign, term, factor }, place) => {
      const times = factor === undefined ? "" : `${printFactor(factor)} × `;
      const text =
        times +
        (term.kind === "constant"
          ? term.text
          : `${term.prior ? "上年." : ""}${term.form}[${[term.row, term.column]
              .flatMap((selector) => (selector === null ? [] : [printSelector(selector)]))
              .join(", ")}]`);
      if (place === 0) return sign < 0 ? `-${text}` : text;
      return `${sign < 0 ? "- " : "+ "}${text}`;
    })
    .join(" ");
}

/** 分母是 1 的写整数，其余写百分比。 */
function printFactor({ numerator, denominator }: Factor): string {
  return denominator === 1 ? String(numerator) : `${(numerator * 100) / denominator}%`;
}

function printSelector(selector: Selector): string {
  if (selector.kind === "each") return selector.group === undefined ? "*" : `${selector.group}.*`;
  if (selector.kind === "key") return selector.key;
  return `{${selector.items.map(printItem).join(", ")}}`;
}

function printItem(item: SumItem): string {
  switch (item.kind) {
    case "key":
      return item.key;
    case "below":
      return `下级 ${item.key}`;
    case "range":
      return `${item.from}..${item.to}`;
    case "group":
      return `${item.group}.*`;
    case "filter":
      return `${item.of}[${`${item.attribute} ${item.test} ${item.value}`.trim()}]`;
  }
}

/** 能分析的写回标准写法，不能的给出消息。 */
function reprint(text: string): string {
  const parsed = parseFormula(text);
  return parsed.ok ? print(parsed.statement) : parsed.message;
}

describe("公式", () => {
  test.each([
    ["财决01[收入.总计, *]=财决01[支出.总计,*]", "财决01[收入.总计, *] = 财决01[支出.总计, *]"],
    ["每个科目 财决04[基本支出] = 财决05-1[合计]", "每个科目 财决04[基本支出] = 财决05-1[合计]"],
    ["每行财决03[a]≥0", "每行 财决03[a] ≥ 0"],
    [
      "每类 财决01[功能, 决算数] <= 财决04[本年支出合计]",
      "每类 财决01[功能, 决算数] ≤ 财决04[本年支出合计]",
    ],
    [
      "每个项目 财决05-2[合计] <> 财决06[支出数.合计]",
      "每个项目 财决05-2[合计] ≠ 财决06[支出数.合计]",
    ],
    ["逐级汇总 财决03[*]", "逐级汇总 财决03[*]"],
    ["逐级汇总 财决03[本年收入合计, 其他收入]", "逐级汇总 财决03[{本年收入合计, 其他收入}]"],
    ["项目汇总上年.财决05-2[{合计, 301}]", "项目汇总 上年.财决05-2[{合计, 301}]"],
    [
      "财决05[合计, {下级 301}] = 财决05[合计, {30101..30199, 302}]",
      "财决05[合计, {下级 301}] = 财决05[合计, {30101..30199, 302}]",
    ],
    ["财决01[{功能.*},*] = 1234.50", "财决01[{功能.*}, *] = 1234.50"],
    ["上年.财决02[合计, 本年收入] ≠ 0", "上年.财决02[合计, 本年收入] ≠ 0"],
    ["财决05-1[a, b] - 财决01 [a, b] = 0", "财决05-1[a, b] - 财决01[a, b] = 0"],
    ["财决附03[三公.因公出国（境）费, 决算数] >= 0", "财决附03[三公.因公出国（境）费, 决算数] ≥ 0"],
    ["财决05-2[2010302/511100000001, 30201] = 0", "财决05-2[2010302/511100000001, 30201] = 0"],
    [
      "-（财决01[a，b]－（1＋2））＝－财决01［｛a，c｝，＊］",
      "-财决01[a, b] + 1 + 2 = -财决01[{a, c}, *]",
    ],
    ["财决01[a, b]\n  = 财决01[a, c]", "财决01[a, b] = 财决01[a, c]"],
    ["财决01[a, b] ＜ 1", "财决01[a, b] < 1"],
    ["财决01[a, b]>0", "财决01[a, b] > 0"],
    ["财决01[a, b] ≤ 20％×财决01[a, c]", "财决01[a, b] ≤ 20% × 财决01[a, c]"],
    [
      "2*财决01[a, b] ≥ (财决01[a, c] - 1) × 1.5",
      "2 × 财决01[a, b] ≥ 150% × 财决01[a, c] - 150% × 1",
    ],
    ["若财决01[a, b]>0则财决01[a, c]>0", "若 财决01[a, b] > 0 则 财决01[a, c] > 0"],
    [
      "每个科目若 财决03[a] > 0 且 财决04[b] = 0 则 财决02[c] ≠ 0",
      "每个科目 若 财决03[a] > 0 且 财决04[b] = 0 则 财决02[c] ≠ 0",
    ],
    [
      "财决附02[a, b] > 0 当且仅当 财决05-1[a, 30101] > 0",
      "财决附02[a, b] > 0 当且仅当 财决05-1[a, 30101] > 0",
    ],
    [
      "绝对值（财决01[a, b]－上年.财决01[a, b]）≤ 30% × 上年.财决01[a, b]",
      "绝对值(财决01[a, b] - 上年.财决01[a, b]) ≤ 30% × 上年.财决01[a, b]",
    ],
    ["财决01[功能.*, 决算数] ≥ 0", "财决01[功能.*, 决算数] ≥ 0"],
    ["若 无表 CS01 则 财决01[a, b] = 0", "若 无表 CS01 则 财决01[a, b] = 0"],
    ["若有表 财决12-1 则 逐级汇总 财决12-1[*]", "若 有表 财决12-1 则 逐级汇总 财决12-1[*]"],
    [
      "若 有表 财决12-1 且 有表 上年.财决12-2 则 每个科目 财决12-1[a] = 上年.财决12-2[a]",
      "若 有表 财决12-1 且 有表 上年.财决12-2 则 每个科目 财决12-1[a] = 上年.财决12-2[a]",
    ],
    [
      "财决05-2[项目[基建项目属性 非空], 合计] = 财决05-2[{科目[预算≠政府性基金预算], 201}, 合计]",
      "财决05-2[{项目[基建项目属性 非空]}, 合计] = 财决05-2[{科目[预算 ≠ 政府性基金预算], 201}, 合计]",
    ],
  ])("%s", (text, expected) => {
    expect(reprint(text)).toBe(expected);
  });

  test.each([
    ["", /^第 1 列：此处应为.*表号.*却没有了/],
    ["财决01[收入.总计 决算数] = 1", "第 12 列：此处应为“,”、“]”，却是“决算数] =”。"],
    [
      "财决01[收入.总计, 决算数]",
      "第 17 列：此处应为“×”、“+”或“-”、关系符号（= ≤ ≥ ≠ < >），写到这里却没有了。",
    ],
    ["财决01收入 = 2", "第 8 列：此处应为“[”，却是“= 2”。"],
    [
      "财决01[{}, a] = 1",
      "第 7 列：此处应为“项目[…]”“科目[…]”、“下级”、行名或栏名，却是“}, a] ”。",
    ],
    ["财决01[a, b] == 1", /^第 13 列：此处应为/],
    ["财决01[a, b] = 1 2", "第 16 列：此处应为“×”、“+”或“-”、“当且仅当”、结尾，却是“2”。"],
    ["(财决01[a, b] = 1", /^第 13 列：此处应为.*“\)”/],
    ["财决01[a, b, c] = 1", "第 10 列：此处应为“]”，却是“, c] =”。"],
    ["财决01[a, b]\n = ?", /^第 2 行第 4 列：/],
    ["逐级汇总 财决03[*, a]", /第 12 列|须为栏名/],
    ["每月 财决01[a] = 1", /^第 1 列：此处应为.*每行/],
    ["财决05-2[{项目[类别]}, a] = 1", "第 14 列：此处应为“非空”“为空”、“=”或“≠”，却是“]}, a]”。"],
    ["财决01[a, {b c}] = 1", "第 12 列：此处应为“,”、“}”，却是“c}] = ”。"],
  ])("写错的 %j", (text, message) => {
    const printed = reprint(text);
    if (typeof message === "string") expect(printed).toBe(message);
    else expect(printed).toMatch(message);
  });

  test("任何文本都不抛错", () => {
    const piece = fc.constantFrom(
      "财决01",
      "[",
      "]",
      "{",
      "}",
      ",",
      "*",
      "=",
      "+",
      "-",
      "(",
      ")",
      "每行",
      "下级 ",
      "..",
      ".",
      "1",
      "合计",
      " ",
      "上年.",
      "逐级汇总 ",
      "若 ",
      " 则 ",
      " 且 ",
      " 当且仅当 ",
      "绝对值(",
      " × ",
      "20%",
      "项目[",
      "非空",
      "有表 ",
      ">",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const parsed = parseFormula(pieces.join(""));
        if (parsed.ok) expect(reprint(print(parsed.statement))).toBe(print(parsed.statement));
        else expect(parsed.message).toMatch(/^第 .*列：.+。$/);
      }),
      { numRuns: 2000 },
    );
  });

  test("各表样的行名、栏名、组名都写得进公式", () => {
    for (const form of forms.filter(({ layout }) => layout.kind !== "cover")) {
      for (const { rows, columns } of blocksOf(form)) {
        for (const { key } of [...rows, ...columns]) {
          expect(reprint(`${form.id}[${key}, *] = 0`)).toBe(`${form.id}[${key}, *] = 0`);
        }
        for (const row of rows) {
          expect(reprint(`${form.id}[{${groupOf(row)}.*}, *] = 0`)).toContain(".*}");
        }
      }
    }
  });
});

describe("条件", () => {
  test.each([
    ["报表小类 ≠ 2", { item: "报表小类", member: false, values: ["2"] }],
    ["单位基本性质 = 10", { item: "单位基本性质", member: true, values: ["10"] }],
    ["单位基本性质属于{10，21}", { item: "单位基本性质", member: true, values: ["10", "21"] }],
    ["单位基本性质 不属于 {10, 21}", { item: "单位基本性质", member: false, values: ["10", "21"] }],
    ["有表 财决12-1", { kind: "table", present: true, prior: false, form: "财决12-1" }],
    ["无表 上年.CS01", { kind: "table", present: false, prior: true, form: "CS01" }],
  ])("%s", (text, expected) => {
    const parsed = parseCondition(text);
    expect(parsed.ok && parsed.condition).toMatchObject(expected);
  });

  test.each([
    ["报表小类 ≠", "第 7 列：此处应为值，写到这里却没有了。"],
    ["报表小类", /^第 5 列：此处应为“=”或“≠”、“属于”“不属于”/],
    ["单位基本性质 属于 10", /^第 11 列：此处应为“{”/],
    ["有表 12", /^第 4 列：此处应为/],
  ])("写错的 %s", (text, message) => {
    const parsed = parseCondition(text);
    expect(parsed.ok ? "" : parsed.message).toMatch(message);
  });
});

test("套了许多层括号的公式照样很快读完，太深的说明在哪一列", () => {
  const nested = (depth: number) =>
    parseFormula(`${"(".repeat(depth)}财决01[收入.总计, 决算数]${")".repeat(depth)} = 0`);
  expect(nested(50)).toMatchObject({ ok: true });
  expect(nested(51)).toEqual({ ok: false, message: "第 51 列：括号套了 50 层以上。" });
  expect(parseFormula("（".repeat(51))).toEqual(nested(51));
  const many = Array.from({ length: 51 }, () => "（1）").join(" + ");
  expect(parseFormula(`1 = ${many}`)).toMatchObject({ ok: true });
  expect(nested(1_000_000)).toMatchObject({ ok: false });
});
