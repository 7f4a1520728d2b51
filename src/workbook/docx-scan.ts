import { type Chunk, isBlank, joinChunks, plainChunk, trimChunks } from "./docx-chunks.ts";
import type { DocxNumbering } from "./docx-numbering.ts";
import { type ElementPlace, type RunPlace, type TextSource, textOffsets } from "./docx-source.ts";
import { scanXml, type XmlAttributes } from "./xml-scan.ts";

/** 这些元素里的字不在成文里：删去的修订、域代码、图形的另一种写法。 */
const HIDDEN = new Set(["del", "moveFrom", "instrText", "delText", "Fallback", "comment"]);

/** 段内的这些元素里面放不了批注，或者放了会坏；最外面的一个作数。 */
const HOSTS = new Set(["r", "oMath", "oMathPara", "AlternateContent", "sdt"]);

interface OpenParagraph {
  chunks: Chunk[];
  numId: string;
  level: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Host {
  readonly place: Mutable<RunPlace>;
  readonly depth: number;
  /** 是正文里的 w:r（不是公式、图形里同名的），可以拆开。 */
  readonly splittable: boolean;
}

interface OpenText {
  readonly start: number;
  readonly content: number;
  readonly depth: number;
  text: string;
}

/** 一个部件的文字：`lines` 一段一行，各截带着位置；`notes` 为脚注引用的位置，按编号查。 */
export interface ScannedPart {
  readonly lines: readonly (readonly Chunk[])[];
  readonly notes: ReadonlyMap<string, ElementPlace>;
}

/**
 * 扫描正文或脚注。`noteOf` 给脚注的部件：脚注编号 → 正文里引用它的地方，字的位置一律记在那里。
 * XML 有误时抛 SheetDamage。
 */
export function scanDocxPart(
  xml: string,
  what: string,
  numbering: DocxNumbering,
  noteOf?: ReadonlyMap<string, ElementPlace>,
): ScannedPart {
  return new DocxScan(xml, numbering, noteOf).read(what);
}

class DocxScan {
  private readonly lines: Chunk[][] = [];
  private readonly notes = new Map<string, ElementPlace>();
  /** 表格可以套表格：每层是正在攒的一行各格。 */
  private readonly rows: Chunk[][][] = [];
  private readonly cells: Chunk[][][] = [];
  private readonly open: OpenParagraph[] = [];
  private depth = 0;
  private hidden = 0;
  private host: Host | null = null;
  private openText: OpenText | null = null;
  private properties = -1;
  private prefix = "";
  private note = "";

  constructor(
    private readonly xml: string,
    private readonly numbering: DocxNumbering,
    private readonly noteOf: ReadonlyMap<string, ElementPlace> | undefined,
  ) {}

  read(what: string): ScannedPart {
    scanXml(this.xml, `${what} `, {
      open: (name, attributes, position) => {
        this.depth += 1;
        if (HIDDEN.has(name)) this.hidden += 1;
        this.openHost(name, position);
        if (this.hidden === 0) this.openTag(name, attributes, position);
      },
      close: (name, position) => {
        if (HIDDEN.has(name)) this.hidden -= 1;
        else if (this.hidden === 0) this.closeTag(name, position);
        this.closeHost(position);
        this.depth -= 1;
      },
      text: (text) => {
        if (this.openText !== null && this.hidden === 0) this.openText.text += text;
      },
    });
    return { lines: this.lines, notes: this.notes };
  }

  private openHost(name: string, position: number): void {
    const start = this.xml.lastIndexOf("<", position - 1);
    const tag = this.xml.slice(start, position);
    if (this.depth === 1) this.prefix = /^<([^\s:/>]+:)?/.exec(tag)?.[1] ?? "";
    const { host } = this;
    if (host === null) {
      if (this.open.length === 0 || !HOSTS.has(name)) return;
      this.host = {
        place: { start, end: -1, tag, properties: "", firstContent: -1, lastContent: position },
        depth: this.depth,
        splittable: name === "r" && new RegExp(`^<${this.prefix}r[\\s>]`).test(tag),
      };
    } else if (this.depth === host.depth + 1) {
      if (name === "rPr") this.properties = start;
      else if (host.place.firstContent < 0) host.place.firstContent = start;
    }
  }

