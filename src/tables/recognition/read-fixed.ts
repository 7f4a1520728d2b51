import type { Sheet } from "../../workbook/workbook.ts";
import type { BlockDefinition, FixedLayout, RowDefinition } from "../form.ts";
import type { TableProblem, TableRow } from "../table.ts";
import {
  assignBlocks,
  columnIn,
  findLabelColumns,
  firstLabelRow,
  type LabelColumn,
  namesOf,
  type PlacedBlock,
  placeBlocks,
} from "./label-columns.ts";
import { isFootText, isHeaderMark, normaliseLabel, tidyName } from "./labels.ts";
import { addFit, buildColumns, type Fit, inYears, NO_FIT, type Placement } from "./placement.ts";
import { textOf } from "./sheet-text.ts";
import {
  amountCells,
  missingColumns,
  missingRows,
  unknownColumns,
  unknownRow,
} from "./table-problems.ts";

/** 读固定表：先找出哪几列是行名，再按行名把每一块对上去。一块也对不上时返回 null。 */
export function placeFixed(
  sheet: Sheet,
  layout: FixedLayout,
  headRow: number,
  year: number | null,
): Placement | null {
  const labelColumns = findLabelColumns(sheet, layout, headRow);
  const assigned = assignBlocks(layout, labelColumns);
  if (assigned.size === 0) return null;
  const placed = placeBlocks(sheet, assigned, headRow);

  const used = new Map<number, Set<number>>();
  const problems: TableProblem[] = [];
  const rows: TableRow[] = [];
  const places: RowPlace[] = [];
  let fit: Fit = NO_FIT;
  for (const block of layout.blocks) {
    const home = placed.find((candidate) => candidate.block === block);
    if (home === undefined) {
      const required = block.rows.filter((row) => isRequired(row, year));
      problems.push(...missingRows(required));
      fit = addFit(fit, { required: required.length, found: 0, unknown: 0 });
      continue;
    }
    const result = placeRows(sheet, home, placed, used, year);
    for (const entry of result.places) {
      rows.push(entry.row);
      places.push(entry);
    }
    problems.push(...result.problems);
    fit = addFit(fit, result.fit);
  }
  const open = openRows(sheet, placed, places);
  places.push(...open.places);
  rows.push(...open.places.map((entry) => entry.row));
  problems.push(...open.problems);
  fit = addFit(fit, { required: 0, found: 0, unknown: open.problems.length });
  return assemble(layout, rows, places, problems, fit);
}

function assemble(
  layout: FixedLayout,
  rows: readonly TableRow[],
  places: readonly RowPlace[],
  problems: readonly TableProblem[],
  fit: Fit,
): Placement {
  const blocks = new Set(places.map((place) => place.block));
  const definitions = layout.blocks
    .flatMap((block) => block.columns)
    .filter((column, i, all) => all.findIndex((other) => other.key === column.key) === i)
    .filter((column) => [...blocks].some((block) => columnIn(block, column.key) >= 0));
  const sheetColumns = new Map<PlacedBlock, number[]>();
  for (const block of blocks) {
    sheetColumns.set(
      block,
      definitions.map((column) => columnIn(block, column.key)),
    );
  }
  return {
    rows,
    columns: buildColumns(definitions),
    sheetColumns: places.map((place) => sheetColumns.get(place.block) ?? []),
    problems,
    fit,
  };
}

function isRequired(row: RowDefinition, year: number | null): boolean {
  return row.optional !== true && inYears(row.years, year);
}

/** 一行，以及它的数字所在的块。 */
interface RowPlace {
  readonly row: TableRow;
  readonly block: PlacedBlock;
}

interface PlacedRows {
  readonly places: RowPlace[];
  readonly problems: TableProblem[];
  readonly fit: Fit;
}

function placeRows(
  sheet: Sheet,
  home: PlacedBlock,
  placed: readonly PlacedBlock[],
  used: Map<number, Set<number>>,
  year: number | null,
): PlacedRows {
  const { block } = home;
  const found = new Map<string, number>();
  const places: RowPlace[] = [];
  const missing: RowDefinition[] = [];
  // 没有 after 的先取，免得同名行互相抢。
  const order = [...block.rows].sort((a, b) => rank(a) - rank(b));
  for (const definition of order) {
    const spot = locate(definition, home, placed, used, found);
    if (spot === null) {
      if (isRequired(definition, year)) missing.push(definition);
      continue;
    }
    markUsed(used, spot.labels.column, spot.row);
    found.set(definition.key, spot.row);
    places.push({
      row: fixedRow(definition, spot.row),
      block: amountsBlock(sheet, spot, home, placed),
    });
  }
  places.sort((a, b) => position(block, a.row.key) - position(block, b.row.key));
  const required = block.rows.filter((row) => isRequired(row, year)).length;
  const columns = block.columns.filter(
    (column) => column.optional !== true && inYears(column.years, year),
  );
  const lost = columns.filter((column) => !home.matched.found.has(block.columns.indexOf(column)));
  const problems = [...missingColumns(lost), ...missingRows(missing)];
  const rows = places.map((place) => place.row.sheetRow);
  const strange = home.matched.unknown.filter((column) =>
    rows.some((row) => amountCells(sheet, row, [column.column]).length > 0),
  );
  problems.push(...unknownColumns(sheet, strange));
  return {
    places,
    problems,
    fit: {
      required: required + columns.length,
      found: required - missing.length + columns.length - lost.length,
      unknown: home.matched.unknown.length,
    },
  };
}

