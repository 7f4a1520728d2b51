import { parseAmountText, parseCountText } from "../../money/parse.ts";
import { measureOf } from "../../tables/access.ts";
import type { FormDefinition, YearRange } from "../../tables/form.ts";
import type { CellState, Table, TableColumn, TableRow, TableSet } from "../../tables/table.ts";
import { blocksOf, formOf, groupOf, isFloating } from "../language/verify.ts";
import { RuleError } from "../rule-error.ts";

/** 用例里说明表的部分；各项的意思见 run-cases.ts。 */
export interface CaseData {
  readonly 年度?: number | "未知";
  readonly 层级?: "部门" | "单位";
  readonly 封面?: Readonly<Record<string, string | number>>;
  readonly 有表?: readonly string[];
  readonly 没有?: readonly string[];
  readonly 文字?: Readonly<Record<string, string>>;
  readonly 数据: Readonly<Record<string, string | number>>;
}

interface CellName {
  readonly prior: boolean;
  readonly form: string;
  readonly row: string;
  readonly column: string;
}

interface Amount {
  readonly state: CellState;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly raw: string;
}

const NAME = /^(上年\.)?([^[]+)\[([^,，]+)[,，]([^\]]+)\]$/;

function cellName(text: string): CellName {
  const match = NAME.exec(text.trim());
  if (match === null) throw new RuleError(`用例里的“${text}”应写成 表号[行, 栏]`);
  const [, prior, form = "", row = "", column = ""] = match;
  return { prior: prior !== undefined, form: form.trim(), row: row.trim(), column: column.trim() };
}

/** 按用例搭出本年、上年两套表；没有提到上年的表时 prior 为 null。用例提到表样没有的表、行、栏时抛 RuleError。 */
export function buildTableSets(data: CaseData): { current: TableSet; prior: TableSet | null } {
  const cells = Object.entries(data.数据).map(([name, value]) => ({ ...cellName(name), value }));
  const gone = (data.没有 ?? []).map(cellName);
  const texts = Object.entries(data.文字 ?? {}).map(([name, text]) => ({
    ...cellName(name),
    text,
  }));
  const year = data.年度 === "未知" ? null : (data.年度 ?? 2023);
  const set = (prior: boolean): TableSet => {
    const own = cells.filter((cell) => cell.prior === prior);
    const mentioned = (data.有表 ?? []).flatMap((name) =>
      name.startsWith("上年.") === prior ? [name.replace("上年.", "")] : [],
    );
    const tableYear = year === null ? null : year - (prior ? 1 : 0);
    const told = texts.filter((text) => text.prior === prior);
    const ids = [...new Set([...[...own, ...told].map(({ form }) => form), ...mentioned])];
    const tables = ids.map((id) =>
      buildTable(formOf(id), prior ? "prior" : "current", tableYear, {
        cells: own.filter(({ form }) => form === id),
        gone: gone.filter((cell) => cell.form === id && cell.prior === prior),
        texts: told.filter(({ form }) => form === id),
      }),
    );
    return {
      fileName: "用例.xlsx",
      tables,
      byForm: new Map(tables.map((table) => [table.form.id, table])),
      unrecognised: [],
      unit: null,
      year: tableYear,
      level: data.层级 ?? null,
      cover: new Map(Object.entries(data.封面 ?? {}).map(([key, code]) => [key, String(code)])),
    };
  };
  const prior = set(true);
  return { current: set(false), prior: prior.tables.length === 0 ? null : prior };
}

interface TableContent {
  readonly cells: readonly (CellName & { readonly value: string | number })[];
  readonly gone: readonly CellName[];
  readonly texts: readonly (CellName & { readonly text: string })[];
}

function buildTable(
  form: FormDefinition,
  book: Table["book"],
  year: number | null,
  { cells, gone, texts }: TableContent,
): Table {
  const columns = columnsOf(form, year).filter(
    ({ key }) => !gone.some((cell) => cell.row === "*" && cell.column === key),
  );
  const mentioned = [...cells, ...texts].map(({ row }) => row);
  const rows = (
    isFloating(form)
      ? floatingRows(mentioned)
      : [...fixedRows(form, year), ...economicRows(form, mentioned)]
  )
    .filter(({ key }) => !gone.some((cell) => cell.column === "*" && cell.row === key))
    .map((row, index) => withTexts({ ...row, sheetRow: index }, texts));
  const rowIndex = new Map(rows.map(({ key }, index) => [key, index]));
  const columnIndex = new Map(columns.map(({ key }, index) => [key, index]));
  const amounts: Amount[] = rows.flatMap((row) =>
    columns.map((column) => (hasCell(form, row, column) ? BLANK : ABSENT)),
  );
  for (const { row, column, value } of cells) {
    const [r, c] = [rowIndex.get(row), columnIndex.get(column)];
    const place = (r ?? 0) * columns.length + (c ?? 0);
    const [tableRow, tableColumn] = [rows[r ?? -1], columns[c ?? -1]];
    if (!tableRow || !tableColumn || amounts[place] === ABSENT) {
      throw new RuleError(`用例里的 ${form.id}[${row}, ${column}]：表样没有这一格`);
    }
    amounts[place] = readAmount(String(value), measureOf(tableRow, tableColumn) === "count");
  }
  return {
    form,
    book,
    sheet: form.id,
    why: "用例",
    moneyUnit: "元",
    year,
    unit: null,
    rows,
    columns,
    value: Float64Array.from(amounts, ({ value }) => value),
    low: Float64Array.from(amounts, ({ low }) => low),
    high: Float64Array.from(amounts, ({ high }) => high),
    state: amounts.map(({ state }) => state),
    address: amounts.map(({ state }, index) =>
      state === "absent" ? "" : addressOf(index, columns.length),
    ),
    raw: amounts.map(({ raw }) => raw),
    rowIndex,
    rowsByKey: new Map([...rowIndex].map(([key, index]) => [key, [index]])),
    columnIndex,
    problems: [],
  };
}

