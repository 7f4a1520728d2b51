import { sumCents } from "../../money/cents.ts";
import type { MoneyFact } from "../fact.ts";
import type { Book } from "../facts/book.ts";
import type { Breakdown, Driver } from "./evidence.ts";
import { type PartList, pairs } from "./parts.ts";

/** 一种分法：名称，和两边各部分怎样列出。 */
export interface Split {
  readonly by: string;
  readonly list: PartList;
  /** 说得细（到项目）的多用一个部分也值得；说得粗的有别的分法就不用。 */
  readonly grain?: "细" | "粗";
}

/** 拆分所对的变动，和列到占变动的百分之几为止。 */
export interface Whole {
  readonly now: MoneyFact;
  readonly before: MoneyFact;
  readonly share: number;
}

/** 占到总数的这个比例以上，就是总数自己。 */
const ALMOST_ALL = 0.9;

/** 按这种分法拆开；两年里有一年没有这张表时为 null。 */
export function breakdown(
  { by, list, grain }: Split,
  current: Book,
  prior: Book,
  whole: Whole,
): Breakdown | null {
  const [now, before] = [list(current), list(prior)];
  if (now === null || before === null) return null;
  const found = breakdownOf(by, pairs(now, before), whole);
  return grain === undefined ? found : { ...found, grain };
}

/** 从大到小取，直到取出的占全部变动（不分正负地累计）的 `share`%。 */
export function breakdownOf(by: string, paired: ReturnType<typeof pairs>, whole: Whole): Breakdown {
  const readable = paired.flatMap((each) => (each.unread ? [] : [each]));
  const moved = readable
    .filter(({ cents }) => cents !== 0)
    .sort((a, b) => Math.abs(b.cents) - Math.abs(a.cents) || (a.key < b.key ? -1 : 1));
  const total = sumCents(moved.map(({ cents }) => Math.abs(cents)));
  const drivers: Driver[] = [];
  let taken = 0;
  for (const { unread: _, ...driver } of moved) {
    // 取整数比较：100 × 已取 ≥ 比例 × 全部。
    if (drivers.length > 0 && taken * 100 >= total * whole.share) break;
    drivers.push(driver);
    taken += Math.abs(driver.cents);
  }
  const change = whole.now.cents - whole.before.cents;
  const explained = sumCents(drivers.map(({ cents }) => cents));
  return {
    by,
    drivers,
    explained,
    rest: change - explained,
    others: moved.length - drivers.length,
    unlisted: change - sumCents(readable.map(({ cents }) => cents)),
    unread: paired.flatMap((each) => (each.unread ? [each.label] : [])),
    restates: drivers.length === 1 && drivers.every((driver) => isWhole(driver, whole)),
  };
}

function isWhole(driver: Driver, { now, before }: Whole): boolean {
  return mostOf(driver.now.cents, now.cents) && mostOf(driver.before.cents, before.cents);
}

function mostOf(part: number, whole: number): boolean {
  return part * Math.sign(whole) >= Math.abs(whole) * ALMOST_ALL;
}

/**
 * 排先后：说得出东西的在前（不是把总数换个名字再说一遍），各部分加得起来的在前，
 * 用的部分少的在前（说到项目的让一个），剩下没有说明的少的在前；都一样时照给的次序。
 */
export function ranked(breakdowns: readonly Breakdown[]): Breakdown[] {
  return breakdowns
    .filter(({ drivers }) => drivers.length > 0)
    .toSorted(
      (a, b) =>
        Number(a.restates) - Number(b.restates) ||
        Number(a.grain === "粗") - Number(b.grain === "粗") ||
        Number(a.unlisted !== 0) - Number(b.unlisted !== 0) ||
        cost(a) - cost(b) ||
        Number(b.grain === "细") - Number(a.grain === "细") ||
        Math.abs(a.rest) - Math.abs(b.rest),
    );
}

function cost({ drivers, grain }: Breakdown): number {
  return drivers.length - (grain === "细" ? 1 : 0);
}
