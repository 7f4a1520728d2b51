import { moneyQuantity, type Quantity } from "../arithmetic/quantity.ts";
import {
  compareEqual,
  compareRate,
  type PrintedRate,
  roundedRate,
} from "../arithmetic/relations.ts";
import type { Passage } from "../claims/claims.ts";
import type { AuditContext } from "../context.ts";
import { AMOUNT } from "../grammar.ts";
import type { Pattern } from "../pattern.ts";
import { type Figure, TOKEN } from "../text/figures.ts";
import { matchesOf } from "../text/matches.ts";
import { moneyText } from "../wording.ts";

/** `预算安排……A，……全部支出`：说安排了多少、都花完了。 */
const ALL_SPENT = new RegExp(
  `(?:安排|下达)[^。；${TOKEN.money}${TOKEN.bare}]{0,30}(${AMOUNT})[^。；]{0,40}(?:全部|均已|已)(?:支出|执行|使用)`,
  "g",
);
/** 表头之后看几行。 */
const ROWS = 4;

export const pattern: Pattern = {
  id: "self-evaluation",
  title: "自评表的预算数、执行数、执行率",
  about:
    "附件的项目支出绩效自评表里，执行率等于执行数除以预算数；报告正文说预算安排了A、全部支出，而表里A只是执行数、预算数更大的，指出矛盾。",
  oddForms: [
    {
      form: "全年预算数	全年执行数	预算执行率 / 年度资金总额	500	339.57	0.67914",
      from: "部门公开稿所附自评表",
    },
  ],
  check(context) {
    const attachments = context.inPart("attachments");
    const rows = attachments.flatMap((passage, index) => {
      if (!isHeader(passage)) return [];
      const columns = columnsOf(passage);
      return columns === null
        ? []
        : rowsAfter(untilHeader(attachments.slice(index + 1, index + 1 + ROWS)), columns, context);
    });
    for (const row of rows) checkRate(row, context);
    const under = rows.filter(({ budget, spent }) => compareEqual(budget, spent) === "disagree");
    if (under.length === 0) return;
    for (const passage of attachments) checkSpent(passage, under, context);
  },
};

interface Row {
  readonly passage: Passage;
  readonly budget: Quantity;
  readonly spent: Quantity;
  readonly figures: readonly [Figure, Figure, Figure];
}

function isHeader({ paragraph: { cell, text } }: Passage): boolean {
  return cell && /预算数.*执行数.*执行率/.test(text);
}

/** 几行之内又有一个表头的，后面的行归它。 */
function untilHeader(passages: readonly Passage[]): readonly Passage[] {
  const next = passages.findIndex(isHeader);
  return next < 0 ? passages : passages.slice(0, next);
}

/** 表头有几格，三栏各在第几格；`inOrder` 为真的，表头以这三栏起头，行里依次数三个数就是。 */
interface Columns {
  readonly inOrder: boolean;
  readonly width: number;
  readonly budget: number;
  readonly spent: number;
  readonly rate: number;
}

/** 按表头取列：中间常夹着年初预算数、分值。认不出哪一格是哪一栏的为 null。 */
function columnsOf({ paragraph: { text } }: Passage): Columns | null {
  const cells = text.split("\t");
  const width = cells.length;
  const names = text.match(/预算数|执行数|执行率/g) ?? [];
  const alone = names.join() === "预算数,执行数,执行率";
  // 没有制表符的认不出别的栏，只看三栏的先后。
  if (alone && width === 1) return { inOrder: true, width, budget: 0, spent: 1, rate: 2 };
  const [spent, moreSpent] = indexesOf(cells, "执行数");
  const [rate, moreRates] = indexesOf(cells, "执行率");
  const budget = indexesOf(cells.slice(0, spent), "预算数").at(-1);
  if (spent === undefined || rate === undefined || budget === undefined) return null;
  if (moreSpent !== undefined || moreRates !== undefined || spent === rate) return null;
  // 表头以这三格起头的，前面空着的一格（行的名目）多半随行首的空白去掉了，格数本来就对不上。
  const inOrder = alone && spent === 1 && rate === 2;
  return { inOrder, width, budget, spent, rate };
}

