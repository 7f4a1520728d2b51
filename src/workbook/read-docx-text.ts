import { type DocxNumbering, readDocxNumbering } from "./docx-numbering.ts";
import { SheetDamage } from "./sheet-damage.ts";
import { damagedFile } from "./workbook-refused.ts";
import { decodeXml, scanXml } from "./xml-scan.ts";
import type { ZipArchive } from "./zip-archive.ts";

/** 这些元素里的字不在成文里：删去的修订、域代码、图形的另一种写法。 */
const HIDDEN = new Set(["del", "moveFrom", "instrText", "delText", "Fallback", "comment"]);

/**
 * .docx → 文本：一段一行，表格一行一行、格与格之间用制表符；修订按已接受；自动编号照印出来；脚注附在文末。
 * 包里没有正文、部件损坏时抛 WorkbookRefused。
 */
export function readDocxText(zip: ZipArchive, fileName: string): string {
  try {
    const numbering = readDocxNumbering(
      zip.has("word/numbering.xml") ? zip.read("word/numbering.xml") : null,
    );
    const body = partText(zip.read("word/document.xml"), "正文", numbering);
    const notes = zip.has("word/footnotes.xml")
      ? partText(zip.read("word/footnotes.xml"), "脚注", numbering)
      : [];
    return [...body, ...notes].join("\n");
  } catch (error) {
    if (error instanceof SheetDamage) throw damagedFile(fileName, error.message);
    throw error;
  }
}

interface OpenParagraph {
  text: string;
  numId: string;
  level: number;
}

function partText(bytes: Uint8Array, what: string, numbering: DocxNumbering): string[] {
  const lines: string[] = [];
  /** 表格可以套表格：每层是正在攒的一行各格。 */
  const rows: string[][] = [];
  const cells: string[][] = [];
  const open: OpenParagraph[] = [];
  let hidden = 0;
  let inText = false;
  const finish = () => {
    const paragraph = open.pop();
    if (paragraph === undefined) return;
    const number = paragraph.numId === "" ? "" : numbering.next(paragraph.numId, paragraph.level);
    const text = `${number}${paragraph.text}`;
    const cell = cells.at(-1);
    if (cell === undefined) lines.push(text);
    else if (text.trim() !== "") cell.push(text);
  };
  scanXml(decodeXml(bytes, what), `${what} `, {
    open(name, attributes) {
      if (HIDDEN.has(name)) hidden += 1;
      if (hidden > 0) return;
      const paragraph = open.at(-1);
      if (name === "p") open.push({ text: "", numId: "", level: 0 });
      else if (name === "t") inText = true;
      else if (name === "tr") rows.push([]);
      else if (name === "tc") cells.push([]);
      else if (paragraph === undefined) return;
      else if (name === "tab") paragraph.text += "\t";
      else if (name === "br" || name === "cr") paragraph.text += "\n";
      else if (name === "noBreakHyphen") paragraph.text += "-";
      else if (name === "numId") paragraph.numId = attributes["w:val"] ?? "";
      else if (name === "ilvl") paragraph.level = Number(attributes["w:val"] ?? "0");
    },
    close(name) {
      if (HIDDEN.has(name)) {
        hidden -= 1;
        return;
      }
      if (hidden > 0) return;
      if (name === "t") inText = false;
      else if (name === "p") finish();
      else if (name === "tc") rows.at(-1)?.push((cells.pop() ?? []).join(" "));
      else if (name === "tr") {
        const line = `\t${(rows.pop() ?? []).join("\t")}`;
        const outer = cells.at(-1);
        if (outer === undefined) lines.push(line);
        else outer.push(line.trim());
      }
    },
    text(text) {
      const paragraph = open.at(-1);
      if (inText && hidden === 0 && paragraph !== undefined) paragraph.text += text;
    },
  });
  return lines;
}
