import { HostObject } from "../host-object.ts";
import type { ModelSeries } from "../model/chart.ts";
import type { SheetArea, SheetChart } from "../model/sheet.ts";
import { area, colour, flag, itemNotFound, number, text } from "./arguments.ts";

export function seriesCollection(model: SheetChart): HostObject {
  return new HostObject("ChartSeriesCollection", {
    methods: {
      getItemAt: (index) => {
        const found = model.series[number(index, "系列序号")];
        if (found === undefined) throw itemNotFound(`系列 ${String(index)}`);
        return series(found);
      },
    },
  });
}

function series(model: ModelSeries<SheetArea>): HostObject {
  return new HostObject("ChartSeries", {
    set: {
      name: (value) => {
        model.name = text(value, "系列名");
      },
      hasDataLabels: (value) => {
        model.hasDataLabels = flag(value, "数据标签");
      },
      gapWidth: (value) => {
        model.gapWidth = number(value, "间距");
      },
    },
    children: {
      points: () =>
        new HostObject("ChartPointsCollection", {
          methods: { getItemAt: (index) => point(model, number(index, "点的序号")) },
        }),
    },
    methods: {
      setValues: (source) => {
        model.values = area(source, "系列的值");
      },
      setXAxisValues: (source) => {
        model.categories = area(source, "系列的类别");
      },
    },
  });
}

function point(model: ModelSeries<SheetArea>, index: number): HostObject {
  const { rows, columns } = model.values;
  if (index < 0 || index >= rows * columns) throw itemNotFound(`第 ${index} 个点`);
  return new HostObject("ChartPoint", {
    set: {
      hasDataLabel: (value) => {
        if (flag(value, "数据标签")) model.unlabelled.delete(index);
        else model.unlabelled.add(index);
      },
    },
    children: {
      format: () =>
        new HostObject("ChartPointFormat", {
          children: {
            fill: () =>
              new HostObject("ChartFill", {
                methods: {
                  setSolidColor: (value) => {
                    model.pointColours.set(index, colour(value));
                  },
                },
              }),
          },
        }),
    },
  });
}
