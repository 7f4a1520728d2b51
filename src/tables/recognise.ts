import type { Workbook } from "../workbook/workbook.ts";
import { coverCodes, guessLevel } from "./cover-codes.ts";
import { type Identification, identifySheet, type Reading } from "./recognition/identify.ts";
import { readCells } from "./recognition/read-cells.ts";
import type { Table, TableProblem, TableRow, TableSet, UnrecognisedSheet } from "./table.ts";

/**
 * 认出一本工作簿里的各张表并读出每一格。凭标题、表号、行名、栏名认表，不看位置、次序和工作表名是否改过；
 * 认不出的工作表连同原因列在 `unrecognised`，不猜。不抛错：读不出的格、缺的行栏都记在各表的 `problems`。
 * 各表按表号排列，与工作表的次序无关。
 */
export function recogniseTables(workbook: Workbook, book: "current" | "prior"): TableSet {
  const identified = workbook.sheets.map(identifySheet);
  const { chosen, unrecognised } = settle(identified);
  const moneyUnits = familyUnits(chosen);
  const tables = chosen
    .map(({ from, reading }) => buildTable(from, reading, book, moneyUnits))
    .sort((a, b) => compareForms(a.form.id, b.form.id));
  const byForm = new Map(tables.map((table) => [table.form.id, table]));
  const cover = byForm.get("封面");
  const codes = cover === undefined ? new Map<string, string>() : coverCodes(cover);
  const others = tables.filter((table) => table !== cover);
  return {
    fileName: workbook.fileName,
    tables,
    byForm,
    unrecognised,
    unit: cover?.unit ?? mostCommon(others.map((table) => table.unit)),
    year: cover?.year ?? mostCommon(others.map((table) => table.year)),
    level: guessLevel(codes),
    cover: codes,
  };
}

interface Choice {
  readonly from: Identification;
  readonly reading: Reading;
}

/** 每张表样只要一张工作表：最可信的先占；同一张表样的另一张工作表若不能认作别的表，列为重复。 */
function settle(identified: readonly Identification[]): {
  chosen: Choice[];
  unrecognised: UnrecognisedSheet[];
} {
  const usual = usualFamily(identified);
  const strangeness = (reading: Reading): number => (reading.form.family === usual ? 0 : 1);
  const options = identified
    .flatMap((from, order) => from.readings.map((reading) => ({ from, reading, order })))
    .sort(
      (a, b) =>
        b.reading.score - a.reading.score ||
        strangeness(a.reading) - strangeness(b.reading) ||
        a.order - b.order,
    );
  const byForm = new Map<string, Choice>();
  const bySheet = new Map<Identification, Choice>();
  for (const { from, reading } of options) {
    if (bySheet.has(from) || byForm.has(reading.form.id)) continue;
    const choice = { from, reading };
    byForm.set(reading.form.id, choice);
    bySheet.set(from, choice);
  }
  const unrecognised = identified.flatMap((from): UnrecognisedSheet[] => {
    if (bySheet.has(from)) return [];
    const sheet = from.sheet.name;
    const best = from.readings[0];
    const rival = best === undefined ? undefined : byForm.get(best.form.id);
    if (best === undefined || rival === undefined) {
      return [{ sheet, why: from.refused, kind: from.misfit ? "misfit" : "other" }];
    }
    const taken = rival.from.sheet.name;
    const why = `与工作表“${taken}”重复，都是${best.form.id}；只读了“${taken}”`;
    return [{ sheet, why, kind: "duplicate" }];
  });
  return { chosen: [...bySheet.values()], unrecognised };
}

/**
 * 财决、公开同名同版式、分不出来的表，随这本工作簿里多数已分清的表；
 * 一张也没有分清时看金额单位：财决导出以元计，公开表通常以万元计。
 */
function usualFamily(identified: readonly Identification[]): "财决" | "公开" {
  let lead = 0;
  for (const { readings } of identified) {
    const [best, second] = readings;
    if (best === undefined || second?.score === best.score) continue;
    if (best.form.family === "财决") lead++;
    else if (best.form.family === "公开") lead--;
  }
  if (lead !== 0) return lead < 0 ? "公开" : "财决";
  return mostCommon(identified.map(printedUnit)) === "万元" ? "公开" : "财决";
}

