import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bindRules } from "../../src/checks/bind-rules.ts";
import { unreadableCells } from "../../src/checks/comparison.ts";
import { evaluate } from "../../src/checks/evaluate.ts";
import { type Block, packGroups } from "../../src/checks/program.ts";
import type { Table } from "../../src/tables/table.ts";
import { buildTableSets } from "./case-tables.ts";
import { ruleOf } from "./rule-of.ts";

describe("求值", () => {
  test("区间：不成立，当且仅当区间里没有一组整数使关系成立", () => {
    const interval = fc
      .tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: 0, max: 3 }))
      .map(([low, width]): [number, number] => [low, low + width]);
    fc.assert(
      fc.property(
        fc.tuple(interval, interval, interval),
        fc.constantFrom("=", "≤", "≥", "≠"),
        fc.constantFrom("+", "-"),
        fc.integer({ min: 0, max: 3 }),
        (intervals, operator, sign, constant) => {
          const { current } = buildTableSets({
            数据: Object.fromEntries(INTERVAL_ROWS.map((row) => [`财决04[${row}, 基本支出]`, 1])),
          });
          setIntervals(current.byForm.get("财决04"), intervals);
          const [a, b, c] = INTERVAL_ROWS.map((row) => `财决04[${row}, 基本支出]`);
          const rule = ruleOf(`${a} ${sign} ${b} ${operator} ${c} + 0.0${constant}`);
          const { program } = bindRules([rule], current, null);
          const satisfiable = combinations(intervals).some(([x = 0, y = 0, z = 0]) => {
            const difference = (sign === "+" ? x + y : x - y) - z - constant;
            if (operator === "=") return difference === 0;
            if (operator === "≤") return difference <= 0;
            return operator === "≥" ? difference >= 0 : difference !== 0;
          });
          expect(evaluate(program).violations.length === 0).toBe(satisfiable);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("印出的左右两边各是多少、各在什么区间：减去的一项上下界对调", () => {
    const { current } = buildTableSets({
      数据: {
        "财决04[201, 基本支出]": "3.00万元",
        "财决04[202, 基本支出]": "1.00万元",
        "财决04[203, 基本支出]": 50_000,
      },
    });
    const [a, b, c] = INTERVAL_ROWS.map((row) => `财决04[${row}, 基本支出]`);
    const side = (formula: string) => {
      const [violation] = evaluate(bindRules([ruleOf(formula)], current, null).program).violations;
      return [violation?.left, violation?.right];
    };
    const point = (value: number) => ({ value, low: value, high: value });
    expect(side(`${a} - ${b} = ${c}`)).toEqual([
      { value: 2_000_000, low: 1_990_001, high: 2_009_999 },
      point(5_000_000),
    ]);
    expect(side(`${c} = ${b} - ${a} + 7`)).toEqual([
      point(5_000_000),
      { value: -1_999_300, low: -2_009_299, high: -1_989_301 },
    ]);
  });

  test("有读不出的格又有不成立的一处：读不出的那处只列读不出的格", () => {
    const { current } = buildTableSets({
      数据: { "财决04[合计, 基本支出]": "见附件", "财决04[合计, 项目支出]": 3 },
    });
    const rule = ruleOf("财决04[合计, 基本支出] + 财决04[合计, 项目支出] = 0");
    const [one] = evaluate(bindRules([rule], current, null).program).unevaluated;
    if (one === undefined) throw new Error("没有列出");
    const cells = unreadableCells(one.block, one.row, one.column);
    expect(cells.map(({ table, cell }) => table.raw[cell])).toEqual(["见附件"]);
  });

  test("读不出的格：只有涉及它的几处不核对，逐处列出", () => {
    const { current } = buildTableSets({
      数据: {
        "财决04[合计, 基本支出]": "见附件",
        "财决04[201, 基本支出]": 1,
        "财决05-1[合计, 合计]": 5,
        "财决05-1[205, 合计]": 7,
      },
    });
    const { program } = bindRules(
      [ruleOf("每个科目 财决04[基本支出] = 财决05-1[合计]")],
      current,
      null,
    );
    const { violations, unevaluated } = evaluate(program);
    expect(unevaluated.map(({ block, row }) => block.rowKeys[row])).toEqual(["合计"]);
    expect(violations.map(({ block, row }) => block.rowKeys[row])).toEqual(["201", "205"]);
  });
});

describe("一处处相加", () => {
  const ROWS = ["201", "202", "203"];
  const COLUMNS = ["本年支出合计", "基本支出", "项目支出", "上缴上级支出"];
  const amounts = (form: string, first: number) =>
    Object.fromEntries(
      ROWS.flatMap((row, r) =>
        COLUMNS.map((column, c) => [`${form}[${row}, ${column}]`, first + 7 ** r * 3 ** c]),
      ),
    );
  const { current } = buildTableSets({ 数据: amounts("财决04", 1) });
  const table = current.byForm.get("财决04");
  if (table === undefined) throw new Error("没有财决04");
  const [block] = bindRules([ruleOf("每个科目 财决04[*] = 1")], current, null).program.blocks;
  if (block === undefined) throw new Error("没有绑定");
  const width = table.columns.length;

  /** 一块：左边是各格之和的两倍，右边的常数恰使 `row`、`column` 那一处成立。 */
  function sumBlock(rows: number[][], columns: number[][], row: number, column: number): Block {
    const [operand] = block?.operands ?? [];
    if (operand === undefined || block === undefined || table === undefined) throw new Error();
    const total = (rows[row] ?? []).flatMap((r) =>
      (columns[column] ?? []).map((c) => table.value[r * width + c] ?? 0),
    );
    return {
      ...block,
      rowKeys: rows.map(String),
      columnKeys: columns.map(String),
      operands: [{ ...operand, factor: 2, rows: packGroups(rows), columns: packGroups(columns) }],
      constant: { left: 0, right: 2 * total.reduce((sum, each) => sum + each, 0) },
    };
  }

  test.each<[string, number[][]]>([
    ["连续的栏", [[1], [2], [3]]],
    ["每处一栏，次序乱的", [[3], [0], [2]]],
    ["每处几栏，也有空的", [[0, 2], [1], [], [3, 1, 0]]],
  ])("%s：只有和等于常数的那一处成立", (_, columns) => {
    const rows = [[1], [0, 2], []];
    for (const exact of [true, false]) {
      for (const row of [0, 1]) {
        for (const [column, list] of columns.entries()) {
          if (list.length === 0) continue;
          const own = { ...sumBlock(rows, columns, row, column), exact };
          const wrong = evaluate({ blocks: [own] }).violations;
          const places = wrong.map((each) => [each.row, each.column]);
          expect(places).toHaveLength(rows.length * columns.length - 1);
          expect(places).not.toContainEqual([row, column]);
        }
      }
    }
  });
});

const INTERVAL_ROWS = ["201", "202", "203"];

function setIntervals(table: Table | undefined, intervals: readonly [number, number][]): void {
  if (table === undefined) throw new Error("用例里没有这张表");
  const column = table.columnIndex.get("基本支出") ?? 0;
  intervals.forEach(([low, high], row) => {
    const cell = row * table.columns.length + column;
    table.low[cell] = low;
    table.high[cell] = high;
  });
}

function combinations(intervals: readonly [number, number][]): number[][] {
  return intervals.reduce<number[][]>(
    (found, [low, high]) =>
      found.flatMap((head) =>
        Array.from({ length: high - low + 1 }, (_, step) => [...head, low + step]),
      ),
    [[]],
  );
}
