import type { Quantity } from "../arithmetic/quantity.ts";
import { addQuantities, compareEqual } from "../arithmetic/relations.ts";
import type { Passage, Statement, SubjectItem } from "../claims/claims.ts";
import { classCode } from "../claims/keys.ts";
import { itemCode } from "../claims/subject-names.ts";
import type { AuditContext } from "../context.ts";
import type { Pattern } from "../pattern.ts";
import type { SectionRole } from "../structure/paragraph.ts";
import type { Figure } from "../text/figures.ts";
import { moneyText } from "../wording.ts";

const TITLE =
  /^(?:[\ue000-\ue006][.、]?|（\ue006）)?([^（）。：]{2,40}(?:（[^类款项（）]{1,6}）[^（）。：]{0,20})?)（类）(.{2,60}?)（款）(.{2,60}?)（项）/;
const AMOUNT_BEFORE = /(?:支出|决算|为|数|计)$/;

export const pattern: Pattern = {
  id: "subject-items",
  title: "各项之和等于类，各类、各项之和等于合计",
  about:
    "读“n.X（类）Y（款）Z（项）：支出决算为A万元”；同类各项之和与五（二）的类相等（只有一项的必须分毫不差），各项合计与五（三）的总数相等。",
  oddForms: [
    { form: "类、款、项写在两行上", from: "由 PDF 转出、逐行断开的公开稿" },
    { form: "（项）后面是半角冒号或没有冒号", from: "县级部门公开稿" },
    { form: "（项）。主要用于：……。年初预算为A，支出决算为B", from: "直辖市区级部门公开稿" },
  ],
  read(passage, context) {
    const { shape, paragraph } = passage;
    if (paragraph.part !== "narrative" && paragraph.part !== "terms") return;
    if (!shape.text.includes("（项）")) return;
    const match = TITLE.exec(shape.text);
    if (match === null) return;
    const names: [string, string, string] = [match[1] ?? "", match[2] ?? "", match[3] ?? ""];
    const end = match[0].length;
    context.book.items.push({
      passage,
      number: numberOf(paragraph),
      names,
      classCode: classCode(names[0]),
      code: itemCode(names),
      amount: amountAfter(passage, end),
      titleStart: match[0].indexOf(names[0]),
      titleEnd: end,
    });
  },
  check(context) {
    for (const [role, key] of OTHER_BUDGETS) {
      const whole = context
        .statementsOf(key)
        .find(({ passage }) => passage.paragraph.role === role);
      checkTotal(itemsOf(role, context), whole, context);
    }
    const items = itemsOf("一般公共预算", context);
    for (const [code, list] of byClass(items)) checkClass(code, list, context);
    checkTotal(items, wholeOfItems(context), context);
  },
};

/** 这一项自己的编号；没有编号为空。 */
function numberOf({ marker }: Passage["paragraph"]): string {
  return marker?.level === "item" || marker?.level === "detail" ? marker.number : "";
}

/** 第二部分某一节所列的项。 */
function itemsOf(role: SectionRole, context: AuditContext): readonly SubjectItem[] {
  return context.book.items.filter(({ passage }) => passage.paragraph.role === role);
}

function byClass(items: readonly SubjectItem[]): ReadonlyMap<string, readonly SubjectItem[]> {
  const classes = new Map<string, SubjectItem[]>();
  for (const item of items) {
    const code = item.classCode ?? "";
    const list = classes.get(code);
    if (list === undefined) classes.set(code, [item]);
    else list.push(item);
  }
  return classes;
}

/**
 * 标题之后说决算的那个数：先看紧接着的一句；标题自成一句的（`……（项）。主要用于：……。年初预算为A，支出决算为B`），
 * 看后面写明“支出决算”的。
 */
function amountAfter({ shape, sentences }: Passage, end: number): Figure | null {
  const [sentence] = sentences;
  if (sentence === undefined) return null;
  const wordsBefore = (figure: Figure) => shape.text.slice(end, figure.shapeAt).slice(-12);
  const stated = shape.figures.filter((figure) => {
    if (figure.kind !== "money" && (figure.kind !== "bare" || figure.places === 0)) return false;
    const before = wordsBefore(figure);
    return AMOUNT_BEFORE.test(before) && !/预算数?(?:为|是)?$/.test(before);
  });
  const near = stated.find(({ shapeAt }) => shapeAt < sentence.end);
  if (near !== undefined || sentence.end > end + 1) return near ?? null;
  return stated.find((figure) => /支出决算数?(?:为|是)?$/.test(wordsBefore(figure))) ?? null;
}

