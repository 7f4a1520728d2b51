import { booleanCell, errorCell, NO_CACHED_VALUE, numberCell, textCell } from "./cell-text.ts";
import { SheetBuilder, type SheetContent } from "./sheet-builder.ts";
import { SheetDamage } from "./sheet-damage.ts";
import type { Cell } from "./workbook.ts";
import { localName, scanXml, type XmlAttributes } from "./xml-scan.ts";

/** 一个 Worksheet 元素。 */
export interface Xml2003Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** 表的内容；这张表读不懂时是原因。 */
  readonly content: SheetContent | SheetDamage;
  /** 从第一行到最后一行的原文，供读取库复核。 */
  readonly rows: string;
}

interface OpenCell {
  readonly attributes: ReadonlyMap<string, string>;
  type: string | undefined;
  text: string;
}

/** 读 XML 电子表格 2003。XML 不完整时抛 SheetDamage；单张表读不懂时记在那张表里。 */
export function scanXml2003(xml: string): Xml2003Sheet[] {
  const sheets: Xml2003Sheet[] = [];
  const path: string[] = [];
  let sheet: SheetReader | null = null;
  scanXml(xml, "文件内容", {
    open(name, attributes, position) {
      const parent = path.at(-1);
      path.push(name);
      if (name === "Worksheet" && parent === "Workbook") {
        sheet = new SheetReader(localAttributes(attributes).get("Name") ?? "");
      } else if (sheet !== null) {
        const start = xml.lastIndexOf("<", position - 1);
        sheet.open(name, parent, localAttributes(attributes), start);
      }
    },
    text(chunk) {
      sheet?.text(path, chunk);
    },
    close(name, position) {
      path.pop();
      if (name === "Worksheet" && sheet !== null) {
        sheets.push(sheet.finish(xml));
        sheet = null;
      } else {
        sheet?.close(name, path.at(-1), position);
      }
    },
  });
  return sheets;
}

class SheetReader {
  private readonly name: string;
  private readonly builder = new SheetBuilder();
  private hidden = false;
  private damage: SheetDamage | null = null;
  private row = -1;
  private column = -1;
  private cell: OpenCell | null = null;
  private rowsStart = -1;
  private rowsEnd = -1;

  constructor(name: string) {
    this.name = name;
  }

  open(
    name: string,
    parent: string | undefined,
    attributes: ReadonlyMap<string, string>,
    start: number,
  ): void {
    if (name === "Row" && parent === "Table") {
      if (this.rowsStart < 0) this.rowsStart = start;
      this.row = indexAfter(this.row, attributes);
      this.column = -1;
    } else if (name === "Cell" && parent === "Row") {
      this.column = indexAfter(this.column, attributes);
      this.cell = { attributes, type: undefined, text: "" };
    } else if (name === "Data" && parent === "Cell" && this.cell !== null) {
      this.cell.type = attributes.get("Type") ?? "String";
    }
  }

  text(path: readonly string[], chunk: string): void {
    const element = path.at(-1);
    if (element === "Visible" && path.includes("WorksheetOptions")) {
      this.hidden = /Hidden/.test(chunk);
    } else if (this.cell !== null && path.includes("Data") && !path.includes("Comment")) {
      this.cell.text += chunk;
    }
  }

  close(name: string, parent: string | undefined, end: number): void {
    if (name === "Row" && parent === "Table") {
      this.rowsEnd = end;
    } else if (name === "Cell" && parent === "Row" && this.cell !== null) {
      const cell = this.cell;
      this.cell = null;
      try {
        if (this.damage === null) this.place(cell);
      } catch (error) {
        if (!(error instanceof SheetDamage)) throw error;
        this.damage = error;
      }
      this.column += count(cell.attributes.get("MergeAcross"));
    }
  }

  finish(xml: string): Xml2003Sheet {
    return {
      name: this.name,
      hidden: this.hidden,
      content: this.damage ?? this.builder.build(),
      rows: this.rowsStart < 0 ? "" : xml.slice(this.rowsStart, this.rowsEnd),
    };
  }

  private place({ attributes, type, text }: OpenCell): void {
    const across = count(attributes.get("MergeAcross"));
    const down = count(attributes.get("MergeDown"));
    const { row, column } = this;
    if (across > 0 || down > 0) {
      this.builder.merge({ top: row, left: column, bottom: row + down, right: column + across });
    }
    const cell = readCell(type, text, attributes.has("Formula"));
    if (cell !== undefined) this.builder.put(row, column, cell);
  }
}

function localAttributes(attributes: XmlAttributes): ReadonlyMap<string, string> {
  return new Map(Object.entries(attributes).map(([name, value]) => [localName(name), value]));
}

/** `ss:Index` 从 1 起；没写就是前一个的下一个。 */
function indexAfter(previous: number, attributes: ReadonlyMap<string, string>): number {
  const index = attributes.get("Index");
  if (index === undefined) return previous + 1;
  const number = Number(index);
  return Number.isSafeInteger(number) && number > 0 ? number - 1 : previous + 1;
}

function count(text: string | undefined): number {
  const number = Number(text ?? 0);
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}

function readCell(type: string | undefined, text: string, formula: boolean): Cell | undefined {
  switch (type) {
    case undefined:
      return formula ? errorCell(NO_CACHED_VALUE, true) : undefined;
    case "Number": {
      const value = text.trim() === "" ? Number.NaN : Number(text);
      if (!Number.isFinite(value)) throw new SheetDamage(`有一个数读不懂（「${text}」）`);
      return numberCell(value, formula, { isDate: false, date1904: false });
    }
    case "DateTime":
      return { kind: "date", text: text.replace(/T00:00:00(\.0+)?$/, ""), formula };
    case "Boolean":
      return booleanCell(text === "1", formula);
    case "Error":
      return errorCell(text, formula);
    default:
      return textCell(text, formula);
  }
}
