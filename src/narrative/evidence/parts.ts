import { cents } from "../../money/cents.ts";
import type { MoneyFact } from "../fact.ts";
import type { Book } from "../facts/book.ts";
import { isMissing, type Money, mergeSources, operand, sum } from "../facts/known.ts";
import type { Driver, PartKind } from "./evidence.ts";

/** 某一年里的一个部分。 */
export interface Part {
  /** 两年之间凭它对上：科目编码、项目名称。 */
  readonly key: string;
  /** 名称改了时还可以凭它对上：项目代码。 */
  readonly alias?: string;
  readonly label: string;
  readonly kind: PartKind;
  readonly amount: Money;
}

/** 从一年的表里列出各部分；要用的表不在时为 null。 */
export type PartList = (book: Book) => readonly Part[] | null;

/** 几张清单连起来；有一张缺表即缺。 */
export function joined(...lists: readonly PartList[]): PartList {
  return (book) => {
    const parts: Part[] = [];
    for (const list of lists) {
      const some = list(book);
      if (some === null) return null;
      parts.push(...some);
    }
    return parts;
  };
}

/** 同键的合成一个，先后照第一次出现。 */
function merged(parts: readonly Part[]): Part[] {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const group = groups.get(part.key);
    if (group === undefined) groups.set(part.key, [part]);
    else group.push(part);
  }
  return [...groups.values()].flatMap(([first, ...more]) => {
    if (first === undefined) return [];
    if (more.length === 0) return [first];
    const amounts = [first, ...more].map(({ amount }) => amount);
    return [{ ...first, amount: sum(first.amount.name, amounts) }];
  });
}

/** 两年对照的一个部分；有一边读不出时 `unread` 为真。 */
export type Pair =
  | { readonly unread: true; readonly label: string }
  | ({ readonly unread: false } & Driver);

/** 按键对上两边。一边没有的，那边计为零，不带单元格。 */
export function pairs(now: readonly Part[], before: readonly Part[]): Pair[] {
  const left = merged(now);
  const right = merged(renamed(before, left));
  const earlier = new Map(right.map((part) => [part.key, part]));
  const present = new Set(left.map(({ key }) => key));
  return [
    ...left.map((part) => pair(part, part.amount, earlier.get(part.key)?.amount ?? null)),
    ...right.filter(({ key }) => !present.has(key)).map((part) => pair(part, null, part.amount)),
  ];
}

/** 上年的部分改用本年的键：键两年不同而代码相同的，是改了名称的同一项目。 */
function renamed(before: readonly Part[], now: readonly Part[]): Part[] {
  const earlier = new Set(before.map(({ key }) => key));
  const later = new Set(now.map(({ key }) => key));
  const byAlias = new Map<string, string>();
  for (const { key, alias = "" } of now) {
    if (alias !== "" && !earlier.has(key)) byAlias.set(alias, key);
  }
  return before.map((part) => {
    const key = later.has(part.key) ? undefined : byAlias.get(part.alias ?? "");
    return key === undefined ? part : { ...part, key };
  });
}

function pair(part: Part, now: Money | null, before: Money | null): Pair {
  const { key, label, kind } = part;
  const left = now ?? nothing(`${part.amount.name.replace(/^上年\./, "")}`);
  const right = before ?? nothing(`上年.${part.amount.name}`);
  if (isMissing(left) || isMissing(right)) return { unread: true, label };
  const difference = cents(left.cents - right.cents);
  return { unread: false, key, label, kind, now: left, before: right, cents: difference };
}

function nothing(name: string): MoneyFact {
  return { kind: "money", name, cents: 0, formula: "表上没有，计为零", from: [] };
}

/** 变动额（恒为正），带算式和单元格。 */
export function driverAmount({ now, before, label }: Driver): MoneyFact {
  const [larger, smaller] = now.cents > before.cents ? [now, before] : [before, now];
  return {
    kind: "money",
    name: `${label}变动额`,
    cents: cents(larger.cents - smaller.cents),
    formula:
      smaller.from.length === 0 && smaller.cents === 0
        ? larger.formula
        : `${operand(larger)} − ${operand(smaller)}`,
    from: mergeSources(larger.from, smaller.from),
  };
}
