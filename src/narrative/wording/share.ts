import type { NamedMoney } from "../facts/income.ts";
import { isMissing, type Money, quotient } from "../facts/known.ts";
import type { DraftStyle } from "../style.ts";
import { percent, wan } from "./figures.ts";
import { join, type Run } from "./run.ts";

/** `，占12.34%`；合计为零或取不到时不写占比（各占比独立舍入，不凑 100%）。 */
export function shareRuns(part: Money, total: Money, style: DraftStyle, of = ""): Run {
  if (isMissing(part) || isMissing(total) || total.cents === 0) return "";
  const share = percent(quotient(`${part.name}占${total.name}比重`, part, total), style);
  return [`，占${of}`, share];
}

/** `A收入1万元，占1%；B收入2万元，占2%`。 */
export function sharedParts(parts: readonly NamedMoney[], total: Money, style: DraftStyle): Run {
  return join(
    parts.map(({ label, amount }) => [label, wan(amount, style), shareRuns(amount, total, style)]),
    "；",
  );
}
