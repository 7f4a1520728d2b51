import { cents } from "../../money/cents.ts";
import type { MoneyFact } from "../fact.ts";
import { functionalClasses } from "../facts/appropriation.ts";
import { type Book, tableOf } from "../facts/book.ts";
import { isMissing, type Money } from "../facts/known.ts";
import { moneyAt } from "../facts/read-cells.ts";
import {
  type ThreePublicLine,
  threePublicActual,
  threePublicBudget,
} from "../facts/three-public.ts";
import { breakdownOf, type Whole } from "./breakdown.ts";
import type { Breakdown, EvidenceFact, PartKind } from "./evidence.ts";
import type { Pair } from "./parts.ts";
import { projectName } from "./spending-parts.ts";

/** 决算数、预算数都逐行填报的各部分，合起来是“三公”经费。 */
export const THREE_PUBLIC_PARTS: readonly ThreePublicLine[] = [
  "因公出国（境）费",
  "公务用车购置费",
  "公务用车运行维护费",
  "公务接待费",
];

/** “三公”经费各部分的决算数与预算数之差。 */
export function threePublicBudgetSplits(current: Book, whole: Whole): Breakdown[] {
  const pairs = THREE_PUBLIC_PARTS.map((line): Pair => {
    const [now, before] = [threePublicActual(current, line), threePublicBudget(current, line)];
    if (isMissing(now) || isMissing(before)) return { unread: true, label: line };
    return {
      unread: false,
      key: line,
      label: line,
      kind: "三公",
      now,
      before,
      cents: cents(now.cents - before.cents),
    };
  });
  return [breakdownOf("按各部分", pairs, whole)];
}

/**
 * 一项的决算数与预算数之差，从表上看得出的部分：小于预算的，看年末还有多少结转结余没有用；
 * 大于预算的，看用了多少年初结转结余。其余（追加、收回指标等）表上没有，留在 `rest`。
 */
export function itemBudgetSplits(current: Book, code: string, whole: Whole): Breakdown[] {
  const less = whole.now.cents < whole.before.cents;
  const lists = less
    ? [unusedByProject(current, code), unusedOf(current, code)]
    : [openingUsed(current, code)];
  return lists.flatMap((parts) => {
    if (parts === null) return [];
    const by = parts.some(({ kind }) => kind === "项目")
      ? "按项目年末结转和结余"
      : less
        ? "按年末结转和结余"
        : "按年初结转和结余";
    const pairs = parts.map((part) => asPair(part, less ? -1 : 1));
    return [breakdownOf(by, pairs, whole)];
  });
}

interface Carryover {
  readonly key: string;
  readonly label: string;
  readonly kind: PartKind;
  readonly amount: Money;
}

/** 结转结余当作变动的一部分：少花的为负，多花的为正；与之相对的是零。 */
function asPair({ key, label, kind, amount }: Carryover, sign: 1 | -1): Pair {
  if (isMissing(amount)) return { unread: true, label };
  const none: MoneyFact = { ...amount, name: "", cents: 0, formula: "零", from: [] };
  const [now, before] = sign === 1 ? [amount, none] : [none, amount];
  return { unread: false, key, label, kind, now, before, cents: cents(now.cents - before.cents) };
}

function unusedOf(book: Book, code: string): Carryover[] | null {
  return tableOf(book, "财决07")?.rowIndex.has(code) === true
    ? [carryover(book, code, "年末结转和结余", "未使用")]
    : null;
}

function openingUsed(book: Book, code: string): Carryover[] | null {
  return tableOf(book, "财决07")?.rowIndex.has(code) === true
    ? [carryover(book, code, "年初结转和结余", "使用结转")]
    : null;
}

function carryover(book: Book, code: string, label: string, kind: PartKind): Carryover {
  const key = { form: "财决07", row: code, column: `${label}.合计` };
  return { key: label, label, kind, amount: moneyAt(book, label, key) };
}

function unusedByProject(book: Book, code: string): Carryover[] | null {
  const table = tableOf(book, "财决06");
  const column = "年末结转和结余.财政拨款结转和结余";
  if (table === undefined || !table.columnIndex.has(column)) return null;
  return table.rows.flatMap(({ key, level, name }) =>
    level !== "project" || !key.startsWith(`${code}/`)
      ? []
      : [
          {
            key,
            label: projectName(name),
            kind: "项目" as const,
            amount: moneyAt(book, `“${projectName(name)}”项目年末财政拨款结转和结余`, {
              form: "财决06",
              row: key,
              column,
            }),
          },
        ],
  );
}

/** 类级的年初预算数与全年预算数（财决01-1）：年中有没有调整过预算。 */
export function classBudgetFacts(current: Book, code: string): EvidenceFact[] {
  const found = functionalClasses(current).find((each) => each.code === code.slice(0, 3));
  const row = tableOf(current, "财决01-1")?.rows.find(
    (each) => each.code === code.slice(0, 3) && each.key.startsWith("功能."),
  );
  if (found === undefined || row === undefined) return [];
  const initial = moneyAt(current, `${found.label}年初预算数`, {
    form: "财决01-1",
    row: row.key,
    column: "年初预算数.一般公共预算财政拨款",
  });
  return [
    {
      label: `${found.label}预算数（类级，年初与全年）`,
      unit: "元",
      now: found.budget,
      before: initial,
      cause: false,
    },
  ];
}