/** `名称` 是行名，其余是项目的说明。 */
function withTexts(row: TableRow, texts: TableContent["texts"]): TableRow {
  const own = texts.filter((text) => text.row === row.key);
  const name = own.find(({ column }) => column === "名称")?.text ?? row.name;
  const others = own.filter(({ column }) => column !== "名称");
  return { ...row, name, texts: new Map(others.map(({ column, text }) => [column, text])) };
}

const BLANK: Amount = { state: "blank", value: 0, low: 0, high: 0, raw: "" };
const ABSENT: Amount = { ...BLANK, state: "absent" };

function readAmount(text: string, count: boolean): Amount {
  const raw = text.trim();
  const reading = count ? parseCountText(raw) : parseAmountText(raw, "元");
  if (reading.kind !== "amount") return { ...BLANK, state: reading.kind, raw };
  const { value, low, high } = reading;
  return { state: "amount", value, low, high, raw };
}

function addressOf(index: number, width: number): string {
  let column = "";
  for (let n = (index % width) + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    column = String.fromCharCode(65 + ((n - 1) % 26)) + column;
  }
  return `${column}${Math.floor(index / width) + 1}`;
}

function inYears(years: YearRange | undefined, year: number | null): boolean {
  if (years === undefined || year === null) return true;
  return year >= (years.from ?? 0) && year <= (years.to ?? 9999);
}

function columnsOf(form: FormDefinition, year: number | null): TableColumn[] {
  const definitions = new Map(
    blocksOf(form).flatMap(({ columns }) =>
      columns.flatMap((column) => (inYears(column.years, year) ? [[column.key, column]] : [])),
    ) as [string, { key: string; code?: string; measure?: TableColumn["measure"] }][],
  );
  const keys = [...definitions.keys()];
  return [...definitions.values()].map(({ key, code, measure }) => ({
    key,
    label: key,
    ...(code === undefined ? {} : { code }),
    parent: code?.length === 5 ? keys.indexOf(code.slice(0, 3)) : -1,
    measure: measure ?? "money",
  }));
}

function fixedRows(form: FormDefinition, year: number | null): TableRow[] {
  return blocksOf(form).flatMap(({ rows }) =>
    rows
      .filter((row) => inYears(row.years, year))
      .map((row) => ({
        key: row.key,
        label: row.key,
        group: groupOf(row),
        ...(row.code === undefined ? {} : { code: row.code }),
        name: row.label,
        level: "line" as const,
        parent: -1,
        measure: row.measure ?? "money",
        sheetRow: 0,
        texts: new Map(),
      })),
  );
}

/** 并排科目表里提到的各编码行。 */
function economicRows(form: FormDefinition, mentioned: readonly string[]): TableRow[] {
  if (form.layout.kind !== "sideBySide") return [];
  return [...new Set(mentioned)]
    .filter((key) => /^\d+$/.test(key))
    .map((key) => ({
      key,
      label: key,
      code: key,
      name: key,
      level: key.length === 3 ? "class" : "section",
      parent: -1,
      measure: "money",
      sheetRow: 0,
      texts: new Map(),
    }));
}

function floatingRows(mentioned: readonly string[]): TableRow[] {
  const codes = [...new Set(mentioned)].filter((key) => key !== "合计").sort();
  const keys = mentioned.includes("合计") ? ["合计", ...codes] : codes;
  return keys.map((key) => {
    const [code = ""] = key.split("/");
    return {
      key,
      label: key,
      ...(key === "合计" ? {} : { code, codeColumn: 0 }),
      name: key,
      level: levelOf(key),
      parent: keys.indexOf(parentKey(key, keys) ?? ""),
      measure: "money" as const,
      sheetRow: 0,
      texts: new Map(),
    };
  });
}

function levelOf(key: string): TableRow["level"] {
  if (key === "合计") return "total";
  if (key.includes("/")) return "project";
  return key.length === 3 ? "class" : key.length === 5 ? "section" : "item";
}

function parentKey(key: string, keys: readonly string[]): string | null {
  if (key === "合计") return null;
  const [code = ""] = key.split("/");
  const candidates = key.includes("/")
    ? [code, code.slice(0, 5), code.slice(0, 3)]
    : [code.slice(0, -2), code.slice(0, 3)];
  const parent = candidates.find((each) => each.length >= 3 && each !== key && keys.includes(each));
  return parent ?? "合计";
}

function hasCell(form: FormDefinition, row: TableRow, column: TableColumn): boolean {
  if (row.measure === "text" || column.measure === "text") return false;
  if (isFloating(form) || form.layout.kind === "sideBySide") return true;
  return blocksOf(form).some(
    (block) =>
      block.rows.some(({ key }) => key === row.key) &&
      block.columns.some(({ key }) => key === column.key),
  );
}
