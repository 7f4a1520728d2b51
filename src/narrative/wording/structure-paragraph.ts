import type { DraftContext } from "../context.ts";
import type { Paragraph } from "../draft.ts";
import type { NamedMoney } from "../facts/income.ts";
import { isMissing, type Money } from "../facts/known.ts";
import { wan } from "./figures.ts";
import { paragraph } from "./run.ts";
import { sharedParts } from "./share.ts";
import { thisYear } from "./years.ts";

/** `2023年度本年收入合计A万元，其中：X B万元，占r%；…。` 整张表取不到时只留合计一处待补充。 */
export function structureParagraph(
  context: DraftContext,
  id: string,
  name: string,
  total: Money,
  parts: readonly NamedMoney[],
): Paragraph {
  const known = isMissing(total) ? parts.filter(({ amount }) => !isMissing(amount)) : parts;
  return paragraph(id, "body", [
    thisYear(context),
    name,
    wan(total, context.style),
    known.length === 0 ? "" : ["，其中：", sharedParts(known, total, context.style)],
    "。",
  ]);
}
