import { moneyQuantity, printedUnit } from "../arithmetic/quantity.ts";
import { compareEqual, compareGrowth, compareRate } from "../arithmetic/relations.ts";
import type { AuditContext } from "../context.ts";
import type { Statement } from "./claims.ts";
import { alternatives, currentOf, wholeFor } from "./resolve.ts";
import { settleBySums } from "./unit-sums.ts";

/** 逐个看定有疑问的单位；在其他检查之前做。 */
export function settleUnits(context: AuditContext): void {
  if (context.style.moneyUnit !== "万元") return;
  const shared = new Set(context.book.shares.map(({ part }) => part));
  for (const statement of context.book.statements) {
    if (statement.figure.kind === "bare" || statement.figure.unit === "") {
      context.unitReadings.set(statement.figure, "万元");
    } else if (isYuan(statement.figure))
      settleStatement(statement, shared.has(statement.figure), context);
  }
  for (const share of context.book.shares) {
    if (!isYuan(share.part) || context.unitReadings.has(share.part)) continue;
    const whole = wholeFor(share, context);
    const total = whole === null ? null : context.quantity(whole.figure);
    const asYuan = moneyQuantity(share.part, "元", context.style);
    const asWan = moneyQuantity(share.part, "万元", context.style);
    if (total === null || asYuan === null || asWan === null || asYuan.point === 0) continue;
    if (
      compareRate(asYuan, total, share.rate) === "disagree" &&
      compareRate(asWan, total, share.rate) !== "disagree"
    ) {
      context.unitReadings.set(share.part, "万元");
    }
  }
  for (const change of context.book.changes) {
    if (!isYuan(change.change)) continue;
    const at = currentOf(change, context);
    const current = at === null ? null : context.quantity(at.figure);
    const asYuan = moneyQuantity(change.change, "元", context.style);
    const asWan = moneyQuantity(change.change, "万元", context.style);
    if (current === null || asYuan === null || asWan === null || asYuan.point === 0) continue;
    const rate = change.rate;
    const off =
      rate === null
        ? change.change.places > 0
        : compareGrowth(current, asYuan, change.direction, rate) === "disagree";
    if (
      off &&
      (rate === null || compareGrowth(current, asWan, change.direction, rate) !== "disagree")
    ) {
      context.unitReadings.set(change.change, "万元");
    }
  }
  for (const item of context.book.items) {
    if (item.amount !== null && isYuan(item.amount) && Number(item.amount.digits) !== 0) {
      context.unitReadings.set(item.amount, "万元");
    } else if (item.amount !== null && item.amount.unit === "") {
      context.unitReadings.set(item.amount, "万元");
    }
  }
  settleBySums(context);
}

function isYuan(figure: Statement["figure"]): boolean {
  return figure.kind === "money" && printedUnit(figure) === "元";
}

function settleStatement(statement: Statement, shared: boolean, context: AuditContext): void {
  const { figure } = statement;
  const asYuan = moneyQuantity(figure, "元", context.style);
  const asWan = moneyQuantity(figure, "万元", context.style);
  if (asYuan === null || asWan === null || asYuan.point === 0) return;
  const others = alternatives(statement.key)
    .flatMap((key) => context.statementsOf(key))
    .filter((each) => each !== statement && printedUnit(each.figure) === "万元")
    .flatMap((each) => context.quantity(each.figure) ?? []);
  if (others.some((other) => compareEqual(other, asYuan) !== "disagree")) return;
  if (others.some((other) => compareEqual(other, asWan) !== "disagree")) {
    context.unitReadings.set(figure, "万元");
    return;
  }
  // 有占比的，下面按占比试算。
  if (shared) return;
  // 表上的金额印成带两位小数、又不到一万的“元”，只能是漏了“万”。
  if (figure.places === 2 && Number(figure.digits) < 10_000)
    context.unitReadings.set(figure, "万元");
}
