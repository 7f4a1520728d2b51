import { HostObject } from "../host-object.ts";
import type { SheetChart } from "../model/sheet.ts";
import { colour, flag, number, text } from "./arguments.ts";

/** 各部分的格式对象在接口文档里的名称。 */
const TYPES = {
  title: "ChartTitleFormat",
  legend: "ChartLegendFormat",
  labels: "ChartDataLabelFormat",
} as const;

/** 图题、图例、标签的字体，都记在 `fonts` 里。 */
export function chartFont(model: SheetChart, part: keyof typeof TYPES): HostObject {
  const put = (name: string, value: unknown) => {
    const font = model.fonts[part] ?? {};
    font[name] = value;
    model.fonts[part] = font;
  };
  return new HostObject(TYPES[part], {
    children: {
      font: () =>
        new HostObject("ChartFont", {
          set: {
            name: (value) => put("name", text(value, "字体")),
            size: (value) => put("size", number(value, "字号")),
            bold: (value) => put("bold", flag(value, "加粗")),
            color: (value) => put("color", colour(value)),
          },
        }),
    },
  });
}