function indexesOf(cells: readonly string[], name: string): number[] {
  return cells.flatMap((cell, index) => (cell.includes(name) ? [index] : []));
}

/** 一行里三栏的数；格数与表头不同、哪一格不是单独一个数的没有。 */
function figuresIn({ shape }: Passage, columns: Columns): readonly (Figure | undefined)[] {
  if (columns.inOrder) return shape.figures;
  const cells = shape.text.split("\t");
  if (cells.length !== columns.width) return [];
  const found: (Figure | undefined)[] = [];
  let at = 0;
  for (const cell of cells) {
    found.push(cell.length === 1 ? shape.byPosition.get(at) : undefined);
    at += cell.length + 1;
  }
  return [found[columns.budget], found[columns.spent], found[columns.rate]];
}

/** 表头下面预算数、执行数、执行率都有的各行。 */
function rowsAfter(passages: readonly Passage[], columns: Columns, context: AuditContext): Row[] {
  return passages.flatMap((passage) => {
    const [budgetAt, spentAt, rateAt] = figuresIn(passage, columns);
    if (!passage.paragraph.cell || budgetAt === undefined) return [];
    if (spentAt === undefined || rateAt === undefined || rateOf(rateAt) === null) return [];
    const unit = context.style.moneyUnit;
    const budget = moneyQuantity(budgetAt, unit, context.style);
    const spent = moneyQuantity(spentAt, unit, context.style);
    if (budget === null || spent === null || budget.point <= 0) return [];
    return [{ passage, budget, spent, figures: [budgetAt, spentAt, rateAt] }];
  });
}

/** `67.9%` 照原样；`0.67914` 是比值，化成百分数。 */
function rateOf({ kind, digits, places }: Figure): PrintedRate | null {
  if (kind === "percent") return { digits, places };
  if (kind !== "bare" || Number(digits) > 2) return null;
  const left = Math.max(places - 2, 0);
  return { digits: (Number(digits) * 100).toFixed(left), places: left };
}

function checkRate({ passage, budget, spent, figures }: Row, context: AuditContext): void {
  const [first, , last] = figures;
  const rate = rateOf(last);
  if (rate === null || compareRate(spent, budget, rate) !== "disagree") return;
  const right = `${roundedRate(spent.point, budget.point, Math.max(rate.places, 1)) ?? ""}%`;
  context.report({
    kind: "completion",
    severity: "warning",
    passage,
    span: { start: first.shapeAt, end: last.shapeAt + 1 },
    what: `预算数${first.digits}、执行数${figures[1].digits}，执行率应为${right}，表里写${context.printed({ passage, figure: last })}。`,
    why: "执行率等于执行数除以预算数。",
    todo: `请核实：两个数无误的，执行率改为${right}；执行率无误的，有一个数写错。`,
    stated: context.printed({ passage, figure: last }),
    expected: right,
    verdict: "不一致",
  });
}

function checkSpent(passage: Passage, rows: readonly Row[], context: AuditContext): void {
  const { paragraph, shape } = passage;
  if (paragraph.part !== "attachments" || paragraph.cell || shape.figures.length === 0) return;
  for (const match of matchesOf(ALL_SPENT, shape.text)) {
    const figure = shape.byPosition.get(match.index + match[0].indexOf(match[1] ?? ""));
    const stated = figure === undefined ? null : context.quantity(figure);
    if (figure === undefined || stated === null) continue;
    const row = rows.find(({ spent }) => compareEqual(spent, stated) !== "disagree");
    if (row === undefined) continue;
    const amount = context.printed({ passage, figure });
    const budget = moneyText(row.budget.point, context.style);
    context.report({
      kind: "contradiction",
      severity: "warning",
      passage,
      span: { start: match.index, end: match.index + match[0].length },
      what: `这里说安排${amount}、全部支出，自评表里预算数是${budget}，${amount}只是执行数。`,
      why: "正文说花完了，表里没有花完，两处矛盾。",
      todo: `请核实：预算确是${budget}的，改写这里；预算就是${amount}的，改自评表。`,
      stated: amount,
      expected: budget,
      verdict: "不一致",
      also: [
        {
          passage: row.passage,
          span: { start: row.figures[0].shapeAt, end: row.figures[2].shapeAt + 1 },
        },
      ],
    });
  }
}
