import { beforeAll, describe, expect, test } from "vitest";
import { recogniseTables } from "../../src/tables/recognise.ts";
import { rowStructureFindings } from "../../src/tables/row-structure.ts";
import type { Table, TableSet } from "../../src/tables/table.ts";
import type { Sheet, Workbook } from "../../src/workbook/workbook.ts";
import { EXAMPLE_NAMES, readExample } from "../fixtures/examples.ts";
import { generatePair } from "../fixtures/generator/generate.ts";
import { asWorkbook } from "../fixtures/generator/write.ts";
import { type LayoutVariant, relayout } from "../fixtures/relayout.ts";

type Row = Sheet["rows"][number];

let workbook: Workbook;
let clean: TableSet;

beforeAll(async () => {
  workbook = await readExample("2023-泸县人民政府办公室.xlsx");
  clean = recogniseTables(workbook, "current");
});

function tableOf(form: string): Table {
  const table = clean.byForm.get(form);
  if (table === undefined) throw new Error(`示例没有 ${form}`);
  return table;
}

/** 逐行改一张表的科目行；`change` 返回 null 即删去这一行。 */
function edited(
  form: string,
  change: (code: string, row: Row) => Row | null,
  book: Workbook = workbook,
): Workbook {
  const table = recogniseTables(book, "current").byForm.get(form);
  const codes = new Map(table?.rows.map(({ code, sheetRow }) => [sheetRow, code]));
  return {
    ...book,
    sheets: book.sheets.map((sheet) => {
      if (sheet.name !== table?.sheet) return sheet;
      const rows = Array.from(sheet.rows).flatMap((row, index) => {
        const code = codes.get(index);
        const changed = code === undefined ? row : change(code, row);
        return changed === null ? [] : [changed];
      });
      return { ...sheet, rows, rowCount: rows.length };
    }),
  };
}

const dropped = (form: string, isGone: (code: string) => boolean, book?: Workbook): Workbook =>
  edited(form, (code, row) => (isGone(code) ? null : row), book);

const recoded = (form: string, from: string, to: string, book?: Workbook): Workbook =>
  edited(
    form,
    (code, row) =>
      code === from
        ? row?.map((cell) => (cell?.text === from ? { ...cell, text: to } : cell))
        : row,
    book,
  );

function findingsOf(book: Workbook): string[] {
  return rowStructureFindings(recogniseTables(book, "current")).map(
    ({ rule, severity, what }) => `${severity} ${rule} ${what}`,
  );
}

test.each(EXAMPLE_NAMES)("%s 各表的科目行互相相符", async (name) => {
  expect(findingsOf(await readExample(name))).toEqual([]);
});

test("随机工作簿各表的科目行互相相符", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const pair = generatePair({ seed, year: 2020 + (seed % 6), projects: seed, items: seed });
    expect(findingsOf(asWorkbook(pair.current)), `种子 ${seed}`).toEqual([]);
  }
});

test.each<[string, LayoutVariant]>([
  ["一格", {}],
  ["类、款、项三格，整体移位", { threeCellCodes: true, shift: { rows: 1, columns: 2 } }],
])("科目编码写在哪一列：%s", (_, variant) => {
  const book = relayout(workbook, variant);
  const sheets = new Map(book.sheets.map((sheet) => [sheet.name, sheet]));
  let seen = 0;
  for (const { form, sheet, rows } of recogniseTables(book, "current").tables) {
    if (form.layout.kind !== "floating") continue;
    for (const { code = "", level, sheetRow, codeColumn = -1 } of rows) {
      if (level === "total" || level === "project") continue;
      const text = sheets.get(sheet)?.rows[sheetRow]?.[codeColumn]?.text ?? "没有";
      expect(code.endsWith(text), `${form.id} 第 ${sheetRow + 1} 行`).toBe(true);
      seen++;
    }
  }
  expect(seen).toBeGreaterThan(100);
});

describe("少了上级科目", () => {
  test.each(["财决附02", "财决04", "财决08-2"])("%s 漏一个款：写明缺哪一行、哪张表有", (form) => {
    const found = findingsOf(dropped(form, (code) => code === "20103"));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("error 读表/缺上级科目");
    expect(found[0]).toContain(`（${form}）`);
    expect(found[0]).toContain("却没有它的上级“20103 政府办公厅（室）及相关机构事务”");
  });

  test("漏一个类", () => {
    const [found, ...others] = findingsOf(dropped("财决附02", (code) => code === "201"));
    expect(found).toContain("“201 一般公共服务支出”");
    expect(others).toEqual([]);
  });

  test("一张表只列项级，没有一行类、款：本来如此，不算", () => {
    expect(findingsOf(dropped("财决附02", (code) => code.length < 7))).toEqual([]);
  });

  test("上级的各栏加起来都是零，软件不列这一行，不算", () => {
    const noMoney = edited("财决附02", (code, row) =>
      code === "20103"
        ? null
        : code.startsWith("20103")
          ? row?.map((cell) => (cell?.kind === "number" && cell.text !== code ? undefined : cell))
          : row,
    );
    expect(findingsOf(noMoney)).toEqual([]);
  });
});

describe("少了下级科目", () => {
  test("款有数，仅有的各项漏了；别的表列了", () => {
    const isGone = (code: string) => code.startsWith("20103") && code.length === 7;
    const found = findingsOf(dropped("财决04", isGone));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("error 读表/缺下级科目");
    expect(found[0]).toContain(
      "“20103 政府办公厅（室）及相关机构事务”有数，下面却没有一个下级科目",
    );
  });

  test("一张表只列到款：本来如此，不算", () => {
    expect(findingsOf(dropped("财决附02", (code) => code.length === 7))).toEqual([]);
  });
});

describe("编码写错", () => {
  test("名称是同一款里另一个编码的，其他表都没有这个编码", () => {
    const [found, ...others] = findingsOf(recoded("财决附02", "2010301", "2010309"));
    expect(others).toEqual([]);
    expect(found).toContain("error 读表/编码名称不符");
    expect(found).toContain("“2010309 行政运行”的编码，其他表都没有");
    const [problem] = rowStructureFindings(
      recogniseTables(recoded("财决附02", "2010301", "2010309"), "current"),
    );
    const table = tableOf("财决附02");
    const row = table.rowIndex.get("2010301") ?? -1;
    expect(problem?.cells.map(({ address }) => address)).toEqual([
      table.address[row * table.columns.length],
    ]);
    expect(problem?.todo).toContain("2010301");
  });

  test.each(["２０１０３０９", "'2010309", "\u200b2010309"])(
    "写成全角、带着引号、零宽字符的编码照样指到那一格：%j",
    (written) => {
      const found = recogniseTables(recoded("财决附02", "2010301", written), "current");
      const [problem, ...others] = rowStructureFindings(found);
      expect(others).toEqual([]);
      expect(problem?.rule).toBe("读表/编码名称不符");
    },
  );

  test("各张表写的都一样：说不准是谁错，不算", () => {
    const everywhere = clean.tables.reduce(
      (book, { form }) => recoded(form.id, "2010301", "2010309", book),
      workbook,
    );
    expect(findingsOf(everywhere)).toEqual([]);
  });

  test("有一行编码读不成规范的编码时不比，只列那一行的问题", () => {
    const odd = recoded("财决附02", "2010301", "20103011");
    expect(findingsOf(odd).filter((text) => text.includes("财决附02"))).toEqual([]);
  });
});
