import type { PartRole } from "../structure/paragraph.ts";
import type { Figure } from "../text/figures.ts";
import type { ListClaim, Passage, Statement } from "./claims.ts";
import type { FactKey } from "./keys.ts";

/** 某个数的各处说法，按先后；各段、各节、各部分里的。 */
interface Sayings {
  readonly all: Statement[];
  readonly byPassage: Map<Passage, Statement[]>;
  readonly firstInSection: Map<string, Statement>;
  readonly firstInPart: Map<PartRole, Statement>;
}

const NONE: readonly Statement[] = [];

/** 各种说法的索引：查找的时间不随文本长度增长。全部读完之后才建。 */
export class StatementIndex {
  private readonly byTense: Readonly<Record<Statement["tense"], Map<FactKey, Sayings>>> = {
    actual: new Map(),
    budget: new Map(),
    initial: new Map(),
    prior: new Map(),
  };

  constructor(statements: readonly Statement[]) {
    for (const each of statements) {
      const sayings = entry(this.byTense[each.tense], each.key, emptySayings);
      const { section, part } = each.passage.paragraph;
      sayings.all.push(each);
      entry(sayings.byPassage, each.passage, emptyList<Statement>).push(each);
      if (!sayings.firstInSection.has(section)) sayings.firstInSection.set(section, each);
      if (!sayings.firstInPart.has(part)) sayings.firstInPart.set(part, each);
    }
  }

  all(key: FactKey, tense: Statement["tense"]): readonly Statement[] {
    return this.byTense[tense].get(key)?.all ?? NONE;
  }

  /** 某一段里说的决算数，按先后。 */
  inPassage(key: FactKey, passage: Passage): readonly Statement[] {
    return this.byTense.actual.get(key)?.byPassage.get(passage) ?? NONE;
  }

  /** 决算数先取 `near` 所在的段，再取同一节、同一部分，再取第二部分最先出现的。 */
  nearest(key: FactKey, near: Passage): Statement | null {
    const sayings = this.byTense.actual.get(key);
    if (sayings === undefined) return null;
    const { section, part } = near.paragraph;
    return (
      sayings.byPassage.get(near)?.[0] ??
      sayings.firstInSection.get(section) ??
      sayings.firstInPart.get(part) ??
      sayings.firstInPart.get("narrative") ??
      null
    );
  }
}

/** 数 → 说它的话；边读边查，只看上次之后新读到的。 */
export class FigureIndex {
  private readonly first = new Map<Figure, Statement>();
  private seen = 0;

  constructor(private readonly statements: readonly Statement[]) {}

  statementOf(figure: Figure): Statement | null {
    for (const next of this.statements.slice(this.seen)) {
      if (!this.first.has(next.figure)) this.first.set(next.figure, next);
    }
    this.seen = this.statements.length;
    return this.first.get(figure) ?? null;
  }
}

/** 各段里的列举，按先后。 */
export function listsByPassage(
  lists: readonly ListClaim[],
): ReadonlyMap<Passage, readonly ListClaim[]> {
  const byPassage = new Map<Passage, ListClaim[]>();
  for (const list of lists) entry(byPassage, list.passage, emptyList<ListClaim>).push(list);
  return byPassage;
}

/** 各部分的段，按先后。 */
export function passagesByPart(
  passages: readonly Passage[],
): ReadonlyMap<PartRole, readonly Passage[]> {
  const parts = new Map<PartRole, Passage[]>();
  for (const passage of passages) {
    entry(parts, passage.paragraph.part, emptyList<Passage>).push(passage);
  }
  return parts;
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

const emptyList = <T>(): T[] => [];
const emptySayings = (): Sayings => ({
  all: [],
  byPassage: new Map(),
  firstInSection: new Map(),
  firstInPart: new Map(),
});