const OTHER_BUDGETS = [
  ["政府性基金", "政府性基金支出"],
  ["国有资本", "国有资本支出"],
] as const;

function valuesOf(items: readonly SubjectItem[], context: AuditContext): Quantity[] | null {
  const values: Quantity[] = [];
  for (const { amount } of items) {
    const value = amount === null ? null : context.quantity(amount);
    if (value === null) return null;
    values.push(value);
  }
  return values;
}

function checkClass(code: string, items: readonly SubjectItem[], context: AuditContext): void {
  const whole = context.statementsOf(`类.${code}`)[0];
  if (whole === undefined) return;
  const values = valuesOf(items, context);
  const total = context.quantity(whole.figure);
  if (values === null || total === null) return;
  const sum = addQuantities(values);
  // 只有一项的，类就是这一项，印出来也必须一样。
  const single = items.length === 1;
  const comparison = compareEqual(sum, total);
  const wrong = single ? comparison !== "agree" : comparison === "disagree";
  const figures = [whole.figure, ...items.map(({ amount }) => amount)];
  context.record(wrong ? "不一致" : comparison === "agree" ? "一致" : "尾差可解释", figures);
  if (!wrong) return;
  const name = items.map(({ names }) => names[0])[0];
  context.report({
    kind: single ? "cross-section" : "sum",
    severity: "error",
    passage: whole.passage,
    span: whole.span,
    what: single
      ? `${name}只有一项，五（三）写${moneyText(sum.point, context.style)}，这里写${context.printed(whole)}。`
      : `${name}在五（三）的${items.length}项合计${moneyText(sum.point, context.style)}，这里写${context.printed(whole)}，相差${moneyText(Math.abs(sum.point - total.point), context.style)}。`,
    why: "类的支出等于所属各项之和。",
    todo: `请对照财决01-1、财决08表核实：这里改为${moneyText(sum.point, context.style)}，或改五（三）的项。`,
    stated: context.printed(whole),
    expected: moneyText(sum.point, context.style),
    verdict: "不一致",
    also: placesOf(items),
  });
}

/** 各项从标题到金额。 */
function placesOf(items: readonly SubjectItem[]) {
  return items.map(({ passage, amount }) => ({
    passage,
    span: { start: 0, end: (amount?.shapeAt ?? 0) + 1 },
  }));
}

/** 五（三）开头的总数；那里没有写的，取第二部分别处的。 */
function wholeOfItems(context: AuditContext): Statement | undefined {
  const stated = context
    .statementsOf("一般公共预算支出")
    .filter(({ passage }) => passage.paragraph.part === "narrative");
  return stated.findLast(({ passage }) => passage.paragraph.topic === "具体") ?? stated[0];
}

/** 总数与逐项合计。 */
function checkTotal(
  items: readonly SubjectItem[],
  whole: Statement | undefined,
  context: AuditContext,
): void {
  if (items.length === 0 || whole === undefined) return;
  const values = valuesOf(items, context);
  const total = context.quantity(whole.figure);
  if (values === null || total === null) return;
  const sum = addQuantities(values);
  const comparison = compareEqual(sum, total);
  const figures = [whole.figure, ...items.map(({ amount }) => amount)];
  context.record(
    comparison === "disagree" ? "不一致" : comparison === "agree" ? "一致" : "尾差可解释",
    figures,
  );
  if (comparison !== "disagree") return;
  context.report({
    kind: "sum",
    severity: "error",
    passage: whole.passage,
    span: whole.span,
    what: `所列${items.length}项合计${moneyText(sum.point, context.style)}，总数写${context.printed(whole)}，相差${moneyText(Math.abs(sum.point - total.point), context.style)}。`,
    why: "总数等于各项之和。",
    todo: "请对照财决08表核实总数，并看有没有写错、漏列、多列的项。",
    stated: context.printed(whole),
    expected: moneyText(sum.point, context.style),
    verdict: "不一致",
    also: placesOf(items),
  });
}
