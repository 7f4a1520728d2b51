import { booleanCell, errorCell, NO_CACHED_VALUE, numberCell, textCell } from "./cell-text.ts";
import { SheetBuilder, type SheetContent } from "./sheet-builder.ts";
import { SheetDamage } from "./sheet-damage.ts";
import type { Cell } from "./workbook.ts";
import { scanXml, type XmlAttributes } from "./xml-scan.ts";

/** content.xml 里的一张表。 */
export interface OdsTable {
  readonly name: string;
  readonly hidden: boolean;
  /** 表的内容；这张表读不懂时是原因。 */
  readonly content: SheetContent | SheetDamage;
  /** `<table:table>` 与其结束标签之间的原文，供读取库复核。 */
  readonly body: string;
}

/** 这些元素里的文字不是单元格的值。 */
const NOT_CELL_TEXT: ReadonlySet<string> = new Set([
  "annotation",
  "frame",
  "shapes",
  "custom-shape",
]);

/** 读 content.xml。XML 不完整时抛 SheetDamage；单张表读不懂时记在那张表里。 */
export function scanOdsContent(xml: string): OdsTable[] {
  const tables: OdsTable[] = [];
  const hiddenStyles = new Set<string>();
  let styleName = "";
  let table: TableReader | null = null;
  let ignored = 0;
  scanXml(xml, "表格内容 content.xml ", {
    open(name, attributes, position) {
      if (name === "style") styleName = attributes["style:name"] ?? "";
      if (name === "table-properties" && attributes["table:display"] === "false") {
        hiddenStyles.add(styleName);
      }
      if (NOT_CELL_TEXT.has(name)) ignored++;
      if (ignored > 0) return;
      if (name === "table" && table === null) {
        const style = attributes["table:style-name"] ?? "";
        table = new TableReader(attributes["table:name"] ?? "", hiddenStyles.has(style), position);
      } else {
        table?.open(name, attributes);
      }
    },
    text(chunk) {
      if (ignored === 0) table?.text(chunk);
    },
    close(name, position) {
      if (NOT_CELL_TEXT.has(name)) {
        ignored--;
        return;
      }
      if (ignored > 0 || table === null) return;
      if (name === "table") {
        tables.push(table.finish(xml, position));
        table = null;
      } else {
        table.close(name);
      }
    },
  });
  return tables;
}

class TableReader {
  private readonly name: string;
  private readonly hidden: boolean;
  private readonly bodyStart: number;
  private readonly builder = new SheetBuilder();
  private damage: SheetDamage | null = null;
  private row = 0;
  private rowRepeat = 1;
  private column = 0;
  private cell: XmlAttributes | null = null;
  private paragraphs: string[] = [];
  private depthInText = 0;

  constructor(name: string, hidden: boolean, bodyStart: number) {
    this.name = name;
    this.hidden = hidden;
    this.bodyStart = bodyStart;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === "table-row") {
      this.rowRepeat = repeat(attributes["table:number-rows-repeated"]);
      this.column = 0;
    } else if (name === "table-cell" || name === "covered-table-cell") {
      this.cell = attributes;
      this.paragraphs = [];
    } else if (name === "p" && this.cell !== null) {
      if (this.depthInText++ === 0) this.paragraphs.push("");
    } else if (name === "s") {
      this.append(" ".repeat(Math.min(repeat(attributes["text:c"]), 1000)));
    } else if (name === "tab") {
      this.append("\t");
    } else if (name === "line-break") {
      this.append("\n");
    }
  }

  text(chunk: string): void {
    // ODF 里连续的空白等于一个空格，多个空格另用 text:s 表示；全角空格不在此列。
    this.append(chunk.replace(/[ \t\r\n]+/g, " "));
  }

  close(name: string): void {
    if (name === "table-row") {
      this.row += this.rowRepeat;
    } else if (name === "p" && this.depthInText > 0) {
      this.depthInText--;
    } else if ((name === "table-cell" || name === "covered-table-cell") && this.cell !== null) {
      const columns = repeat(this.cell["table:number-columns-repeated"]);
      try {
        if (this.damage === null) this.place(this.cell, name === "table-cell", columns);
      } catch (error) {
        if (!(error instanceof SheetDamage)) throw error;
        this.damage = error;
      }
      this.column += columns;
      this.cell = null;
    }
  }

  finish(xml: string, end: number): OdsTable {
    const bodyEnd = xml.lastIndexOf("<", end - 1);
    return {
      name: this.name,
      hidden: this.hidden,
      content: this.damage ?? this.builder.build(),
      // 自闭合的空表没有内容，结束位置就是开始标签自己。
      body: bodyEnd < this.bodyStart ? "" : xml.slice(this.bodyStart, bodyEnd),
    };
  }

  private append(text: string): void {
    const last = this.paragraphs.length - 1;
    if (this.depthInText > 0) this.paragraphs[last] = (this.paragraphs[last] ?? "") + text;
  }

  private place(attributes: XmlAttributes, visible: boolean, columns: number): void {
    const spanColumns = repeat(attributes["table:number-columns-spanned"]);
    const spanRows = repeat(attributes["table:number-rows-spanned"]);
    if (spanColumns > 1 || spanRows > 1) {
      this.builder.merge({
        top: this.row,
        left: this.column,
        bottom: this.row + spanRows - 1,
        right: this.column + spanColumns - 1,
      });
    }
    // 被合并区域盖住的格，Excel 与 WPS 都不显示，读取库也不取。
    const cell = visible ? readCell(attributes, this.paragraphs.join("\n")) : undefined;
    if (cell === undefined) return;
    for (let row = this.row; row < this.row + this.rowRepeat; row++) {
      for (let column = this.column; column < this.column + columns; column++) {
        this.builder.put(row, column, cell);
      }
    }
  }
}

function repeat(text: string | undefined): number {
  const count = Number(text ?? 1);
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
}

function readCell(attributes: XmlAttributes, shown: string): Cell | undefined {
  const formula = attributes["table:formula"] !== undefined;
  const type = attributes["office:value-type"];
  if (attributes["calcext:value-type"] === "error") return errorCell(shown || "#错误", formula);
  switch (type) {
    case undefined:
      return formula && shown === "" ? errorCell(NO_CACHED_VALUE, true) : textCell(shown, formula);
    case "string":
      return textCell(attributes["office:string-value"] || shown, formula);
    case "boolean":
      return booleanCell(attributes["office:boolean-value"] === "true", formula);
    case "date":
      return dateCell(attributes["office:date-value"], formula);
    case "time":
      return dateCell(attributes["office:time-value"], formula);
  }
  const value = Number(attributes["office:value"] || Number.NaN);
  if (!Number.isFinite(value)) throw new SheetDamage(`有一个数读不懂（显示为「${shown}」）`);
  return numberCell(value, formula, { isDate: false, date1904: false });
}

function dateCell(value: string | undefined, formula: boolean): Cell {
  if (value === undefined) throw new SheetDamage("有一个日期没有值");
  const time = /^PT(\d+)H(\d+)M(\d+)/.exec(value);
  const text =
    time === null
      ? value.replace(/T00:00:00(\.0+)?$/, "")
      : time
          .slice(1)
          .map((part) => part.padStart(2, "0"))
          .join(":");
  return { kind: "date", text, formula };
}
