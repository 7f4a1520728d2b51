import type { SheetCell, SheetModel, SheetRow } from "../../../src/publish/spreadsheet/model.ts";
import { parseAddress } from "../../../src/workbook/addresses.ts";
import { paragraphsOf } from "../../../src/workbook/read-draft-rows.ts";
import type { Cell, Sheet } from "../../../src/workbook/workbook.ts";
import type { SheetParagraph } from "../host.ts";
import { looksOwn, OWN_SHEETS } from "../own-sheets.ts";

/** 打开的文件里这张表是不是我们写的。 */
export function isOwnSheet(sheet: Sheet): boolean {
  return OWN_SHEETS.includes(sheet.name) && looksOwn(sheet.name, gridOf(sheet));
}

/** 从“决算说明”读回各段。 */
export function narrativeParagraphs(sheet: Sheet): SheetParagraph[] {
  return paragraphsOf(gridOf(sheet));
}

/** 每格的文字，空白为空串，与 Excel 的 `Range.values` 同形。 */
function gridOf({ rows, rowCount, columnCount }: Sheet): string[][] {
  const width = Math.max(3, columnCount);
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: width }, (_, column) => rows[row]?.[column]?.text ?? ""),
  );
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
