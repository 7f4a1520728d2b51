import type { Rollup } from "./language/syntax.ts";
import type { Block } from "./program.ts";
import type { RuleTables } from "./rule-tables.ts";
import { selectColumns } from "./select.ts";
import { type NotBound, type Source, splitByCells } from "./split.ts";

/** 绑定逐级汇总、项目汇总：左边是上级行（同键各行之和），右边是它的下级行。 */
export function bindRollup(
  rollup: Rollup,
  source: Source,
  tables: RuleTables,
): { readonly blocks: readonly Block[] } | NotBound {
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
  const parents = index.parents(rollup.by);
  if (parents.keys.length === 0) {
    return {
      notRun: `${table.form.id} 没有${rollup.by === "项目汇总" ? "项目行" : "可汇总的上级行"}`,
      quiet: true,
    };
  }
  const columns = index.columnGroups(tables.keys(`汇总 ${rollup.text}`, () => columnKeys));
  const blocks = splitByCells({
    source,
    rowKeys: parents.keys,
    columnKeys,
    parts: [
      {
        operator: "=",
        scale: 1,
        constant: { left: 0, right: 0 },
        operands: [
          { text: rollup.text, table, side: "left", sign: 1, rows: parents.own, columns },
          {
            text: rollup.by === "项目汇总" ? "项目行" : "下级行",
            table,
            side: "right",
            sign: 1,
            rows: parents.children,
            columns,
          },
        ],
        indexes: [index, index],
      },
    ],
  });
  return { blocks };
}
