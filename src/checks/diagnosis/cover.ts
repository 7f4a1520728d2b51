import type { Table } from "../../tables/table.ts";
import { collectDemands } from "./demands.ts";
import type { Hint } from "./digit-slips.ts";
import type { Instance } from "./incidence.ts";
import type { Ledger } from "./ledger.ts";
import type { Books } from "./plausibility.ts";
import { proposeAll } from "./propose/all.ts";
import { type Change, hintOf, type Outcome, type Slip } from "./slip.ts";

/** 一个可能的笔误，改正后成立的各处，和它像什么。 */
export interface Candidate {
  readonly slip: Slip;
  readonly outcome: Outcome;
  readonly explained: readonly Instance[];
  readonly hint: Hint;
}

/** 找到的一处笔误，和说得通的其他可能（改正后成立的处处相同）。 */
export interface Found {
  readonly best: Candidate;
  readonly others: readonly Candidate[];
}

/** 最多找几轮；每轮至少一处。再多就不像是零星笔误了。 */
const MOST_ROUNDS = 12;

/**
 * 使全部不成立的关系成立、又不弄坏别的关系的最少几处笔误，先找说明最多的。
 * 分许多小步走，每步几毫秒。结束时 `ledger` 里这些笔误已经改正；`ledger.broken` 余下的没有找到说法。
 */
export function* coverViolations(ledger: Ledger, books: Books): Generator<void, Found[]> {
  const cover = new Cover(ledger);
  for (let round = 0; round < MOST_ROUNDS && ledger.broken.size > 0; round++) {
    const candidates = yield* rank(ledger, books);
    const open = candidates.filter((each) => cover.allows(each));
    const found = independent(open, ledger);
    if (found.length > 0) cover.add(found);
    else if (!cover.takeBack()) break;
  }
  while (cover.takeBack());
  return cover.chosen;
}

/** 已经选中、改正了的各处。 */
class Cover {
  readonly chosen: Found[] = [];
  #corrected = new CorrectedCells();
  readonly #ledger: Ledger;
  readonly #broken: ReadonlySet<Instance>;
  readonly #refused = new Set<string>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    this.#broken = new Set(ledger.broken);
  }

  allows({ slip: { changes } }: Candidate): boolean {
    return !this.#corrected.includeAny(changes) && !this.#refused.has(keyOf(changes));
  }

  add(found: readonly Found[]): void {
    for (const { best } of found) {
      this.#ledger.apply(best.slip.changes);
      this.#corrected.add(best.slip.changes);
    }
    this.chosen.push(...found);
  }

  /** 弄坏了别的关系、后来也没有改好的，撤回最后的一处，不再试；没有这样的为假。 */
  takeBack(): boolean {
    const harmed = this.#harmed();
    const at = this.chosen.findLastIndex(({ best }) =>
      this.#ledger.touchedBy(best.slip.changes).some((each) => harmed.has(each)),
    );
    const [taken] = at < 0 ? [] : this.chosen.splice(at, 1);
    if (taken === undefined) return false;
    const { changes } = taken.best.slip;
    this.#ledger.apply(changes.map((each) => ({ ...each, delta: -each.delta })));
    this.#refused.add(keyOf(changes));
    this.#corrected = new CorrectedCells();
    for (const { best } of this.chosen) this.#corrected.add(best.slip.changes);
    return true;
  }

  /** 现在不成立，而原来成立的，或说过会成立的。 */
  #harmed(): ReadonlySet<Instance> {
    const explained = new Set(this.chosen.flatMap(({ best }) => best.explained));
    return new Set(
      [...this.#ledger.broken].filter((each) => !this.#broken.has(each) || explained.has(each)),
    );
  }
}

function keyOf(changes: readonly Change[]): string {
  return changes
    .map((each) => [each.table.book, each.table.sheet, nameOf(each), each.delta].join(" "))
    .join("；");
}

/** 改正后成立的多于弄坏的各个可能，按每次失误净成立的处数、可信程度排列。 */
function* rank(ledger: Ledger, books: Books): Generator<void, Candidate[]> {
  const demands = collectDemands(ledger);
  yield;
  const trials = yield* proposeAll(demands, ledger, books);
  const candidates: Candidate[] = [];
  for (const trial of trials) {
    yield;
    const hint = hintOf(trial, books);
    candidates.push({ ...trial, hint, explained: ledger.explainedBy(trial.slip.changes) });
  }
  return candidates.sort((a, b) => gainOf(b) - gainOf(a) || b.hint.weight - a.hint.weight);
}

function gainOf({ slip, outcome }: Candidate): number {
  return (outcome.explained - outcome.broken) / slip.cost;
}

/**
 * 第一个，以及与排在前面的各个可能都不相干的：它们解释的关系不重叠，一个也不动另一个解释的关系，可以同时成立。
 * 会弄坏别的关系的、相干的，要等改正了前面的再看。
 */
function independent(candidates: readonly Candidate[], ledger: Ledger): Found[] {
  const found: { best: Candidate; others: Candidate[] }[] = [];
  const touched = new Map<Instance, number>();
  const settled = new Set<Instance>();
  const moved = new Set<Instance>();
  const corrected = new CorrectedCells();
  const isApart = ({ slip, explained }: Candidate): boolean =>
    !corrected.includeAny(slip.changes) &&
    !explained.some((each) => moved.has(each)) &&
    !ledger.touchedBy(slip.changes).some((each) => settled.has(each));
  candidates.forEach((candidate, place) => {
    const { slip, explained, outcome } = candidate;
    const before = explained.map((instance) => touched.get(instance) ?? -1);
    const [owner = -1] = before;
    const alone = outcome.broken === 0 && before.every((each) => each < 0);
    if (place === 0 || (alone && isApart(candidate))) {
      found.push({ best: candidate, others: [] });
      corrected.add(slip.changes);
      for (const instance of explained) settled.add(instance);
      for (const instance of ledger.touchedBy(slip.changes)) moved.add(instance);
    } else if (before.every((each) => each === owner)) {
      const rival = found[owner];
      if (rival !== undefined && sameStrength(rival.best, candidate)) rival.others.push(candidate);
    }
    for (const instance of explained) {
      if (!touched.has(instance)) touched.set(instance, ownerOf(found, candidate));
    }
  });
  return found;
}

/** 已经改正的格。一格只改一次：几处要它改成不同的数，不能都是对的，合起来也不是它应有的数。 */
class CorrectedCells {
  readonly #names = new Map<Table, Set<string>>();

  add(changes: readonly Change[]): void {
    for (const change of changes) {
      const names = this.#names.get(change.table) ?? new Set<string>();
      this.#names.set(change.table, names.add(nameOf(change)));
    }
  }

  includeAny(changes: readonly Change[]): boolean {
    return changes.some((change) => this.#names.get(change.table)?.has(nameOf(change)) === true);
  }
}

function nameOf(change: Change): string {
  return change.missing === undefined
    ? String(change.cell)
    : `${change.missing.key} ${change.column}`;
}

/** 选中的一处的序号；没有选中的记作谁也不是，免得后面的可能再用它解释的关系。 */
function ownerOf(found: readonly { readonly best: Candidate }[], candidate: Candidate): number {
  return found.at(-1)?.best === candidate ? found.length - 1 : Number.MAX_SAFE_INTEGER;
}

function sameStrength(a: Candidate, b: Candidate): boolean {
  return (
    a.explained.length === b.explained.length &&
    a.outcome.broken === b.outcome.broken &&
    a.slip.cost === b.slip.cost
  );
}
