import type { Demand } from "../demands.ts";
import type { Instance } from "../incidence.ts";
import type { Ledger } from "../ledger.ts";
import type { Trial } from "../slip.ts";

/**
 * 已经有了说法的差额。差额相同（不计正负）的各处多半出自一次失误：已有一个可能把它们全都解释了、
 * 又不弄坏别的，就不必再试牵连更多格的可能。
 */
export class Settled {
  readonly #ledger: Ledger;
  readonly #counts: ReadonlyMap<number, number>;
  readonly #sizes = new Set<number>();
  #everything = false;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    this.#counts = this.#countSizes(ledger.broken);
  }

  /** 记下一个试改过的可能。 */
  note({ slip, outcome }: Trial): void {
    if (outcome.broken > 0) return;
    if (outcome.explained === this.#ledger.broken.size) this.#everything = true;
    if (this.#everything) return;
    for (const [size, count] of this.#countSizes(this.#ledger.explainedBy(slip.changes))) {
      if (count === this.#counts.get(size)) this.#sizes.add(size);
    }
  }

  /** 去掉要求改这些差额的，余下的要求。 */
  open(demands: readonly Demand[]): readonly Demand[] {
    if (this.#everything) return [];
    return demands.flatMap((demand) => {
      const wishes = demand.wishes.filter(({ delta }) => !this.#sizes.has(Math.abs(delta)));
      return wishes.length === 0 ? [] : [{ ...demand, wishes }];
    });
  }

  /** 各种差额（不计正负）各有几处；印成万元的区间不算。 */
  #countSizes(instances: Iterable<Instance>): Map<number, number> {
    const counts = new Map<number, number>();
    for (const instance of instances) {
      const { low, high } = this.#ledger.difference(instance);
      if (low !== high) continue;
      const size = Math.abs(low);
      counts.set(size, (counts.get(size) ?? 0) + 1);
    }
    return counts;
  }
}
