import type { Quantity } from "../arithmetic/quantity.ts";
import { addQuantities } from "../arithmetic/relations.ts";
import type { CompletionClaim } from "../claims/claims.ts";
import type { AuditContext } from "../context.ts";
import type { Pattern } from "../pattern.ts";

/** 总体 → 组成它的各项。 */
const PARTS: ReadonlyMap<string, readonly string[]> = new Map([
  ["三公", ["三公.出国", "三公.公车", "三公.接待"]],
  ["三公.公车", ["三公.购置", "三公.运行"]],
]);

export const pattern: Pattern = {
  id: "completion-parts",
  title: "总的完成率落在各项完成率之间",
  about:
    "由各项的决算数和完成率倒推各项预算数的范围，加起来应与总预算数的范围相交；各项没有花钱的预算不明，只作下限。",
  oddForms: [{ form: "没有支出的项写“完成预算0%”，预算其实不明", from: "按省级模板填写的公开稿" }],
  check(context) {
    for (const [whole, parts] of PARTS) {
      const total = completionOf(whole, context);
      const members = parts.map((part) => completionOf(part, context));
      if (total !== null)
        compare(
          total,
          members.filter((each) => each !== null),
          parts.length,
          context,
        );
    }
    compareItems(context);
  },
};

function completionOf(key: string, context: AuditContext): CompletionClaim | null {
  return (
    context.book.completions.find(
      (each) => each.key === key && each.passage.paragraph.part === "narrative",
    ) ?? null
  );
}

/** 五（三）：总的一句与逐项。 */
function compareItems(context: AuditContext): void {
  const { items, completions } = context.book;
  const listed = items.filter(({ passage }) => passage.paragraph.topic === "具体");
  const ofItems = new Set(listed.map(({ passage }) => passage));
  const total = completions.find(
    (each) =>
      each.passage.paragraph.topic === "具体" &&
      each.passage.paragraph.role === "一般公共预算" &&
      !ofItems.has(each.passage),
  );
  const members = completions.filter(({ passage }) => ofItems.has(passage));
  if (total === undefined || members.length === 0) return;
  // 总的一句里的金额可能写错；完成率比的是各项合计。
  const parts = listed.flatMap(({ amount }) =>
    amount === null ? [] : (context.quantity(amount) ?? []),
  );
  compare(total, members, listed.length, context, addQuantities(parts));
}

function compare(
  total: CompletionClaim,
  members: readonly CompletionClaim[],
  expected: number,
  context: AuditContext,
  spent: Quantity | null = total.actual === null ? null : context.quantity(total.actual),
): void {
  const whole = rangeFor(spent, total.rate);
  if (whole === null || members.length === 0) return;
  let low = 0;
  let high = members.length < expected ? Number.POSITIVE_INFINITY : 0;
  for (const member of members) {
    const range = budgetRange(member, context);
    low += range?.low ?? 0;
    high += range?.high ?? Number.POSITIVE_INFINITY;
  }
  // 安排了预算而没有支出的项不列：总预算多出来的，可以是它们。
  const unlisted = low <= whole.high && whole.low > high;
  const fits = whole.low <= high && low <= whole.high;
  context.record(fits ? "一致" : "不一致", [total.rate, ...members.map(({ rate }) => rate)]);
  if (fits) return;
  const { passage } = total;
  const rates = members.map((each) =>
    context.printed({ passage: each.passage, figure: each.rate }),
  );
  const expectedRate =
    spent === null || !Number.isFinite(high) || low + high === 0
      ? null
      : `约${((spent.point * 200) / (low + high)).toFixed(1)}%`;
  context.report({
    kind: "completion",
    severity: unlisted ? "warning" : "error",
    passage,
    span: total.span,
    what: `总的完成预算${context.printed({ passage, figure: total.rate })}，而各项分别完成${rates.join("、")}，由各项倒推的预算合计对不上。`,
    why: "总的完成率是各项完成率按预算数加权的平均，必在各项之间。",
    todo: `请对照附03表的预算数核实总的和各项的完成率${expectedRate === null ? "" : `；各项无误的，总的完成率${expectedRate}`}。`,
    stated: context.printed({ passage, figure: total.rate }),
    ...(expectedRate === null ? {} : { expected: expectedRate }),
    verdict: "不一致",
    also: members.map((each) => ({ passage: each.passage, span: each.span })),
  });
}

/** 决算数 ÷ 完成率。没有支出的项预算不明，为 null。 */
function budgetRange(
  claim: CompletionClaim,
  context: AuditContext,
): Pick<Quantity, "low" | "high"> | null {
  return rangeFor(claim.actual === null ? null : context.quantity(claim.actual), claim.rate);
}

function rangeFor(
  actual: Quantity | null,
  printed: CompletionClaim["rate"],
): Pick<Quantity, "low" | "high"> | null {
  if (actual === null || actual.point === 0) return null;
  const half = 0.5 / 10 ** printed.places;
  const rate = Number(printed.digits);
  if (rate + half <= 0) return null;
  const lowest = actual.low / ((rate + half) / 100);
  const highest = rate - half <= 0 ? Number.POSITIVE_INFINITY : actual.high / ((rate - half) / 100);
  return { low: lowest, high: highest };
}
