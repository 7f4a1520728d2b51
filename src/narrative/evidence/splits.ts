import { type Book, tableOf } from "../facts/book.ts";
import { closingCarryover, expenditureOf, surplusDistributed } from "../facts/expenditure.ts";
import { incomeSources, nonFiscalSurplusUsed } from "../facts/income.ts";
import { moneyAt } from "../facts/read-cells.ts";
import { type ThreePublicLine, threePublicActual } from "../facts/three-public.ts";
import { appropriationTotals, totals } from "../facts/totals.ts";
import type { Split } from "./breakdown.ts";
import type { ChangeKey } from "./evidence.ts";
import { joined, type Part, type PartList } from "./parts.ts";
import {
  budgetItemParts,
  economicParts,
  itemParts,
  optionalBudgetItemParts,
  optionalEconomicParts,
  projectParts,
} from "./spending-parts.ts";

const GENERAL = "一般公共预算财政拨款";
const FUND = "政府性基金预算财政拨款";
const CAPITAL = "国有资本经营预算财政拨款";

function named(label: string, kind: Part["kind"], amount: Part["amount"]): Part {
  return { key: label, label, kind, amount };
}

/** 收入总计 = 各来源 + 使用非财政拨款结余 + 年初结转和结余（财决01）。 */
const incomeSide: PartList = (book) => {
  if (tableOf(book, "财决01") === undefined) return null;
  const special = moneyAt(book, "使用专用结余", {
    form: "财决01",
    row: "收入.使用专用结余",
    column: "决算数",
  });
  return [
    ...incomeSources(book).map(({ label, amount }) => named(label, "收入来源", amount)),
    named("使用非财政拨款结余", "结转结余", nonFiscalSurplusUsed(book)),
    named("使用专用结余", "结转结余", special),
    named("年初结转和结余", "结转结余", totals(book).openingCarryover),
  ];
};

/** 支出总计在本年支出之外的部分（财决01）。 */
const closingSide: PartList = (book) =>
  tableOf(book, "财决01") === undefined
    ? null
    : [
        named("结余分配", "结转结余", surplusDistributed(book)),
        named("年末结转和结余", "结转结余", closingCarryover(book)),
      ];

/** 不按经济分类列的支出（财决04 合计行，没有时财决01）。 */
const OUTSIDE = ["上缴上级支出", "对附属单位补助支出"] as const;
const outsideEconomic: PartList = (book) =>
  OUTSIDE.map((label) => named(label, "性质", expenditureOf(book, label)));

const operatingSpending: PartList = (book) => [
  named("经营支出", "性质", expenditureOf(book, "经营支出")),
];

const BASIC_AND_PROJECTS = "按基本支出的经济科目和项目";

const EXPENDITURE_SPLITS: readonly Split[] = [
  {
    by: BASIC_AND_PROJECTS,
    grain: "细",
    list: joined(
      economicParts("财决05-1"),
      projectParts("财决05-2"),
      operatingSpending,
      outsideEconomic,
      closingSide,
    ),
  },
  { by: "按支出项", list: joined(itemParts("财决04", "本年支出合计"), closingSide) },
  { by: "按经济科目", list: joined(economicParts("财决05"), outsideEconomic, closingSide) },
];

/** 财政拨款收入总计 = 三本预算 + 年初财政拨款结转和结余（财决01-1）。 */
const appropriationIncomeSide: PartList = (book) => {
  if (tableOf(book, "财决01-1") === undefined) return null;
  const line = (kind: string) =>
    named(
      `${kind}收入`,
      "收入来源",
      moneyAt(book, `${kind}收入`, { form: "财决01-1", row: `收入.${kind}`, column: "决算数" }),
    );
  return [
    ...[GENERAL, FUND, CAPITAL].map(line),
    named("年初财政拨款结转和结余", "结转结余", appropriationTotals(book).openingCarryover),
  ];
};

const appropriationClosingSide: PartList = (book) =>
  tableOf(book, "财决01-1") === undefined
    ? null
    : [
        named(
          "年末财政拨款结转和结余",
          "结转结余",
          moneyAt(book, "年末财政拨款结转和结余", {
            form: "财决01-1",
            row: "支出.年末财政拨款结转和结余",
            column: "决算数.合计",
          }),
        ),
      ];

