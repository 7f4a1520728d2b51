import { HostObject } from "../host-object.ts";
import type { SheetArea } from "../model/sheet.ts";
import { colour, flag, number, oneOf, text } from "./arguments.ts";

const HORIZONTAL = ["General", "Left", "Center", "Right", "Justify"] as const;
const VERTICAL = ["Top", "Center", "Bottom", "Justify", "Distributed"] as const;
const EDGES = [
  ...["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"],
  ...["InsideHorizontal", "InsideVertical"],
] as const;

/** Excel 允许的最大行高，磅。 */
const MAX_ROW_HEIGHT = 409.5;

export function rangeFormat(area: SheetArea): HostObject {
  const { sheet } = area;
  const format = (name: string, value: unknown) => {
    sheet.refuseIfProtected();
    sheet.setFormat(area, name, value);
  };
  return new HostObject("RangeFormat", {
    set: {
      horizontalAlignment: (value) =>
        format("horizontalAlignment", oneOf(value, HORIZONTAL, "水平对齐")),
      verticalAlignment: (value) => format("verticalAlignment", oneOf(value, VERTICAL, "垂直对齐")),
      wrapText: (value) => format("wrapText", flag(value, "自动换行")),
      columnWidth: (value) => {
        sheet.refuseIfProtected();
        const width = number(value, "列宽");
        for (let column = area.column; column < area.column + area.columns; column++) {
          sheet.columnWidths.set(column, width);
        }
      },
      rowHeight: (value) => {
        sheet.refuseIfProtected();
        const height = number(value, "行高");
        if (height < 0 || height > MAX_ROW_HEIGHT) throw new RangeError(`行高 ${height}`);
        for (let row = area.row; row < area.row + area.rows; row++) {
          sheet.rowHeights.set(row, height);
        }
      },
    },
    children: {
      font: () =>
        new HostObject("RangeFont", {
          set: {
            name: (value) => format("font.name", text(value, "字体")),
            size: (value) => format("font.size", number(value, "字号")),
            bold: (value) => format("font.bold", flag(value, "加粗")),
            underline: (value) =>
              format("font.underline", oneOf(value, ["None", "Single"], "下划线")),
            color: (value) => format("font.color", colour(value)),
          },
        }),
      fill: () =>
        new HostObject("RangeFill", {
          set: { color: (value) => format("fill.color", colour(value)) },
        }),
      borders: () =>
        new HostObject("RangeBorderCollection", {
          item: (key) => border(oneOf(key, EDGES, "边框"), format),
          methods: { getItem: (key) => border(oneOf(key, EDGES, "边框"), format) },
        }),
    },
  });
}

function border(edge: string, format: (name: string, value: unknown) => void): HostObject {
  return new HostObject("RangeBorder", {
    set: {
      style: (value) =>
        format(`border.${edge}`, oneOf(value, ["None", "Continuous", "Dash", "Dot"], "线型")),
      color: (value) => format(`border.${edge}.color`, colour(value)),
    },
  });
}
