import { strFromU8, unzipSync } from "fflate";
import { expect, describe as group, test } from "vitest";
import { cellAddress } from "../../src/workbook/addresses.ts";
import { EXAMPLES, exampleBytes, libraryBook } from "./library-files.ts";
import { workbookOf } from "./outcome.ts";

group.each(EXAMPLES)("%s", (name) => {
  const bytes = exampleBytes(name);

  test("每张表都读出，没有一张损坏", async () => {
    const workbook = await workbookOf(bytes, name);
    expect(workbook.format).toBe("xlsx");
    expect(workbook.damaged).toEqual([]);
    expect(workbook.notices).toEqual([]);
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(libraryBook(bytes).SheetNames);
  });

  test("单元格个数等于 XML 原文里的值的个数", async () => {
    const workbook = await workbookOf(bytes, name);
    const found = workbook.sheets
      .flatMap((sheet) => sheet.rows.flatMap((cells) => cells ?? []))
      .filter((cell) => cell !== undefined).length;
    const written = Object.entries(unzipSync(bytes))
      .filter(([part]) => part.startsWith("xl/worksheets/sheet"))
      .reduce((total, [, data]) => total + strFromU8(data).split("<v>").length - 1, 0);
    expect(found).toBe(written);
  });

  test("每个单元格的值都与读取库直接读原文件的结果相同", async () => {
    const workbook = await workbookOf(bytes, name);
    const book = libraryBook(bytes);
    for (const sheet of workbook.sheets) {
      const library = book.Sheets[sheet.name] ?? {};
      const expected = Object.entries(library).flatMap(([address, cell]) =>
        address.startsWith("!") ? [] : `${address} ${cell.v}`,
      );
      const actual = sheet.rows.flatMap((cells, row) =>
        (cells ?? []).flatMap((cell, column) =>
          cell === undefined ? [] : `${cellAddress(row, column)} ${cell.text}`,
        ),
      );
      expect(actual.sort()).toEqual(expected.sort());
    }
  });

  test("范围与合并区域", async () => {
    const workbook = await workbookOf(bytes, name);
    for (const sheet of workbook.sheets) {
      expect(sheet.rowCount).toBe(sheet.rows.length);
      expect(sheet.columnCount).toBe(
        Math.max(...Array.from(sheet.rows, (cells) => cells?.length ?? 0)),
      );
      expect(sheet.merges.length).toBe(
        libraryBook(bytes).Sheets[sheet.name]?.["!merges"]?.length ?? 0,
      );
    }
  });
});

test("同一份字节读两次，结果逐字相同", async () => {
  const bytes = exampleBytes(EXAMPLES[0] ?? "");
  const once = JSON.stringify(await workbookOf(bytes));
  expect(JSON.stringify(await workbookOf(bytes))).toBe(once);
});
