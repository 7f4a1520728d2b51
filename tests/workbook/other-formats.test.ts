import { readFileSync } from "node:fs";
import { strFromU8, strToU8 } from "fflate";
import { expect, describe as group, test } from "vitest";
import { WorkbookRefused } from "../../src/workbook/workbook-refused.ts";
import { EXAMPLES, exampleBytes, libraryBook, writeAs } from "./library-files.ts";
import { cellsOf, outcome, refusalOf, workbookOf } from "./outcome.ts";
import { changePart, readParts, writeZip } from "./zip-surgery.ts";

const EXAMPLE = EXAMPLES[3] ?? "";
const book = libraryBook(exampleBytes(EXAMPLE));
const ods = writeAs(book, "ods");
const xml = strFromU8(writeAs(book, "xlml"));

group("同一本工作簿存成别的格式，读出来一样", () => {
  test.each([
    ["ods", ods],
    ["xml", strToU8(xml)],
  ] as const)("%s", async (format, bytes) => {
    const source = await workbookOf(exampleBytes(EXAMPLE));
    const workbook = await workbookOf(bytes);
    expect(workbook.format).toBe(format);
    expect(workbook.damaged).toEqual([]);
    // SheetJS 写这两种格式时丢掉左上角为空的合并区域，所以不比合并。
    const withoutMerges = workbook.sheets.map((sheet) => ({ ...sheet, merges: [] }));
    expect(withoutMerges).toEqual(source.sheets.map((sheet) => ({ ...sheet, merges: [] })));
  });

  // LibreOffice 由 2022 年泸县示例另存的两个文件：与我们用的库毫无关系的另一个写法。
  test.each(["libreoffice.xls", "libreoffice.ods"])("%s", async (name) => {
    const source = await workbookOf(exampleBytes(EXAMPLE));
    const workbook = await workbookOf(
      new Uint8Array(readFileSync(new URL(`files/${name}`, import.meta.url))),
      name,
    );
    expect(workbook.damaged).toEqual([]);
    expect(workbook.sheets).toEqual(source.sheets);
  });
});

group(".ods", () => {
  const parts = readParts(ods);
  const content = strFromU8(
    parts.find(({ name }) => name === "content.xml")?.data ?? new Uint8Array(),
  );
  const withContent = (text: string): Uint8Array =>
    writeZip(changePart(parts, "content.xml", (part) => ({ ...part, data: strToU8(text) })));
  const table = (inner: string): string =>
    content.replace(
      /<table:table .*<\/table:table>/s,
      `<table:table table:name="表">${inner}</table:table>`,
    );
  const oneCell = (cell: string): string => `<table:table-row>${cell}</table:table-row>`;

  test("content.xml 截断、删去：整份拒绝", async () => {
    for (const share of [0.1, 0.5, 0.999]) {
      const cut = withContent(content.slice(0, Math.floor(content.length * share)));
      expect((await refusalOf(cut)).code).toBe("damaged");
    }
    const removed = writeZip(changePart(parts, "content.xml", () => undefined));
    expect(await outcome(removed)).toBeInstanceOf(WorkbookRefused);
  });

  test("加密的 .ods 拒绝", async () => {
    const manifest = strToU8("<m:manifest xmlns:m='x'><m:encryption-data/></m:manifest>");
    const bytes = writeZip(
      changePart(parts, "META-INF/manifest.xml", (part) => ({ ...part, data: manifest })),
    );
    expect((await refusalOf(bytes)).code).toBe("encrypted");
  });

  test.each([
    ['<table:table-cell office:value-type="float" office:value="1.50"/>', ["0,0 number 1.5"]],
    [
      '<table:table-cell office:value-type="date" office:date-value="2024-12-31"><text:p>x</text:p></table:table-cell>',
      ["0,0 date 2024-12-31"],
    ],
    [
      '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>',
      ["0,0 boolean TRUE"],
    ],
    [
      '<table:table-cell office:value-type="string"><text:p>一<text:s text:c="2"/>二</text:p><text:p>三</text:p></table:table-cell>',
      ["0,0 text 一  二\n三"],
    ],
    [
      '<table:table-cell table:formula="of:=1" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>',
      ["0,0 number 1 ="],
    ],
    ['<table:table-cell table:formula="of:=1"/>', ["0,0 error #无缓存值 ="]],
    [
      '<table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>',
      ["0,0 number 2", "0,1 number 2", "0,2 number 2"],
    ],
    ['<table:table-cell table:number-columns-repeated="16384"/>', []],
  ])("%s", async (cell, expected) => {
    const result = await workbookOf(withContent(table(oneCell(cell))));
    const named = [...result.sheets, ...result.damaged].map(({ name }) => name);
    expect(named).toEqual(["表"]);
    // 读取库读不了的写法只许列为损坏，不许少一格。
    if (result.sheets.length > 0) expect(cellsOf(result.sheets[0])).toEqual(expected);
    else expect(cell).toMatch(/\/>$/);
  });

  test("重复次数说谎：立刻列为损坏", async () => {
    const cell =
      '<table:table-cell office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>';
    const result = await workbookOf(
      withContent(
        table(`<table:table-row table:number-rows-repeated="1000000000">${cell}</table:table-row>`),
      ),
    );
    expect(result.damaged.map(({ name }) => name)).toEqual(["表"]);
  });
});

