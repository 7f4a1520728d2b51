import type { Cell, Merge, Workbook } from "../../../../src/workbook/workbook.ts";
import { type CellValue, serialOf } from "./cell-entry.ts";

/** 一本工作簿的内容，可以写成 JSON 交给浏览器里的测试宿主。 */
export interface WorkbookSeed {
  readonly fileName: string;
  readonly sheets: readonly SheetSeed[];
  readonly structureProtected?: boolean;
  readonly readOnly?: boolean;
}

export interface SheetSeed {
  readonly name: string;
  readonly hidden?: boolean;
  readonly protected?: boolean;
  readonly merges?: readonly Merge[];
  /** 空白为 null；错误是 `#DIV/0!` 一类的文字，日期是序列值。 */
  readonly rows: readonly (readonly (CellValue | null)[] | null)[];
}

/** 读出的工作簿（示例文件、生成的基准工作簿）成为测试宿主的内容。 */
export function seedOf({ fileName, sheets }: Workbook): WorkbookSeed {
  return {
    fileName,
    sheets: sheets.map(({ name, hidden, merges, rows }) => ({
      name,
      hidden,
      merges,
      rows: Array.from(rows, (cells) =>
        cells === undefined ? null : Array.from(cells, seedValue),
      ),
    })),
  };
}

function seedValue(cell: Cell | undefined): CellValue | null {
  if (cell === undefined) return null;
  switch (cell.kind) {
    case "number":
      return Number(cell.text);
    case "boolean":
      return cell.text === "TRUE";
    case "date": {
      const [year = 1900, month = 1, day = 1] = cell.text.slice(0, 10).split("-").map(Number);
      return serialOf(year, month, day);
    }
    default:
      return cell.text;
  }
}
