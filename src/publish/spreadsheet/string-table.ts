import { escapeText, XML_DECLARATION } from "../ooxml/xml.ts";
import type { CellFont, TextRun } from "./model.ts";
import { MAIN_NS } from "./namespaces.ts";
import { runFontXml } from "./style-table.ts";

/** 共享字符串表：工作簿里的文字都放在这里，单元格只记编号。 */
export class StringTable {
  readonly #index = new Map<string, number>();
  readonly #items: string[] = [];
  #uses = 0;

  /** 文字的编号；`cellFont` 供没有指明字体的片段沿用。 */
  indexOf(runs: readonly TextRun[], cellFont: CellFont): number {
    const item = `<si>${itemXml(runs, cellFont)}</si>`;
    this.#uses += 1;
    const known = this.#index.get(item);
    if (known !== undefined) return known;
    this.#index.set(item, this.#items.length);
    this.#items.push(item);
    return this.#items.length - 1;
  }

  toXml(): string {
    return `${XML_DECLARATION}<sst xmlns="${MAIN_NS}" count="${this.#uses}" uniqueCount="${this.#items.length}">${this.#items.join("")}</sst>`;
  }
}

function itemXml(runs: readonly TextRun[], cellFont: CellFont): string {
  const plain = runs.every((run) => run.font === undefined);
  if (plain) return textXml(runs.map((run) => run.text).join(""));
  return runs
    .filter((run) => run.text !== "")
    .map((run) => `<r>${runFontXml(run.font ?? cellFont)}${textXml(run.text)}</r>`)
    .join("");
}

function textXml(text: string): string {
  return `<t xml:space="preserve">${escapeText(encodeControls(text))}</t>`;
}

/** 表格里的 `_x000D_` 一类是字符的代码：控制符写成代码，正文里恰好这样写的要先转义。 */
function encodeControls(text: string): string {
  return (
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: 要找的正是这些控制符。
      .replace(/[\u0000-\u0008\u000b-\u001f]/g, (control) => {
        const code = control.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
        return `_x${code}_`;
      })
  );
}
