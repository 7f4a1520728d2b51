import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HostFailure } from "../../addin/host/host.ts";
import { fromXml, toXml } from "../../addin/host/kept-xml-text.ts";
import { cellOf } from "../../addin/host/office/cells-of.ts";
import { failureOf } from "../../addin/host/office/failure-of.ts";
import { cellInput } from "../../addin/host/office/writing/cell-input.ts";
import { regionsOf } from "../../addin/host/office/writing/regions.ts";
import { footerSections } from "../../addin/host/office/writing/write-page.ts";
import {
  looksOwn,
  NARRATIVE_SHEET,
  OWN_SHEETS,
  parseTemporary,
  temporaryName,
} from "../../addin/host/own-sheets.ts";
import { SOURCES_SHEET } from "../../src/publish/draft-xlsx/sources-sheet.ts";
import { TEXT_SHEET } from "../../src/publish/draft-xlsx/text-sheet.ts";
import type { CellStyle } from "../../src/publish/spreadsheet/model.ts";
import { paragraphsOf } from "../../src/workbook/read-draft-rows.ts";
import { enter } from "./excel/model/cell-entry.ts";

const STYLE: CellStyle = { font: { name: "宋体", size: 10 } };

describe("格式并块", () => {
  test("每格恰好在一块里，块的内容处处相同", () => {
    const grids = fc.array(fc.array(fc.constantFrom("a", "b", undefined), { maxLength: 6 }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(grids, (grid) => {
        const size = { rows: grid.length, columns: 6 };
        const covered = new Map<string, string>();
        for (const { key, region } of regionsOf(size, (row, column) => grid[row]?.[column])) {
          for (let r = region.row; r < region.row + region.rows; r++) {
            for (let c = region.column; c < region.column + region.columns; c++) {
              expect(covered.has(`${r},${c}`)).toBe(false);
              covered.set(`${r},${c}`, key);
            }
          }
        }
        grid.forEach((row, r) => {
          row.forEach((key, c) => {
            expect(covered.get(`${r},${c}`)).toBe(key);
          });
        });
      }),
    );
  });
});

describe("录入", () => {
  test("任何文字录入后还是那些文字", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const { value, numberFormat } = cellInput({ kind: "text", runs: [{ text }], style: STYLE });
        const entered = enter(value, numberFormat, () => "成了公式");
        expect(entered?.value ?? "").toBe(text);
        expect(entered?.formula).toBeUndefined();
      }),
    );
  });

  test.each([
    ["123456.78", 123456.78],
    ["0.1", 0.1],
    ["100.00", 100],
    ["-0.50", -0.5],
    ["0", 0],
    ["123456789012345678.12", "123456789012345678.12"],
    ["0.12345678901234567891", "0.12345678901234567891"],
  ])("%s 成为数字，会走样的留作文字", (decimal, value) => {
    expect(cellInput({ kind: "number", decimal, style: STYLE }).value).toBe(value);
  });

  test("两位小数的金额往返不变", () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (cents) => {
        const text = cellOf(cents / 100)?.text ?? "0";
        const { value } = cellInput({ kind: "number", decimal: text, style: STYLE });
        expect(cellOf(value)?.text ?? "0").toBe(text);
      }),
    );
  });
});

describe("单元格的值", () => {
  test.each([
    [1234.5, { kind: "number", text: "1234.5", formula: false }],
    [1e21, { kind: "number", text: "1000000000000000000000", formula: false }],
    [0.1, { kind: "number", text: "0.1", formula: false }],
    [true, { kind: "boolean", text: "TRUE", formula: false }],
    ["#DIV/0!", { kind: "error", text: "#DIV/0!", formula: false }],
    ["#1 楼", { kind: "text", text: "#1 楼", formula: false }],
    ["", undefined],
    [null, undefined],
  ])("%s", (value, cell) => {
    expect(cellOf(value)).toEqual(cell);
  });
});

