import type { Quantity } from "../arithmetic/quantity.ts";
import type { Passage } from "../claims/claims.ts";
import type { FactKey } from "../claims/keys.ts";
import type { AuditContext } from "../context.ts";
import { AMOUNT } from "../grammar.ts";
import type { Pattern } from "../pattern.ts";
import { type Figure, TOKEN } from "../text/figures.ts";
import { matchesOf } from "../text/matches.ts";
import { moneyText } from "../wording.ts";

interface Average {
  readonly form: RegExp;
  /** 除以个数的是哪笔支出。 */
  readonly key: FactKey;
  /** 个数前面的话、量词。 */
  readonly noun: RegExp;
  readonly units: readonly string[];
}

const AVERAGES: readonly Average[] = [
  {
    form: new RegExp(`(?:车均(?:运行)?(?:维护)?费?(?:用|支出)*|平均每辆)(?:为)?(${AMOUNT})`, "g"),
    key: "三公.运行",
    noun: /(?:保有量)(?:共|共计|为|是)?$/,
    units: ["辆", "台"],
  },
  {
    form: new RegExp(`人均接待费(?:用|支出)*(?:为)?(${AMOUNT})`, "g"),
    key: "三公.接待",
    noun: /(?:接待|批次|批|次)[^，。；]{0,6}$/,
    units: ["人次", "人"],
  },
];

export const pattern: Pattern = {
  id: "averages",
  title: "车均、人均等于金额除以个数",
  about:
    "读“车均维护费A”“平均每辆A”“人均接待费A”，用运行维护费除以保有量、接待费除以人次重算，照所印的小数位数四舍五入。",
  oddForms: [{ form: "人均接待费用元，接待费用万元", from: "直辖市区县公开稿" }],
  check(context) {
    for (const passage of context.inPart("narrative")) {
      if (!/均|每辆/.test(passage.paragraph.text)) continue;
      for (const average of AVERAGES) checkAverage(passage, average, context);
    }
  },
};

function checkAverage(passage: Passage, average: Average, context: AuditContext): void {
  for (const match of matchesOf(average.form, passage.shape.text)) {
    const figure = passage.shape.byPosition.get(match.index + match[0].length - 1);
    const stated = context.statement(average.key, passage);
    const cost = stated === null ? null : context.quantity(stated.figure);
    const count = countBefore(passage, match.index, average);
    const value = figure === undefined ? null : context.quantity(figure);
    if (figure === undefined || stated === null || cost === null || value === null) continue;
    if (count === null || Number(count.digits) === 0) continue;
    const fits = meets(cost, Number(count.digits), value);
    context.record(fits ? "一致" : "不一致", [figure, count, stated.figure]);
    if (fits) continue;
    const moneyUnit = context.unitOf(figure) === "元" ? "元" : "万元";
    const right = moneyText(Math.round(cost.point / Number(count.digits)), {
      ...context.style,
      moneyUnit,
    });
    context.report({
      kind: "other",
      severity: "error",
      passage,
      span: { start: match.index, end: match.index + match[0].length },
      what: `${context.printed(stated)}除以${context.printed({ passage, figure: count })}应为${right}，文中写${context.printed({ passage, figure })}。`,
      why: "平均数等于金额除以个数。",
      todo: "请核实金额、个数和平均数。",
      stated: context.printed({ passage, figure }),
      expected: right,
      verdict: "不一致",
      also: [stated],
    });
  }
}

/** 金额区间除以个数，与平均数的区间相交。 */
function meets(cost: Quantity, count: number, average: Quantity): boolean {
  return cost.low <= average.high * count && average.low * count <= cost.high;
}

/** 同一段里前面第一个这样的个数（国内接待在前，外事接待在后）。 */
function countBefore(passage: Passage, before: number, { noun, units }: Average): Figure | null {
  const { shape } = passage;
  const found = shape.figures.find(
    (figure) =>
      figure.shapeAt < before &&
      units.includes(figure.unit) &&
      noun.test(
        shape.text
          .slice(Math.max(0, figure.shapeAt - 12), figure.shapeAt)
          .replaceAll(TOKEN.count, "批次"),
      ),
  );
  return found ?? null;
}
