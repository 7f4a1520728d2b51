import type { Quantity } from "../arithmetic/quantity.ts";
import { addQuantities } from "../arithmetic/relations.ts";
import type { CompletionClaim } from "../claims/claims.ts";
import { FIXED_SUMS, lastSaid } from "../claims/fixed-sums.ts";
import type { AuditContext } from "../context.ts";
import type { Pattern } from "../pattern.ts";
import type { Figure } from "../text/figures.ts";

export const pattern: Pattern = {
  id: "completion-parts",
  title: "总的完成率落在各项完成率之间",
  about:
    "由各项的决算数和完成率倒推各项预算数的范围（写明预算数的就用它），加起来应与总预算数的范围相交；各项没有花钱的预算不明，只作下限。年初预算、全年预算各比各的。",
  oddForms: [
    { form: "没有支出的项写“完成预算0%”，预算其实不明", from: "按省级模板填写的公开稿" },
    { form: "总的一句里的金额也写错了，完成率却没有错", from: "手工改过的公开稿" },
  ],
  check(context) {
    for (const { whole, parts } of FIXED_SUMS) {
      const total = completionOf(whole, context);
      if (total === null) continue;
      const members = parts.flatMap((part) => completionOf(part, context) ?? []);
      const amounts = parts.map((part) => lastSaid(part, context)?.figure ?? null);
      compare({ total, members, amounts, closed: true }, context);
    }
    compareItems(context);
  },
};

/** 总的一句和组成它的各项。 */
interface Breakdown {
  readonly total: CompletionClaim;
  /** 写了完成率的各项。 */
  readonly members: readonly CompletionClaim[];
  /** 全部各项的决算数，没有说的为 null。 */
  readonly amounts: readonly (Figure | null)[];
  /** 除了这些，不会再有别的项。 */
  readonly closed: boolean;
}

function completionOf(key: string, context: AuditContext): CompletionClaim | null {
  return (
    context.book.completions.find(
      (each) => each.key === key && each.passage.paragraph.part === "narrative",
    ) ?? null
  );
}

/** 五（三）：总的一句与逐项。安排了预算而没有支出的项不列。 */
function compareItems(context: AuditContext): void {
  const { items, completions } = context.book;
  const listed = items.filter(({ passage }) => passage.paragraph.topic === "具体");
  const ofItems = new Set(listed.map(({ passage }) => passage));
  const total = completions.find(
    ({ passage }) =>
      passage.paragraph.topic === "具体" &&
      passage.paragraph.role === "一般公共预算" &&
      !ofItems.has(passage),
  );
  if (total === undefined) return;
  const members = completions.filter(({ passage }) => ofItems.has(passage));
  compare({ total, members, amounts: listed.map(({ amount }) => amount), closed: false }, context);
}

function compare(breakdown: Breakdown, context: AuditContext): void {
  const { total, amounts, closed } = breakdown;
  const members = breakdown.members.filter(({ basis }) => basis === total.basis);
  const spent = spentOn(breakdown, context);
  const whole = spent === null ? null : rangeFor(spent, total.rate);
  if (spent === null || whole === null || members.length === 0) return;
  // 预算数都写明了的，加总由“总的预算数等于各项预算数之和”查。
  if ([total, ...members].every(({ budget }) => budget !== null)) return;
  let low = 0;
  let high = members.length < amounts.length ? Number.POSITIVE_INFINITY : 0;
  for (const member of members) {
    const range = budgetOf(member, context);
    low += range?.low ?? 0;
    high += range?.high ?? Number.POSITIVE_INFINITY;
  }
  const short = low > whole.high;
  const fits = whole.low <= high && !short;
  // 各项预算都印作0.00的，推不出总的完成率（除数是零）：说不出对错，不报，也不算查过。
  if (!fits && low + high <= 0) return;
  context.record(fits ? "一致" : "不一致", [total.rate, ...members.map(({ rate }) => rate)]);
  if (fits) return;
  const { passage } = total;
  const rates = members.map((each) =>
    context.printed({ passage: each.passage, figure: each.rate }),
  );
  const expectedRate = Number.isFinite(high)
    ? `约${((spent.point * 200) / (low + high)).toFixed(1)}%`
    : null;
  context.report({
    kind: "completion",
    // 总预算比各项多出来的，可以是安排了预算而没有支出、没有列出的项。
    severity: closed || short ? "error" : "warning",
    passage,
    span: total.span,
    what: `总的完成预算${context.printed({ passage, figure: total.rate })}，而各项分别完成${rates.join("、")}，由各项倒推的预算合计对不上。`,
    why: "总的完成率是各项完成率按预算数加权的平均，必在各项之间。",
    todo: `请对照决算表的预算数核实总的和各项的完成率${expectedRate === null ? "" : `；各项无误的，总的完成率${expectedRate}`}。`,
    stated: context.printed({ passage, figure: total.rate }),
    ...(expectedRate === null ? {} : { expected: expectedRate }),
    verdict: "不一致",
    also: members.map((each) => ({ passage: each.passage, span: each.span })),
  });
}

/** 一共花了多少：总的一句里的金额可能写错，各项都说了的取各项之和。 */
function spentOn({ total, amounts }: Breakdown, context: AuditContext): Quantity | null {
  const parts = amounts.map((amount) => (amount === null ? null : context.quantity(amount)));
  const known = parts.filter((part) => part !== null);
  if (known.length === parts.length) return addQuantities(known);
  return total.actual === null ? null : context.quantity(total.actual);
}

/** 一项的预算：写明的就是它，没有写的由决算数和完成率倒推；没有支出的不明，为 null。 */
function budgetOf(
  { budget, actual, rate }: CompletionClaim,
  context: AuditContext,
): Pick<Quantity, "low" | "high"> | null {
  if (budget !== null) return context.quantity(budget);
  const spent = actual === null ? null : context.quantity(actual);
  return spent === null ? null : rangeFor(spent, rate);
}

/** 决算数 ÷ 完成率；没有支出的为 null。 */
function rangeFor(actual: Quantity, printed: Figure): Pick<Quantity, "low" | "high"> | null {
  if (actual.point === 0) return null;
  const half = 0.5 / 10 ** printed.places;
  const rate = Number(printed.digits);
  if (printed.bound === "不足") {
    return { low: actual.low / (rate / 100), high: Number.POSITIVE_INFINITY };
  }
  if (printed.bound === "超过") return { low: 0, high: actual.high / (rate / 100) };
  return {
    low: actual.low / ((rate + half) / 100),
    high: rate > half ? actual.high / ((rate - half) / 100) : Number.POSITIVE_INFINITY,
  };
}
