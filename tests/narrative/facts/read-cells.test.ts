import { describe, expect, it } from "vitest";
import { bookName, currentBook, priorBook } from "../../../src/narrative/facts/book.ts";
import {
  type CellKey,
  countAt,
  missingTable,
  moneyAt,
} from "../../../src/narrative/facts/read-cells.ts";
import type { Table, TableSet } from "../../../src/tables/table.ts";
import { type Cells, handBuilt } from "../hand-built.ts";

const books = (tables: Readonly<Record<string, Cells>>) =>
  handBuilt("current", { year: 2023, tables });

/** 换掉一张表。 */
function withTable(tables: TableSet, form: string, change: (table: Table) => Partial<Table>) {
  const table = tables.byForm.get(form);
  if (table === undefined) throw new Error(`没有 ${form}`);
  return currentBook({
    ...tables,
    byForm: new Map(tables.byForm).set(form, { ...table, ...change(table) }),
  });
}

function without<T>(index: ReadonlyMap<string, T>, key: string): Map<string, T> {
  return new Map([...index].filter(([each]) => each !== key));
}

const totals = books({ 财决01: { "收入.本年收入合计": { 决算数: 12.34 } } });
const key: CellKey = { form: "财决01", row: "收入.本年收入合计", column: "决算数" };

