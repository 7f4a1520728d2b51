import { cellAddress, parseAddress } from "./addresses.ts";
import { booleanCell, errorCell, NO_CACHED_VALUE, numberCell, textCell } from "./cell-text.ts";
import { SheetBuilder, type SheetContent } from "./sheet-builder.ts";
import { SheetDamage } from "./sheet-damage.ts";
import type { Cell } from "./workbook.ts";
import { decodeEscapes } from "./xlsx-strings.ts";
import { scanXml, type XmlAttributes } from "./xml-scan.ts";

/** 读工作表时要查的表外内容。 */
export interface WorksheetContext {
  /** 按序号取共享字符串；序号越界、共享字符串表读不出时抛 SheetDamage。 */
  sharedString(index: number): string;
  /** 样式的数字格式是不是日期。 */
  isDateStyle(style: number): boolean;
  readonly date1904: boolean;
}

export interface ScannedWorksheet {
  readonly content: SheetContent;
  /** `<sheetData>` 的原文，供另一套读法复核。 */
  readonly sheetData: string;
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  formula: boolean;
  /** `<v>` 的文本；没有 `<v>` 时为 `undefined`。 */
  value: string | undefined;
  /** `<is>` 的文本。 */
  inline: string;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/**
 * 严格读一个工作表部件：必须是完整的 XML，根元素是 worksheet，有 sheetData，地址有效且不重复，
 * 每个值都认得。任何一条不成立都抛 SheetDamage，绝不返回残缺的表。
 */
export function scanWorksheet(xml: string, context: WorksheetContext): ScannedWorksheet {
  const builder = new SheetBuilder();
  const path: string[] = [];
  let row = -1;
  let column = -1;
  let rowsSeen = 0;
  let cell: OpenCell | null = null;
  let dataStart = -1;
  let dataEnd = -1;
  let dimension = "";

  const openCell = (attributes: XmlAttributes): OpenCell => {
    column++;
    if (attributes.r !== undefined) {
      const position = parseAddress(attributes.r);
      if (position === undefined) throw new SheetDamage(`单元格地址「${attributes.r}」无效`);
      if (position.row !== row) {
        throw new SheetDamage(`单元格 ${attributes.r} 写在了第 ${row + 1} 行里`);
      }
      column = position.column;
    }
    return {
      row,
      column,
      type: attributes.t ?? "n",
      style: Number(attributes.s ?? 0),
      formula: false,
      value: undefined,
      inline: "",
    };
  };

  scanXml(xml, "工作表内容", {
    open(name, attributes, position) {
      const parent = path.at(-1);
      if (parent === undefined && name !== "worksheet") {
        throw new SheetDamage(`工作表内容的根元素是「${name}」，不是 worksheet`);
      }
      path.push(name);
      if (parent === "worksheet") {
        if (name === "dimension") dimension = attributes.ref ?? "";
        if (name === "sheetData") {
          if (dataStart >= 0) throw new SheetDamage("有两份单元格数据（sheetData）");
          dataStart = xml.lastIndexOf("<", position - 1);
        }
      } else if (name === "row" && parent === "sheetData") {
        row = attributes.r === undefined ? row + 1 : rowIndex(attributes.r);
        column = -1;
        rowsSeen++;
      } else if (name === "c" && parent === "row") {
        cell = openCell(attributes);
      } else if (cell !== null && parent === "c") {
        if (name === "f") cell.formula = true;
        if (name === "v") {
          if (cell.value !== undefined) throw new SheetDamage(`${addressOf(cell)} 有两个值`);
          cell.value = "";
        }
      } else if (name === "mergeCell" && parent === "mergeCells") {
        addMerge(builder, attributes.ref ?? "");
      }
    },
    text(chunk) {
      if (cell === null) return;
      const element = path.at(-1);
      if (element === "v") cell.value += chunk;
      else if (element === "t" && !path.includes("rPh")) cell.inline += chunk;
    },
    close(name, position) {
      path.pop();
      if (name === "c" && cell !== null) {
        const content = readCell(cell, context);
        if (content !== undefined) builder.put(cell.row, cell.column, content);
        cell = null;
      } else if (name === "sheetData" && path.length === 1) {
        dataEnd = position;
      }
    },
  });
  if (dataStart < 0) throw new SheetDamage("没有单元格数据（缺少 sheetData）");
  if (rowsSeen === 0 && dimension.includes(":")) {
    throw new SheetDamage(`自称范围 ${dimension}，却一行也没有`);
  }
  return { content: builder.build(), sheetData: xml.slice(dataStart, dataEnd) };
}

function rowIndex(text: string): number {
  const row = /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 0;
  if (row < 1 || row > 1_048_576) throw new SheetDamage(`行号「${text}」无效`);
  return row - 1;
}

function addMerge(builder: SheetBuilder, ref: string): void {
  const [first = "", last = first] = ref.split(":");
  const from = parseAddress(first);
  const to = parseAddress(last);
  if (from === undefined || to === undefined) throw new SheetDamage(`合并区域「${ref}」无效`);
  builder.merge({ top: from.row, left: from.column, bottom: to.row, right: to.column });
}

function readCell(cell: OpenCell, context: WorksheetContext): Cell | undefined {
  const { formula, value, type } = cell;
  // 数字公式的 <v/> 为空、文本公式没有 <v>，都是写文件的软件没有算过；不能当成空白或 0。
  if (formula && (value === undefined || (value === "" && type !== "str"))) {
    return errorCell(NO_CACHED_VALUE, true);
  }
  if (type === "inlineStr") return textCell(decodeEscapes(cell.inline), formula);
  if (value === undefined || value === "") return undefined;
  switch (type) {
    case "n":
      return numberCell(readNumber(value, cell), formula, {
        isDate: context.isDateStyle(cell.style),
        date1904: context.date1904,
      });
    case "s":
      return textCell(context.sharedString(readIndex(value, cell)), formula);
    case "str":
      return textCell(decodeEscapes(value), formula);
    case "b":
      if (!/^(0|1|true|false)$/i.test(value)) break;
      return booleanCell(/^(1|true)$/i.test(value), formula);
    case "e":
      return errorCell(value, formula);
    case "d":
      if (!/^\d{4}-\d{2}-\d{2}/.test(value)) break;
      return { kind: "date", text: value.replace(/T00:00:00(\.0+)?Z?$/, ""), formula };
  }
  throw new SheetDamage(`${addressOf(cell)} 的值「${value.slice(0, 20)}」读不懂（类型 ${type}）`);
}

function readNumber(text: string, cell: OpenCell): number {
  const trimmed = text.trim();
  const value = NUMBER.test(trimmed) ? Number(trimmed) : Number.NaN;
  if (!Number.isFinite(value)) {
    throw new SheetDamage(`${addressOf(cell)} 的数「${text.slice(0, 20)}」读不懂`);
  }
  return value;
}

function readIndex(text: string, cell: OpenCell): number {
  if (!/^\s*\d{1,9}\s*$/.test(text)) {
    throw new SheetDamage(`${addressOf(cell)} 的字符串序号「${text.slice(0, 20)}」无效`);
  }
  return Number(text);
}

function addressOf(cell: OpenCell): string {
  return `单元格 ${cellAddress(cell.row, cell.column)}`;
}
