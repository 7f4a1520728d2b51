import { describe, expect, test } from "vitest";
import { bindRules } from "../../src/checks/bind-rules.ts";
import { amountCells, guardedCells } from "../../src/checks/coverage.ts";
import type { Table } from "../../src/tables/table.ts";
import { buildTableSets } from "./case-tables.ts";
import { ruleOf } from "./rule-of.ts";

const { current } = buildTableSets({
  数据: {
    "财决04[合计, 基本支出]": 1,
    "财决04[201, 基本支出]": "见附件",
    "财决04[205, 基本支出]": "—",
    "财决05-1[合计, 合计]": 1,
  },
  有表: ["财决附03"],
});

/** 有等式管着的各格。 */
function guarded(...formulas: string[]): string[] {
  const rules = formulas.map((formula, i) => ruleOf(formula, { id: `T${i}` }));
  const marks = guardedCells(bindRules(rules, current, null).program);
  return [...marks].flatMap(([table, cells]) =>
    [...cells].flatMap((mark, cell) => (mark === 1 ? [nameOf(table, cell)] : [])),
  );
}

function nameOf(table: Table, cell: number): string {
  const width = table.columns.length;
  return `${table.form.id} ${table.rows[Math.floor(cell / width)]?.key} ${table.columns[cell % width]?.key}`;
}

describe("有等式管着的格", () => {
  test("两边的格都算，各条等式的合在一起", () => {
    expect(
      guarded(
        "财决04[合计, 基本支出] = 财决05-1[合计, 合计]",
        "财决04[合计, 项目支出] + 财决04[合计, 经营支出] = 0",
      ),
    ).toEqual([
      "财决04 合计 基本支出",
      "财决04 合计 项目支出",
      "财决04 合计 经营支出",
      "财决05-1 合计 合计",
    ]);
  });

  test("大小关系、不等、带前提的等式不算", () => {
    expect(guarded("财决04[合计, 基本支出] ≤ 5", "财决04[合计, 基本支出] ≠ 5")).toEqual([]);
    expect(guarded("若 财决04[合计, 项目支出] = 0 则 财决04[合计, 基本支出] = 1")).toEqual([]);
  });

  test("因读不出而没有核对的一处不算，同一条的别处照算", () => {
    expect(guarded("每个科目 财决04[基本支出] = 财决05-1[合计]")).toEqual([
      "财决04 合计 基本支出",
      "财决04 205 基本支出",
      "财决05-1 合计 合计",
    ]);
  });
});

test("应为数字的格：空白、破折号也算，读不出的、表上没有的、写文字的不算", () => {
  const table = current.byForm.get("财决04");
  if (table === undefined) throw new Error("没有财决04");
  const basic = table.columnIndex.get("基本支出") ?? -1;
  const width = table.columns.length;
  const cells = amountCells(table);
  expect(cells).toHaveLength(3 * width - 1);
  expect([0, 1, 2].map((row) => cells.includes(row * width + basic))).toEqual([true, false, true]);
  const counts = current.byForm.get("财决附03");
  if (counts === undefined) throw new Error("没有财决附03");
  expect(amountCells(counts).map((cell) => counts.state[cell])).not.toContain("absent");
  const text = table.columns.map((each, at) =>
    at === 0 ? { ...each, measure: "text" as const } : each,
  );
  expect(amountCells({ ...table, columns: text })).toHaveLength(3 * (width - 1) - 1);
});
