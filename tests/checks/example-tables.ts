import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { recogniseTables } from "../../src/tables/recognise.ts";
import type { TableSet } from "../../src/tables/table.ts";
import { readWorkbook } from "../../src/workbook/read-workbook.ts";

const FOLDER = join(import.meta.dirname, "../../examples");

export const exampleNames: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".xlsx"))
  .sort();

export async function exampleTables(
  name: string,
  book: "current" | "prior" = "current",
): Promise<TableSet> {
  const bytes = new Uint8Array(readFileSync(join(FOLDER, name)));
  return recogniseTables(await readWorkbook(bytes, name), book);
}

/** 同一单位上年的示例；没有则为 null。 */
export function priorExample(name: string): string | null {
  const prior = `${Number(name.slice(0, 4)) - 1}${name.slice(4)}`;
  return exampleNames.includes(prior) ? prior : null;
}
