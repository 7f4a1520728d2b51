/** 一处埋错的结果。 */
export interface Outcome {
  /** 有执行了的等式规则管着。 */
  readonly bound: boolean;
  /** 每一格都有两条以上不同的等式规则管着。 */
  readonly twice: boolean;
  readonly detected: boolean;
  /** 指出的各处里第几个（从 0 起）是它；没有为 -1。 */
  readonly rank: number;
  /** 指对的那一处，应有的数也对；不是一格一格的错为 null。 */
  readonly right: boolean | null;
  readonly form: string;
  /** 埋在哪里、指了哪里。 */
  readonly detail: string;
}

export function share(part: number, whole: number): string {
  return whole === 0 ? "—" : `${((100 * part) / whole).toFixed(1)}%`;
}

/** 逐例累计，按错的种类、按表打印。 */
export class Tally {
  readonly #outcomes: { readonly kind: string; readonly outcome: Outcome }[] = [];

  add(kind: string, outcome: Outcome): void {
    this.#outcomes.push({ kind, outcome });
  }

  print(): void {
    const all = this.#outcomes.map(({ outcome }) => outcome);
    console.log(`\n单处错 ${all.length} 例`);
    for (const [kind, own] of this.#groups(({ kind }) => kind)) console.log(line(kind, own));
    console.log(line("合计", all));
    console.log("\n按埋错的表");
    for (const [form, own] of this.#groups(({ outcome }) => outcome.form)) {
      console.log(line(form, own));
    }
  }

  /** 没有发现的、有规则管着却没有排在第一的，逐例列出。 */
  printMisses(): void {
    for (const { kind, outcome } of this.#outcomes) {
      const { bound, detected, rank, detail } = outcome;
      if (detected && (!bound || rank === 0)) continue;
      const verdict = detected ? `排第 ${rank < 0 ? "—" : rank + 1}` : "没有发现";
      console.log(`  ${kind}：${verdict}${bound ? "" : "（没有规则管）"}　${detail}`);
    }
  }

  #groups(
    nameOf: (one: { readonly kind: string; readonly outcome: Outcome }) => string,
  ): Map<string, Outcome[]> {
    const groups = new Map<string, Outcome[]>();
    for (const one of this.#outcomes) {
      const own = groups.get(nameOf(one));
      if (own === undefined) groups.set(nameOf(one), [one.outcome]);
      else own.push(one.outcome);
    }
    return groups;
  }
}

function line(name: string, outcomes: readonly Outcome[]): string {
  const found = outcomes.filter(({ detected }) => detected);
  const bound = outcomes.filter((each) => each.bound);
  const boundFound = bound.filter(({ detected }) => detected);
  return [
    `  ${name} ${outcomes.length} 例`,
    `发现 ${share(found.length, outcomes.length)}（有规则管的 ${share(boundFound.length, bound.length)}）`,
    ranks(
      "两条以上规则管的",
      boundFound.filter(({ twice }) => twice),
    ),
    ranks(
      "其余",
      boundFound.filter(({ twice }) => !twice),
    ),
  ].join("　");
}

function ranks(name: string, outcomes: readonly Outcome[]): string {
  if (outcomes.length === 0) return `${name} 0 例`;
  const within = (most: number) =>
    share(outcomes.filter(({ rank }) => rank >= 0 && rank < most).length, outcomes.length);
  const valued = outcomes.filter(({ rank, right }) => rank === 0 && right !== null);
  const right = valued.filter((each) => each.right === true);
  return `${name} ${outcomes.length} 例：第一 ${within(1)}，前三 ${within(3)}，第一的数也对 ${share(right.length, valued.length)}`;
}
