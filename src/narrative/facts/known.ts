import { cents } from "../../money/cents.ts";
import type { CountFact, Fact, FactSource, MoneyFact, RatioFact } from "../fact.ts";

/** 取不到的数：`gap` 写进【待补充：…】，`asks` 写给填报的人，都指明表和格。 */
export interface MissingFact {
  readonly kind: "missing";
  readonly name: string;
  readonly gap: string;
  readonly asks: string;
  /** 能在填报文件里补上的键；不能的（缺表、缺上年工作簿）没有。 */
  readonly key?: readonly string[];
}

export type Money = MoneyFact | MissingFact;
export type Count = CountFact | MissingFact;
export type Ratio = RatioFact | MissingFact;

export function isMissing(fact: Fact | MissingFact): fact is MissingFact {
  return fact.kind === "missing";
}

/** 取得到且不为零。取不到的也算“有”：宁可留出待补充，不可当作没有。 */
export function occurs(fact: Money | Count): boolean {
  return fact.kind === "missing" || (fact.kind === "money" ? fact.cents : fact.count) !== 0;
}

/** 确知为零。 */
export function isZero(fact: Money | Count): boolean {
  return !occurs(fact);
}

/** 出处去重，保持先后。 */
export function mergeSources(...lists: readonly (readonly FactSource[])[]): FactSource[] {
  const seen = new Map<string, FactSource>();
  for (const source of lists.flat()) {
    seen.set(`${source.book}|${source.sheet}|${source.address}`, source);
  }
  return [...seen.values()];
}

/** `a − b`，以分计。任一个取不到则取不到。 */
export function difference(name: string, a: Money, b: Money): Money {
  if (isMissing(a)) return a;
  if (isMissing(b)) return b;
  return {
    kind: "money",
    name,
    cents: cents(a.cents - b.cents),
    formula: `${operand(a)} − ${operand(b)}`,
    from: mergeSources(a.from, b.from),
  };
}

/** 各项之和，以分计；没有项时为零。任一项取不到则取不到。 */
export function sum(name: string, parts: readonly Money[]): Money {
  let total = cents(0);
  const known: MoneyFact[] = [];
  for (const part of parts) {
    if (isMissing(part)) return part;
    total = cents(total + part.cents);
    known.push(part);
  }
  return {
    kind: "money",
    name,
    cents: total,
    formula: sumFormula(known),
    from: mergeSources(...known.map((part) => part.from)),
  };
}

/** 计数之差。 */
export function countDifference(name: string, a: Count, b: Count): Count {
  if (isMissing(a)) return a;
  if (isMissing(b)) return b;
  return {
    kind: "count",
    name,
    count: a.count - b.count,
    formula: `${operand(a)} − ${operand(b)}`,
    from: mergeSources(a.from, b.from),
  };
}

/** 两个金额之比，保留精确的分子分母。分母为零时由调用处改写句子，不得调用。 */
export function quotient(name: string, numerator: Money, denominator: Money): Ratio {
  if (isMissing(numerator)) return numerator;
  if (isMissing(denominator)) return denominator;
  return {
    kind: "ratio",
    name,
    numerator: numerator.cents,
    denominator: denominator.cents,
    formula: `${operand(numerator)} ÷ ${operand(denominator)}`,
    from: mergeSources(numerator.from, denominator.from),
  };
}

/** 算式里的一个量：直接取数的写名称，算出来的写算式，填报、推得、计为零的写名称和来历。 */
export function operand(fact: MoneyFact | CountFact): string {
  if (fact.formula === "") return fact.name;
  return / [−＋] /.test(fact.formula) ? `（${fact.formula}）` : `${fact.name}（${fact.formula}）`;
}

function sumFormula(parts: readonly (MoneyFact | CountFact)[]): string {
  if (parts.length === 0) return "没有一项，计为零";
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && only.formula !== "") return only.formula;
  return parts.map(operand).join(" ＋ ");
}

/** 计数之和。 */
export function countSum(name: string, parts: readonly Count[]): Count {
  let total = 0;
  const known: CountFact[] = [];
  for (const part of parts) {
    if (isMissing(part)) return part;
    total += part.count;
    known.push(part);
  }
  return {
    kind: "count",
    name,
    count: total,
    formula: sumFormula(known),
    from: mergeSources(...known.map((part) => part.from)),
  };
}
