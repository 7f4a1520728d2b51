import { moneyQuantity, printedUnit, type Quantity } from "../arithmetic/quantity.ts";
import {
  type Comparison,
  compareEqual,
  compareGrowth,
  compareRate,
} from "../arithmetic/relations.ts";
import type { AuditContext } from "../context.ts";
import type { Figure } from "../text/figures.ts";
import type { ChangeClaim, ShareClaim, Statement } from "./claims.ts";
import { alternatives, currentOf, wholeFor } from "./resolve.ts";
import { settleBySums } from "./unit-sums.ts";

/** 表上的金额以万元计时，不到一万的“元”多半是漏了“万”。 */
const LEAST_YUAN = 10_000;

/** 逐个看定有疑问的单位；在其他检查之前做。 */
export function settleUnits(context: AuditContext): void {
  if (context.style.moneyUnit !== "万元") return;
  const { statements, shares, changes, items } = context.book;
  const shared = new Set(shares.map(({ part }) => part));
  for (const statement of statements) {
    if (isWan(statement, shared, context)) context.unitReadings.set(statement.figure, "万元");
  }
  for (const share of shares) {
    if (shareIsWan(share, context)) context.unitReadings.set(share.part, "万元");
  }
  for (const change of changes) {
    if (changeIsWan(change, context)) context.unitReadings.set(change.change, "万元");
  }
  for (const { amount } of items) {
    if (amount !== null && itemIsWan(amount)) context.unitReadings.set(amount, "万元");
  }
  settleBySums(context);
}

/** 带小数而没有写单位的，是金额。 */
function hasNoUnit({ unit, places }: Figure): boolean {
  return unit === "" && places > 0;
}

/** 写“元”的一个数，按元、按万元各是多少；不是写“元”的、是零的、大得算不了的为 null。 */
function bothReadings(
  figure: Figure,
  { style }: AuditContext,
): { readonly yuan: Quantity; readonly wan: Quantity } | null {
  if (figure.unit !== "元") return null;
  const yuan = moneyQuantity(figure, "元", style);
  const wan = moneyQuantity(figure, "万元", style);
  return yuan === null || wan === null || yuan.point === 0 ? null : { yuan, wan };
}

/** 按元说不通，按万元说得通。 */
function onlyAsWan(
  { yuan, wan }: { readonly yuan: Quantity; readonly wan: Quantity },
  compare: (value: Quantity) => Comparison,
): boolean {
  return compare(yuan) === "disagree" && compare(wan) !== "disagree";
}

function isWan(statement: Statement, shared: ReadonlySet<Figure>, context: AuditContext): boolean {
  const { figure } = statement;
  if (figure.unit === "") return true;
  const readings = bothReadings(figure, context);
  if (readings === null) return false;
  const others = alternatives(statement.key)
    .flatMap((key) => context.statementsOf(key))
    .filter((each) => printedUnit(each.figure) === "万元")
    .flatMap((each) => context.quantity(each.figure) ?? []);
  const agrees = (value: Quantity) =>
    others.some((other) => compareEqual(other, value) !== "disagree");
  if (agrees(readings.yuan)) return false;
  if (agrees(readings.wan)) return true;
  // 有占比的，按占比试算。
  return !shared.has(figure) && figure.places === 2 && Number(figure.digits) < LEAST_YUAN;
}

function shareIsWan(share: ShareClaim, context: AuditContext): boolean {
  if (hasNoUnit(share.part)) return true;
  const readings = bothReadings(share.part, context);
  if (readings === null || context.unitReadings.has(share.part)) return false;
  const whole = wholeFor(share, context);
  const total = whole === null ? null : context.quantity(whole.figure);
  return total !== null && onlyAsWan(readings, (part) => compareRate(part, total, share.rate));
}

function changeIsWan(claim: ChangeClaim, context: AuditContext): boolean {
  const { change, rate, direction } = claim;
  // 没有率的，漏写的也可能是“%”。
  if (rate !== null && hasNoUnit(change)) return true;
  const readings = bothReadings(change, context);
  const at = currentOf(claim, context);
  const current = at === null ? null : context.quantity(at.figure);
  if (readings === null || current === null) return false;
  if (rate === null) return change.places > 0;
  return onlyAsWan(readings, (value) => compareGrowth(current, value, direction, rate));
}

function itemIsWan({ unit, digits }: Figure): boolean {
  if (unit === "") return true;
  return unit === "元" && Number(digits) !== 0 && Number(digits) < LEAST_YUAN;
}
