import type { DraftContext } from "../../context.ts";
import type { Count, Money } from "../../facts/known.ts";
import { isMissing, occurs } from "../../facts/known.ts";
import { countRun, missingRun, typedCount } from "../figures.ts";
import { gap, type Run } from "../run.ts";

/**
 * 计数：表上有就用表上的；表上空着（或为零）而相应的钱不为零时，用填报的，没有填报就问；钱也为零的就是零。
 * 表上读不出的同样可以由填报补上。
 */
export function countOrAsk(
  context: DraftContext,
  count: Count,
  money: Money,
  path: readonly string[],
  what: string,
): Run {
  const typed = context.inputs.counts.get(path.join("."));
  const blank = isMissing(count) || count.count === 0;
  if (!blank) return countRun(count);
  if (typed !== undefined) return typedCount(typed, path.join("."));
  if (isMissing(count)) return missingRun({ ...count, key: path });
  if (!occurs(money)) return countRun(count);
  return gap(what, `附03 的“${count.name}”空着，而有支出；请填${what}。`, path);
}
