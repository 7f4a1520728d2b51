import { readWorkbook } from "../../src/workbook/read-workbook.ts";
import type { Cell, Sheet, Workbook } from "../../src/workbook/workbook.ts";
import { WorkbookRefused } from "../../src/workbook/workbook-refused.ts";

/** 读一个文件的结局：读成了，或者整份被拒绝。别的异常照抛，测试就会失败。 */
export async function outcome(
  bytes: Uint8Array,
  fileName = "试验.xlsx",
): Promise<Workbook | WorkbookRefused> {
  try {
    return await readWorkbook(bytes, fileName);
  } catch (error) {
    if (error instanceof WorkbookRefused) return error;
    throw error;
  }
}

/** 读成了的工作簿；被拒绝则测试失败。 */
export async function workbookOf(bytes: Uint8Array, fileName = "试验.xlsx"): Promise<Workbook> {
  return await readWorkbook(bytes, fileName);
}

/** 应当整份拒绝的文件。 */
export async function refusalOf(
  bytes: Uint8Array,
  fileName = "试验.xlsx",
): Promise<WorkbookRefused> {
  const result = await outcome(bytes, fileName);
  if (result instanceof WorkbookRefused) return result;
  throw new Error(`没有被拒绝，读出了 ${result.sheets.length} 张表`);
}

/** 单元格写成一行：`地址 种类 文本 [=]`，便于整表比较。 */
export function cellsOf(sheet: Sheet | undefined): string[] {
  const lines: string[] = [];
  sheet?.rows.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (cell !== undefined) lines.push(`${row},${column} ${describe(cell)}`);
    });
  });
  return lines;
}

export function describe(cell: Cell): string {
  return `${cell.kind} ${cell.text}${cell.formula ? " =" : ""}`;
}
