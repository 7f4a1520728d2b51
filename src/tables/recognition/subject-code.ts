import { flatten } from "./labels.ts";

/** 一行的科目编码；`name` 是与编码写在同一格里的名称（`2010301 行政运行`），没有则为 `""`。 */
export interface RowCode {
  readonly code: string;
  readonly name: string;
}

const DIGITS = /^\d{1,20}$/;

/**
 * 读一行的科目编码：可写在一格，也可分类、款、项三格；三格里可逐格累加（201｜03｜01）、逐格写全码
 * （201｜20103｜2010301），或省略与上一行相同的前几格（`previous` 为上一个科目的编码）。不是编码时返回 null。
 */
export function readCode(cells: readonly string[], previous: string): RowCode | null {
  let code = "";
  let name = "";
  for (let level = 0; level < cells.length; level++) {
    const text = flatten(cells[level] ?? "");
    if (text === "") continue;
    const part = DIGITS.test(text) ? text : /^(\d{3,7})-?(?=[^\d.])/.exec(text)?.[1];
    if (part === undefined) return code === "" ? null : { code, name };
    // 合并拆开填满后，三格是同一个编码。
    if (part === code) continue;
    if (part !== text) name = text.slice(part.length).replace(/^-/, "");
    code = join(code, part, level, previous);
  }
  return code === "" ? null : { code, name };
}

function join(code: string, part: string, level: number, previous: string): string {
  if (part.length >= 5 || (code === "" && part.length >= 3)) return part;
  const inherited = code === "" && level > 0 ? previous.slice(0, 1 + level * 2) : code;
  return inherited + part.padStart(2, "0");
}

/** 功能分类：3 位类、5 位款、7 位项；经济分类：3 位类、5 位款。其他位数不是规范编码。 */
export function codeLevel(code: string): "class" | "section" | "item" | null {
  if (code.length === 3) return "class";
  if (code.length === 5) return "section";
  return code.length === 7 ? "item" : null;
}
