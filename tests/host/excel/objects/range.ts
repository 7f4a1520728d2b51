import { HostError } from "../host-error.ts";
import { HostObject } from "../host-object.ts";
import { checked, fullAddress, localAddress } from "../model/area.ts";
import { eachCell, type SheetArea } from "../model/sheet.ts";
import type { World } from "../world.ts";
import { area as areaOf, flag, number } from "./arguments.ts";
import { rangeFormat } from "./range-format.ts";

export function range(world: World, area: SheetArea): HostObject {
  const { sheet } = area;
  const write = (value: unknown, put: (row: number, column: number, item: unknown) => void) => {
    sheet.refuseIfProtected();
    const grid = gridOf(value, area);
    eachCell(area, (row, column) => {
      put(row, column, grid(row - area.row, column - area.column));
    });
  };
  const enterAll = (value: unknown) => {
    write(value, (row, column, item) => sheet.enter(row, column, item));
    world.events.fireChanged(sheet, localAddress(area));
  };
  const hide = (value: unknown) => {
    sheet.refuseIfProtected();
    const hidden = flag(value, "隐藏");
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (hidden) sheet.hiddenColumns.add(column);
      else sheet.hiddenColumns.delete(column);
    }
  };
  return new HostObject("Range", {
    target: area,
    get: {
      address: () => fullAddress(area),
      rowIndex: () => area.row,
      columnIndex: () => area.column,
      rowCount: () => area.rows,
      columnCount: () => area.columns,
      values: () => readGrid(area, (row, column) => sheet.valueAt(row, column)),
      formulas: () =>
        readGrid(area, (row, column) => {
          const cell = sheet.cell(row, column);
          return cell?.formula ?? cell?.value ?? "";
        }),
      numberFormat: () => readGrid(area, (row, column) => sheet.numberFormat(row, column)),
    },
    set: {
      values: enterAll,
      formulas: enterAll,
      numberFormat: (value) =>
        write(value, (row, column, item) => {
          if (item !== null) sheet.setNumberFormat(row, column, String(item));
        }),
      columnHidden: hide,
    },
    children: {
      format: () => rangeFormat(area),
      worksheet: () => world.worksheetObject(sheet),
    },
    methods: {
      // 客户端库在写入二维数组之前自己加的一问。
      _ValidateArraySize: (rows, columns) => {
        if (rows !== area.rows || columns !== area.columns) {
          throw new HostError("InvalidArgument", "行列数与区域不符");
        }
      },
      // 数组超过 1500 格时，客户端库用下面两个把它切成几块。
      getRow: (row) => {
        const index = number(row, "行");
        if (index >= area.rows) throw new HostError("InvalidArgument", `没有第 ${index} 行`);
        return range(world, { ...area, row: area.row + index, rows: 1 });
      },
      getBoundingRect: (other) => range(world, bounding(area, areaOf(other, "另一块区域"))),
      select: () => {
        if (sheet.visibility !== "Visible") {
          throw new HostError("InvalidOperation", "隐藏的工作表里不能选中单元格");
        }
        world.select(sheet, localAddress(area));
      },
      getCell: (row, column) =>
        range(
          world,
          checked(
            {
              sheet,
              row: area.row + number(row, "行"),
              column: area.column + number(column, "列"),
              rows: 1,
              columns: 1,
            },
            "单元格",
          ),
        ),
    },
  });
}

function bounding(a: SheetArea, b: SheetArea): SheetArea {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    sheet: a.sheet,
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

function readGrid(area: SheetArea, read: (row: number, column: number) => unknown): unknown {
  if (area.rows * area.columns > area.sheet.readLimit) return null;
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (_, column) => read(area.row + row, area.column + column)),
  );
}

/** 写入的值：二维数组，行列数须相符；或者一个值，写到每一格。 */
function gridOf(value: unknown, area: SheetArea): (row: number, column: number) => unknown {
  if (!Array.isArray(value)) return () => value;
  const fits =
    value.length === area.rows &&
    value.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!fits) throw new HostError("InvalidArgument", "行列数与区域不符");
  return (row, column) => value[row][column];
}
