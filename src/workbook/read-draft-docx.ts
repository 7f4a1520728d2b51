import { type DocxNumbering, readDocxNumbering } from "./docx-numbering.ts";
import { SheetDamage } from "./sheet-damage.ts";
import { damagedFile } from "./workbook-refused.ts";
import { decodeXml, scanXml, type XmlAttributes } from "./xml-scan.ts";
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
    const body = new BodyReader(numbering);
    body.read(zip.read("word/document.xml"), "正文");
    const main = body.paragraphs.length;
    if (zip.has("word/footnotes.xml")) body.read(zip.read("word/footnotes.xml"), "脚注");
    const { paragraphs, tables, pictures } = body;
    return { paragraphs, tables, pictures, footnotes: paragraphs.length - main };
  } catch (error) {
    if (error instanceof SheetDamage) throw damagedFile(fileName, error.message);
    throw error;
  }
}

interface OpenParagraph {
  text: string;
  numId: string;
  level: number;
  /** 盖着这一段里的字的书签。 */
  readonly bookmarks: Set<string>;
  /** 目录里的，不是成文里的一段。 */
  inContents: boolean;
}

/** 起草时写的书签；目录等别的书签不理会。长编号的后几截（p2 起）不盖字，照样算。 */
const OWN = /^p\d+_/;
const CONTINUED = /^p(?!1_)\d+_/;
/** 目录各条的链接指着的书签。 */
const CONTENTS = /^_Toc\d+$/;

class BodyReader {
  readonly paragraphs: { bookmarks: string[]; text: string }[] = [];
  tables = 0;
  pictures = 0;
  /** 段落可以套段落（文本框），表格可以套表格。 */
  private readonly open: OpenParagraph[] = [];
  private readonly cells: string[][] = [];
  private readonly rows: string[][] = [];
  /** 书签号 → 名，还没有结束的。 */
  private readonly active = new Map<string, string>();
  /** 开着几层内容控件；目录的那一层，不在目录里为 0。 */
  private controls = 0;
  private contents = 0;
  private hidden = 0;
  private inText = false;

  constructor(private readonly numbering: DocxNumbering) {}

  read(bytes: Uint8Array, what: string): void {
    scanXml(decodeXml(bytes, what), `${what} `, {
      open: (name, attributes) => {
        if (HIDDEN.has(name)) this.hidden += 1;
        if (this.hidden === 0) this.openTag(name, attributes);
      },
      close: (name) => {
        if (this.hidden === 0) this.closeTag(name);
        if (HIDDEN.has(name)) this.hidden -= 1;
      },
      text: (text) => {
        if (this.inText && this.hidden === 0) this.append(text);
      },
    });
  }

  private openTag(name: string, attributes: XmlAttributes): void {
    const value = attributes["w:val"] ?? "";
    const paragraph = this.open.at(-1);
    switch (name) {
      case "sdt":
        this.controls += 1;
        return;
      case "docPartGallery":
        if (value === "Table of Contents") this.openContents();
        return;
      case "pStyle":
        if (paragraph !== undefined) paragraph.inContents ||= /^toc\d$/i.test(value);
        return;
      case "hyperlink":
        if (paragraph !== undefined)
          paragraph.inContents ||= CONTENTS.test(attributes["w:anchor"] ?? "");
        return;
      case "p":
        this.open.push({
          text: "",
          numId: "",
          level: 0,
          bookmarks: new Set(),
          inContents: this.contents > 0,
        });
        return;
      case "bookmarkStart": {
        const mark = attributes["w:name"] ?? "";
        if (OWN.test(mark)) this.active.set(attributes["w:id"] ?? "", mark);
        if (CONTINUED.test(mark)) paragraph?.bookmarks.add(mark);
        return;
      }
      case "bookmarkEnd":
        this.active.delete(attributes["w:id"] ?? "");
        return;
      case "t":
        this.inText = true;
        return;
      case "tbl":
        this.tables += 1;
        return;
      case "blip":
        this.pictures += 1;
        return;
      case "tr":
        this.rows.push([]);
        return;
      case "tc":
        this.cells.push([]);
        return;
      case "tab":
        this.append("\t");
        return;
      case "br":
      case "cr":
        this.append("\n");
        return;
      case "noBreakHyphen":
        this.append("-");
        return;
      case "numId":
        if (paragraph !== undefined) paragraph.numId = value;
        return;
      case "ilvl":
        if (paragraph !== undefined) paragraph.level = Number(value);
        return;
    }
  }

  private closeTag(name: string): void {
    if (name === "t") this.inText = false;
    else if (name === "sdt") {
      if (this.contents === this.controls) this.contents = 0;
      this.controls -= 1;
    } else if (name === "p") this.finishParagraph();
    else if (name === "tc") this.rows.at(-1)?.push((this.cells.pop() ?? []).join(" "));
    else if (name === "tr") {
      const line = (this.rows.pop() ?? []).join("\t");
      const outer = this.cells.at(-1);
      if (outer !== undefined) outer.push(line);
      else if (line.trim() !== "") this.paragraphs.push({ bookmarks: [], text: line });
    }
  }

  private openContents(): void {
    this.contents = this.controls;
    this.dropContentsTitle();
  }

  /** 目录连同它前面的“目录”二字都不是成文里的。 */
  private dropContentsTitle(): void {
    const last = this.paragraphs.at(-1);
    if (last?.bookmarks.length === 0 && /^目\s*录$/.test(last.text.trim())) this.paragraphs.pop();
  }

  private append(text: string): void {
    const paragraph = this.open.at(-1);
    if (paragraph === undefined) return;
    paragraph.text += text;
    for (const mark of this.active.values()) paragraph.bookmarks.add(mark);
  }

  private finishParagraph(): void {
    const paragraph = this.open.pop();
    if (paragraph?.inContents === true) this.dropContentsTitle();
    if (paragraph === undefined || paragraph.inContents || paragraph.text.trim() === "") return;
    const { numId, level } = paragraph;
    const text = `${numId === "" ? "" : this.numbering.next(numId, level)}${paragraph.text}`;
    const bookmarks = [...paragraph.bookmarks];
    const cell = this.cells.at(-1);
    const last = this.paragraphs.at(-1);
    if (cell !== undefined) cell.push(text);
    else if (last !== undefined && bookmarks.some((mark) => last.bookmarks.includes(mark))) {
      last.text += `\n${text}`;
      last.bookmarks.push(...bookmarks.filter((mark) => !last.bookmarks.includes(mark)));
    } else this.paragraphs.push({ bookmarks, text });
  }
}

/** 文档里带着的自定义 XML：命名空间相符的那一件里，各个 `line` 元素的文字；没有或读不懂为 null。 */
export function readCarriedLines(zip: ZipArchive, namespace: string): string[] | null {
  for (const name of zip.names.filter((each) => /^customXml\/item\d+\.xml$/i.test(each))) {
    try {
      const lines = linesOf(decodeXml(zip.read(name), name), namespace);
      if (lines !== null) return lines;
    } catch (error) {
      if (!(error instanceof SheetDamage)) throw error;
    }
  }
  return null;
}

function linesOf(xml: string, namespace: string): string[] | null {
  const lines: string[] = [];
  let own = false;
  let depth = 0;
  scanXml(xml, "自定义 XML ", {
    open: (_, attributes) => {
      depth += 1;
      if (depth === 1) own = Object.values(attributes).includes(namespace);
      if (depth === 2) lines.push("");
    },
    close: () => {
      depth -= 1;
    },
    text: (text) => {
      if (depth === 2) lines[lines.length - 1] += text;
    },
  });
  return own ? lines : null;
}
