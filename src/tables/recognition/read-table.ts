import type { Sheet } from "../../workbook/workbook.ts";
import type { FormDefinition } from "../form.ts";
import type { Placement } from "./placement.ts";
import { placeCover } from "./read-cover.ts";
import { placeFixed } from "./read-fixed.ts";
import { placeFloating } from "./read-floating.ts";
import { placeSideBySide } from "./read-side-by-side.ts";
import { placeSingle } from "./read-single.ts";
import type { SheetHead } from "./sheet-head.ts";

/** 按表样的版式在工作表里落位；版式完全对不上时返回 null。 */
export function placeTable(sheet: Sheet, form: FormDefinition, head: SheetHead): Placement | null {
  const { layout } = form;
  switch (layout.kind) {
    case "fixed":
      return placeFixed(sheet, layout, head.lastRow, head.year);
    case "floating":
      return placeFloating(sheet, layout, head.lastRow, head.year);
    case "single":
      return placeSingle(sheet, layout, head.lastRow, head.year);
    case "sideBySide":
      return placeSideBySide(sheet, layout, head.lastRow);
    case "cover":
      return placeCover(sheet, layout);
  }
}
