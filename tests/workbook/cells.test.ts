import { expect, test } from "vitest";
import { columnName } from "../../src/workbook/addresses.ts";
import { NO_CACHED_VALUE } from "../../src/workbook/cell-text.ts";
import { describe, workbookOf } from "./outcome.ts";
import { row, sheetData, smallXlsx } from "./small-xlsx.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="#,##0.00&quot;元&quot;"/><numFmt numFmtId="166" formatCode="_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * &quot;-&quot;??_ ;_ @_ "/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${[
  0, 14, 164, 165, 166, 31, 58, 22,
]
  .map((id) => `<xf numFmtId="${id}"/>`)
  .join("")}</cellXfs></styleSheet>`;
const STRINGS = `<sst xmlns="${MAIN}"><si><t>纯文本</t></si><si><r><t>富</t></r><r><rPr><b/></rPr><t xml:space="preserve">文 本</t></r><rPh sb="0" eb="1"><t>注音</t></rPh></si><si><t xml:space="preserve">  前后有空格　</t></si><si><t>换_x000D_行&#10;</t></si><si><t></t></si></sst>`;

/** 一格 `<c>` 读成什么；`undefined` 表示没有单元格。 */
async function read(cell: string, date1904 = false): Promise<string | undefined> {
  const workbook = await workbookOf(
    smallXlsx({
      sheets: [{ name: "表", inner: sheetData(row(1, cell)) }],
      sharedStrings: STRINGS,
      styles: STYLES,
      date1904,
    }),
  );
  expect(workbook.damaged).toEqual([]);
  const found = workbook.sheets[0]?.rows[0]?.[0];
  return found === undefined ? undefined : describe(found);
}

test.each([
  ['<c r="A1"><v>1234.5</v></c>', "number 1234.5"],
  ['<c r="A1"><v>1.2345000000000001E3</v></c>', "number 1234.5"],
  ['<c r="A1" t="n"><v>-0</v></c>', "number 0"],
  ['<c r="A1"><v>1E21</v></c>', "number 1000000000000000000000"],
  ['<c r="A1"><f>1+1</f><v>2</v></c>', "number 2 ="],
  ['<c r="A1"><f>A2</f><v>0</v></c>', "number 0 ="],
  ['<c r="A1" t="s"><v>0</v></c>', "text 纯文本"],
  ['<c r="A1" t="s"><v>1</v></c>', "text 富文 本"],
  ['<c r="A1" t="s"><v>2</v></c>', "text   前后有空格　"],
  ['<c r="A1" t="s"><v>3</v></c>', "text 换\n行\n"],
  ['<c r="A1" t="str"><f>B1</f><v>结果</v></c>', "text 结果 ="],
  ['<c r="A1" t="inlineStr"><is><t>内嵌</t></is></c>', "text 内嵌"],
  ['<c r="A1" t="inlineStr"><is><r><t>内</t></r><r><t>嵌</t></r></is></c>', "text 内嵌"],
  ['<c r="A1" t="b"><v>1</v></c>', "boolean TRUE"],
  ['<c r="A1" t="b"><f>FALSE()</f><v>0</v></c>', "boolean FALSE ="],
  ['<c r="A1" t="e"><v>#REF!</v></c>', "error #REF!"],
  ['<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "error #DIV/0! ="],
  ['<c r="A1" t="e"><v>#SPILL!</v></c>', "error #SPILL!"],
  ['<c r="A1" s="1"><v>45657</v></c>', "date 2024-12-31"],
  ['<c r="A1" s="2"><v>45657</v></c>', "date 2024-12-31"],
  ['<c r="A1" s="5"><v>45657</v></c>', "date 2024-12-31"],
  ['<c r="A1" s="6"><v>45657</v></c>', "date 2024-12-31"],
  ['<c r="A1" s="7"><v>45657.75</v></c>', "date 2024-12-31T18:00:00"],
  ['<c r="A1" t="d"><v>2024-12-31T00:00:00Z</v></c>', "date 2024-12-31"],
  ['<c r="A1" s="0"><v>45657</v></c>', "number 45657"],
  ['<c r="A1" s="3"><v>45657</v></c>', "number 45657"],
  ['<c r="A1" s="4"><v>45657</v></c>', "number 45657"],
  ['<c r="A1" s="1"><v>0</v></c>', "number 0"],
])("%s", async (cell, expected) => {
  expect(await read(cell)).toBe(expected);
});

test.each([
  '<c r="A1" s="1"/>',
  '<c r="A1"><v></v></c>',
  '<c r="A1" t="s"/>',
  '<c r="A1" t="s"><v>4</v></c>',
  '<c r="A1" t="str"><f>""</f><v></v></c>',
  '<c r="A1" t="inlineStr"><is><t/></is></c>',
])("空白：%s", async (cell) => {
  expect(await read(cell)).toBeUndefined();
});

test.each([
  '<c r="A1"><f>SUM(A2:A9)</f></c>',
  '<c r="A1"><f>SUM(A2:A9)</f><v/></c>',
  '<c r="A1"><f>SUM(A2:A9)</f><v></v></c>',
  '<c r="A1" t="str"><f>A2</f></c>',
])("没有缓存结果的公式既不是空白也不是 0：%s", async (cell) => {
  expect(await read(cell)).toBe(`error ${NO_CACHED_VALUE} =`);
});

test("1904 年日期制", async () => {
  expect(await read('<c r="A1" s="1"><v>44195</v></c>', true)).toBe("date 2024-12-31");
});

test("行列可以不写地址，前缀可以不同", async () => {
  const inner = `<x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="str"><x:v>二</x:v></x:c></x:row><x:row r="4"><x:c r="C4"><x:v>3</x:v></x:c><x:c><x:v>4</x:v></x:c></x:row></x:sheetData>`;
  const workbook = await workbookOf(
    smallXlsx({
      sheets: [{ name: "表", part: `<x:worksheet xmlns:x="${MAIN}">${inner}</x:worksheet>` }],
    }),
  );
  expect(workbook.damaged).toEqual([]);
  const found = workbook.sheets[0]?.rows.flatMap((cells, r) =>
    (cells ?? []).flatMap((cell, c) =>
      cell === undefined ? [] : `${columnName(c)}${r + 1}=${cell.text}`,
    ),
  );
  expect(found).toEqual(["A1=1", "B1=二", "C4=3", "D4=4"]);
});

test("隐藏与深度隐藏的表、合并区域", async () => {
  const merges =
    '<mergeCells count="2"><mergeCell ref="B2:C3"/><mergeCell ref="A1:D1"/></mergeCells>';
  const workbook = await workbookOf(
    smallXlsx({
      sheets: [
        { name: "可见", inner: `<sheetData/>${merges}` },
        { name: "隐藏", state: "hidden" },
        { name: "深藏", state: "veryHidden" },
      ],
    }),
  );
  expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ["可见", false],
    ["隐藏", true],
    ["深藏", true],
  ]);
  expect(workbook.sheets[0]?.merges).toEqual([
    { top: 0, left: 0, bottom: 0, right: 3 },
    { top: 1, left: 1, bottom: 2, right: 2 },
  ]);
});