group("XML 电子表格 2003", () => {
  const wrap = (rows: string): Uint8Array =>
    strToU8(
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"><Worksheet ss:Name="表"><Table ss:ExpandedColumnCount="999999999"><Column ss:Span="999999999"/>${rows}</Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`,
    );

  test("各种单元格", async () => {
    const workbook = await workbookOf(
      wrap(
        '<Row ss:Index="2"><Cell ss:Index="2"><Data ss:Type="Number">1.50</Data></Cell><Cell><Data ss:Type="String">文 本</Data></Cell><Cell ss:Formula="=R1C1"><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#REF!</Data></Cell><Cell><Data ss:Type="DateTime">2024-12-31T00:00:00.000</Data></Cell></Row>',
      ),
    );
    expect(workbook.damaged).toEqual([]);
    expect(workbook.sheets[0]?.hidden).toBe(true);
    expect(cellsOf(workbook.sheets[0])).toEqual([
      "1,1 number 1.5",
      "1,2 text 文 本",
      "1,3 boolean TRUE =",
      "1,4 error #REF!",
      "1,5 date 2024-12-31",
    ]);
  });

  test("截断：整份拒绝", async () => {
    for (const share of [0.1, 0.5, 0.999]) {
      const cut = strToU8(xml.slice(0, Math.floor(xml.length * share)));
      expect((await refusalOf(cut)).code).toBe("damaged");
    }
  });

  test("数写坏了：列为损坏", async () => {
    const workbook = await workbookOf(
      wrap('<Row><Cell><Data ss:Type="Number">1,5</Data></Cell></Row>'),
    );
    expect(workbook.damaged.map(({ name }) => name)).toEqual(["表"]);
  });
});

group("存成 .xls 的网页", () => {
  const page = (table: string, charset = "utf-8"): string =>
    `<html><head><meta charset="${charset}"></head><body>${table}</body></html>`;
  const TABLE =
    "<table><tr><td colspan=2>收入</td></tr><tr><td>001</td><td>1,234.50</td></tr><tr><td>&nbsp;</td><td> </td></tr></table>";

  test("单元格一律是文本，代码前的零不丢", async () => {
    const workbook = await workbookOf(strToU8(page(TABLE + TABLE)), "导出.xls");
    expect(workbook.format).toBe("html");
    expect(workbook.damaged).toEqual([]);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1", "Sheet2"]);
    expect(cellsOf(workbook.sheets[0])).toEqual([
      "0,0 text 收入",
      "1,0 text 001",
      "1,1 text 1,234.50",
    ]);
    expect(workbook.sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
  });

  test("GBK 网页", async () => {
    const [before = "", after = ""] = page("<table><tr><td>@</td></tr></table>", "gb2312").split(
      "@",
    );
    const bytes = Uint8Array.from([...strToU8(before), 0xca, 0xd5, 0xc8, 0xeb, ...strToU8(after)]);
    expect(cellsOf((await workbookOf(bytes)).sheets[0])).toEqual(["0,0 text 收入"]);
  });

  test("没有写完的网页拒绝", async () => {
    const whole = page(TABLE);
    for (const end of [whole.indexOf("001"), whole.indexOf("</table>"), whole.indexOf("</html>")]) {
      expect((await refusalOf(strToU8(whole.slice(0, end)))).code).toBe("truncated");
    }
  });
});
