import type { Passage } from "../claims/claims.ts";
import type { FactKey } from "../claims/keys.ts";
import type { AuditContext } from "../context.ts";
import { COUNT } from "../grammar.ts";
import type { Pattern } from "../pattern.ts";
import { matchesOf } from "../text/matches.ts";
import { moneyText } from "../wording.ts";

/** 购置了几辆：`购置公务用车0辆`、`公务用车购置数0辆`、`经批准购置的0辆公务用车`。 */
const BOUGHT = new RegExp(
  `(?:购置|更新|新购)(?:（更新）)?(?:的|公务用车|公务车|车辆)*(?:数|数量)?(?:共|共计|为)?(${COUNT})`,
  "g",
);
const KEPT = new RegExp(`保有量(?:共|共计|为|是)?(${COUNT})`, "g");

/** 读法、所对的支出、没有车却花了钱时怎么说。 */
const RULES: readonly (readonly [RegExp, FactKey, string])[] = [
  [BOUGHT, "三公.购置", "购置"],
  [KEPT, "三公.运行", "保有"],
];

export const pattern: Pattern = {
  id: "vehicle-counts",
  title: "购置辆数、保有量与金额相合",
  about:
    "有公务用车购置费必有购置的辆数，没有购置费就没有购置；有运行维护费必有车。只比有没有，不比多少：保有量与国有资产一节的口径可以不同。",
  oddForms: [
    { form: "公务用车购置数0辆、购置（更新）0辆", from: "各省公开稿" },
    { form: "经批准购置的0辆公务用车", from: "沿海省份公开稿" },
  ],
  check(context) {
    for (const passage of context.passages) {
      const { part, role } = passage.paragraph;
      if (part !== "narrative" || (role !== "三公" && role !== "")) continue;
      for (const rule of RULES) checkRule(passage, rule, context);
    }
  },
};

function checkRule(
  passage: Passage,
  [form, key, word]: (typeof RULES)[number],
  context: AuditContext,
): void {
  for (const match of matchesOf(form, passage.shape.text)) {
    const figure = passage.shape.byPosition.get(match.index + match[0].length - 1);
    const stated = context.statement(key, passage);
    const cost = stated === null ? null : context.quantity(stated.figure);
    if (figure === undefined || stated === null || cost === null) continue;
    if (figure.unit !== "辆" && figure.unit !== "台") continue;
    const none = Number(figure.digits) === 0;
    // 车可以没有花钱；花了钱不能没有车。买车则两样都要有。
    const fits = key === "三公.购置" ? none === (cost.point === 0) : !none || cost.point === 0;
    context.recordSensible(fits, [figure]);
    if (fits) continue;
    const count = context.printed({ passage, figure });
    context.report({
      kind: "contradiction",
      severity: "warning",
      passage,
      span: { start: match.index, end: match.index + match[0].length },
      what: `${word}公务用车${count}，${stated.key.slice(3)}费却是${moneyText(cost.point, context.style)}。`,
      why: "有购置费必有购置的车，有运行维护费必有车。",
      todo: "请对照附03表核实辆数和金额；跨年付款、调入车辆的，写明。",
      stated: count,
      verdict: "不一致",
      also: [stated],
    });
  }
}
