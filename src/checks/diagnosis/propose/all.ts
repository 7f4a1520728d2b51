import type { Demand } from "../demands.ts";
import type { Instance } from "../incidence.ts";
import type { Ledger } from "../ledger.ts";
import type { Books } from "../plausibility.ts";
import type { Slip, Trial } from "../slip.ts";
import { proposeBounds } from "./bounds.ts";
import { proposeLines } from "./lines.ts";
import { proposePairs } from "./pairs.ts";
import { proposeRows } from "./rows.ts";
import { proposeDetails, proposeWithTotals } from "./with-totals.ts";

/** 不成立的处数太多（整张表不对），逐格牵连的可能试不过来，也没有意义：有要求的格超过这些就不试。 */
const MOST_FOR_PAIRS = 2_000;
const MOST_FOR_TOTALS = 600;

/** 试改了这么多格就停一停。 */
const CELLS_AT_ONCE = 500;

/** 各种可能的笔误，逐个试改；留下改正后成立的多于弄坏的。每停一停就是一步。 */
export function* proposeAll(
  demands: readonly Demand[],
  ledger: Ledger,
  books: Books,
): Generator<void, Trial[]> {
  const trials: Trial[] = [];
  let cells = 0;
  function* tryAll(slips: Iterable<Slip | null>): Generator<void> {
    for (const slip of slips) {
      cells += slip === null ? 1 : slip.changes.length;
      if (cells > CELLS_AT_ONCE) {
        cells = 0;
        yield;
      }
      if (slip === null) continue;
      const outcome = ledger.trial(slip.changes);
      if (outcome.explained > outcome.broken) trials.push({ slip, outcome });
    }
  }
  yield* tryAll(singles(demands));
  yield* tryAll(proposeLines(demands, books));
  yield* tryAll(proposeRows(ledger));
  let open = yield* unsettled(demands, trials, ledger);
  if (open.length <= MOST_FOR_PAIRS) yield* tryAll(proposePairs(open, ledger));
  open = yield* unsettled(open, trials, ledger);
  if (open.length <= MOST_FOR_TOTALS) {
    yield* tryAll(proposeWithTotals(open, ledger, books));
    open = yield* unsettled(open, trials, ledger);
    yield* tryAll(proposeDetails(open, ledger, books));
  }
  // 有等式能说明的，就不去猜大小关系。
  if (trials.length === 0) yield* tryAll(proposeBounds(ledger, books));
  return trials;
}

function* singles(demands: readonly Demand[]): Generator<Slip> {
  for (const { table, cell, wishes } of demands) {
    for (const { delta } of wishes)
      yield { changes: [{ table, cell, delta }], cost: 1, hint: null };
  }
}

/**
 * 差额相同（不计正负）的各处多半出自一次失误。已有一个可能把它们全都解释了、又不弄坏别的，
 * 就不必再试牵连更多格的可能：去掉要求改这些差额的。
 */
function* unsettled(
  demands: readonly Demand[],
  trials: readonly Trial[],
  ledger: Ledger,
): Generator<void, readonly Demand[]> {
  if (demands.length === 0) return demands;
  const counts = countSizes(ledger, ledger.broken);
  const settled = new Set<number>();
  let cells = 0;
  for (const { slip, outcome } of trials) {
    cells += slip.changes.length;
    if (cells > CELLS_AT_ONCE) {
      cells = 0;
      yield;
    }
    if (outcome.broken > 0) continue;
    if (outcome.explained === ledger.broken.size) return [];
    for (const [size, count] of countSizes(ledger, ledger.explainedBy(slip.changes))) {
      if (count === counts.get(size)) settled.add(size);
    }
  }
  return demands.flatMap((demand) => {
    const wishes = demand.wishes.filter(({ delta }) => !settled.has(Math.abs(delta)));
    return wishes.length === 0 ? [] : [{ ...demand, wishes }];
  });
}

/** 各种差额（不计正负）各有几处；印成万元的区间不算。 */
function countSizes(ledger: Ledger, instances: Iterable<Instance>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const instance of instances) {
    const { low, high } = ledger.difference(instance);
    if (low !== high) continue;
    counts.set(Math.abs(low), (counts.get(Math.abs(low)) ?? 0) + 1);
  }
  return counts;
}
