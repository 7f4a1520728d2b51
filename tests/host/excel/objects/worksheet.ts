import { EVENT } from "../events.ts";
import { HostError } from "../host-error.ts";
import { HostObject } from "../host-object.ts";
import { areaAt, checked, MAX_COLUMNS, MAX_ROWS } from "../model/area.ts";
import type { ModelSheet } from "../model/sheet.ts";
import type { World } from "../world.ts";
import { area, flag, number, oneOf, text } from "./arguments.ts";
import { charts } from "./charts.ts";
import { names } from "./names.ts";
import { pageLayout } from "./page-layout.ts";
import { worksheetProtection } from "./protection.ts";
import { range } from "./range.ts";

export function worksheet(world: World, sheet: ModelSheet): HostObject {
  const { model, events } = world;
  const whole = { sheet, row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };
  return new HostObject("Worksheet", {
    target: sheet,
    id: sheet.id,
    get: {
      id: () => sheet.id,
      name: () => sheet.name,
      visibility: () => sheet.visibility,
      position: () => model.sheets.indexOf(sheet),
      showGridlines: () => sheet.gridlines,
    },
    set: {
      name: (value) => model.rename(sheet, text(value, "工作表名")),
      position: (value) => model.move(sheet, number(value, "位置")),
      visibility: (value) => {
        sheet.visibility = oneOf(value, ["Visible", "Hidden", "VeryHidden"], "可见性");
      },
      gridlines: (value) => {
        sheet.gridlines = flag(value, "网格线");
      },
    },
    children: {
      charts: () => charts(world, sheet),
      names: () => names(sheet),
      pageLayout: () => pageLayout(sheet),
      protection: () => worksheetProtection(sheet),
      freezePanes: () => freezePanes(sheet),
      autoFilter: () => autoFilter(sheet),
    },
    methods: {
      activate: () => {
        if (sheet.visibility !== "Visible") {
          throw new HostError("InvalidOperation", "隐藏的工作表不能激活");
        }
        world.select(sheet, "A1");
      },
      delete: () => {
        model.delete(sheet);
        events.fireDeleted(sheet);
      },
      getRange: (address) =>
        range(
          world,
          address === undefined || address === null ? whole : areaAt(sheet, text(address, "地址")),
        ),
      getCell: (row, column) =>
        range(
          world,
          checked(
            { sheet, row: number(row, "行"), column: number(column, "列"), rows: 1, columns: 1 },
            "单元格",
          ),
        ),
      getRangeByIndexes: (row, column, rows, columns) =>
        range(
          world,
          checked(
            {
              sheet,
              row: number(row, "行"),
              column: number(column, "列"),
              rows: number(rows, "行数"),
              columns: number(columns, "列数"),
            },
            "行列",
          ),
        ),
      getUsedRangeOrNullObject: () => {
        const used = sheet.usedArea();
        return used === null ? null : range(world, used);
      },
      ...events.registration("DataChanged", EVENT.changed, sheet),
      ...events.registration("SelectionChanged", EVENT.selection, sheet),
    },
  });
}

function freezePanes(sheet: ModelSheet): HostObject {
  return new HostObject("WorksheetFreezePanes", {
    methods: {
      freezeRows: (count) => {
        sheet.frozenRows = number(count, "冻结行数");
      },
    },
  });
}

function autoFilter(sheet: ModelSheet): HostObject {
  return new HostObject("AutoFilter", {
    methods: {
      apply: (value) => {
        const { row, column, rows, columns } = area(value, "筛选区域");
        sheet.autoFilter = `${row},${column},${rows},${columns}`;
      },
    },
  });
}
