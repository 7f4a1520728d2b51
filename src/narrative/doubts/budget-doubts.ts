import type { Finding } from "../../findings/finding.ts";
import { yuanText } from "../../money/cents.ts";
import { functionalSubjects } from "../../subjects/generated/functional-subjects.ts";
import type { DraftContext } from "../context.ts";
import { functionalItems } from "../facts/functional-items.ts";
import { type BudgetedClass, type BudgetedItem, budgetedClasses } from "../facts/item-budgets.ts";
import { isMissing } from "../facts/known.ts";
import { doubt } from "./doubt.ts";

const KNOWN_CODES = new Set(functionalSubjects.map((subject) => subject.code));

/** 各项全年预算数与财决01-1 类级全年预算数是否相容。 */
export function budgetDoubts(context: DraftContext): Finding[] {
  const found = budgetedClasses(context.current, context.inputs).flatMap((each) =>
    classDoubts(each, context),
  );
  return [...found, ...unknownCodes(context), ...wrongUnits(context)];
}

/** 差到这么多倍，多半是单位写错。 */
const UNIT_SLIP = 1000;

/** 应填元而填了万元（或反过来）的预算数：与决算数差出一千倍以上。 */
function wrongUnits({ inputs, current }: DraftContext): Finding[] {
  return functionalItems(current, "一般公共预算财政拨款").flatMap(({ code, title, amount }) => {
    if (isMissing(amount) || amount.cents <= 0) return [];
    return [inputs.itemBudgets, inputs.initialItemBudgets].flatMap((budgets, place) => {
      const budget = budgets.get(code) ?? 0;
      if (budget <= 0) return [];
      const times = Math.max(budget / amount.cents, amount.cents / budget);
      if (times < UNIT_SLIP) return [];
      const name = place === 0 ? "全年预算数" : "年初预算数";
      return [
        doubt("预算数的单位", "warning", {
          what: `${title}的${name}填的是 ${yuanText(budget)} 元，决算数是 ${yuanText(amount.cents)} 元，相差一千倍以上。`,
          why: "多半把万元当作元填了，完成预算率会大得离谱。",
          todo: `请核对“项级${name} › ${code}”，按元填写。`,
        }),
      ];
    });
  });
}

function classDoubts(each: BudgetedClass, context: DraftContext): Finding[] {
  switch (each.verdict) {
    case "contradicted":
      return [contradiction(each, context)];
    case "unverified":
      return context.inputs.itemBudgetsEqualActuals ? [unverified(each)] : [];
    case "derived":
      return derivedDoubts(each);
    default:
      return [];
  }
}

function contradiction({ code, budget, items }: BudgetedClass, { inputs }: DraftContext): Finding {
  const stated = items.reduce((total, item) => total + statedCents(item, inputs.itemBudgets), 0);
  const table = budget === undefined || isMissing(budget) ? 0 : budget.cents;
  return doubt(
    "各项预算数与类级不符",
    "error",
    {
      what: `填报的 ${code} 类各项全年预算数合计 ${yuanText(stated)} 元，财决01-1 这一类的全年预算数是 ${yuanText(table)} 元。`,
      why: "五（三）的完成预算率会算错。",
      todo: inputs.itemBudgetsEqualActuals
        ? "这一类不是各项都等于决算数，请在“项级全年预算数”下逐项填写。"
        : "请核对“项级全年预算数”下这一类的各项。",
    },
    { left: yuanText(stated), right: yuanText(table), difference: yuanText(stated - table) },
  );
}

function statedCents(item: BudgetedItem, typed: ReadonlyMap<string, number>): number {
  const own = typed.get(item.code);
  if (own !== undefined) return own;
  return isMissing(item.amount) ? 0 : item.amount.cents;
}

function unverified({ code }: BudgetedClass): Finding {
  return doubt("预算数无从印证", "note", {
    what: `声明了“各项全年预算数等于决算数”，但 ${code} 类在财决01-1 里取不到全年预算数或有一项取不到决算数。`,
    why: "这一声明没有表可以印证。",
    todo: "请核对这一类的预算批复。",
  });
}

function derivedDoubts({ code, budget, items }: BudgetedClass): Finding[] {
  const [only] = items;
  if (only === undefined || budget === undefined) return [];
  if (isMissing(budget) || isMissing(only.amount) || budget.cents === only.amount.cents) return [];
  return [
    doubt("预算数由类级推得", "note", {
      what: `${only.title}的全年预算数取自财决01-1 的 ${code} 类，因为表里这一类只有这一项。`,
      why: "如果这一类还有安排了预算而没有支出的项，就不是这个数。",
      todo: `确有别的项时，请在“项级全年预算数”下填写 ${only.code} 和那些项。`,
    }),
  ];
}

function unknownCodes({ inputs, current }: DraftContext): Finding[] {
  const inTable = new Set(
    functionalItems(current, "一般公共预算财政拨款").map((item) => item.code),
  );
  const typed = [...inputs.itemBudgets.keys(), ...inputs.itemReasons.keys()];
  return [...new Set(typed)]
    .filter((code) => !inTable.has(code) && !KNOWN_CODES.has(code))
    .map((code) =>
      doubt("科目编码不存在", "warning", {
        what: `填报文件里的科目编码 ${code} 在表里和科目表里都没有。`,
        why: "写在它下面的内容没有用上。",
        todo: "请核对编码。",
      }),
    );
}
