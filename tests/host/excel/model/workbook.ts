import { HostError } from "../host-error.ts";
import type { WorkbookSeed } from "./seed.ts";
import { ModelSheet } from "./sheet.ts";

const FORBIDDEN = /[:\\/?*[\]]/;

export interface XmlPart {
  readonly id: string;
  xml: string;
}

/** 内存里的一本工作簿。 */
export class ModelWorkbook {
  readonly fileName: string;
  readonly sheets: ModelSheet[] = [];
  readonly xmlParts: XmlPart[] = [];
  /** 结构受保护：不能增删、改名、移动工作表。 */
  structureProtected: boolean;
  readOnly: boolean;
  active: { sheet: ModelSheet; address: string };
  private count = 0;

  constructor(seed: WorkbookSeed) {
    this.fileName = seed.fileName;
    this.structureProtected = seed.structureProtected ?? false;
    this.readOnly = seed.readOnly ?? false;
    for (const { name, hidden, merges, rows, protected: isProtected } of seed.sheets) {
      const sheet = new ModelSheet(this.nextId(), name);
      sheet.visibility = hidden ? "Hidden" : "Visible";
      sheet.merges.push(...(merges ?? []));
      sheet.protected = isProtected ?? false;
      rows.forEach((cells, row) => {
        cells?.forEach((value, column) => {
          if (value !== null) sheet.put(row, column, { value });
        });
      });
      this.sheets.push(sheet);
    }
    const first = this.sheets.find((sheet) => sheet.visibility === "Visible");
    if (first === undefined) throw new Error("工作簿至少要有一张看得见的工作表。");
    this.active = { sheet: first, address: "A1" };
  }

  find(nameOrId: unknown): ModelSheet | undefined {
    const key = String(nameOrId);
    const folded = key.toLowerCase();
    return this.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === folded);
  }

  add(name: string | undefined): ModelSheet {
    this.refuseIfProtected();
    const given = name ?? this.freeName();
    this.checkName(given, null);
    const sheet = new ModelSheet(this.nextId(), given);
    this.sheets.push(sheet);
    return sheet;
  }

  rename(sheet: ModelSheet, name: string): void {
    this.refuseIfProtected();
    this.checkName(name, sheet);
    sheet.name = name;
  }

  move(sheet: ModelSheet, position: number): void {
    this.refuseIfProtected();
    if (position < 0 || position >= this.sheets.length) {
      throw new HostError("InvalidArgument", `没有第 ${position} 个位置`);
    }
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.sheets.splice(position, 0, sheet);
  }

  /** 最后一张看得见的工作表不能删。 */
  delete(sheet: ModelSheet): void {
    this.refuseIfProtected();
    const visible = this.sheets.filter((each) => each.visibility === "Visible");
    if (visible.length === 1 && visible[0] === sheet) {
      throw new HostError("InvalidOperation", "工作簿至少要有一张看得见的工作表");
    }
    if (sheet.visibility === "VeryHidden") {
      throw new HostError("InvalidOperation", "深度隐藏的工作表不能删");
    }
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    if (this.active.sheet === sheet) {
      const next = this.sheets.find((each) => each.visibility === "Visible");
      if (next !== undefined) this.active = { sheet: next, address: "A1" };
    }
  }

  addXmlPart(xml: string): XmlPart {
    const part = { id: `{测试部件-${this.nextId()}}`, xml };
    this.xmlParts.push(part);
    return part;
  }

  /** 编号只要不重复；与 Excel 一样用花括号括起来。 */
  nextId(): string {
    this.count += 1;
    return `{${String(this.count).padStart(8, "0")}-0001-0000-0000-000000000000}`;
  }

  private refuseIfProtected(): void {
    if (this.structureProtected) throw new HostError("AccessDenied", "工作簿的结构受保护");
  }

  private checkName(name: string, own: ModelSheet | null): void {
    const bad =
      name === "" ||
      name.length > 31 ||
      FORBIDDEN.test(name) ||
      name.startsWith("'") ||
      name.endsWith("'");
    if (bad) throw new HostError("InvalidArgument", `工作表名不对：${name}`);
    const other = this.find(name);
    if (other !== undefined && other !== own) {
      throw new HostError("ItemAlreadyExists", `已有工作表 ${name}`);
    }
  }

  private freeName(): string {
    let number = this.sheets.length + 1;
    while (this.find(`Sheet${number}`) !== undefined) number += 1;
    return `Sheet${number}`;
  }
}