  private closeHost(position: number): void {
    const { host } = this;
    if (host === null) return;
    if (this.depth === host.depth + 1) {
      host.place.lastContent = position;
      if (this.properties >= 0) host.place.properties = this.xml.slice(this.properties, position);
      this.properties = -1;
    } else if (this.depth === host.depth) {
      host.place.end = position;
      this.host = null;
    }
  }

  private openTag(name: string, attributes: XmlAttributes, position: number): void {
    const value = attributes[`${this.prefix}val`] ?? "";
    const paragraph = this.open.at(-1);
    switch (name) {
      case "p":
        this.open.push({ chunks: [], numId: "", level: 0 });
        return;
      case "t":
        this.openText = {
          start: this.xml.lastIndexOf("<", position - 1),
          content: position,
          depth: this.depth,
          text: "",
        };
        return;
      case "tr":
        this.rows.push([]);
        return;
      case "tc":
        this.cells.push([]);
        return;
      case "footnote":
        this.note = attributes[`${this.prefix}id`] ?? "";
        return;
      case "footnoteReference":
        if (this.host !== null) {
          this.notes.set(attributes[`${this.prefix}id`] ?? "", this.host.place);
        }
        return;
    }
    if (paragraph === undefined) return;
    if (name === "tab") paragraph.chunks.push(plainChunk("\t"));
    else if (name === "br" || name === "cr") paragraph.chunks.push(plainChunk("\n"));
    else if (name === "noBreakHyphen") paragraph.chunks.push(plainChunk("-"));
    else if (name === "numId") paragraph.numId = value;
    else if (name === "ilvl") paragraph.level = Number(value === "" ? "0" : value);
  }

  private closeTag(name: string, position: number): void {
    if (name === "t") this.finishText(position);
    else if (name === "p") this.finishParagraph();
    else if (name === "tc") this.rows.at(-1)?.push(joinChunks(this.cells.pop() ?? [], " "));
    else if (name === "tr") {
      const line = [plainChunk("\t"), ...joinChunks(this.rows.pop() ?? [], "\t")];
      const outer = this.cells.at(-1);
      if (outer === undefined) this.lines.push(line);
      else outer.push(trimChunks(line));
    }
  }

  private finishText(position: number): void {
    const text = this.openText?.text.replace(/\r\n?/g, "\n") ?? "";
    if (this.openText !== null && text !== "") {
      const source = this.sourceOf(this.openText, text, position);
      this.open.at(-1)?.chunks.push({ text, source, from: 0 });
    }
    this.openText = null;
  }

  private sourceOf(own: OpenText, text: string, end: number): TextSource | null {
    const whole = (element: ElementPlace | undefined): TextSource | null =>
      element === undefined ? null : { kind: "whole", element };
    if (this.noteOf !== undefined) return whole(this.noteOf.get(this.note));
    const { host, xml } = this;
    if (host === null) return null;
    if (!host.splittable || own.depth !== host.depth + 1) return whole(host.place);
    const contentEnd = xml.lastIndexOf("</", end - 1);
    const offsets = textOffsets(xml, own.content, contentEnd, text);
    const tag = xml.slice(own.start, own.content);
    // 没有声明保留空白的，两头的空白本来不显示，拆开以后却会。
    const trimmed = !/\sxml:space\s*=\s*["']preserve/.test(tag) && /^[ \t\n]|[ \t\n]$/.test(text);
    if (offsets === null || trimmed) return whole(host.place);
    return { kind: "text", run: host.place, start: own.start, end, tag, offsets };
  }

  private finishParagraph(): void {
    const paragraph = this.open.pop();
    if (paragraph === undefined) return;
    const { numId, level, chunks } = paragraph;
    const number = numId === "" ? "" : this.numbering.next(numId, level);
    const line = number === "" ? chunks : [plainChunk(number), ...chunks];
    const cell = this.cells.at(-1);
    if (cell === undefined) this.lines.push(line);
    else if (!isBlank(line)) cell.push(line);
  }
}