test("工作表叫 __proto__、constructor、toString 也不会丢", async () => {
  const names = ["__proto__", "constructor", "toString", "S1", "a&amp;b"];
  const workbook = await workbookOf(
    smallXlsx({
      sheets: names.map((name, index) => ({
        name,
        inner: sheetData(row(1, `<c r="A1"><v>${index}</v></c>`)),
      })),
    }),
  );
  expect(workbook.damaged).toEqual([]);
  expect(workbook.sheets.map(({ name, rows }) => [name, rows[0]?.[0]?.text])).toEqual([
    ["__proto__", "0"],
    ["constructor", "1"],
    ["toString", "2"],
    ["S1", "3"],
    ["a&b", "4"],
  ]);
});

test.each([
  ["数写坏了", '<c r="A1"><v>12,3</v></c>', "A1"],
  ["数不是数", '<c r="A1"><v>NaN</v></c>', "A1"],
  ["字符串序号越界", '<c r="A1" t="s"><v>99</v></c>', "共享字符串"],
  ["字符串序号不是数", '<c r="A1" t="s"><v>x</v></c>', "A1"],
  ["不认识的类型", '<c r="A1" t="q"><v>1</v></c>', "A1"],
  ["同一格两次", '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>', "A1"],
  ["一格两个值", '<c r="A1"><v>1</v><v>2</v></c>', "A1"],
  ["地址无效", '<c r="A0"><v>1</v></c>', "A0"],
  ["写在别的行里", '<c r="A2"><v>1</v></c>', "A2"],
])("%s：表列为损坏，说出在哪里", async (_, cell, where) => {
  const workbook = await workbookOf(
    smallXlsx({
      sheets: [{ name: "坏表", inner: sheetData(row(1, cell)) }, { name: "好表" }],
    }),
  );
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["好表"]);
  expect(workbook.damaged).toEqual([
    { name: "坏表", reason: expect.stringContaining(where) as string },
  ]);
});
