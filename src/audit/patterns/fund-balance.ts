import { addQuantities, compareEqual } from "../arithmetic/relations.ts";
import type { Passage } from "../claims/claims.ts";
import type { AuditContext } from "../context.ts";
import { AMOUNT } from "../grammar.ts";
import type { Pattern } from "../pattern.ts";
import type { Figure } from "../text/figures.ts";
import { moneyText } from "../wording.ts";

/** 依次：年初结转、本年收入、本年支出、年末结转；次序不拘，各取第一处。 */
const PARTS = [
  new RegExp(`(?:年初|上年)(?:财政拨款)?结转(?:和|及|与)?结?余?(?:为)?(${AMOUNT})`),
  new RegExp(`(?:本年(?:财政拨款)?|财政拨款|(?<![\\u4e00-\\u9fa5]))收入(?:为)?(${AMOUNT})`),
  new RegExp(`(?:本年(?:财政拨款)?|财政拨款|(?<![\\u4e00-\\u9fa5]))支出(?:为)?(${AMOUNT})`),
  new RegExp(`年末(?:财政拨款)?结转(?:和|及|与)?结?余?(?:为)?(${AMOUNT})`),
] as const;

export const pattern: Pattern = {
  id: "fund-balance",
  title: "政府性基金、国有资本经营预算的收支平衡",
  about:
    "政府性基金、国有资本经营预算一节写全了年初结转、本年收入、本年支出、年末结转的，年初加收入等于支出加年末；全写作零的，自然平衡。",
  oddForms: [{ form: "收入0万元；年初结转和结余0万元；支出0万元", from: "中部省份公开稿" }],
  check(context) {
    for (const passage of context.passages) {
      const { role } = passage.paragraph;
      if (role !== "政府性基金" && role !== "国有资本") continue;
      const money = passage.shape.figures.filter(({ kind }) => kind === "money");
      if (money.length < 2) continue;
      if (money.every(({ digits }) => Number(digits) === 0)) context.record("一致", money);
      else checkBalance(passage, context);
    }
  },
};

function checkBalance(passage: Passage, context: AuditContext): void {
  const figures = PARTS.flatMap((form) => firstOf(form, passage) ?? []);
  const values = figures.flatMap((figure) => context.quantity(figure) ?? []);
  if (values.length < PARTS.length) return;
  const available = addQuantities(values.slice(0, 2));
  const used = addQuantities(values.slice(2));
  const fits = compareEqual(available, used) !== "disagree";
  context.record(fits ? "一致" : "不一致", figures);
  if (fits) return;
  const places = figures.map(({ shapeAt }) => shapeAt);
  context.report({
    kind: "sum",
    severity: "error",
    passage,
    span: { start: Math.min(...places), end: Math.max(...places) + 1 },
    what: `年初结转与本年收入合计${moneyText(available.point, context.style)}，本年支出与年末结转合计${moneyText(used.point, context.style)}，两边不相等。`,
    why: "年初结转加本年收入，等于本年支出加年末结转。",
    todo: "请对照财决09、财决11表核实这四个数。",
    stated: moneyText(used.point, context.style),
    expected: moneyText(available.point, context.style),
    verdict: "不一致",
  });
}

function firstOf(form: RegExp, { shape }: Passage): Figure | null {
  const match = form.exec(shape.text);
  if (match === null) return null;
  return shape.byPosition.get(match.index + match[0].length - 1) ?? null;
}
