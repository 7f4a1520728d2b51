import type { Finding } from "../../findings/finding.ts";
import { yuanText } from "../../money/cents.ts";
import type { DraftContext } from "../context.ts";
import type { Section } from "../draft.ts";
import { type InitiallyBudgetedClass, initiallyBudgetedClasses } from "../facts/initial-budgets.ts";
import { isMissing } from "../facts/known.ts";
import { doubt } from "./doubt.ts";

/**
 * 各项年初预算数的疑点：填报的各项之和与财决01-1 的类级数不符；由类级推得的（只在说明里印出来时才提，
 * 与全年预算比的说明用不到它）。
 */
export function initialBudgetDoubts(
  context: DraftContext,
  sections: readonly Section[],
): Finding[] {
  const printed = new Set(
    sections.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ figures }) => figures.map(({ formula }) => formula)),
    ),
  );
  return initiallyBudgetedClasses(context.current, context.inputs).flatMap((each) => {
    if (each.verdict === "contradicted") return contradiction(each);
    return each.verdict === "derived" ? derived(each, printed) : [];
  });
}

function contradiction({ code, initialBudget, items }: InitiallyBudgetedClass): Finding[] {
  if (initialBudget === undefined || isMissing(initialBudget)) return [];
  const typed = items.reduce(
    (total, item) => total + (isMissing(item.initialBudget) ? 0 : item.initialBudget.cents),
    0,
  );
  const table = initialBudget.cents;
  return [
    doubt(
      "各项年初预算数与类级不符",
      "error",
      {
        what: `填报的 ${code} 类各项年初预算数合计 ${yuanText(typed)} 元，财决01-1 这一类的年初预算数是 ${yuanText(table)} 元。`,
        why: "五（三）的完成年初预算率会算错。",
        todo: "请核对“项级年初预算数”下这一类的各项；年初安排了而没有支出的项也要填。",
      },
      { left: yuanText(typed), right: yuanText(table), difference: yuanText(typed - table) },
    ),
  ];
}

function derived({ code, items }: InitiallyBudgetedClass, printed: ReadonlySet<string>): Finding[] {
  const [only] = items;
  if (only === undefined) return [];
  const { title, amount, initialBudget } = only;
  if (isMissing(initialBudget) || isMissing(amount)) return [];
  if (initialBudget.cents === amount.cents || !printed.has(initialBudget.formula)) return [];
  return [
    doubt("年初预算数由类级推得", "note", {
      what: `${title}的年初预算数取自财决01-1 的 ${code} 类，因为表里这一类只有这一项。`,
      why: "如果这一类还有年初安排了预算而没有支出的项，就不是这个数。",
      todo: `确有别的项时，请在“项级年初预算数”下填写 ${only.code} 和那些项。`,
    }),
  ];
}
