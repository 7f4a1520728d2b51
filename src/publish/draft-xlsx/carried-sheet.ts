import type { SheetModel } from "../spreadsheet/model.ts";
import { textCell } from "./data-cells.ts";

export const CARRIED_SHEET = "起草底稿";

/** 一格最多放的字；软件的上限是 32767。 */
const CELL_LIMIT = 30_000;

/** 随文件带着的各行文字（见 `baseLines`），隐藏的工作表一行一条，一格放不下的接着写在右边。 */
export function carriedSheet(lines: readonly string[]): SheetModel {
  const style = { font: { name: "宋体", size: 10 } } as const;
  return {
    name: CARRIED_SHEET,
    hidden: true,
    columns: [{ width: 60 }],
    rows: lines.map((line) => ({ cells: pieces(line).map((piece) => textCell(piece, style)) })),
    gridLines: true,
  };
}

function pieces(line: string): string[] {
  const count = Math.max(1, Math.ceil(line.length / CELL_LIMIT));
  return Array.from({ length: count }, (_, at) =>
    line.slice(at * CELL_LIMIT, (at + 1) * CELL_LIMIT),
  );
}
