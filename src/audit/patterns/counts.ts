import { addQuantities, compareEqual } from "../arithmetic/relations.ts";
import type { Passage } from "../claims/claims.ts";
import type { AuditContext } from "../context.ts";
import { AMOUNT, COUNT } from "../grammar.ts";
import type { Pattern } from "../pattern.ts";
import { type Figure, TOKEN } from "../text/figures.ts";
import { matchesOf } from "../text/matches.ts";
import { moneyText } from "../wording.ts";

const LIST = new RegExp(`${TOKEN.count}[，。；（]?(?:价值${AMOUNT}[，。；（]?)?其中[：:，]?`, "g");
const STOP = /增加|减少|较|比上|同比|其中|截至|本年|主要用于|调[入出]|退休人员|新购/;
/** 这些才要求各项之和等于总数；业务工作量的列举常不全。 */
const COUNTED = /(?:公务用车|车辆|人员|编制|在编|在职|编|单位|预算单位|机构)[^，。；]{0,8}$/;

/** 名词 → 可以用的量词。 */
const MEASURES: readonly (readonly [RegExp, readonly string[], string])[] = [
  [/(?:公务用车|车辆|轿车|越野车|载客汽车|客车|用车)(?:共|共计|共有|合计|数|为)*$/, ["辆"], "辆"],
  [
    /(?:因公出国（境）团组|出访团组|团组)(?:共|共计|数|为)*$/,
    ["个", "次", "批", "批次", "组"],
    "个",
  ],
  [/出国（境）(?:人数|人次)?(?:共|共计|为)*$/, ["人", "人次", "人（次）"], "人次"],
];

export const pattern: Pattern = {
  id: "counts",
  title: "个数的加总、量词和情理",
  about:
    "车辆、人员、单位的个数与分列之和相等；量词合用（车用辆、团组用个）；有接待支出必有批次和人次，人次不少于批次；开展监控、自评的项目不多于编了绩效目标的。",
  oddForms: [
    { form: "“单位共有公务用车14辆，其中：轿车6辆、……”", from: "按省级模板填写的公开稿" },
    { form: "出国（境）共计0个团组；车辆6辆，价值A，其中", from: "直辖市、西北公开稿" },
  ],
  check(context) {
    for (const passage of context.passages) {
      const { part } = passage.paragraph;
      if (part === "front" || part === "tables" || part === "terms") continue;
      checkLists(passage, context);
      if (part !== "narrative") continue;
      checkMeasures(passage, context);
      checkPurchases(passage, context);
      checkTravel(passage, context);
      checkProjects(passage, context);
    }
  },
};

function checkLists(passage: Passage, context: AuditContext): void {
  const { shape, paragraph } = passage;
  if (shape.figures.length < 2) return;
  for (const match of matchesOf(LIST, shape.text)) {
    const total = shape.byPosition.get(match.index);
    if (total === undefined) continue;
    if (!COUNTED.test(shape.text.slice(Math.max(0, match.index - 20), match.index))) continue;
    const from = match.index + match[0].length;
    const { parts, end } = partsFrom(passage, from, total.unit);
    if (parts.length < 2) continue;
    const whole = Number(total.digits);
    const sum = parts.reduce((all, part) => all + Number(part.digits), 0);
    context.record(sum === whole ? "一致" : "不一致", [total, ...parts]);
    if (sum === whole) continue;
    context.report({
      kind: "sum",
      severity: paragraph.part === "narrative" ? "error" : "warning",
      passage,
      span: { start: Math.max(0, match.index - 6), end },
      what: `分列的${parts.length}项合计${sum}${total.unit}，总数写${total.digits}${total.unit}。`,
      why: "总数等于分列之和。",
      todo: `请核实：总数改为${sum}${total.unit}，或改写错、补漏列的那一项。`,
      stated: `${total.digits}${total.unit}`,
      expected: `${sum}${total.unit}`,
      verdict: "不一致",
    });
  }
}

function partsFrom(passage: Passage, from: number, unit: string): { parts: Figure[]; end: number } {
  const { shape } = passage;
  const stop = passage.sentences.find((each) => from < each.end)?.end ?? shape.text.length;
  const parts: Figure[] = [];
  let begin = from;
  let end = from;
  for (const figure of shape.figures) {
    if (figure.shapeAt < from || figure.shapeAt >= stop) continue;
    if (STOP.test(shape.text.slice(begin, figure.shapeAt))) break;
    begin = figure.shapeAt + 1;
    if (measure(figure.unit) !== measure(unit)) continue;
    parts.push(figure);
    end = begin;
  }
  return { parts, end };
}

/** 车可以论辆、论台，人可以论人、论名：数的是同一样东西。 */
const measure = (unit: string): string => SAME_MEASURES.get(unit) ?? unit;
const SAME_MEASURES: ReadonlyMap<string, string> = new Map([
  ["台", "辆"],
  ["名", "人"],
]);

function checkMeasures(passage: Passage, context: AuditContext): void {
  const { shape } = passage;
  for (const figure of shape.figures) {
    if (figure.kind !== "count") continue;
    const before = shape.text.slice(Math.max(0, figure.shapeAt - 16), figure.shapeAt);
    const rule = MEASURES.find(([noun]) => noun.test(before));
    if (rule === undefined || rule[1].includes(figure.unit)) continue;
    // `出国（境）共计0个团组`：量词后面写明了数的是什么。
    if (/^(?:团组|批次|团)/.test(shape.text.slice(figure.shapeAt + 1))) continue;
    context.record("单位或方向错误", [figure]);
    const text = context.printed({ passage, figure });
    context.report({
      kind: "unit",
      severity: figure.unit === "台" ? "warning" : "error",
      passage,
      span: { start: Math.max(0, figure.shapeAt - 4), end: figure.shapeAt + 1 },
      what: `“${text}”的量词不对。`,
      why: "量词写错，读者会误会数的是什么。",
      todo: `请改为“${figure.digits}${rule[2]}”，并核对个数。`,
      stated: text,
      expected: `${figure.digits}${rule[2]}`,
      verdict: "单位或方向错误",
    });
  }
}

