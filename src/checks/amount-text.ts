import { measureOf } from "../tables/access.ts";
import type { Table } from "../tables/table.ts";

/** 分写成以元计、两位小数的十进制文本；计数写成整数文本。超出安全整数的合计也照写。 */
export function amountText(value: number, measure: "money" | "count"): string {
  if (measure === "count") return String(value + 0);
  const digits = BigInt(Math.abs(Math.round(value)))
    .toString()
    .padStart(3, "0");
  return `${value < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** 供人看的数：金额带千分位和“元”，计数只有整数。 */
export function quantityText(value: number, measure: "money" | "count"): string {
  const [whole = "", fraction] = amountText(value, measure).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return measure === "money" ? `${text} 元` : text;
}

/** 一格的数，供人看：空白和破折号照说；印成万元的照印，因为不知道它的分。 */
export function cellText(table: Table, cell: number): string {
  const width = table.columns.length;
  const row = table.rows[Math.floor(cell / width)];
  const column = table.columns[cell % width];
  const raw = table.raw[cell] ?? "";
  switch (table.state[cell]) {
    case "blank":
      return "空白";
    case "dash":
      return raw;
    case "amount":
      break;
    default:
      return "没有这一格";
  }
  const count = row !== undefined && column !== undefined && measureOf(row, column) === "count";
  if (table.low[cell] !== table.high[cell]) return /万元$/.test(raw) ? raw : `${raw} 万元`;
  return quantityText(table.value[cell] ?? 0, count ? "count" : "money");
}
