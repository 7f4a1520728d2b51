import { HostError } from "../host-error.ts";
import { type Area, localAddress } from "./area.ts";
import { type CellValue, enter, type StoredCell } from "./cell-entry.ts";
import type { ModelChart } from "./chart.ts";

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** 一格的格式：字体、填充、对齐、边框，名称与线上的属性名一致，如 `font.Bold`、`fill.Color`。 */
export type CellFormat = Record<string, unknown>;

/** 工作表里的一块。 */
export type SheetArea = Area<ModelSheet>;
export type SheetChart = ModelChart<SheetArea>;

/** 内存里的一张工作表。 */
export class ModelSheet {
  visibility: Visibility = "Visible";
  /** 一次读的格数上限；超过时 `values` 为 null，没有错误，同 Excel。 */
  readLimit = 5_000_000;
  protected = false;
  gridlines = true;
  frozenRows = 0;
  autoFilter: string | null = null;
  readonly charts: SheetChart[] = [];
  readonly columnWidths = new Map<number, number>();
  readonly hiddenColumns = new Set<number>();
  readonly rowHeights = new Map<number, number>();
  readonly pageLayout: Record<string, unknown> = {};
  readonly names: { name: string; formula: string; visible: boolean }[] = [];
  readonly merges: { top: number; left: number; bottom: number; right: number }[] = [];
  private readonly rows: (StoredCell | undefined)[][] = [];
  private readonly formats = new Map<string, CellFormat>();
  private readonly numberFormats = new Map<string, string>();

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  cell(row: number, column: number): StoredCell | undefined {
    return this.rows[row]?.[column];
  }

  /** 值；空白是空文本。 */
  valueAt(row: number, column: number): CellValue {
    return this.cell(row, column)?.value ?? "";
  }

  put(row: number, column: number, cell: StoredCell | undefined): void {
    let cells = this.rows[row];
    if (cells === undefined) {
      if (cell === undefined) return;
      cells = [];
      this.rows[row] = cells;
    }
    cells[column] = cell;
  }

  /** 像使用者或程序那样录入一格；null 是不动它。合并区域里只有左上角能录。 */
  enter(row: number, column: number, raw: unknown): void {
    if (raw === null || this.coveredByMerge(row, column)) return;
    this.put(
      row,
      column,
      enter(raw, this.numberFormat(row, column), (formula) => this.calculate(formula)),
    );
  }

  numberFormat(row: number, column: number): string {
    return this.numberFormats.get(`${row},${column}`) ?? "General";
  }

  setNumberFormat(row: number, column: number, format: string): void {
    this.numberFormats.set(`${row},${column}`, format);
  }

  format(row: number, column: number): Readonly<CellFormat> {
    return this.formats.get(`${row},${column}`) ?? {};
  }

  setFormat(area: SheetArea, name: string, value: unknown): void {
    eachCell(area, (row, column) => {
      const key = `${row},${column}`;
      const format = this.formats.get(key) ?? {};
      format[name] = value;
      this.formats.set(key, format);
    });
  }

  /** 有值的最小矩形；没有时为 null。 */
  usedArea(): SheetArea | null {
    let [top, left, bottom, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1, -1];
    this.rows.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        if (cell === undefined) return;
        top = Math.min(top, row);
        bottom = Math.max(bottom, row);
        left = Math.min(left, column);
        right = Math.max(right, column);
      });
    });
    if (bottom < 0) return null;
    return {
      sheet: this,
      row: top,
      column: left,
      rows: bottom - top + 1,
      columns: right - left + 1,
    };
  }

  refuseIfProtected(): void {
    if (this.protected) throw new HostError("AccessDenied", `工作表 ${this.name} 受保护`);
  }

  private coveredByMerge(row: number, column: number): boolean {
    return this.merges.some(
      ({ top, left, bottom, right }) =>
        row >= top &&
        row <= bottom &&
        column >= left &&
        column <= right &&
        (row !== top || column !== left),
    );
  }

  /** 只会照抄本表的一格；别的公式算作 0，公式文字照样记着。 */
  private calculate(formula: string): CellValue {
    const match = /^=\$?([A-Z]{1,3})\$?(\d+)$/.exec(formula);
    if (match === null) return 0;
    let column = 0;
    for (const letter of match[1] ?? "") column = column * 26 + letter.charCodeAt(0) - 64;
    return this.cell(Number(match[2]) - 1, column - 1)?.value ?? 0;
  }
}

/** 对区域里的每一格做一件事；整列整行只用于列宽行高，不许逐格做。 */
export function eachCell(area: SheetArea, action: (row: number, column: number) => void): void {
  if (area.rows * area.columns > 5_000_000) {
    throw new HostError("InvalidArgument", `区域太大：${localAddress(area)}`);
  }
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      action(row, column);
    }
  }
}