type MoneyUnit = "元" | "万元";

function printedUnit(from: Identification): MoneyUnit | null {
  const { moneyUnit } = from.head;
  return moneyUnit === "元" || moneyUnit === "万元" ? moneyUnit : null;
}

/** 没有印金额单位的表，随同类其他表；同类都没有印的，财决按元、公开按万元，并作为问题列出。 */
function familyUnits(chosen: readonly Choice[]): ReadonlyMap<string, MoneyUnit> {
  const units = new Map<string, MoneyUnit>();
  for (const family of new Set(chosen.map((choice) => choice.reading.form.family))) {
    const printed = chosen
      .filter((choice) => choice.reading.form.family === family)
      .map((choice) => printedUnit(choice.from));
    units.set(family, mostCommon(printed) ?? (family === "公开" ? "万元" : "元"));
  }
  return units;
}

function buildTable(
  from: Identification,
  reading: Reading,
  book: "current" | "prior",
  moneyUnits: ReadonlyMap<string, MoneyUnit>,
): Table {
  const { form, placement } = reading;
  const { sheet, head } = from;
  const printed = printedUnit(from);
  const moneyUnit = printed ?? moneyUnits.get(form.family) ?? "元";
  const cells = readCells(sheet, placement, moneyUnit);
  const { rowsByKey, duplicates } = indexRows(placement.rows);
  const hasMoney =
    placement.rows.some((row) => row.measure === "money") &&
    placement.columns.some((column) => column.measure === "money");
  const problems: TableProblem[] = [
    ...reading.problems,
    ...placement.problems,
    ...duplicates,
    ...cells.problems,
  ];
  if (hasMoney && printed === null) {
    problems.push({
      kind: "unit-unknown",
      message: `没有印金额单位，按${moneyUnit}读`,
    });
  }
  const isCover = form.family === "封面";
  const coverText = (key: string): string | undefined =>
    placement.rows.find((row) => row.key === key)?.texts.get("值");
  const coverYear = isCover ? /(?:19|20)\d{2}/.exec(coverText("年度") ?? "")?.[0] : undefined;
  return {
    form,
    book,
    sheet: sheet.name,
    why: reading.why,
    moneyUnit,
    year: coverYear === undefined ? head.year : Number(coverYear),
    unit: (isCover ? coverText("单位名称") : undefined) ?? head.unit,
    rows: placement.rows,
    columns: placement.columns,
    value: cells.value,
    low: cells.low,
    high: cells.high,
    state: cells.state,
    address: cells.address,
    raw: cells.raw,
    rowIndex: new Map([...rowsByKey].map(([key, rows]) => [key, rows[0] ?? 0])),
    rowsByKey,
    columnIndex: new Map(placement.columns.map((column, i) => [column.key, i])),
    problems,
  };
}

function indexRows(rows: readonly TableRow[]): {
  rowsByKey: Map<string, number[]>;
  duplicates: TableProblem[];
} {
  const rowsByKey = new Map<string, number[]>();
  rows.forEach((row, i) => {
    const same = rowsByKey.get(row.key);
    if (same === undefined) rowsByKey.set(row.key, [i]);
    else same.push(i);
  });
  const duplicates: TableProblem[] = [];
  for (const [key, same] of rowsByKey) {
    if (same.length < 2) continue;
    const numbers = same.map((i) => (rows[i]?.sheetRow ?? 0) + 1);
    const label = rows[same[0] ?? 0]?.label ?? key;
    duplicates.push({
      kind: "duplicate-row",
      row: label,
      message: `“${label}”出现了 ${same.length} 次（第 ${numbers.join("、")} 行）`,
    });
  }
  return { rowsByKey, duplicates };
}

const FAMILY_ORDER = ["封面", "财决", "财决附", "CS", "公开"];

function compareForms(a: string, b: string): number {
  const rank = (id: string): number => FAMILY_ORDER.indexOf(/^\D+/.exec(id)?.[0] ?? "");
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** 出现最多的一个；一样多时取先出现的；全为 null 时为 null。 */
function mostCommon<T>(values: readonly (T | null)[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) {
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  let best: T | null = null;
  let most = 0;
  for (const [value, count] of counts) {
    if (count > most) {
      best = value;
      most = count;
    }
  }
  return best;
}