/** 基金、国资两本多数单位没有，有的逐项列。 */
const otherBudgets = joined(optionalBudgetItemParts(FUND), optionalBudgetItemParts(CAPITAL));

const APPROPRIATION_EXPENDITURE_SPLITS: readonly Split[] = [
  {
    by: BASIC_AND_PROJECTS,
    grain: "细",
    list: joined(
      economicParts("财决08-1"),
      projectParts("财决08-2"),
      otherBudgets,
      appropriationClosingSide,
    ),
  },
  {
    by: "按支出项",
    list: joined(budgetItemParts(GENERAL), otherBudgets, appropriationClosingSide),
  },
  {
    by: "按经济科目",
    list: joined(
      economicParts("财决08"),
      optionalEconomicParts("财决10"),
      optionalEconomicParts("财决12"),
      appropriationClosingSide,
    ),
  },
];

/** 附03 的国内接待费已含外事接待费。 */
function threePublicLines(...lines: readonly ThreePublicLine[]): PartList {
  return (book) =>
    tableOf(book, "财决附03") === undefined
      ? null
      : lines.map((line) => named(line, "三公", threePublicActual(book, line)));
}

/** 各项目里也要看的经济科目；别的只看合计行。 */
export const PROJECT_SUBJECTS = {
  overseas: ["30212"],
  vehicles: ["30231", "31013", "30913"],
  guests: ["30217"],
} as const;

/** 某几个经济科目的支出：基本支出里的，和各项目里的（一般公共预算财政拨款）。 */
function bySubject(...codes: readonly string[]): Split {
  const wanted = (code: string) => codes.includes(code);
  return {
    by: "按基本支出和项目",
    list: joined(economicParts("财决08-1", wanted), projectParts("财决08-2", codes)),
  };
}

const SPLITS: Readonly<Record<ChangeKey, readonly Split[]>> = {
  支出总计增减: EXPENDITURE_SPLITS,
  财政拨款支出总计增减: APPROPRIATION_EXPENDITURE_SPLITS,
  一般公共预算财政拨款支出增减: [
    {
      by: BASIC_AND_PROJECTS,
      grain: "细",
      list: joined(economicParts("财决08-1"), projectParts("财决08-2")),
    },
    { by: "按支出项", list: budgetItemParts(GENERAL) },
    { by: "按经济科目", list: economicParts("财决08") },
  ],
  三公经费增减: [
    {
      by: "按三个部分",
      list: threePublicLines(
        "因公出国（境）费",
        "公务用车购置费",
        "公务用车运行维护费",
        "公务接待费",
      ),
    },
  ],
  "因公出国（境）费增减": [bySubject(...PROJECT_SUBJECTS.overseas)],
  公务用车购置及运行维护费增减: [
    { by: "按购置和运行", list: threePublicLines("公务用车购置费", "公务用车运行维护费") },
    bySubject(...PROJECT_SUBJECTS.vehicles),
  ],
  公务接待费增减: [
    { by: "按国内和国（境）外", list: threePublicLines("国内接待费", "国（境）外接待费") },
    bySubject(...PROJECT_SUBJECTS.guests),
  ],
  机关运行经费增减: [
    { by: "按经济科目", list: economicParts("财决08-1", (code) => !/^30[13]/.test(code)) },
    { by: "按支出项", grain: "粗", list: itemParts("财决07", "本年支出.基本支出.公用经费") },
  ],
};

/** 一个与上年比的变动有哪些分法，说得细的在前。收支两边相等时，支出一侧的分法也用得上。 */
export function splitsOf(change: ChangeKey, current: Book, prior: Book): readonly Split[] {
  if (change === "收支总计增减") {
    const both = balanced(totals(current)) && balanced(totals(prior));
    return [...(both ? EXPENDITURE_SPLITS : []), { by: "按收入来源", list: incomeSide }];
  }
  if (change === "财政拨款收支总计增减") {
    const both = balanced(appropriationTotals(current)) && balanced(appropriationTotals(prior));
    return [
      ...(both ? APPROPRIATION_EXPENDITURE_SPLITS : []),
      { by: "按收入来源", list: appropriationIncomeSide },
    ];
  }
  return SPLITS[change] ?? [];
}

function balanced({ income, expenditure }: ReturnType<typeof totals>): boolean {
  return (
    income.kind === "money" && expenditure.kind === "money" && income.cents === expenditure.cents
  );
}
