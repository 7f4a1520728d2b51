import { describe, expect, test } from "vitest";
import {
  proposeDetails,
  proposeWithTotals,
} from "../../../src/checks/diagnosis/propose/with-totals.ts";
import { ruleOf } from "../rule-of.ts";
import { checked, rowAndColumn, slipsTold, wantingAt } from "./proposals.ts";

type Amounts = Readonly<Record<string, number>>;

const NAMES: Readonly<Record<string, string>> = {
  总: "本年支出合计",
  基: "基本支出",
  项: "项目支出",
  缴: "上缴上级支出",
  营: "经营支出",
  补: "对附属单位补助支出",
};

/** `总 = 基 + 项` 写成财决04 里 201 一行的公式。 */
const inRow = (text: string) =>
  text.replace(/[总基项缴营补]/g, (name) => `财决04[201, ${NAMES[name]}]`);

const named = (cells: Amounts) =>
  Object.fromEntries(Object.entries(cells).map(([name, amount]) => [inRow(name), amount]));

/** 结果里只写栏，仍用一个字的名字。 */
const short = (told: readonly string[]) =>
  told.map((line) =>
    Object.entries(NAMES).reduce(
      (text, [name, full]) => text.replaceAll(`201 ${full}`, name),
      line,
    ),
  );

/** 一格填错、合计也随它算错：提出一起改哪些格。 */
function withTotals(
  cells: Amounts,
  formulas: readonly (string | ReturnType<typeof ruleOf>)[],
  shouldBe: Amounts,
): string[] {
  const { ledger, books } = checked(
    named(cells),
    formulas.map((each) => (typeof each === "string" ? inRow(each) : each)),
  );
  const demands = wantingAt(books, named(shouldBe));
  return short(slipsTold(proposeWithTotals(demands, ledger, books), rowAndColumn));
}

/** 只有一格变动时的说法：一位数字不同（可信 1），末尾的零一样多，合计随它错减 0.5。 */
const clue = "只有一位数字不同：1 写成了 7；同一张表里的合计随它一起错了（1，0.5）";

describe("明细连同随之变动的合计", () => {
  const cells = { 基: 4.7, 项: 2, 缴: 1, 营: 1, 补: 3, 总: 6.7 };

  test("逐式、逐级算出随之变动的合计", () => {
    const { ledger, books } = checked(
      {
        "财决04[201, 基本支出]": 4.7,
        "财决04[201, 项目支出]": 2,
        "财决04[201, 本年支出合计]": 6.7,
        "财决04[合计, 基本支出]": 4.7,
        "财决04[合计, 项目支出]": 2,
        "财决04[合计, 本年支出合计]": 6.7,
      },
      ["每行 财决04[本年支出合计] = 财决04[基本支出] + 财决04[项目支出]", "逐级汇总 财决04[*]"],
    );
    const demands = wantingAt(books, {
      "财决04[201, 基本支出]": 4.1,
      "财决04[合计, 基本支出]": 4.1,
      "财决04[合计, 本年支出合计]": 6.1,
    });
    expect(slipsTold(proposeWithTotals(demands, ledger, books), rowAndColumn)).toEqual([
      `201 基本支出 4.7→4.1；201 本年支出合计 6.7→6.1；合计 基本支出 4.7→4.1；合计 本年支出合计 6.7→6.1：${clue}`,
      `合计 基本支出 4.7→4.1；合计 本年支出合计 6.7→6.1：${clue}`,
    ]);
  });

  test.each<[string, string[], string]>([
    ["加在合计里的同增同减", ["总 = 基 + 项"], "总 6.7→6.1"],
    ["减的反着变", ["总 = 项 - 基"], "总 6.7→7.3"],
    ["加了两遍的变两遍", ["总 = 基 + 项 + 基"], "总 6.7→5.5"],
    [
      "两路到同一个合计，各路都算",
      ["缴 = 基", "营 = 基", "总 = 缴 + 营"],
      "缴 1→0.4；营 1→0.4；总 6.7→5.5",
    ],
    [
      "加了又减的合计不变，不列",
      ["缴 = 基 + 项", "营 = 基 + 补", "总 = 缴 - 营"],
      "缴 1→0.4；营 1→0.4",
    ],
    [
      "两路远近不同，加了又减也不列",
      ["缴 = 基", "补 = 基", "营 = 补", "总 = 缴 - 营"],
      "缴 1→0.4；补 3→2.4；营 1→0.4",
    ],
    [
      "明细改多少是定的，别的式子推不动它",
      ["缴 = 基", "营 = 基", "基 = 缴 + 营"],
      "缴 1→0.4；营 1→0.4",
    ],
    ["明细自己又是别的式子的合计，那一式不动", ["总 = 基 + 项", "基 = 缴 + 营"], "总 6.7→6.1"],
    ["随之变动的合计又是另一式的加数", ["总 = 缴", "缴 = 基"], "缴 1→0.4；总 6.7→6.1"],
  ])("%s", (_, formulas, totals) => {
    expect(withTotals(cells, formulas, { 基: 4.1 })).toEqual([`基 4.7→4.1；${totals}：${clue}`]);
  });

  test.each<[string, string | ReturnType<typeof ruleOf>]>([
    ["大小关系", "总 ≥ 基 + 项"],
    ["警告级的", ruleOf(inRow("总 = 基 + 项"), { severity: "warning" })],
    ["带前提的", "若 项 > 0 则 总 = 基 + 项"],
    ["涉及别的表的", "总 = 基 + 财决05-1[201, 合计]"],
    ["左边是几格之和的", "总 + 项 = 基"],
    ["左边是几格之差的", "总 - 项 = 基"],
    ["左边带负号的", "-总 = 基"],
    ["合计与这一格无关的", "总 = 项 + 缴"],
  ])("%s不是它的合计", (_, formula) => {
    expect(withTotals({ ...cells, "财决05-1[201, 合计]": 2 }, [formula], { 基: 4.1 })).toEqual([]);
  });

  test("只试票数最多的一种改法", () => {
    const { ledger, books } = checked(named(cells), [inRow("总 = 基 + 项")]);
    const [demand] = wantingAt(books, named({ 基: 4.1 }));
    if (demand === undefined) throw new Error("没有要求");
    const wishes = [...demand.wishes, { delta: 100, votes: 1 }];
    const told = slipsTold(proposeWithTotals([{ ...demand, wishes }], ledger, books), rowAndColumn);
    expect(short(told)).toEqual([`基 4.7→4.1；总 6.7→6.1：${clue}`]);
  });

  test("牵动六十格以内才算", () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, i) => `财决04[${301 + i}, 基本支出]`);
    const changed = (totals: number) => {
      const names = rows(totals);
      const { ledger, books } = checked(
        { "财决04[201, 基本支出]": 4.7, ...Object.fromEntries(names.map((name) => [name, 4.7])) },
        // 301 还有第二个式子，又走到已经变动的 302：不重复计。
        [...names.map((name) => `${name} = 财决04[201, 基本支出]`), `${names[1]} = ${names[0]}`],
      );
      const demands = wantingAt(books, { "财决04[201, 基本支出]": 4.1 });
      return [...proposeWithTotals(demands, ledger, books)].map((slip) => slip?.changes.length);
    };
    expect(changed(59)).toEqual([60]);
    expect(changed(60)).toEqual([undefined]);
  });
});

