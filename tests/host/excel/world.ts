import type { Events } from "./events.ts";
import type { HostObject } from "./host-object.ts";
import type { ModelSheet } from "./model/sheet.ts";
import type { ModelWorkbook } from "./model/workbook.ts";

/** 各对象共用的东西。 */
export interface World {
  readonly model: ModelWorkbook;
  readonly events: Events;
  /** 选中单元格，并告诉登记了的监听者。 */
  select(sheet: ModelSheet, address: string): void;
  worksheetObject(sheet: ModelSheet): HostObject;
}
