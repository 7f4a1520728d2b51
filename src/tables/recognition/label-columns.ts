import type { Sheet } from "../../workbook/workbook.ts";
import type { BlockDefinition, FixedLayout, RowDefinition } from "../form.ts";
import { readHeader } from "./header.ts";
import { isFootText, isHeaderMark, normaliseLabel } from "./labels.ts";
import { type MatchedColumns, matchColumns } from "./match-columns.ts";

/** 工作表里的一列行名：列号，以及行名（已归一）→ 出现的行号，从上到下。 */
export interface LabelColumn {
  readonly column: number;
  readonly rows: ReadonlyMap<string, readonly number[]>;
}

/** 一块落在哪里：行名列，以及各栏的列号。 */
export interface PlacedBlock {
  readonly block: BlockDefinition;
  readonly labels: LabelColumn;
  readonly matched: MatchedColumns;
}

const knownNames = new WeakMap<RowDefinition, readonly string[]>();

/** 一行的官方行名与异名，均已归一。 */
export function namesOf(row: RowDefinition): readonly string[] {
  const known = knownNames.get(row);
  if (known !== undefined) return known;
  const names = [row.label, ...(row.variants ?? [])].map(normaliseLabel);
  knownNames.set(row, names);
  return names;
}

/** 行名列：至少有三个（或该表行名很少时至少一个）格是表样里的行名。 */
export function findLabelColumns(
  sheet: Sheet,
  layout: FixedLayout,
  headRow: number,
): LabelColumn[] {
  const known = new Set(layout.blocks.flatMap((block) => block.rows.flatMap(namesOf)));
  const columns = new Map<number, Map<string, number[]>>();
  const hits = new Map<number, number>();
  for (let r = headRow + 1; r < sheet.rowCount; r++) {
    const row = sheet.rows[r];
    if (row === undefined) continue;
    for (let c = 0; c < row.length; c++) {
      const cell = row[c];
      if (cell === undefined || cell.kind !== "text") continue;
      const label = normaliseLabel(cell.text);
      if (label === "" || !/\p{Script=Han}/u.test(label) || isFootText(cell.text)) continue;
      let labels = columns.get(c);
      if (labels === undefined) {
        labels = new Map();
        columns.set(c, labels);
      }
      const rows = labels.get(label);
      if (rows === undefined) labels.set(label, [r]);
      else rows.push(r);
      if (known.has(label)) hits.set(c, (hits.get(c) ?? 0) + 1);
    }
  }
  return [...columns]
    .filter(([column]) => (hits.get(column) ?? 0) >= Math.min(3, known.size))
    .map(([column, rows]) => ({ column, rows }))
    .sort((a, b) => a.column - b.column);
}

/** 每一块归到对上行名最多的那一列；一列只归一块。 */
export function assignBlocks(
  layout: FixedLayout,
  columns: readonly LabelColumn[],
): Map<BlockDefinition, LabelColumn> {
  const scores = layout.blocks.flatMap((block) =>
    columns.map((labels) => ({
      block,
      labels,
      score: block.rows.filter((row) => namesOf(row).some((name) => labels.rows.has(name))).length,
    })),
  );
  scores.sort((a, b) => b.score - a.score);
  const assigned = new Map<BlockDefinition, LabelColumn>();
  for (const { block, labels, score } of scores) {
    if (score === 0 || assigned.has(block) || [...assigned.values()].includes(labels)) continue;
    assigned.set(block, labels);
  }
  return assigned;
}

export function placeBlocks(
  sheet: Sheet,
  assigned: ReadonlyMap<BlockDefinition, LabelColumn>,
  headRow: number,
): PlacedBlock[] {
  const firstRow = firstLabelRow(assigned);
  const starts = [...assigned.values()].map((labels) => labels.column).sort((a, b) => a - b);
  return [...assigned].map(([block, labels]) => {
    const next = starts.find((start) => start > labels.column) ?? sheet.columnCount;
    const header = readHeader(sheet, {
      top: headRow + 1,
      bottom: firstRow - 1,
      left: labels.column,
      right: next - 1,
    }).filter((column) => column.column > labels.column);
    return { block, labels, matched: matchColumns(block.columns, header.filter(isNumberColumn)) };
  });
}

function isNumberColumn(column: { readonly path: readonly string[] }): boolean {
  return column.path.length > 0 && !isHeaderMark(column.path.at(-1) ?? "");
}

/** 最上面一个行名所在的行；栏次行之类不是行名。 */
export function firstLabelRow(assigned: ReadonlyMap<BlockDefinition, LabelColumn>): number {
  let first = Number.MAX_SAFE_INTEGER;
  for (const [block, labels] of assigned) {
    for (const name of block.rows.flatMap(namesOf)) {
      first = Math.min(first, labels.rows.get(name)?.[0] ?? first);
    }
  }
  return first;
}

export function columnIn(placed: PlacedBlock, key: string): number {
  const index = placed.block.columns.findIndex((column) => column.key === key);
  return placed.matched.found.get(index) ?? -1;
}
