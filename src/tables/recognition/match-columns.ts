import type { ColumnDefinition } from "../form.ts";
import type { HeaderColumn } from "./header.ts";
import { normaliseLabel } from "./labels.ts";

/** 上级栏名是这些时不改变含义，比对时可以略去。 */
const NEUTRAL = new Set(["收入", "支出", "项目", "金额", "财政拨款", "预算科目", "财政拨款支出"]);
const TOTALS = ["合计", "小计"];

export interface MatchedColumns {
  /** 栏定义下标 → 工作表列号；没有这一栏的不在其中。 */
  readonly found: ReadonlyMap<number, number>;
  /** 没有对应定义的表头。 */
  readonly unknown: readonly HeaderColumn[];
}

interface ColumnIndex {
  readonly byPath: ReadonlyMap<string, number>;
  readonly byCode: ReadonlyMap<string, number>;
}

const indexes = new WeakMap<readonly ColumnDefinition[], ColumnIndex>();

/** 把表头逐栏对到栏定义上。同一定义对上两栏时取先出现的，另一栏作未知栏。 */
export function matchColumns(
  definitions: readonly ColumnDefinition[],
  header: readonly HeaderColumn[],
): MatchedColumns {
  const found = new Map<number, number>();
  if (definitions.length === 0) return { found, unknown: header };
  const index = indexOf(definitions);
  const pending: HeaderColumn[] = [];
  for (const column of header) {
    const definition = findByPath(index, column.path, false);
    if (definition !== undefined && !found.has(definition)) found.set(definition, column.column);
    else pending.push(column);
  }
  const unknown: HeaderColumn[] = [];
  for (const column of pending) {
    const definition = findByPath(index, column.path, true);
    if (definition !== undefined && !found.has(definition)) found.set(definition, column.column);
    else unknown.push(column);
  }
  return { found, unknown };
}

function indexOf(definitions: readonly ColumnDefinition[]): ColumnIndex {
  const known = indexes.get(definitions);
  if (known !== undefined) return known;
  const byPath = new Map<string, number>();
  const byCode = new Map<string, number>();
  definitions.forEach((definition, i) => {
    if (definition.code !== undefined) byCode.set(definition.code, i);
    for (const path of [definition.key, ...(definition.variants ?? [])]) {
      const key = path.split(".").map(normaliseLabel).join(".");
      if (!byPath.has(key)) byPath.set(key, i);
    }
  });
  const index = { byPath, byCode };
  indexes.set(definitions, index);
  return index;
}

/**
 * 从最长的后缀找起。严格比对时略去的上级栏名必须是中性词；宽松比对（只用于还没对上的定义）
 * 允许略去其他上级栏名，但末级不得是合计、小计一类。
 */
function findByPath(
  index: ColumnIndex,
  path: readonly string[],
  lenient: boolean,
): number | undefined {
  const code = /^(3\d{4}|3\d{2})(?!\d)/.exec(path.at(-1) ?? "")?.[1];
  if (code !== undefined && index.byCode.has(code)) return index.byCode.get(code);
  for (const labels of spellings(path)) {
    for (let start = 0; start < labels.length; start++) {
      const suffix = labels.slice(start);
      if (start > 0 && !mayDrop(labels.slice(0, start), suffix, lenient)) break;
      const match = lookUp(index, suffix);
      if (match !== undefined) return match;
    }
  }
  return undefined;
}

function mayDrop(dropped: readonly string[], suffix: readonly string[], lenient: boolean): boolean {
  if (dropped.every((label) => NEUTRAL.has(label))) return true;
  const leaf = suffix.at(-1) ?? "";
  return lenient && !TOTALS.includes(leaf) && leaf !== "其他" && leaf !== "其他支出";
}

/** 竖向合并拆开后同一栏名会逐行重复：先按原样比对，再逐个去掉相邻的重复。 */
function spellings(path: readonly string[]): readonly (readonly string[])[] {
  const all: (readonly string[])[] = [path];
  let labels = path;
  for (;;) {
    const repeated = labels.findIndex((label, i) => i > 0 && label === labels[i - 1]);
    if (repeated < 0) return all;
    labels = labels.filter((_, i) => i !== repeated);
    all.push(labels);
  }
}

/** 合计、小计两种写法通用；`本年收入` 与 `本年收入.合计` 通用。 */
function lookUp(index: ColumnIndex, labels: readonly string[]): number | undefined {
  const exact = index.byPath.get(labels.join("."));
  if (exact !== undefined) return exact;
  const leaf = labels.at(-1) ?? "";
  const parents = labels.slice(0, -1);
  const alternatives = TOTALS.includes(leaf)
    ? [...TOTALS.map((total) => [...parents, total]), parents]
    : TOTALS.map((total) => [...labels, total]);
  for (const alternative of alternatives) {
    if (alternative.length === 0) continue;
    const match = index.byPath.get(alternative.join("."));
    if (match !== undefined) return match;
  }
  return undefined;
}
