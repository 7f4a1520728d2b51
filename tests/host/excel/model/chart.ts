/** 一张图表：记下写进来的全部，供断言与展示。数据区域跟着工作表走，改表名不断开。 */
export class ModelChart<Range> {
  name: string;
  title: string | null = null;
  titleVisible = true;
  left = 0;
  top = 0;
  width = 360;
  height = 216;
  legendVisible = true;
  legendPosition = "Right";
  readonly series: ModelSeries<Range>[] = [];
  readonly labels: Record<string, unknown> = {};
  readonly valueAxis: Record<string, unknown> = {};
  readonly fonts: Record<string, Record<string, unknown>> = {};

  constructor(
    readonly id: string,
    readonly type: string,
    source: Range,
  ) {
    this.name = `图表 ${id}`;
    this.series.push(new ModelSeries(source));
  }
}

export class ModelSeries<Range> {
  name = "系列1";
  categories: Range | null = null;
  hasDataLabels = false;
  gapWidth = 150;
  /** 各点的填充色，如 `#1F4E79`。 */
  readonly pointColours = new Map<number, string>();
  /** 不标数据的点。 */
  readonly unlabelled = new Set<number>();

  constructor(public values: Range) {}
}
