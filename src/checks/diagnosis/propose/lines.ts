import type { Table } from "../../../tables/table.ts";
import type { Demand } from "../demands.ts";
import { type Books, isCount, priorValue } from "../plausibility.ts";
import { type CellChange, corrected, type KnownSlip } from "../slip.ts";

/** 整行（整栏、整表）差的倍数；负一为正负号写反。 */
const FACTORS = [10_000, 1_000, 100, 10, -1];

/** 整行都不对、又看不出规律时，当作两次失误：比逐格各算一次更可信。 */
const WHOLE_LINE = 2;

/**
 * 一次失误动了一整行、一整栏或一整张表的可能：差一万倍、照抄上年、错开一栏。
 */
export function proposeLines(demands: readonly Demand[], books: Books): LineSlip[] {
  return unrepeated(linesOf(demands).flatMap((line) => [...slipsOf(line, books)]));
}

interface LineSlip extends KnownSlip {
  readonly changes: readonly CellChange[];
}

function* slipsOf(line: Line, books: Books): Generator<LineSlip> {
  if (line.demands.length < FEWEST[line.kind]) return;
  yield* scaled(line);
  if (line.kind === "column") return;
  const changes = line.demands.flatMap(({ table, cell, wishes }) =>
    wishes.slice(0, 1).map(({ delta }): CellChange => ({ table, cell, delta })),
  );
  const known = copied(line.kind, changes, books) ?? shifted(line);
  if (known !== null) yield known;
  else if (line.kind === "row" && changes.length > WHOLE_LINE) {
    const text = `这一行有 ${changes.length} 格都不对，疑似整行填错`;
    yield { changes, cost: WHOLE_LINE, hint: { text, weight: 0 } };
  }
}

/** 有数的只有一行、一栏的表，整张表就是那一行、那一栏：同样的改法只留先说的。 */
function unrepeated(slips: readonly LineSlip[]): LineSlip[] {
  const known = new Map<Table | undefined, Set<string>>();
  return slips.filter(({ changes }) => {
    const table = changes[0]?.table;
    const own = known.get(table) ?? new Set<string>();
    const name = changes.map(({ cell, delta }) => `${cell} ${delta}`).join("；");
    const isNew = !own.has(name);
    known.set(table, own.add(name));
    return isNew;
  });
}

/** 至少几格同样地不对，才像是整行（栏、表）。 */
const FEWEST = { row: 2, column: 3, table: 3 };

interface Line {
  readonly kind: keyof typeof FEWEST;
  readonly table: Table;
  readonly demands: readonly Demand[];
  /** 这一行（栏、表）的全部格。 */
  readonly cells: () => number[];
}

function linesOf(demands: readonly Demand[]): Line[] {
  const lines = new Map<string, { line: Omit<Line, "demands">; demands: Demand[] }>();
  const names = new Map<Table, number>();
  const put = (demand: Demand, line: Omit<Line, "demands">, at: number): void => {
    if (!names.has(line.table)) names.set(line.table, names.size);
    const name = `${names.get(line.table)} ${line.kind} ${at}`;
    const known = lines.get(name);
    if (known === undefined) lines.set(name, { line, demands: [demand] });
    else known.demands.push(demand);
  };
  for (const demand of demands) {
    const { table, cell } = demand;
    const width = table.columns.length;
    const [row, column] = [Math.floor(cell / width), cell % width];
    put(demand, { kind: "row", table, cells: () => range(row * width, width, 1) }, row);
    put(
      demand,
      { kind: "column", table, cells: () => range(column, table.rows.length, width) },
      column,
    );
    put(demand, { kind: "table", table, cells: () => range(0, table.value.length, 1) }, 0);
  }
  return [...lines.values()].map(({ line, demands: own }) => ({ ...line, demands: own }));
}

function range(first: number, count: number, step: number): number[] {
  return Array.from({ length: count }, (_, i) => first + i * step);
}

const LINE_NAMES: Readonly<Record<Line["kind"], string>> = {
  row: "整行",
  column: "整栏",
  table: "整张表",
};