test("数据放进 XML 再取出，JSON 的意思不变", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const json = JSON.stringify({ 文: text });
      expect(JSON.parse(fromXml(toXml(json)) ?? "")).toEqual({ 文: text });
    }),
  );
  expect(JSON.parse(fromXml(toXml('{"半个":"\\ud83d","坏":"\ud83d"}')) ?? "")).toEqual({
    半个: "\ud83d",
    坏: "\ud83d",
  });
  expect(fromXml("<别的/>")).toBeNull();
});

describe("我们自己的表", () => {
  test("名称与写文件的一致", () => {
    expect(NARRATIVE_SHEET).toBe(TEXT_SHEET);
    expect(OWN_SHEETS).toContain(SOURCES_SHEET);
  });

  test("临时表名避开已有的，认得回来，不超过 31 个字符", () => {
    const first = temporaryName("staged", "决算说明", new Set());
    const second = temporaryName("staged", "决算说明", new Set([first]));
    expect([first, second]).toEqual(["决算说明（写入中）", "决算说明（写入中2）"]);
    expect(parseTemporary(second)).toEqual({ kind: "staged", name: "决算说明" });
    expect(parseTemporary(temporaryName("old", "数据来源", new Set()))?.kind).toBe("old");
    expect(parseTemporary("决算说明")).toBeNull();
    expect(second.length).toBeLessThanOrEqual(31);
  });

  test("按内容认", () => {
    expect(looksOwn("决算说明", [["　　正文", "二.一/总", "1/1"]])).toBe(true);
    expect(looksOwn("决算说明", [["领导讲话稿", "", ""]])).toBe(false);
    expect(looksOwn("数据来源", [["节", "段落编号", "文中的数", "出处"]])).toBe(true);
    expect(looksOwn("数据来源", [["来源说明"]])).toBe(false);
    expect(looksOwn("核对结果", [["我的核对记录"]])).toBe(false);
    expect(looksOwn("核对结果", [])).toBe(true);
  });

  test("拆开的接起来，插的行接在上一段后面，前面插的归第一段", () => {
    expect(
      paragraphsOf([
        ["使用者写在最前面", "", ""],
        ["一、标题", "一", "1/1"],
        ["　　前半句，", "一/1", "1/2"],
        ["后半句。", "一/1", "2/2"],
        ["　　插进来的", "", ""],
        ["", "", ""],
        ["　　又一段", "一/2", "1/1"],
      ]),
    ).toEqual([
      { id: "一", text: "使用者写在最前面\n一、标题" },
      { id: "一/1", text: "前半句，后半句。\n插进来的" },
      { id: "一/2", text: "又一段" },
    ]);
  });
});

test("页脚代码分成左中右", () => {
  expect(footerSections('&R&"宋体"&14— &P —　')).toEqual({
    left: "",
    center: "",
    right: '&"宋体"&14— &P —　',
  });
  expect(footerSections("&L左&C中")).toEqual({ left: "左", center: "中", right: "" });
  expect(footerSections("第 &P 页")).toEqual({ left: "", center: "第 &P 页", right: "" });
});

test.each([
  ["InvalidOperationInCellEditMode", "editing-cell"],
  ["AccessDenied", "protected-sheet"],
  ["ItemNotFound", "gone"],
  ["ResponsePayloadSizeLimitExceeded", "too-large"],
  ["ApiNotFound", "not-supported"],
  ["GeneralException", "unknown"],
])("Excel 的错误 %s 换成 %s，说法里没有英文原文", (code, expected) => {
  const failure = failureOf(Object.assign(new Error("Something went wrong."), { code }), "读表");
  expect(failure).toBeInstanceOf(HostFailure);
  expect(failure.code).toBe(expected);
  expect(failure.message).toMatch(/^读表没有做成：/);
  expect(failure.message).not.toContain("Something");
  expect(failure.todo).not.toBe("");
});
