/** 行列从 0 起的单元格位置。 */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** Excel 的最大行数与最大列数（XFD1048576）。 */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/** 列号（从 0 起）写成字母：0 → `A`，26 → `AA`。不是非负整数时抛 RangeError。 */
export function columnName(index: number): string {
  if (!Number.isSafeInteger(index) || index < 0) throw new RangeError(`列号无效：${index}`);
  let name = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** 列字母转成列号（从 0 起），大小写均可；不是 A 到 XFD 之间的列时返回 `undefined`。 */
export function columnIndex(name: string): number | undefined {
  if (!/^[A-Za-z]{1,3}$/.test(name)) return undefined;
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index <= MAX_COLUMNS ? index - 1 : undefined;
}

/** 行列（从 0 起）写成 A1 样式地址：`(6, 4)` → `E7`。 */
export function cellAddress(row: number, column: number): string {
  if (!Number.isSafeInteger(row) || row < 0) throw new RangeError(`行号无效：${row}`);
  return `${columnName(column)}${row + 1}`;
}

/** 读 A1 样式地址（可带 `$`，如 `$E$7`）；不是单个单元格的地址时返回 `undefined`。 */
export function parseAddress(address: string): CellPosition | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})$/.exec(address);
  if (match === null) return undefined;
  const column = columnIndex(match[1] ?? "");
  const row = Number(match[2]);
  if (column === undefined || row > MAX_ROWS) return undefined;
  return { row: row - 1, column };
}
