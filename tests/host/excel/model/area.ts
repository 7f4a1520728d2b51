import { columnIndex, columnName } from "../../../../src/workbook/addresses.ts";
import { HostError } from "../host-error.ts";

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** 某张表里的一块矩形区域，行列从 0 起。 */
export interface Area<Sheet> {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** 读地址：`E7`、`A1:G9`、整列 `A:C`、整行 `1:3`，可带 `$`。 */
export function areaAt<Sheet>(sheet: Sheet, address: string): Area<Sheet> {
  const [first = "", second = first] = address.replaceAll("$", "").split(":");
  const from = corner(first);
  const to = corner(second);
  const row = from.row ?? 0;
  const column = from.column ?? 0;
  const area = {
    sheet,
    row,
    column,
    rows: (to.row ?? MAX_ROWS - 1) - row + 1,
    columns: (to.column ?? MAX_COLUMNS - 1) - column + 1,
  };
  return checked(area, address);
}

export function checked<Sheet>(area: Area<Sheet>, what: string): Area<Sheet> {
  const inside =
    area.row >= 0 &&
    area.column >= 0 &&
    area.rows > 0 &&
    area.columns > 0 &&
    area.row + area.rows <= MAX_ROWS &&
    area.column + area.columns <= MAX_COLUMNS;
  if (!inside) throw new HostError("InvalidArgument", `区域不对：${what}`);
  return area;
}

function corner(text: string): { row?: number; column?: number } {
  const match = /^([A-Za-z]{0,3})(\d{0,7})$/.exec(text);
  if (match === null || text === "") throw new HostError("InvalidArgument", `地址不对：${text}`);
  const column = columnIndex(match[1] ?? "");
  return {
    ...(match[2] ? { row: Number(match[2]) - 1 } : {}),
    ...(column === undefined ? {} : { column }),
  };
}

/** 不带表名的地址，单格写成 `E7`。 */
export function localAddress({ row, column, rows, columns }: Area<unknown>): string {
  const first = `${columnName(column)}${row + 1}`;
  if (rows === 1 && columns === 1) return first;
  return `${first}:${columnName(column + columns - 1)}${row + rows}`;
}

/** 带表名的地址，同 Excel 的 `Range.address`：不是普通字母的表名加单引号。 */
export function fullAddress(area: Area<{ readonly name: string }>): string {
  const { name } = area.sheet;
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name);
  return `${plain ? name : `'${name.replaceAll("'", "''")}'`}!${localAddress(area)}`;
}