describe("填错的明细不与别的表相比，从差了同样多的几个合计往下找", () => {
  function details(cells: Amounts, formulas: readonly string[], shouldBe: Amounts): string[] {
    const { ledger, books } = checked(named(cells), formulas.map(inRow));
    const demands = wantingAt(books, named(shouldBe));
    return short(slipsTold(proposeDetails(demands, ledger, books), rowAndColumn)).map((line) =>
      line.replace(/：.*/, ""),
    );
  }
  const formulas = ["总 = 基 + 项", "基 = 缴 + 营"];

  test("各合计的明细逐级往下；自己也差了的合计只经过，空白的明细不试", () => {
    const cells = { 总: 8, 基: 5, 项: 3, 缴: 5, 营: 0 };
    expect(details(cells, formulas, { 总: 7, 基: 4 })).toEqual([
      "项 3→2；总 8→7",
      "缴 5→4；基 5→4；总 8→7",
    ]);
  });

  test("只有一个合计的、差的数不同的、不在一张表里的不找", () => {
    const cells = { 总: 8, 基: 5, 项: 3, 缴: 5, "财决05-1[201, 合计]": 5, "财决05-1[201, 302]": 5 };
    const all = [...formulas, "财决05-1[201, 合计] = 财决05-1[201, 302]"];
    expect(details(cells, all, { 总: 7 })).toEqual([]);
    expect(details(cells, all, { 总: 7, 基: 3 })).toEqual([]);
    expect(details(cells, all, { 总: 7, "财决05-1[201, 合计]": 4 })).toEqual([]);
  });

  test("只往下找自己的明细，不找并列的另一项", () => {
    expect(details({ 总: 8, 基: 5, 项: 3, 缴: 1 }, ["总 = 基 + 项"], { 基: 4, 缴: 0 })).toEqual([]);
  });

  test("几种要求里有一种相同就算一组", () => {
    const { ledger, books } = checked(named({ 总: 8, 基: 5, 项: 3 }), [
      inRow("总 = 项"),
      inRow("基 = 项"),
    ]);
    const demands = wantingAt(books, named({ 总: 7, 基: 9 })).map((demand) => ({
      ...demand,
      wishes: [...demand.wishes, { delta: 200, votes: 1 }],
    }));
    expect(short(slipsTold(proposeDetails(demands, ledger, books), rowAndColumn))).toEqual([
      expect.stringContaining("项 3→5；总 8→10；基 5→7："),
    ]);
  });

  test("最多往下三级", () => {
    const chain = ["总 = 基", "基 = 项", "项 = 缴", "缴 = 营"];
    const cells = { 总: 9, 基: 9, 项: 9, 缴: 9, 营: 9, 补: 9 };
    expect(details(cells, chain, { 总: 8, 补: 8 })).toEqual([
      "基 9→8；总 9→8",
      "项 9→8；基 9→8；总 9→8",
      "缴 9→8；项 9→8；基 9→8；总 9→8",
    ]);
  });

  test("最多试一百二十格", () => {
    const count = (rows: number) => {
      const codes = Array.from({ length: rows }, (_, i) => `财决04[${301 + i}, 基本支出]`);
      const { ledger, books } = checked(
        {
          ...Object.fromEntries(codes.map((name) => [name, 1])),
          "财决04[合计, 基本支出]": rows,
          "财决04[合计, 项目支出]": 9,
        },
        ["逐级汇总 财决04[基本支出]"],
      );
      const demands = wantingAt(books, {
        "财决04[合计, 基本支出]": rows - 1,
        "财决04[合计, 项目支出]": 8,
      });
      return [...proposeDetails(demands, ledger, books)].length;
    };
    expect(count(119)).toBe(119);
    expect(count(120)).toBe(120);
    expect(count(121)).toBe(120);
  });
});