function rank(row: RowDefinition): number {
  return row.after === undefined ? 0 : 1;
}

function position(block: BlockDefinition, key: string): number {
  return block.rows.findIndex((row) => row.key === key);
}

interface Spot {
  readonly labels: LabelColumn;
  readonly row: number;
}

/**
 * 找一行。先找本块的行名列，再找左边各块的行名列（支出合计一类的行名横跨两块，写在左块的行名列里）。
 * 带 after 的行必须在指定行之后；与它同名而不带 after 的行必须在指定行之前。
 */
function locate(
  definition: RowDefinition,
  home: PlacedBlock,
  placed: readonly PlacedBlock[],
  used: ReadonlyMap<number, ReadonlySet<number>>,
  found: ReadonlyMap<string, number>,
): Spot | null {
  const names = namesOf(definition);
  const after = definition.after === undefined ? undefined : found.get(definition.after);
  if (definition.after !== undefined && after === undefined) return null;
  const before = definition.after === undefined ? upperBound(definition, home) : undefined;
  const others = placed
    .filter((other) => other.labels.column < home.labels.column)
    .sort((a, b) => b.labels.column - a.labels.column)
    .filter((other) => !other.block.rows.some((row) => sharesName(row, names)));
  for (const { labels } of [home, ...others]) {
    for (const name of names) {
      const row = labels.rows
        .get(name)
        ?.find(
          (candidate) =>
            candidate > (after ?? -1) &&
            candidate < (before ?? Number.MAX_SAFE_INTEGER) &&
            used.get(labels.column)?.has(candidate) !== true,
        );
      if (row !== undefined) return { labels, row };
    }
  }
  return null;
}

function sharesName(row: RowDefinition, names: readonly string[]): boolean {
  return namesOf(row).some((name) => names.includes(name));
}

/** 同名而带 after 的行，其指定行在本块行名列里的位置；没有这样的行则不设界。 */
function upperBound(definition: RowDefinition, home: PlacedBlock): number | undefined {
  const names = namesOf(definition);
  const twin = home.block.rows.find((row) => row.after !== undefined && sharesName(row, names));
  if (twin === undefined) return undefined;
  const anchor = home.block.rows.find((row) => row.key === twin.after);
  const rows =
    anchor === undefined ? [] : namesOf(anchor).flatMap((name) => home.labels.rows.get(name) ?? []);
  return rows[0];
}

function markUsed(used: Map<number, Set<number>>, column: number, row: number): void {
  const rows = used.get(column);
  if (rows === undefined) used.set(column, new Set([row]));
  else rows.add(row);
}

/** 行名写在左块里的行，数字一般在本块各栏；本块整行空白而左块有数时取左块。 */
function amountsBlock(
  sheet: Sheet,
  spot: Spot,
  home: PlacedBlock,
  placed: readonly PlacedBlock[],
): PlacedBlock {
  if (spot.labels === home.labels) return home;
  const isEmpty = (block: PlacedBlock): boolean =>
    [...block.matched.found.values()].every(
      (column) => textOf(sheet, spot.row, column).trim() === "",
    );
  if (!isEmpty(home)) return home;
  const left = placed.find((other) => other.labels === spot.labels);
  return left === undefined || isEmpty(left) ? home : left;
}

function fixedRow(definition: RowDefinition, sheetRow: number): TableRow {
  return {
    key: definition.key,
    label: definition.key,
    group: definition.group ?? definition.key.split(".")[0] ?? definition.key,
    ...(definition.code === undefined ? {} : { code: definition.code }),
    name: definition.label,
    level: "line",
    parent: -1,
    measure: definition.measure ?? "money",
    sheetRow,
    texts: new Map(),
  };
}

/** 没有定义的行：允许自由行名的块收下，其余有数的列为问题。 */
function openRows(
  sheet: Sheet,
  placed: readonly PlacedBlock[],
  taken: readonly RowPlace[],
): { places: RowPlace[]; problems: TableProblem[] } {
  const places: RowPlace[] = [];
  const problems: TableProblem[] = [];
  const top = firstLabelRow(new Map(placed.map((block) => [block.block, block.labels])));
  for (const block of placed) {
    const columns = [...block.matched.found.values()];
    const rows = new Set(
      taken.filter((place) => place.block === block).map((place) => place.row.sheetRow),
    );
    for (let r = top; r < sheet.rowCount; r++) {
      if (rows.has(r) || sheet.rows[r] === undefined) continue;
      const text = textOf(sheet, r, block.labels.column);
      const label = normaliseLabel(text);
      const group = block.block.openGroup;
      if (group !== undefined && !isHeaderMark(label) && !isFootText(text)) {
        const key = `${group}.${label}`;
        places.push({ row: fixedRow({ key, label: tidyName(text), group }, r), block });
      } else if (amountCells(sheet, r, columns).length > 0) {
        problems.push(unknownRow(sheet, r, text, columns));
      }
    }
  }
  return { places, problems };
}
