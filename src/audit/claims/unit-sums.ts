import { moneyQuantity } from "../arithmetic/quantity.ts";
import { addQuantities, compareEqual } from "../arithmetic/relations.ts";
import type { AuditContext } from "../context.ts";
import type { Figure } from "../text/figures.ts";
import { FIXED_SUMS, lastSaid } from "./fixed-sums.ts";

/**
 * 按加总试算单位：照印出的单位加不拢，把其中写“元”的当作“万元”就加得拢的，是漏写了“万”。
 * 单位在这里看定，加总就不再另报一处差额，免得教人去改没有写错的合计。
 */
export function settleBySums(context: AuditContext): void {
  for (const { total, parts, complete } of context.book.lists) {
    if (complete && parts.length > 1) settle(total, parts, context);
  }
  for (const { whole, parts } of FIXED_SUMS) {
    const total = lastSaid(whole, context);
    const said = parts.flatMap((part) => lastSaid(part, context) ?? []);
    if (total !== null && said.length === parts.length) {
      settle(
        total.figure,
        said.map(({ figure }) => figure),
        context,
      );
    }
  }
}

function settle(total: Figure, parts: readonly Figure[], context: AuditContext): void {
  const slips = [total, ...parts].filter(
    (figure) =>
      figure.unit === "元" && Number(figure.digits) !== 0 && !context.unitReadings.has(figure),
  );
  const missing = [[], ...slips.map((slip) => [slip]), slips].find((tried) =>
    addsUp(total, parts, tried, context),
  );
  for (const figure of missing ?? []) context.unitReadings.set(figure, "万元");
}

/** `asWan` 里的数当作万元，其余照看定的单位，各项之和能不能是总数。 */
function addsUp(
  total: Figure,
  parts: readonly Figure[],
  asWan: readonly Figure[],
  context: AuditContext,
): boolean {
  const read = (figure: Figure) =>
    moneyQuantity(figure, asWan.includes(figure) ? "万元" : context.unitOf(figure), context.style);
  const whole = read(total);
  const values = parts.flatMap((part) => read(part) ?? []);
  return (
    whole !== null &&
    values.length === parts.length &&
    compareEqual(addQuantities(values), whole) !== "disagree"
  );
}
