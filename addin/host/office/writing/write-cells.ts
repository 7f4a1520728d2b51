import type { SheetModel } from "../../../../src/publish/spreadsheet/model.ts";
import { type CellInput, cellInput } from "./cell-input.ts";
import { type Payload, textBytes } from "./payload.ts";

/** 一块最多这么多字节，免得单单一块就超过一次请求。 */
const BLOCK_BYTES = 1_000_000;

/** 录入整张表的格：先设数字格式，再给值。 */
export async function writeCells(
  sheet: Excel.Worksheet,
  model: SheetModel,
  payload: Payload,
): Promise<void> {
  const columns = widthOf(model);
  if (columns === 0) return;
  let block: CellInput[][] = [];
  let bytes = 0;
  let first = 0;
  const flush = async () => {
    if (block.length === 0) return;
    await payload.add(bytes);
    const range = sheet.getRangeByIndexes(first, 0, block.length, columns);
    range.numberFormat = block.map((row) => row.map((cell) => cell.numberFormat));
    range.values = block.map((row) => row.map((cell) => cell.value));
    first += block.length;
    block = [];
    bytes = 0;
  };
  for (const { cells } of model.rows) {
    const row = Array.from({ length: columns }, (_, column) => cellInput(cells[column]));
    block.push(row);
    for (const { value, numberFormat } of row) bytes += textBytes(value) + textBytes(numberFormat);
    if (bytes > BLOCK_BYTES) await flush();
  }
  await flush();
}

/** 最长的一行有几格。 */
export function widthOf({ rows }: SheetModel): number {
  return rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
}
