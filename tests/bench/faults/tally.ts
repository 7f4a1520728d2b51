import { markdownTable, share } from "./markdown-table.ts";

/** 一处埋错的结果。 */
export interface Outcome {
  /** 有执行了的错误级等式规则管着。 */
  readonly bound: boolean;
  /** 每一格都有两条以上不同的错误级等式规则管着。 */
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

interface Entry {
  readonly kind: string;
  readonly outcome: Outcome;
}

/** 逐例累计，按错的种类、按表印成文档里照抄的表格。 */
export class Tally {
  readonly #entries: Entry[] = [];

  add(kind: string, outcome: Outcome): void {
    this.#entries.push({ kind, outcome });
  }

  print(): void {
    const all = this.#entries.map(({ outcome }) => outcome);
    const rows = (name: (entry: Entry) => string) =>
      [...this.#groups(name)].map(([each, outcomes]) => figures(each, outcomes));
    console.log(`\n### 单处错 ${all.length} 例，按错的种类\n`);
    const kinds = rows(({ kind }) => kind);
    console.log(markdownTable(["种类", ...COLUMNS], [...kinds, figures("合计", all)]));
    console.log("\n### 单处错，按埋错的表\n");
    const forms = rows(({ outcome }) => outcome.form);
    forms.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
    console.log(markdownTable(["表", ...COLUMNS], forms));
    this.#printUnseen();
  }

  /** 没有发现的，按表、种类计数。 */
  #printUnseen(): void {
    const unseen = this.#entries.filter(({ outcome }) => !outcome.detected);
    console.log(`\n### 没有发现的 ${unseen.length} 例\n`);
    const counts = new Map<string, number>();
    for (const { kind, outcome } of unseen) {
      const name = [outcome.form, kind, outcome.bound ? "有" : "没有"].join(" ");
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const rows = [...counts].sort().map(([name, count]) => [...name.split(" "), `${count}`]);
    console.log(markdownTable(["表", "种类", "有没有等式管着", "例数"], rows));
  }

  /** 没有发现的、有规则管着却没有排在第一的，逐例列出。 */
  printMisses(): void {
    for (const { kind, outcome } of this.#entries) {
      const { bound, detected, rank, detail } = outcome;
      if (detected && (!bound || rank === 0)) continue;
      const verdict = detected ? `排第 ${rank < 0 ? "—" : rank + 1}` : "没有发现";
      console.log(`  ${kind}：${verdict}${bound ? "" : "（没有规则管）"}　${detail}`);
    }
  }

  #groups(nameOf: (one: Entry) => string): Map<string, Outcome[]> {
    const groups = new Map<string, Outcome[]>();
    for (const one of this.#entries) {
      const own = groups.get(nameOf(one));
      if (own === undefined) groups.set(nameOf(one), [one.outcome]);
      else own.push(one.outcome);
    }
    return groups;
  }
}

const COLUMNS = [
  ...["例数", "发现", "有等式管的发现"],
  ...["两条以上管的", "第一", "前三", "数也对"],
  ...["其余有一条管的", "第一", "前三"],
];

function figures(name: string, outcomes: readonly Outcome[]): string[] {
  const bound = outcomes.filter((each) => each.bound);
  const found = bound.filter(({ detected }) => detected);
  const twice = found.filter((each) => each.twice);
  const rest = found.filter((each) => !each.twice);
  const pointed = twice.filter(({ rank, right }) => rank === 0 && right !== null);
  return [
    name,
    `${outcomes.length}`,
    share(outcomes.filter(({ detected }) => detected).length, outcomes.length),
    share(found.length, bound.length),
    `${twice.length}`,
    within(twice, 1),
    within(twice, 3),
    share(pointed.filter(({ right }) => right === true).length, pointed.length),
    `${rest.length}`,
    within(rest, 1),
    within(rest, 3),
  ];
}

function within(outcomes: readonly Outcome[], most: number): string {
  const inside = outcomes.filter(({ rank }) => rank >= 0 && rank < most);
  return share(inside.length, outcomes.length);
}
