import type { BoundRules } from "../../src/checks/bind-rules.ts";
import { type BoundComparison, type Groups, groupItems } from "../../src/checks/program.ts";
import type { Table, TableSet } from "../../src/tables/table.ts";

function listed(groups: Groups): number[][] {
  return Array.from({ length: groups.count }, (_, group) => [...groupItems(groups, group)]);
}

/** 绑定的全部内容，不含对象的同一性；表以本年、上年和表号称呼，并核实是现在的表。 */
export function contents(
  { program, ...rest }: BoundRules,
  sets: readonly (TableSet | null)[],
): unknown {
  const isPresent = (table: Table) => sets.some((set) => set?.tables.includes(table));
  const side = ({ operator, measure, constant, scale, operands }: BoundComparison) => ({
    operator,
    measure,
    constant,
    scale,
    operands: operands.map(({ table, rows, columns, ...own }) => ({
      ...own,
      table: [isPresent(table), table.book, table.form.id],
      rows: listed(rows),
      columns: listed(columns),
    })),
  });
  return {
    ...rest,
    blocks: program.blocks.map((block) => ({
      ...side(block),
      rule: block.rule.id,
      formula: block.formula,
      statement: block.statement,
      rowKeys: block.rowKeys,
      columnKeys: block.columnKeys,
      exact: block.exact,
      readable: block.readable,
      guards: block.guards?.map(side),
    })),
  };
}
