import { describe, expect, test } from "vitest";
import { bindRules } from "../../../src/checks/bind-rules.ts";
import {
  collectDemands,
  mostWanted,
  printedUnit,
  wishedRange,
} from "../../../src/checks/diagnosis/demands.ts";
import { Ledger } from "../../../src/checks/diagnosis/ledger.ts";
import { evaluate } from "../../../src/checks/evaluate.ts";
import { buildTableSets, type CaseData } from "../case-tables.ts";
import { ruleOf } from "../rule-of.ts";

test("要使“左 − 右”为零，带倍数的一项须改多少：取整数，宁小勿过", () => {
  expect(wishedRange(5, 5, 1)).toEqual({ low: -5, high: -5 });
  expect(wishedRange(5, 5, -1)).toEqual({ low: 5, high: 5 });
  expect(wishedRange(-7, 3, 1)).toEqual({ low: -3, high: 7 });
  expect(wishedRange(-7, 3, 2)).toEqual({ low: -1, high: 3 });
  expect(wishedRange(-7, 3, -2)).toEqual({ low: -3, high: 1 });
});

describe("几处要求合起来怎样改", () => {
  const at = (delta: number) => ({ low: delta, high: delta });

  test("票多的在前，票数相同的小的在前，不改的不算", () => {
    expect(mostWanted([at(3), at(-2), at(3), at(0), at(0), at(0)], 1)).toEqual([
      { delta: 3, votes: 2 },
      { delta: -2, votes: 1 },
    ]);
    expect(mostWanted([at(4), at(-4), at(1)], 1).map(({ delta }) => delta)).toEqual([-4, 1, 4]);
  });

  test("至多五个改法", () => {
    expect(mostWanted([1, 2, 3, 4, 5, 6].map(at), 1).map(({ delta }) => delta)).toEqual([
      1, 2, 3, 4, 5,
    ]);
  });

  test("区间取重叠的一段，两端都含", () => {
    expect(mostWanted([{ low: 1, high: 7 }, at(7), at(1)], 1)).toEqual([
      { delta: 1, votes: 2 },
      { delta: 7, votes: 2 },
    ]);
    const overlapping = [
      { low: 2, high: 12 },
      { low: 6, high: 10 },
    ];
    expect(mostWanted(overlapping, 1)).toEqual([
      { delta: 8, votes: 2 },
      { delta: 7, votes: 1 },
    ]);
  });

  test("空的区间没有人投票", () => {
    expect(mostWanted([{ low: 3, high: 2 }], 1)).toEqual([]);
  });

  test("区间里取印得出的数；印不出的取居中的", () => {
    expect(mostWanted([{ low: 95, high: 145 }], 100)[0]?.delta).toBe(100);
    expect(mostWanted([{ low: 100, high: 160 }], 100)[0]?.delta).toBe(100);
    expect(mostWanted([{ low: 40, high: 100 }], 100)[0]?.delta).toBe(100);
    expect(mostWanted([{ low: 110, high: 150 }], 100)[0]?.delta).toBe(130);
    expect(mostWanted([{ low: 160, high: 190 }], 100)[0]?.delta).toBe(175);
  });

  test("区间里恰有小数点、单位写错的改法，就取它", () => {
    const around = (delta: number) => [{ low: delta - 40, high: delta + 30 }];
    expect(mostWanted(around(-900), 1, 1_000)[0]?.delta).toBe(-900);
    expect(mostWanted(around(9_000), 1, 1_000)[0]?.delta).toBe(9_000);
    expect(mostWanted(around(99_000), 1, 1_000)[0]?.delta).toBe(99_000);
    expect(mostWanted(around(999_000), 1, 1_000)[0]?.delta).toBe(999_000);
    expect(mostWanted(around(9_999_000), 1, 1_000)[0]?.delta).toBe(9_999_000);
    expect(mostWanted([{ low: -900, high: -800 }], 1, 1_000)[0]?.delta).toBe(-900);
    expect(mostWanted([{ low: -950, high: -900 }], 1, 1_000)[0]?.delta).toBe(-900);
    // 除不尽的不是移了小数点；零没有小数点可移。
    expect(mostWanted([{ low: -910, high: -890 }], 1, 1_003)[0]?.delta).toBe(-900);
    expect(mostWanted([{ low: -5, high: 9 }], 1, 0)[0]?.delta).toBe(2);
  });
});

function demandsOf(formulas: readonly string[], data: CaseData["数据"]) {
  const { current } = buildTableSets({ 数据: data });
  const rules = formulas.map((formula, i) => ruleOf(formula, { id: `T0${i}` }));
  const { program } = bindRules(rules, current, null);
  const ledger = new Ledger(program);
  for (const violation of evaluate(program).violations) ledger.note(ledger.instanceOf(violation));
  return collectDemands(ledger).map(({ table, cell, wishes }) => ({
    column: table.columns[cell % table.columns.length]?.key,
    wishes,
  }));
}

describe("逐格要求", () => {
  const data = {
    "财决04[合计, 本年支出合计]": 10,
    "财决04[合计, 基本支出]": 4,
    "财决04[合计, 项目支出]": 3,
  };
  const sum = "财决04[合计, 本年支出合计] = 财决04[合计, 基本支出] + 财决04[合计, 项目支出]";

  test("左边的要减，右边的要加", () => {
    expect(demandsOf([sum], data)).toEqual([
      { column: "本年支出合计", wishes: [{ delta: -300, votes: 1 }] },
      { column: "基本支出", wishes: [{ delta: 300, votes: 1 }] },
      { column: "项目支出", wishes: [{ delta: 300, votes: 1 }] },
    ]);
  });

  test("几处关系都要求同样的，票数相加；成立的关系、大小关系不算", () => {
    const formulas = [
      sum,
      "财决04[合计, 基本支出] = 7",
      "财决04[合计, 项目支出] = 3",
      "财决04[合计, 项目支出] ≥ 99",
    ];
    expect(demandsOf(formulas, data)).toEqual([
      { column: "本年支出合计", wishes: [{ delta: -300, votes: 1 }] },
      { column: "基本支出", wishes: [{ delta: 300, votes: 2 }] },
      { column: "项目支出", wishes: [{ delta: 300, votes: 1 }] },
    ]);
  });
});

test("表上金额印到的最小单位", () => {
  const unit = (amount: string) => {
    const { current } = buildTableSets({
      数据: { "财决04[合计, 基本支出]": amount, "财决04[合计, 项目支出]": 1 },
    });
    const table = current.byForm.get("财决04");
    return table === undefined ? null : printedUnit(table);
  };
  expect(unit("12.34")).toBe(1);
  expect(unit("12.34万元")).toBe(10_000);
  expect(unit("12.3万元")).toBe(100_000);
});
