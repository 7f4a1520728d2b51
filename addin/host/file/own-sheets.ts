import type { SheetCell, SheetModel, SheetRow } from "../../../src/publish/spreadsheet/model.ts";
import { parseAddress } from "../../../src/workbook/addresses.ts";
import type { Cell, Sheet } from "../../../src/workbook/workbook.ts";
import type { SheetParagraph } from "../host.ts";

/** 我们写的文字表与数据表的名称（与 src/publish 里的一致，由测试保证）。 */
export const NARRATIVE_SHEET = "决算说明";
export const SOURCES_SHEET = "数据来源";

const PART = /^(\d+)\/(\d+)$/;
const INDENT = /^　+/;

/** 打开的文件里的“决算说明”是不是我们写的：凡有文字的行，B 栏有段落编号，C 栏是第几截。 */
export function isOwnNarrative(sheet: Sheet): boolean {
  const filled = sheet.rows.filter((row) => row?.some((cell) => cell !== undefined));
  return (
    filled.length > 0 &&
    filled.every((row) => row?.[1] !== undefined && PART.test(row[2]?.text ?? ""))
  );
}

/** 从“决算说明”读回各段：一段拆成的几行接起来，去掉段首的空格。 */
export function narrativeParagraphs(sheet: Sheet): SheetParagraph[] {
  const paragraphs: { id: string; text: string }[] = [];
  for (const row of sheet.rows) {
    const id = row?.[1]?.text;
    const part = PART.exec(row?.[2]?.text ?? "")?.[1];
    if (id === undefined || part === undefined) continue;
    const text = row?.[0]?.text ?? "";
    const last = paragraphs.at(-1);
    if (part !== "1" && last?.id === id) last.text += text;
    else paragraphs.push({ id, text: text.replace(INDENT, "") });
  }
  return paragraphs;
}

/** 要写出的工作表，看作读进来的工作表（供显示、读回）。 */
export function sheetOfModel(model: SheetModel): Sheet {
  const rows = model.rows.map((row) => row.cells.map(readCell));
  return {
    name: model.name,
    hidden: false,
    rowCount: rows.length,
    columnCount: rows.reduce((widest, row) => Math.max(widest, row.length), 0),
    rows,
    merges: [],
  };
}

function readCell(cell: SheetCell | undefined): Cell | undefined {
  switch (cell?.kind) {
    case "text": {
      const text = cell.runs.map((run) => run.text).join("");
      return text === "" ? undefined : { kind: "text", text, formula: false };
    }
    case "number":
      return { kind: "number", text: cell.decimal, formula: false };
    case "formula":
      return { kind: "text", text: cell.result, formula: true };
    case undefined:
      return undefined;
  }
}

/** 在我们写的表里改一格文字，样式不变；不是文字的格、没有的格不改。 */
export function withModelText(model: SheetModel, address: string, text: string): SheetModel {
  const position = parseAddress(address);
  const cell = position && model.rows[position.row]?.cells[position.column];
  if (position === undefined || cell?.kind !== "text") return model;
  const replace = <T>(list: readonly T[], index: number, item: T) =>
    list.map((old, at) => (at === index ? item : old));
  const row = model.rows[position.row] as SheetRow;
  return {
    ...model,
    rows: replace(model.rows, position.row, {
      ...row,
      cells: replace(row.cells, position.column, { ...cell, runs: [{ text }] }),
    }),
  };
}
