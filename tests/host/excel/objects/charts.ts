import { HostObject } from "../host-object.ts";
import { ModelChart } from "../model/chart.ts";
import type { ModelSheet } from "../model/sheet.ts";
import type { World } from "../world.ts";
import { area, itemNotFound, oneOf } from "./arguments.ts";
import { chart } from "./chart.ts";

const TYPES = ["ColumnClustered", "Pie"] as const;
const SERIES_BY = ["Auto", "Columns", "Rows"] as const;

export function charts(world: World, sheet: ModelSheet): HostObject {
  const get = (key: unknown) => {
    const found = sheet.charts.find(({ id, name }) => id === key || name === key);
    if (found === undefined) throw itemNotFound(`图表 ${String(key)}`);
    return chart(sheet, found);
  };
  return new HostObject("ChartCollection", {
    items: () => sheet.charts.map((each) => chart(sheet, each)),
    item: get,
    methods: {
      getItem: get,
      add: (type, source, seriesBy) => {
        sheet.refuseIfProtected();
        if (seriesBy !== undefined) oneOf(seriesBy, SERIES_BY, "系列方向");
        const added = new ModelChart(
          world.model.nextId(),
          oneOf(type, TYPES, "图表类型"),
          area(source, "图表数据"),
        );
        sheet.charts.push(added);
        return chart(sheet, added);
      },
    },
  });
}
