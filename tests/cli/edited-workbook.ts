import { readFileSync, writeFileSync } from "node:fs";
import * as XLSX from "@e965/xlsx";

/** 要改的一格：数字、文本，或公式错误（`#REF!`）。 */
export type CellEdit = number | string | { readonly error: string };

const ERROR_CODES: ReadonlyMap<string, number> = new Map([
  ["#REF!", 0x17],
  ["#DIV/0!", 0x07],
  ["#N/A", 0x2a],
]);

/**
 * 由一本真实的示例工作簿改出一本：`edits` 的键为 `工作表名开头!地址`。
 * `change` 可以再动整本（增删工作表）。写成 .xlsx 或 .xls 后返回路径。
 */
export function editedWorkbook(
  source: string,
  target: string,
  edits: Readonly<Record<string, CellEdit>>,
  change: (book: XLSX.WorkBook) => void = () => {},
): string {
  const book = XLSX.read(readFileSync(source));
  for (const [place, value] of Object.entries(edits)) {
    const [prefix = "", address = ""] = place.split("!");
    const name = book.SheetNames.find((sheet) => sheet.startsWith(prefix));
    const sheet = name === undefined ? undefined : book.Sheets[name];
    if (sheet === undefined) throw new Error(`示例里没有以“${prefix}”开头的工作表`);
    sheet[address] = cellObject(value);
  }
  change(book);
  const bookType = target.endsWith(".xls") ? "biff8" : "xlsx";
  writeFileSync(target, XLSX.write(book, { type: "buffer", bookType, compression: true }));
  return target;
}

function cellObject(value: CellEdit): XLSX.CellObject {
  if (typeof value === "number") return { t: "n", v: value };
  if (typeof value === "string") return { t: "s", v: value };
  return { t: "e", v: ERROR_CODES.get(value.error) ?? 0x0f, w: value.error };
}
