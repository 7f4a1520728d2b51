import { cents } from "../../money/cents.ts";
import { appropriationBudget, functionalClasses } from "../facts/appropriation.ts";
import type { Book } from "../facts/book.ts";
import { initiallyBudgetedClasses } from "../facts/initial-budgets.ts";
import { isMissing, type Money } from "../facts/known.ts";
import {
  threePublicActual,
  threePublicBudget,
  threePublicInitialBudget,
} from "../facts/three-public.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { breakdownOf, type Whole } from "./breakdown.ts";
import { itemBudgetSplits, THREE_PUBLIC_PARTS } from "./budget-evidence.ts";
import type { Books } from "./changes.ts";
import type { Breakdown, ChangeKey, PartKind } from "./evidence.ts";
import {
  GENERAL_INITIAL,
  initialBudgetItemCode,
  THREE_PUBLIC_INITIAL,
} from "./initial-budget-changes.ts";
import type { Pair } from "./parts.ts";

const EXECUTED = "执行";

/**
 * 决算数与年初预算数之差怎样拆：年中预算调整了多少、调整以后又多花少花多少；或按类、按“三公”的各部分。
 * 一项的全年预算数报表上没有（一类只有一项的除外），看它的年初、年末结转结余。不是与年初预算比的为空。
 */
export function initialBudgetSplits(
  change: ChangeKey,
  { current, inputs }: Pick<Books, "current" | "inputs">,
  whole: Whole,
): Breakdown[] {
  if (change === THREE_PUBLIC_INITIAL) {
    const parts = THREE_PUBLIC_PARTS.map((line) => {
      const [now, before] = [
        threePublicActual(current, line),
        threePublicInitialBudget(current, line),
      ];
      return pair(line, line, "三公", now, before);
    });
    return [
      breakdownOf("按各部分", parts, whole),
      adjustment(threePublicBudget(current, "支出合计"), whole),
    ];
  }
  if (change === GENERAL_INITIAL) {
    const classes = functionalClasses(current).map(({ code, label, amount, initialBudget }) =>
      pair(code, label, "性质", amount, initialBudget),
    );
    return [
      adjustment(appropriationBudget(current, "一般公共预算财政拨款"), whole),
      breakdownOf("按支出类", classes, whole),
    ];
  }
  const code = initialBudgetItemCode(change);
  if (code === null) return [];
  const fullYear = onlyItemBudget(code, current, inputs);
  const adjusted = fullYear === null ? [] : [adjustment(fullYear, whole)];
  return [...itemBudgetSplits(current, code, whole), ...adjusted];
}

/** 一类只有这一项的，类级的全年预算数就是它的；不是的为 null。 */
function onlyItemBudget(code: string, current: Book, inputs: Inputs): Money | null {
  const only = initiallyBudgetedClasses(current, inputs).some(
    ({ verdict, items }) => verdict === "derived" && items[0]?.code === code,
  );
  if (!only) return null;
  return functionalClasses(current).find((each) => each.code === code.slice(0, 3))?.budget ?? null;
}

/** 年中的预算调整（年初 → 全年），和调整以后没有花完、花超的（全年 → 决算）。 */
function adjustment(fullYear: Money, whole: Whole): Breakdown {
  const found = breakdownOf(
    "按预算调整和执行",
    [
      pair("调整", "全年预算数较年初预算数", "预算调整", fullYear, whole.before),
      pair(EXECUTED, "决算数较全年预算数", "预算调整", whole.now, fullYear),
    ],
    whole,
  );
  // 预算没有调整过的，就是把这个差再说一遍；调整过的不是。
  return { ...found, restates: found.drivers.every(({ key }) => key === EXECUTED) };
}

function pair(key: string, label: string, kind: PartKind, now: Money, before: Money): Pair {
  if (isMissing(now) || isMissing(before)) return { unread: true, label };
  return { unread: false, key, label, kind, now, before, cents: cents(now.cents - before.cents) };
}
