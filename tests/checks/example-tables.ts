import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { recogniseTables } from "../../src/tables/recognise.ts";
import type { TableSet } from "../../src/tables/table.ts";
import { readWorkbook } from "../../src/workbook/read-workbook.ts";
import type { Workbook } from "../../src/workbook/workbook.ts";

const FOLDER = join(import.meta.dirname, "../../examples");

export const exampleNames: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".xlsx"))
  .sort();

/** 每次都另认一遍表，可以随意改动；工作簿本身不会改动，只读一次。 */
export async function exampleTables(
  name: string,
  book: "current" | "prior" = "current",
): Promise<TableSet> {
  const known = workbooks.get(name) ?? readWorkbook(readFileSync(join(FOLDER, name)), name);
  workbooks.set(name, known);
  return recogniseTables(await known, book);
}

const workbooks = new Map<string, Promise<Workbook>>();

/** 同一单位上年的示例；没有则为 null。 */
export function priorExample(name: string): string | null {
  const prior = `${Number(name.slice(0, 4)) - 1}${name.slice(4)}`;
  return exampleNames.includes(prior) ? prior : null;
}
