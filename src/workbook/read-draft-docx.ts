import { readDocxNumbering } from "./docx-numbering.ts";
import { SheetDamage } from "./sheet-damage.ts";
import { damagedFile } from "./workbook-refused.ts";
import { decodeXml, scanXml } from "./xml-scan.ts";
import type { ZipArchive } from "./zip-archive.ts";

/** 成文里的一段，和盖着它的书签名。 */
export interface BookmarkedParagraph {
  readonly bookmarks: readonly string[];
  readonly text: string;
}

export interface BookmarkedDocument {
  readonly paragraphs: readonly BookmarkedParagraph[];
  /** 正文里的表格、脚注的条数和图片数：文字都在 `paragraphs` 里，格式带不过来。 */
  readonly tables: number;
  readonly footnotes: number;
  readonly pictures: number;
}

/** 这些元素里的字不在成文里：删去的修订、域代码、图形的另一种写法。 */
const HIDDEN = new Set(["del", "moveFrom", "instrText", "delText", "Fallback"]);

/**
 * 读 .docx 的各段和书签。跨段的书签盖着的几段（在一段中间按了回车）接成一段，以换行隔开；
 * 表格一行一段，格与格之间用制表符；自动编号照印出来，脚注附在最后。修订按已接受。
 * 包里没有正文、部件损坏时抛 WorkbookRefused。
 */
export function readBookmarkedDocument(zip: ZipArchive, fileName: string): BookmarkedDocument {
  try {
    const numbering = readDocxNumbering(
      zip.has("word/numbering.xml") ? zip.read("word/numbering.xml") : null,
    );
    const body = new BodyReader((numId, level) => numbering.next(numId, level));
    body.read(zip.read("word/document.xml"), "正文");
    const main = body.paragraphs.length;
    if (zip.has("word/footnotes.xml")) body.read(zip.read("word/footnotes.xml"), "脚注");
    const footnotes = body.paragraphs.slice(main).filter(({ text }) => text.trim() !== "").length;
    return {
      paragraphs: body.paragraphs,
      tables: body.tables,
      footnotes,
      pictures: body.pictures,
    };
  } catch (error) {
    if (error instanceof SheetDamage) throw damagedFile(fileName, error.message);
    throw error;
  }
}

interface OpenParagraph {
  text: string;
  numId: string;
  level: number;
  /** 在这一段里开始的书签，和开始时已有几个字。 */
  readonly starts: Map<string, number>;
  /** 在这一段里盖着字的书签。 */
  readonly covered: string[];
}

class BodyReader {
  readonly paragraphs: { bookmarks: string[]; text: string }[] = [];
  tables = 0;
  pictures = 0;
  private readonly open: OpenParagraph[] = [];
  private readonly cells: string[][] = [];
  private readonly rows: string[][] = [];
  /** 书签号 → 名，开着还没有结束的。 */
  private readonly marks = new Map<string, string>();
  /** 从前面的段落开着、跨到这一段来的书签。 */
  private crossing = new Set<string>();
  private hidden = 0;
  private inText = false;

  constructor(private readonly number: (numId: string, level: number) => string) {}

  read(bytes: Uint8Array, what: string): void {
    scanXml(decodeXml(bytes, what), `${what} `, {
      open: (name, attributes) => this.openTag(name, attributes),
      close: (name) => this.closeTag(name),
      text: (text) => {
        const paragraph = this.open.at(-1);
        if (this.inText && this.hidden === 0 && paragraph !== undefined) paragraph.text += text;
      },
    });
  }

  private openTag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (HIDDEN.has(name)) this.hidden += 1;
    if (this.hidden > 0) return;
    const paragraph = this.open.at(-1);
    if (name === "p") {
      const starts = new Map([...this.crossing].map((mark) => [mark, 0]));
      this.open.push({ text: "", numId: "", level: 0, starts, covered: [] });
    } else if (name === "bookmarkStart") {
      const mark = attributes["w:name"] ?? "";
      this.marks.set(attributes["w:id"] ?? "", mark);
      if (paragraph === undefined) this.crossing.add(mark);
      else paragraph.starts.set(mark, paragraph.text.length);
    } else if (name === "bookmarkEnd") this.endMark(attributes["w:id"] ?? "");
    else if (name === "t") this.inText = true;
    else if (name === "tbl") this.tables += 1;
    else if (name === "blip") this.pictures += 1;
    else if (name === "tr") this.rows.push([]);
    else if (name === "tc") this.cells.push([]);
    else if (paragraph === undefined) return;
    else if (name === "tab") paragraph.text += "\t";
    else if (name === "br" || name === "cr") paragraph.text += "\n";
    else if (name === "noBreakHyphen") paragraph.text += "-";
    else if (name === "numId") paragraph.numId = attributes["w:val"] ?? "";
    else if (name === "ilvl") paragraph.level = Number(attributes["w:val"] ?? "0");
  }

  private endMark(number: string): void {
    const mark = this.marks.get(number);
    if (mark === undefined) return;
    this.marks.delete(number);
    this.crossing.delete(mark);
    const paragraph = this.open.at(-1);
    const from = paragraph?.starts.get(mark);
    if (paragraph === undefined || from === undefined) return;
    paragraph.starts.delete(mark);
    // 长编号的后几截写成不盖字的书签，照样算。
    if (paragraph.text.length > from || /^p(?:[2-9]|\d\d+)_/.test(mark)) {
      paragraph.covered.push(mark);
    }
  }

  private closeTag(name: string): void {
    if (HIDDEN.has(name)) {
      this.hidden -= 1;
      return;
    }
    if (this.hidden > 0) return;
    if (name === "t") this.inText = false;
    else if (name === "p") this.finish();
    else if (name === "tc") this.rows.at(-1)?.push((this.cells.pop() ?? []).join(" "));
    else if (name === "tr") {
      const line = (this.rows.pop() ?? []).join("\t");
      const outer = this.cells.at(-1);
      if (outer === undefined) this.paragraphs.push({ bookmarks: [], text: line });
      else outer.push(line);
    }
  }

  private finish(): void {
    const paragraph = this.open.pop();
    if (paragraph === undefined) return;
    const { numId, level, starts, covered } = paragraph;
    const text = `${numId === "" ? "" : this.number(numId, level)}${paragraph.text}`;
    const cell = this.cells.at(-1);
    const continued = [...this.crossing].filter((mark) => starts.has(mark));
    for (const [mark, from] of starts) if (paragraph.text.length > from) covered.push(mark);
    const crossedHere = covered.some((mark) => this.isIn(this.paragraphs.at(-1), mark));
    for (const mark of starts.keys()) this.crossing.add(mark);
    if (cell !== undefined) {
      if (text.trim() !== "") cell.push(text);
      return;
    }
    const last = this.paragraphs.at(-1);
    if (last !== undefined && (crossedHere || continued.some((mark) => this.isIn(last, mark)))) {
      last.text += `\n${text}`;
      last.bookmarks.push(...covered.filter((mark) => !last.bookmarks.includes(mark)));
    } else {
      this.paragraphs.push({ bookmarks: [...covered, ...continued].filter(unique), text });
    }
  }

  private isIn(paragraph: { readonly bookmarks: readonly string[] } | undefined, mark: string) {
    return paragraph?.bookmarks.includes(mark) === true;
  }
}

function unique(mark: string, at: number, all: readonly string[]): boolean {
  return all.indexOf(mark) === at;
}