describe("从表上取一格", () => {
  it("取到的以分计，带单元格；空白为零，仍带单元格", () => {
    expect(moneyAt(currentBook(totals), "收入", key)).toMatchObject({
      kind: "money",
      name: "收入",
      cents: 1234,
      formula: "",
      from: [{ book: "current", sheet: "财决01" }],
    });
    const blank = moneyAt(currentBook(totals), "总计", { ...key, row: "收入.总计" });
    expect(blank).toMatchObject({ cents: 0, formula: "" });
    expect(blank.kind === "money" && blank.from).toHaveLength(1);
  });

  it("上年的名称前加“上年.”", () => {
    const prior = handBuilt("prior", {
      year: 2022,
      tables: { 财决01: { "收入.本年收入合计": { 决算数: 1 } } },
    });
    expect(moneyAt(priorBook(prior, 2022), "收入", key)).toMatchObject({
      name: "上年.收入",
      from: [{ book: "prior" }],
    });
  });

  it("没有上年工作簿、没有这张表：取不到，说明缺什么", () => {
    expect(missingTable(priorBook(null, 2022), "收入", "财决01")).toMatchObject({
      name: "上年.收入",
      gap: "2022年度收入，需要2022年度决算工作簿",
    });
    expect(missingTable(priorBook(null, null), "收入", "财决01").gap).toBe(
      "上年度收入，需要上年度决算工作簿",
    );
    expect(moneyAt(currentBook(books({})), "收入", key)).toMatchObject({
      kind: "missing",
      gap: "收入（2023年度工作簿没有财决01）",
    });
    expect(bookName({ ...currentBook(totals), year: null })).toBe("本年工作簿");
    expect(bookName(priorBook(totals, null))).toBe("上年工作簿");
  });

  it("读不出的、同一科目有几行的：取不到，指明是哪一格", () => {
    const unreadable = books({
      财决01: { "收入.本年收入合计": { 决算数: { unreadable: "约五百" } } },
    });
    const fact = moneyAt(currentBook(unreadable), "收入", key);
    expect(fact).toMatchObject({
      kind: "missing",
      gap: expect.stringMatching(/^收入（财决01 [A-Z]+\d+读不出）$/),
    });
    expect(fact.kind === "missing" && fact.asks).toContain("写的是“约五百”");
    const twice = withTable(totals, "财决01", ({ rowsByKey }) => ({
      rowsByKey: new Map(rowsByKey).set(key.row, [0, 1]),
    }));
    expect(moneyAt(twice, "收入", key)).toMatchObject({
      kind: "missing",
      gap: "收入（财决01“收入.本年收入合计”行重复）",
    });
  });

  it("应有的行、栏不在表上：取不到，指明缺哪一行、哪一栏", () => {
    const noRow = withTable(totals, "财决01", ({ rowIndex }) => ({
      rowIndex: without(rowIndex, key.row),
    }));
    expect(moneyAt(noRow, "收入", key)).toMatchObject({
      kind: "missing",
      gap: "收入（财决01没有“收入.本年收入合计”行）",
    });
    const noColumn = withTable(totals, "财决01", ({ columnIndex }) => ({
      columnIndex: without(columnIndex, key.column),
    }));
    expect(moneyAt(noColumn, "收入", key)).toMatchObject({
      kind: "missing",
      gap: "收入（财决01没有“决算数”栏）",
    });
  });

  it("表样里可有可无的行、栏不在表上：计为零，写明", () => {
    const layout = totals.byForm.get("财决01")?.form.layout;
    const blocks = layout?.kind === "fixed" ? layout.blocks : [];
    const optionalRow = withTable(totals, "财决01", ({ form, rowIndex }) => ({
      form: {
        ...form,
        layout: {
          kind: "fixed",
          blocks: blocks.map((block) => ({
            ...block,
            rows: block.rows.map((row) => (row.key === key.row ? { ...row, optional: true } : row)),
          })),
        },
      },
      rowIndex: new Map([...rowIndex].filter(([each]) => each !== key.row && each !== "收入.总计")),
    }));
    expect(moneyAt(optionalRow, "收入", key)).toEqual({
      kind: "money",
      name: "收入",
      cents: 0,
      formula: "财决01“收入.本年收入合计”行“决算数”栏表上没有，计为零",
      from: [],
    });
    expect(moneyAt(optionalRow, "总计", { ...key, row: "收入.总计" }).kind).toBe("missing");
    const optionalColumn = withTable(totals, "财决01", ({ form, columnIndex }) => ({
      form: {
        ...form,
        layout: {
          kind: "fixed",
          blocks: blocks.map((block) => ({
            ...block,
            columns: block.columns.map((column) =>
              column.key === "决算数" ? { ...column, optional: true } : column,
            ),
          })),
        },
      },
      columnIndex: new Map(
        [...columnIndex].filter(([each]) => each !== "决算数" && each !== "全年预算数"),
      ),
    }));
    expect(moneyAt(optionalColumn, "收入", key)).toMatchObject({
      kind: "money",
      cents: 0,
      from: [],
    });
    expect(moneyAt(optionalColumn, "收入", { ...key, column: "全年预算数" }).kind).toBe("missing");
    expect(moneyAt(optionalColumn, "收入", { ...key, row: "没有这一行" }).kind).toBe("missing");
  });

  it("逐科目列的表：没有这个科目为零；有科目而没有合计行，取不到；一行也没有，合计为零", () => {
    const at = (cells: Cells, row: string, column = "合计") =>
      moneyAt(currentBook(books({ 财决08: cells })), "支出", { form: "财决08", row, column });
    const one: Cells = { "2010301 行政运行": { 合计: 5 } };
    expect(at(one, "2010301")).toMatchObject({ kind: "money", cents: 500, formula: "" });
    expect(at(one, "2080505")).toMatchObject({ kind: "money", cents: 0, from: [] });
    expect(at(one, "合计").kind).toBe("missing");
    expect(at({}, "合计")).toMatchObject({ kind: "money", cents: 0 });
    expect(at(one, "2080505", "没有这一栏").kind).toBe("missing");
    const optional = books({ 财决02: { "2010301 行政运行": {} } });
    const noColumn = withTable(optional, "财决02", ({ columnIndex }) => ({
      columnIndex: new Map(
        [...columnIndex].filter(
          ([each]) => !each.startsWith("收支结余") && each !== "年初结转和结余.合计",
        ),
      ),
    }));
    const read = (column: string) =>
      moneyAt(noColumn, "结余", { form: "财决02", row: "2010301", column }).kind;
    expect(read("收支结余")).toBe("money");
    expect(read("年初结转和结余.合计")).toBe("missing");
  });

  it("那一格不在表上：计为零，没有单元格", () => {
    const nowhere = withTable(totals, "财决01", ({ address }) => ({
      address: address.map(() => ""),
    }));
    expect(moneyAt(nowhere, "收入", key)).toMatchObject({
      cents: 1234,
      from: [],
      formula: "财决01“收入.本年收入合计”行“决算数”栏表上没有，计为零",
    });
  });

  it("计数不换算", () => {
    const operations = books({ 财决附03: { "统计.公务用车保有量": { 统计数: 3 } } });
    const table = operations.byForm.get("财决附03");
    const counted = table?.rows.find((row) => row.measure === "count")?.key ?? "";
    const column = table?.columns.at(0)?.key ?? "";
    expect(
      countAt(currentBook(operations), "辆", { form: "财决附03", row: counted, column }),
    ).toMatchObject({
      kind: "count",
      name: "辆",
      count: 0,
      formula: "",
    });
    expect(
      countAt(currentBook(books({})), "辆", { form: "财决附03", row: counted, column }).kind,
    ).toBe("missing");
  });
});
