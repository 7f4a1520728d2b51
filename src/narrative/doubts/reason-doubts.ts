import type { Finding } from "../../findings/finding.ts";
import type { DraftContext } from "../context.ts";
import { appropriationExpenditure } from "../facts/appropriation.ts";
import type { Book } from "../facts/book.ts";
import { changeBetween } from "../facts/change.ts";
import type { Money } from "../facts/known.ts";
import { agencyOperatingExpense } from "../facts/operations.ts";
import { threePublicActual } from "../facts/three-public.ts";
import { appropriationTotals, totals } from "../facts/totals.ts";
import { doubt } from "./doubt.ts";

/** 各条增减原因说的是哪个数。 */
const EXPLAINED: Readonly<Record<string, (book: Book) => Money>> = {
  收支总计增减: (book) => totals(book).income,
  财政拨款收支总计增减: (book) => appropriationTotals(book).income,
  一般公共预算财政拨款支出增减: (book) => appropriationExpenditure(book, "一般公共预算财政拨款"),
  "因公出国（境）费增减": (book) => threePublicActual(book, "因公出国（境）费"),
  公务用车购置及运行维护费增减: (book) => threePublicActual(book, "公务用车购置及运行维护费"),
  公务接待费增减: (book) => threePublicActual(book, "公务接待费"),
  机关运行经费增减: agencyOperatingExpense,
};

/** 据表推断、尚待确认的原因；原因里的方向词与实际增减相反的。 */
export function reasonDoubts(context: DraftContext): Finding[] {
  const { reasons, itemReasons } = context.inputs;
  const inferred = [...reasons, ...itemReasons]
    .filter(([, { status }]) => status === "据表推断")
    .map(([key, { text }]) =>
      doubt("原因据表推断", "warning", {
        what: `“${key}”的原因“${text}”是据表推断的。`,
        why: "公开的原因须由知情的人确认。",
        todo: "核实后请把状态改为“已确认”。",
      }),
    );
  return [...inferred, ...oppositeReasons(context)];
}

const WORDS = { 增加: /增加|增长|上升|提高/, 减少: /减少|下降|降低|压减/ } as const;

/** 只在原因里全是相反方向的词时才提示：`人员减少但标准提高` 之类两面都说的不算。 */
function oppositeReasons({ inputs, current, prior }: DraftContext): Finding[] {
  return Object.entries(EXPLAINED).flatMap(([key, fact]) => {
    const text = inputs.reasons.get(key)?.text ?? "";
    const change = changeBetween(fact(current), fact(prior));
    if (change.kind !== "changed") return [];
    const { direction } = change;
    const opposite = direction === "增加" ? "减少" : "增加";
    if (!WORDS[opposite].test(text) || WORDS[direction].test(text)) return [];
    return [
      doubt("原因方向相反", "warning", {
        what: `“${key}”实际是${direction}，原因却写“${text}”。`,
        why: `用“${opposite}”解释${direction}，读者看不明白。`,
        todo: "请核对原因。",
      }),
    ];
  });
}
