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

/** 各种可能的笔误，逐个试改；留下改正后成立的多于弄坏的。 */
export function proposeAll(demands: readonly Demand[], ledger: Ledger, books: Books): Trial[] {
  const trials: Trial[] = [];
  const tryAll = (slips: Iterable<Slip>): void => {
    for (const slip of slips) {
      const outcome = ledger.trial(slip.changes);
      if (outcome.explained > outcome.broken) trials.push({ slip, outcome });
    }
  };
  tryAll(singles(demands));
  tryAll(proposeLines(demands, books));
  tryAll(proposeRows(ledger));
  let open = unsettled(demands, trials, ledger);
  if (open.length <= MOST_FOR_PAIRS) tryAll(proposePairs(open, ledger));
  open = unsettled(open, trials, ledger);
  if (open.length <= MOST_FOR_TOTALS) {
    tryAll(proposeWithTotals(open, ledger, books));
    open = unsettled(open, trials, ledger);
    tryAll(proposeDetails(open, ledger, books));
  }
  // 有等式能说明的，就不去猜大小关系。
  if (trials.length === 0) tryAll(proposeBounds(ledger, books));
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
function unsettled(
  demands: readonly Demand[],
  trials: readonly Trial[],
  ledger: Ledger,
): readonly Demand[] {
  if (demands.length === 0) return demands;
  const counts = countSizes(ledger, ledger.broken);
  const settled = new Set<number>();
  for (const { slip, outcome } of trials) {
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