/** 有要求的格里，至少一半恰好差同一个倍数的，整行（栏、表）一起改。 */
function* scaled({ kind, table, demands, cells }: Line): Generator<LineSlip> {
  for (const factor of FACTORS) {
    const agreeing = demands.filter(({ cell, wishes }) => {
      const is = table.value[cell] ?? 0;
      if (factor === -1 && is > 0) return false;
      return wishes.some(({ delta }) => (is + delta) * factor === is);
    });
    if (agreeing.length < FEWEST[kind] || 2 * agreeing.length < demands.length) continue;
    const filled = cells().filter((cell) => table.value[cell] !== 0 && !isCount(table, cell));
    if (filled.some((cell) => (table.value[cell] ?? 0) % factor !== 0)) continue;
    const changes = filled.map((cell): CellChange => {
      const is = table.value[cell] ?? 0;
      return { table, cell, delta: is / factor - is };
    });
    const how = factor === -1 ? "正负号都写反了" : `都是应有数的 ${factor} 倍`;
    const why = factor === 10_000 ? "，疑似把元当作万元" : "";
    yield { changes, cost: 1, hint: { text: `${LINE_NAMES[kind]}${how}${why}`, weight: 4 } };
  }
  yield* filledInWan({ kind, table, demands, cells });
}

/** 按万元填的数只有两位小数，应有的数只能逐格从关系推出。 */
function* filledInWan({ kind, table, demands }: Line): Generator<LineSlip> {
  const changes = demands.flatMap(({ cell, wishes }): CellChange[] => {
    const is = table.value[cell] ?? 0;
    const wish = wishes.find(({ delta }) => Math.abs(is + delta - is * 10_000) <= 5_000);
    return is === 0 || wish === undefined ? [] : [{ table, cell, delta: wish.delta }];
  });
  // 各格四舍五入后横向加不起来，空白的格也跟着有了要求，不算在内。
  const filled = demands.filter(({ cell }) => table.value[cell] !== 0);
  if (changes.length < FEWEST[kind] || 2 * changes.length < filled.length) return;
  const text = `${LINE_NAMES[kind]}都是应有数的万分之一，疑似按万元填列`;
  yield { changes, cost: 1, hint: { text, weight: 4 } };
}

function copied(kind: Line["kind"], changes: readonly CellChange[], books: Books): LineSlip | null {
  const same = changes.filter(({ table, cell }) => {
    const is = table.value[cell] ?? 0;
    return is === (priorValue(table, cell, books) ?? 0);
  });
  // 整张表里可以有几格本来就没变，或是没有跟着错的合计。
  const enough = kind === "row" ? changes.length : 0.9 * changes.length;
  if (same.length < enough || same.every(({ table, cell }) => table.value[cell] === 0)) return null;
  const text = `${LINE_NAMES[kind]}与上年相同，疑似照抄上年数`;
  return { changes, cost: 1, hint: { text, weight: 4 } };
}

/** 应填在这一栏的数都填在了左（右）边一栏，空出来的一栏应为零：各格的几种要求里恰有这样的一种。 */
function shifted({ kind, table, demands, cells }: Line): LineSlip | null {
  if (kind !== "row") return null;
  const row = new Set(cells());
  for (const [step, side] of [
    [-1, "左"],
    [1, "右"],
  ] as const) {
    const changes = demands.flatMap(({ cell, wishes }): CellChange[] => {
      const is = table.value[cell] ?? 0;
      const asked = (amount: number) => wishes.filter(({ delta }) => is + delta === amount);
      const beside = row.has(cell + step) ? (table.value[cell + step] ?? 0) : 0;
      const [wish] = [...asked(beside), ...asked(0)];
      return wish === undefined ? [] : [{ table, cell, delta: wish.delta }];
    });
    const filled = changes.filter((change) => corrected(change) !== 0);
    if (changes.length < demands.length || filled.length < 2) continue;
    return { changes, cost: 1, hint: { text: `整行向${side}错开了一栏`, weight: 4 } };
  }
  return null;
}
