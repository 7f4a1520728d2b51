import type { ColumnDefinition } from "../form.ts";
import type { TableColumn, TableProblem, TableRow } from "../table.ts";

/** 一张表的行、栏各在工作表的哪里；格里的数还没有读。 */
export interface Placement {
  readonly rows: readonly TableRow[];
  readonly columns: readonly TableColumn[];
  /** 每一行各栏所在的工作表列号（从 0 起），-1 为表上没有这一格。 */
  readonly sheetColumns: readonly (readonly number[])[];
  readonly problems: readonly TableProblem[];
  /** 版式吻合程度的依据：必备的行、栏有几个，找到几个，另有几个认不得。 */
  readonly fit: Fit;
}

export interface Fit {
  readonly required: number;
  readonly found: number;
  readonly unknown: number;
}

export const NO_FIT: Fit = { required: 0, found: 0, unknown: 0 };

export function addFit(a: Fit, b: Fit): Fit {
  return {
    required: a.required + b.required,
    found: a.found + b.found,
    unknown: a.unknown + b.unknown,
  };
}

/** 0 到 1：必备行、栏都找到、没有认不得的为 1。 */
export function fitRatio(fit: Fit): number {
  const all = fit.required + fit.unknown;
  return all === 0 ? 1 : fit.found / all;
}

/** 由栏定义造表的各栏：上级栏由经济分类编码决定，类级栏的上级是合计栏。 */
export function buildColumns(definitions: readonly ColumnDefinition[]): TableColumn[] {
  const keys = definitions.map((definition) => definition.key);
  return definitions.map((definition) => ({
    key: definition.key,
    label: columnLabel(definition),
    ...(definition.code === undefined ? {} : { code: definition.code }),
    parent: parentColumn(definition.code, keys),
    measure: definition.measure ?? "money",
  }));
}

function columnLabel(definition: ColumnDefinition): string {
  if (definition.code === undefined) return definition.key;
  const name = definition.variants?.[0] ?? "";
  const leaf = definition.code.length > 3 ? name.slice(name.indexOf(".") + 1) : name.split(".")[0];
  return `${definition.code} ${leaf}`;
}

function parentColumn(code: string | undefined, keys: readonly string[]): number {
  if (code === undefined) return -1;
  const group = code.length > 3 ? keys.indexOf(code.slice(0, 3)) : -1;
  return group >= 0 ? group : keys.indexOf("合计");
}

export function inYears(
  years: { readonly from?: number; readonly to?: number } | undefined,
  year: number | null,
): boolean {
  if (years === undefined || year === null) return true;
  return (years.from ?? year) <= year && year <= (years.to ?? year);
}
