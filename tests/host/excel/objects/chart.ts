import { HostObject } from "../host-object.ts";
import type { ModelSheet, SheetChart } from "../model/sheet.ts";
import { area, flag, number, oneOf, text } from "./arguments.ts";
import { chartFont } from "./chart-font.ts";
import { seriesCollection } from "./chart-series.ts";

const LEGEND = ["Top", "Bottom", "Left", "Right", "Corner"] as const;
const LABEL_POSITIONS = ["OutsideEnd", "InsideEnd", "Center", "BestFit"] as const;

/** 行高没有设过时按 15 磅算。 */
const DEFAULT_ROW_HEIGHT = 15;

export function chart(sheet: ModelSheet, model: SheetChart): HostObject {
  return new HostObject("Chart", {
    id: model.id,
    get: {
      id: () => model.id,
      name: () => model.name,
      top: () => model.top,
      left: () => model.left,
      width: () => model.width,
      height: () => model.height,
      chartType: () => model.type,
    },
    set: {
      name: (value) => {
        model.name = text(value, "图表名");
      },
      top: (value) => {
        model.top = number(value, "上边距");
      },
      left: (value) => {
        model.left = number(value, "左边距");
      },
      width: (value) => {
        model.width = number(value, "宽");
      },
      height: (value) => {
        model.height = number(value, "高");
      },
    },
    children: {
      title: () => title(model),
      legend: () => legend(model),
      dataLabels: () => dataLabels(model),
      axes: () => new HostObject("ChartAxes", { children: { valueAxis: () => valueAxis(model) } }),
      series: () => seriesCollection(model),
    },
    methods: {
      setPosition: (start) => {
        const { row } = area(start, "图表位置");
        model.top = 0;
        for (let above = 0; above < row; above++) {
          model.top += sheet.rowHeights.get(above) ?? DEFAULT_ROW_HEIGHT;
        }
        model.left = 0;
      },
      delete: () => {
        sheet.charts.splice(sheet.charts.indexOf(model), 1);
      },
    },
  });
}

function title(model: SheetChart): HostObject {
  return new HostObject("ChartTitle", {
    set: {
      text: (value) => {
        model.title = text(value, "图题");
      },
      visible: (value) => {
        model.titleVisible = flag(value, "图题可见");
      },
    },
    children: { format: () => chartFont(model, "title") },
  });
}

function legend(model: SheetChart): HostObject {
  return new HostObject("ChartLegend", {
    set: {
      visible: (value) => {
        model.legendVisible = flag(value, "图例可见");
      },
      position: (value) => {
        model.legendPosition = oneOf(value, LEGEND, "图例位置");
      },
    },
    children: { format: () => chartFont(model, "legend") },
  });
}

function dataLabels(model: SheetChart): HostObject {
  const show = (name: string) => (value: unknown) => {
    model.labels[name] = flag(value, name);
  };
  return new HostObject("ChartDataLabels", {
    set: {
      showValue: show("showValue"),
      showPercentage: show("showPercentage"),
      showCategoryName: show("showCategoryName"),
      showSeriesName: show("showSeriesName"),
      showLegendKey: show("showLegendKey"),
      numberFormat: (value) => {
        model.labels.numberFormat = text(value, "数字格式");
      },
      position: (value) => {
        model.labels.position = oneOf(value, LABEL_POSITIONS, "标签位置");
      },
    },
    children: { format: () => chartFont(model, "labels") },
  });
}

function valueAxis(model: SheetChart): HostObject {
  return new HostObject("ChartAxis", {
    set: {
      minimum: (value) => {
        model.valueAxis.minimum = number(value, "最小值");
      },
      numberFormat: (value) => {
        model.valueAxis.numberFormat = text(value, "数字格式");
      },
    },
    children: {
      title: () =>
        new HostObject("ChartAxisTitle", {
          set: {
            text: (value) => {
              model.valueAxis.title = text(value, "轴标题");
            },
          },
        }),
      majorGridlines: () =>
        new HostObject("ChartGridlines", {
          set: {
            visible: (value) => {
              model.valueAxis.gridlines = flag(value, "网格线");
            },
          },
        }),
    },
  });
}