const PURCHASES = /购置公务用车\ue002，其中[：:，]?([^。]{1,400})/;

/** 分车型写的购置金额之和等于购置费。 */
function checkPurchases(passage: Passage, context: AuditContext): void {
  const match = PURCHASES.exec(passage.shape.text);
  const cost = context.statement("三公.购置", passage);
  const whole = cost === null ? null : context.quantity(cost.figure);
  if (match === null || cost === null || whole === null) return;
  const until = match.index + match[0].length;
  const amounts = passage.shape.figures.filter(
    ({ shapeAt }) =>
      shapeAt > match.index &&
      shapeAt < until &&
      passage.shape.text.slice(shapeAt - 2, shapeAt) === "金额",
  );
  const values = amounts.flatMap((figure) => context.quantity(figure) ?? []);
  if (values.length === 0) return;
  const sum = addQuantities(values);
  const comparison = compareEqual(sum, whole);
  context.record(comparison === "disagree" ? "不一致" : "一致", [...amounts, cost.figure]);
  if (comparison !== "disagree") return;
  context.report({
    kind: "sum",
    severity: "error",
    passage,
    span: { start: match.index, end: Math.max(...amounts.map(({ shapeAt }) => shapeAt)) + 1 },
    what: `分车型的购置金额合计${moneyText(sum.point, context.style)}，公务用车购置支出写${context.printed(cost)}。`,
    why: "购置支出等于各车型购置金额之和。",
    todo: "请核实购置支出和各车型的金额。",
    stated: context.printed(cost),
    expected: moneyText(sum.point, context.style),
    verdict: "不一致",
    also: [cost],
  });
}

/** 团组数、人数要么都是零，要么都不是；人不少于团组。 */
const TRAVEL = new RegExp(
  `(?:团组(?:共|共计|数|数量)*(?:为)?(${COUNT})|出国（境）(?:共|共计)?(${COUNT})团组)[，、；][^，。；]{0,12}?(${COUNT})`,
);

function checkTravel(passage: Passage, context: AuditContext): void {
  const match = TRAVEL.exec(passage.shape.text);
  if (match === null) return;
  const groups = passage.shape.byPosition.get(
    match.index + match[0].indexOf(match[1] ?? match[2] ?? ""),
  );
  const people = passage.shape.byPosition.get(match.index + match[0].length - 1);
  if (groups === undefined || people === undefined) return;
  const stated = context.statement("三公.出国", passage);
  const spent = stated === null ? 0 : (context.quantity(stated.figure)?.point ?? 0);
  const g = Number(groups.digits);
  const p = Number(people.digits);
  const sensible = (g === 0) === (p === 0) && p >= g;
  context.recordSensible(sensible, [groups, people]);
  if (sensible && (spent <= 0 || g > 0)) return;
  context.report({
    kind: "contradiction",
    severity: "warning",
    passage,
    span: { start: match.index, end: match.index + match[0].length },
    what: sensible ? "有因公出国（境）支出，团组数却是零。" : `团组${g}个，人员${p}人，不合情理。`,
    why: "有团组必有人员，人数不少于团组数。",
    todo: "请对照附03表的统计数核实；上年出国、本年报账的，写明。",
    verdict: "不一致",
  });
}

const STEPS = new RegExp(
  `(${COUNT})(?:项目)?[^，。；]{0,6}(?:项目)?(?:等)?(?:开展了?|编制了?|进行了?)?[^，。；]{0,4}?(?:事前绩效评估|绩效目标|绩效监控|绩效自评|项目)`,
  "g",
);

/** 绩效各环节的项目个数：监控、自评的不多于编了目标的。 */
function checkProjects(passage: Passage, context: AuditContext): void {
  if (passage.paragraph.topic !== "绩效") return;
  const { shape } = passage;
  const counts = matchesOf(STEPS, shape.text).flatMap((match) => {
    const figure = shape.byPosition.get(match.index);
    return figure === undefined || !/^[个项]?$/.test(figure.unit)
      ? []
      : [{ figure, text: match[0] }];
  });
  const targeted = /对(\ue002)(?:个|项)?(?:预算|部门)?项目编制了?绩效目标/.exec(shape.text);
  const target = targeted === null ? undefined : shape.byPosition.get(targeted.index + 1);
  if (target === undefined || counts.length < 2) return;
  for (const { figure } of counts) {
    const later = figure.shapeAt > target.shapeAt;
    const sensible = !later || Number(figure.digits) <= Number(target.digits);
    context.recordSensible(sensible, [figure, target]);
    if (sensible) continue;
    context.report({
      kind: "contradiction",
      severity: "warning",
      passage,
      span: { start: figure.shapeAt, end: figure.shapeAt + 4 },
      what: `编制了绩效目标的项目有${target.digits}个，后面却有${figure.digits}个项目开展监控或自评。`,
      why: "监控、自评的对象应当是编制了绩效目标的项目。",
      todo: "请核实各环节的项目个数。",
    });
  }
}
