import type { Table } from "../tables/table.ts";
import type { Rollup } from "./language/syntax.ts";
import { packGroups } from "./program.ts";
import type { RuleTables } from "./rule-tables.ts";
import { selectColumns } from "./select.ts";
import { type BoundBlock, type NotBound, splitByCells } from "./split.ts";

/** 绑定逐级汇总、项目汇总：左边是上级行（同键各行之和），右边是它的下级行。 */
export function bindRollup(
  rollup: Rollup,
  tables: RuleTables,
): { readonly blocks: readonly BoundBlock[] } | NotBound {
  const index = tables.find(rollup);
  if (index === null) return { notRun: tables.missing(rollup) };
  const { table } = index;
  const selected = selectColumns(table, rollup.columns);
  if (typeof selected === "string") return { notRun: selected };
  const columnKeys =
    selected === null
      ? index.columnKeys()
      : selected.map((column) => table.columns[column]?.key ?? "");
  if (columnKeys.length === 0) return { notRun: `表上没有 ${rollup.text} 的各栏` };
  const parents = parentsOf(table, rollup.by);
  if (parents.length === 0) {
    return {
      notRun: `${table.form.id} 没有${rollup.by === "项目汇总" ? "项目行" : "可汇总的上级行"}`,
      quiet: true,
    };
  }
  const columns = index.columnGroups(tables.keys(`汇总 ${rollup.text}`, () => columnKeys));
  const blocks = splitByCells({
    rowKeys: parents.map(({ key }) => key),
    columnKeys,
    parts: [
      {
        operator: "=",
        scale: 1,
        constant: { left: 0, right: 0 },
        operands: [
          {
            text: rollup.text,
            table,
            side: "left",
            sign: 1,
            rows: packGroups(parents.map(({ key }) => table.rowsByKey.get(key) ?? [])),
            columns,
          },
          {
            text: rollup.by === "项目汇总" ? "项目行" : "下级行",
            table,
            side: "right",
            sign: 1,
            rows: packGroups(parents.map(({ children }) => children)),
            columns,
          },
        ],
        indexes: [index],
      },
    ],
  });
  return { blocks };
}

interface Parent {
  readonly key: string;
  readonly children: readonly number[];
}

/**
 * 有下级的各行。合计行即使没有一行明细也要核对（有合计而无明细是错的）；
 * 上级行重复出现时，各行的下级并在一起。
 */
function parentsOf(table: Table, by: Rollup["by"]): readonly Parent[] {
  const children = new Map<string, number[]>();
  if (by === "逐级汇总") {
    for (const row of table.rows) if (row.level === "total") children.set(row.key, []);
  }
  table.rows.forEach((row, index) => {
    const parent = table.rows[row.parent];
    if (parent === undefined || (row.level === "project") !== (by === "项目汇总")) return;
    const list = children.get(parent.key);
    if (list === undefined) children.set(parent.key, [index]);
    else list.push(index);
  });
  return [...children].map(([key, list]) => ({ key, children: list }));
}
