import { readdirSync, readFileSync } from "node:fs";
import type { BookType, WorkBook } from "@e965/xlsx";
import * as library from "@e965/xlsx";

export const EXAMPLES = readdirSync("examples")
  .filter((name) => name.endsWith(".xlsx"))
  .sort();

/** 读一个示例工作簿的字节。 */
export function exampleBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`examples/${name}`));
}

/** 用 SheetJS 读出工作簿，以便改写成别的格式，或作旁证。 */
export function libraryBook(bytes: Uint8Array): WorkBook {
  return library.read(bytes, { type: "array", cellNF: true, cellText: false });
}

/** 用 SheetJS 把工作簿写成另一种格式。 */
export function writeAs(book: WorkBook, bookType: BookType): Uint8Array {
  const output: ArrayBuffer | string = library.write(book, { type: "array", bookType });
  return typeof output === "string" ? new TextEncoder().encode(output) : new Uint8Array(output);
}

export { library };
