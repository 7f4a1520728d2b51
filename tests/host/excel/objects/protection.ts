import { HostObject } from "../host-object.ts";
import type { ModelSheet } from "../model/sheet.ts";
import type { ModelWorkbook } from "../model/workbook.ts";

/** 只让读：我们的程序从不替使用者加、去保护。 */
export function workbookProtection(model: ModelWorkbook): HostObject {
  return new HostObject("WorkbookProtection", {
    get: { protected: () => model.structureProtected },
  });
}

export function worksheetProtection(sheet: ModelSheet): HostObject {
  return new HostObject("WorksheetProtection", { get: { protected: () => sheet.protected } });
}
