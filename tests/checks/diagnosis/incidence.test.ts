import { expect, test } from "vitest";
import { CONCLUSION, type Visitor } from "../../../src/checks/diagnosis/incidence.ts";
import { buildTableSets } from "../case-tables.ts";
import { checked, tableOf } from "./proposals.ts";

const CELLS = {
  "财决04[合计, 基本支出]": 7,
  "财决04[201, 基本支出]": 2,
  "财决04[2010301, 基本支出]": 2,
  "财决04[208, 基本支出]": 5,
  "财决05-1[201, 合计]": 2,
  "财决05-2[2010301, 合计]": 2,
  "财决05-2[2010301/A, 合计]": 2,
};

function setup(formulas: readonly string[]) {
  const { ledger, books } = checked(CELLS, formulas);
  const { incidence } = ledger;
  /** 列出的各处写成 `规则 行 栏 倍数 在哪里`。 */
  const told = (walk: (found: Visitor) => void): string[] => {
    const found: string[] = [];
    walk((instance, coefficient, part) => {
      const { block, row, column } = incidence.place(instance);
      const where = part === CONCLUSION ? "结论" : `前提${part}`;
      const keys = `${block.rowKeys[row]} ${block.columnKeys[column]}`;
      found.push(`${block.rule.id} ${keys} ${coefficient} ${where}`);
    });
    return found.sort();
  };
  const visit = (form: string, row: string, column: string) => {
    const table = tableOf(books.current, form);
    const [r = -1, c = -1] = [table.rowIndex.get(row), table.columnIndex.get(column)];
    return told((found) => incidence.visit(table, r * table.columns.length + c, found));
  };
  const visitMissing = (form: string, key: string, parent: string | null, column: string) => {
    const table = tableOf(books.current, form);
    const c = table.columnIndex.get(column) ?? -1;
    return told((found) => incidence.visitMissing(table, key, parent, c, found));
  };
  return { incidence, visit, visitMissing };
}

test("一格参加的各处：左边为正，右边为负；同一格参加几处的都列出", () => {
  const { visit } = setup([
    "财决04[合计, 基本支出] = 财决04[201, 基本支出] + 财决04[208, 基本支出]",
    "每个科目 财决04[基本支出] ≤ 财决04[合计, 基本支出]",
    "财决04[201, *] ≥ 财决04[208, 基本支出]",
  ]);
  expect(visit("财决04", "201", "基本支出")).toEqual([
    "T0 合计  -1 结论",
    "T1 201  1 结论",
    "T2 201 基本支出 1 结论",
  ]);
  expect(visit("财决04", "201", "项目支出")).toEqual(["T2 201 项目支出 1 结论"]);
  const rows = ["201", "2010301", "208", "合计"];
  expect(visit("财决04", "合计", "基本支出")).toEqual(
    ["T0 合计  1 结论", ...rows.map((row) => `T1 ${row}  -1 结论`), "T1 合计  1 结论"].sort(),
  );
  expect(visit("财决04", "208", "基本支出")).toContain("T2 201 经营支出 -1 结论");
  expect(visit("财决04", "208", "项目支出")).toEqual([]);
});

test("前提里的格也列出，说明是第几个前提", () => {
  const { visit } = setup([
    "若 财决04[201, 基本支出] > 0 且 财决04[208, 基本支出] > 1 则 财决04[合计, 基本支出] > 2",
  ]);
  expect(visit("财决04", "201", "基本支出")).toEqual(["T0 合计  1 前提0"]);
  expect(visit("财决04", "208", "基本支出")).toEqual(["T0 合计  1 前提1"]);
  expect(visit("财决04", "合计", "基本支出")).toEqual(["T0 合计  1 结论"]);
});

test("表上缺少的一行：按科目对应而表上没有这个科目的各处，和上级行的汇总", () => {
  const { visitMissing } = setup([
    "每个科目 财决04[基本支出] = 财决05-1[合计]",
    "财决04[2010301, 基本支出] = 财决05-1[205, 合计]",
    "逐级汇总 财决04[基本支出]",
    "项目汇总 财决05-2[合计]",
    "每个项目 财决05-2[合计] ≥ 0",
  ]);
  // 财决05-1 没有 2010301、208、合计几行；指名的 205 一行是另一行。
  expect(visitMissing("财决05-1", "2010301", null, "合计")).toEqual(["T0 2010301  -1 结论"]);
  expect(visitMissing("财决05-1", "2010301", null, "301")).toEqual([]);
  expect(visitMissing("财决05-1", "201", null, "合计")).toEqual([]);
  expect(visitMissing("财决05-1", "999", null, "合计")).toEqual([]);
  // 汇总只算在上级行的右边；科目不算在项目汇总里，项目不算在逐级汇总里。
  expect(visitMissing("财决04", "205", "合计", "基本支出")).toEqual(["T2 合计 基本支出 -1 结论"]);
  expect(visitMissing("财决04", "205", null, "基本支出")).toEqual([]);
  expect(visitMissing("财决04", "201/B", "合计", "基本支出")).toEqual([]);
  const project = ["T3 2010301 合计 -1 结论"];
  expect(visitMissing("财决05-2", "2010301/B", "2010301", "合计")).toEqual(project);
  expect(visitMissing("财决05-2", "2010301/B", null, "合计")).toEqual([]);
  expect(visitMissing("财决05-2", "2010399", "2010301", "合计")).toEqual([]);
});

test("没有用到的表，什么也不列", () => {
  const { incidence } = setup(["财决04[合计, 基本支出] ≥ 0"]);
  const { current } = buildTableSets({ 数据: CELLS });
  const found: number[] = [];
  incidence.visit(tableOf(current, "财决04"), 0, (instance) => found.push(instance));
  incidence.visitMissing(tableOf(current, "财决04"), "205", "合计", 0, (each) => found.push(each));
  expect(found).toEqual([]);
});

test("编号连续，与块、行、栏一一对应；没有的编号、别处的块报错", () => {
  const { incidence } = setup([
    "每个科目 财决04[*] ≥ 0",
    "逐级汇总 财决04[*]",
    "财决04[合计, 基本支出] ≥ 0",
  ]);
  const places = Array.from({ length: incidence.count }, (_, instance) => {
    const { block, row, column } = incidence.place(instance);
    const index = incidence.indexOf(block);
    expect(incidence.blockOf(instance)).toBe(index);
    expect(incidence.instance(index, row, column)).toBe(instance);
    return `${index} ${row} ${column}`;
  });
  expect(new Set(places).size).toBe(incidence.count);
  expect(() => incidence.place(incidence.count)).toThrow(`没有第 ${incidence.count} 处关系`);
  const [other] = setup(["财决04[合计, 基本支出] ≥ 0"]).incidence.blocks;
  if (other === undefined) throw new Error("没有块");
  expect(() => incidence.indexOf(other)).toThrow("不是这个程序里的一块");
});
