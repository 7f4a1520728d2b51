import type { Demand } from "../demands.ts";
import type { Ledger } from "../ledger.ts";
import type { Books } from "../plausibility.ts";
import type { CellSlip, Slip, Trial } from "../slip.ts";
import { proposeBounds } from "./bounds.ts";
import { proposeLines } from "./lines.ts";
import { proposePairs } from "./pairs.ts";
import { proposeRows } from "./rows.ts";
import { Settled } from "./settled.ts";
import { proposeDetails, proposeWithTotals } from "./with-totals.ts";

/**
 * 逐格牵连的几种可能，依次试。不成立的处数太多（整张表不对）时试不过来，也没有意义：
 * 有要求的格超过 `most` 就不试。
 */
const SEVERAL_CELLS = [
  { most: 2_000, propose: proposePairs },
  { most: 600, propose: proposeWithTotals },
  { most: 600, propose: proposeDetails },
];

/** 试改了这么多格就停一停。 */
const CELLS_AT_ONCE = 500;

/** 各种可能的笔误，逐个试改；留下改正后成立的多于弄坏的。每停一停就是一步。 */
export function* proposeAll(
  demands: readonly Demand[],
  ledger: Ledger,
  books: Books,
): Generator<void, Trial[]> {
  const trials: Trial[] = [];
  const settled = new Settled(ledger);
  let cells = 0;
  function* tryAll(slips: Iterable<Slip | null>): Generator<void> {
    for (const slip of slips) {
      cells += slip?.changes.length ?? 1;
      if (cells > CELLS_AT_ONCE) {
        cells = 0;
        yield;
      }
      if (slip === null) continue;
      const outcome = ledger.trial(slip.changes);
      if (outcome.explained <= outcome.broken) continue;
      trials.push({ slip, outcome });
      settled.note({ slip, outcome });
    }
  }
  yield* tryAll(singles(demands));
  yield* tryAll(proposeLines(demands, books));
  yield* tryAll(proposeRows(ledger));
  for (const { most, propose } of SEVERAL_CELLS) {
    const open = settled.open(demands);
    if (open.length <= most) yield* tryAll(propose(open, ledger, books));
  }
  // 有等式能说明的，就不去猜大小关系。
  if (trials.length === 0) yield* tryAll(proposeBounds(ledger, books));
  return trials;
}

function* singles(demands: readonly Demand[]): Generator<CellSlip> {
  for (const { table, cell, wishes } of demands) {
    for (const { delta } of wishes)
      yield { changes: [{ table, cell, delta }], cost: 1, hint: null };
  }
}
