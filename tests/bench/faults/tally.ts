/** 一处埋错的结果。 */
export interface Outcome {
  /** 有执行了的等式规则管着。 */
  readonly bound: boolean;
  /** 有两条以上。 */
  readonly twice: boolean;
  readonly detected: boolean;
  /** 指出的各处里第几个（从 0 起）是它；没有为 -1。 */
  readonly rank: number;
  readonly form: string;
  readonly where: string;
}

export function share(part: number, whole: number): string {
  return whole === 0 ? "—" : `${((100 * part) / whole).toFixed(1)}%`;
}

const HEADINGS = [
  "例数",
  "发现",
  "有规则管的发现",
  "两条以上：例数",
  "第一个",
  "前三个",
  "其余：例数",
  "第一个",
  "前三个",
];

/** 按错的种类（或表）累计，打印成一张表。 */
export class Tally {
  readonly #kinds = new Map<string, Outcome[]>();

  add(kind: string, outcome: Outcome): void {
    const list = this.#kinds.get(kind);
    if (list === undefined) this.#kinds.set(kind, [outcome]);
    else list.push(outcome);
  }

  print(): void {
    const all = [...this.#kinds.values()].flat();
    console.log(`\n单处错 ${all.length} 例`);
    console.log(`  种类\t${HEADINGS.join("\t")}`);
    for (const [kind, outcomes] of [...this.#kinds, ["合计", all] as const]) {
      console.log(`  ${kind}\t${row(outcomes).join("\t")}`);
    }
    const forms = new Map<string, Outcome[]>();
    for (const outcome of all) {
      const list = forms.get(outcome.form);
      if (list === undefined) forms.set(outcome.form, [outcome]);
      else list.push(outcome);
    }
    console.log("\n按埋错的表");
    for (const [form, outcomes] of forms) console.log(`  ${form}\t${row(outcomes).join("\t")}`);
    if (process.env.FAULTS_LIST === undefined) return;
    for (const [kind, outcomes] of this.#kinds) {
      for (const { where, rank, detected, bound, twice } of outcomes) {
        if ((bound && !detected) || (detected && bound && rank !== 0)) {
          console.log(
            `${detected ? "" : "未发现 "}${twice ? "两条 " : "一条 "}${kind} 第${rank + 1} ${where}`,
          );
        }
      }
    }
  }
}

function row(outcomes: readonly Outcome[]): string[] {
  const bound = outcomes.filter((each) => each.bound);
  const found = outcomes.filter((each) => each.detected && each.bound);
  const twice = found.filter((each) => each.twice);
  const rest = found.filter((each) => !each.twice);
  const first = (list: readonly Outcome[]) => list.filter(({ rank }) => rank === 0).length;
  const three = (list: readonly Outcome[]) =>
    list.filter(({ rank }) => rank >= 0 && rank < 3).length;
  return [
    String(outcomes.length),
    share(outcomes.filter(({ detected }) => detected).length, outcomes.length),
    share(found.length, bound.length),
    ...[twice, rest].flatMap((list) => [
      String(list.length),
      share(first(list), list.length),
      share(three(list), list.length),
    ]),
  ];
}
