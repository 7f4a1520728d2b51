import type { TableSet } from "../../src/tables/table.ts";

/** 表集里与排版无关的全部内容：各表的行、栏、状态、数值。用来比较同一套表的两种排法。 */
export function contentsOf(set: TableSet): unknown {
  return {
    unit: set.unit,
    year: set.year,
    level: set.level,
    cover: [...set.cover],
    tables: set.tables.map((table) => ({
      form: table.form.id,
      unit: table.unit,
      rows: table.rows.map(({ key, label, name, level, parent, measure, texts, code, group }) => ({
        key,
        label,
        name,
        level,
        parent,
        measure,
        code,
        group,
        texts: [...texts],
      })),
      columns: table.columns,
      state: table.state,
      value: [...table.value],
      problems: table.problems,
    })),
  };
}
