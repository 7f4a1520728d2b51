import type { DocumentStyle, Quantity } from "../arithmetic/quantity.ts";
import { addQuantities, canBeAtMost, compareEqual } from "../arithmetic/relations.ts";
import type { ListClaim, Passage } from "../claims/claims.ts";
import { type FactKey, keyOf, wholeOf } from "../claims/keys.ts";
import { subjectStart, subjectText } from "../claims/passage.ts";
import { isChangeAmount } from "../claims/resolve.ts";
import type { AuditContext } from "../context.ts";
import { AMOUNT, COMPARE, DIRECTION, RATE } from "../grammar.ts";
import type { Pattern } from "../pattern.ts";
import type { Figure, FigureKind } from "../text/figures.ts";
import { matchesOf } from "../text/matches.ts";
import { moneyText } from "../wording.ts";

/** 总数与“其中”之间夹着一句与上年的比较：`Ａ，比上年决算数增加Δ，增长r%。其中：`。 */
const COMPARED = `(?:，${COMPARE}(?:相比)?，?(?:各)?${DIRECTION}${AMOUNT}，${DIRECTION}${RATE})?`;
const LINK = new RegExp(
  `(${AMOUNT})${COMPARED}[，。；（]?(?:其中|主要用于以下方面|主要用于以下几个方面|(?:主要)?包括|(?:主要)?包含|分别为|具体为|具体内容包括)[：:，]?`,
  "g",
);
/** 说到这里，列举已经完了。 */
const STOP =
  /增加|减少|增长|下降|较|比上|同比|占政府采购|年初预算|截至|授予|完成|主要用于|共计|(?<!收入|支出)(?:决算)?合计|总计/;
/** 夹在各项中间的占比、年份、序号，不是列举的项。 */
const NOT_LISTED: ReadonlySet<FigureKind> = new Set(["percent", "exempt", "year", "date"]);
/** 合计之外还有年末结转、结余分配，列不全是常事。 */
const OPEN_TOTALS = new Set([
  "总计",
  "收入总计",
  "支出总计",
  "财政拨款总计",
  "财政拨款收入总计",
  "财政拨款支出总计",
]);

export const pattern: Pattern = {
  id: "listed-parts",
  title: "列举的各项加起来等于总数",
  about:
    "读“总数，其中（包括、主要用于以下方面）：甲A、乙B”，各项之和按区间与总数比较；写在原因里的列举也查；列举不全的（有“等”）只查不得超过总数。",
  oddForms: [
    { form: "项与项之间用顿号、逗号、分号混着写", from: "政府采购、“三公”各段" },
    { form: "支出总计只列基本支出、项目支出", from: "附件里的绩效报告" },
    { form: "合计A，比上年增加Δ，增长r%。其中：甲、乙", from: "沿海省份公开稿" },
    { form: "项后面的括号里又有分项；总数不紧挨着“其中”", from: "各省公开稿" },
  ],
  read(passage, context) {
    const { shape, paragraph } = passage;
    if (shape.figures.length < 2) return;
    for (const match of matchesOf(LINK, shape.text)) {
      const total = shape.byPosition.get(match.index);
      if (total === undefined || isChangeAmount(shape.text, total.shapeAt)) continue;
      const from = match.index + match[0].length;
      const list = partsFrom(passage, from, total);
      if (list.parts.length === 0) continue;
      const start = subjectStart(shape.text, total.shapeAt);
      context.book.lists.push({
        passage,
        total,
        parts: list.parts,
        link: match[0].slice(1),
        complete:
          !/等(?:支出|费用|方面|项目)?$/.test(shape.text.slice(from, list.end)) &&
          !/主要(?:包括|包含)/.test(match[0]),
        key: keyOf(subjectText(shape.text, start, total.shapeAt), paragraph),
        span: { start, end: list.end },
      });
    }
  },
  check(context) {
    for (const list of context.book.lists) checkList(list, context);
    for (const passage of context.passages) {
      if (passage.paragraph.part === "narrative") confirmLoose(passage, context);
    }
  },
};

/** 前面不紧挨着总数的列举：`主要用于燃料费，其中：甲A；乙B`，`A（甲B，乙C）`。 */
const LOOSE = new RegExp(`其中[：:，]?|(?<=${AMOUNT})（(?!其中)|公务用车运行(?:维护)?费中，`, "g");

/** 这样的列举总数是哪个不一定：各项之和恰是同段前面的某个数，就是它；不是的不下结论。 */
function confirmLoose(passage: Passage, context: AuditContext): void {
  const { shape } = passage;
  if (shape.figures.length < 3) return;
  for (const match of matchesOf(LOOSE, shape.text)) {
    const total = shape.figures.findLast(
      ({ kind, shapeAt }) => kind === "money" && shapeAt < match.index,
    );
    if (total === undefined) continue;
    const { parts } = partsFrom(passage, match.index + match[0].length, total);
    if (parts.length < 2 || parts.every((part) => context.verdictOf(part) !== null)) continue;
    const values = parts.flatMap((part) => context.quantity(part) ?? []);
    const sum = addQuantities(values);
    const whole = shape.figures.findLast((figure) => {
      if (figure.kind !== "money" || figure.shapeAt >= match.index) return false;
      const value = context.quantity(figure);
      return value !== null && value.point > 0 && compareEqual(sum, value) !== "disagree";
    });
    if (whole !== undefined) context.record("一致", [whole, ...parts]);
  }
}

/** 从 `from` 起逐项取金额，到句末、到不是列举的话为止。 */
function partsFrom(
  passage: Passage,
  from: number,
  total: Figure,
): { parts: Figure[]; end: number } {
  const { shape } = passage;
  const stop = passage.sentences.find((each) => from < each.end)?.end ?? from;
  const parts: Figure[] = [];
  let end = from;
  let begin = from;
  let separators = "";
  let depth = 0;
  let measured = from;
  const above = aboveOf(passage, total);
  for (const figure of shape.figures) {
    if (figure.shapeAt < from) continue;
    if (figure.shapeAt >= stop) break;
    depth = depthAt(shape.text, measured, figure.shapeAt, depth);
    measured = figure.shapeAt;
    // 整个列举写在括号里，括号到头了；列举的某一项后面又有括号，里面是它的分项。
    if (depth < 0) break;
    if (depth > 0) continue;
    if (NOT_LISTED.has(figure.kind)) continue;
    const between = withoutAsides(shape.text.slice(begin, figure.shapeAt));
    if (STOP.test(between.replace(/占[^，；]{0,20}/g, "")) || /其中/.test(between)) break;
    // `人员经费Ａ，主要包括基本工资Ｂ`：后面是这一项的分项。
    if (parts.length > 0 && /包括|包含/.test(between)) break;
    if (parts.length > 0 && leavesList(passage, between, separators, above, figure)) break;
    if (parts.length > 0) separators += between;
    begin = figure.shapeAt + 1;
    if (!isAmount(figure)) continue;
    parts.push(figure);
    end = figure.shapeAt + 1;
  }
  return { parts, end: Math.min(endOfClause(shape.text, end, stop), stop) };
}

/** 金额；带小数而漏写单位的也是。 */
const isAmount = ({ kind, places }: Figure) => kind === "money" || (kind === "bare" && places > 0);

/** 在 `from` 处是第 `before` 层，到 `to` 是第几层括号；走出了最外一层的为负。 */
function depthAt(shape: string, from: number, to: number, before: number): number {
  let depth = before;
  for (let index = from; index < to && depth >= 0; index += 1) {
    const character = shape.charAt(index);
    if (character === "（") depth += 1;
    else if (character === "）") depth -= 1;
  }
  return depth;
}

const withoutAsides = (text: string) => text.replace(/（[^（）]{0,200}）/g, "");

/** 各项本来用逗号、顿号隔开，到了分号就换了话题；与总数同级的（公务接待费之于公车费）也不是它的项。 */
function leavesList(
  passage: Passage,
  between: string,
  separators: string,
  above: FactKey | null,
  figure: Figure,
): boolean {
  if (between.includes("；") && separators !== "" && !separators.includes("；")) return true;
  return above !== null && aboveOf(passage, figure) === above;
}

function aboveOf(passage: Passage, figure: Figure): FactKey | null {
  const { text } = passage.shape;
  const start = subjectStart(text, figure.shapeAt);
  const key = keyOf(subjectText(text, start, figure.shapeAt), passage.paragraph);
  return key === null ? null : wholeOf(key);
}

function endOfClause(shape: string, from: number, stop: number): number {
  let index = from;
  while (index < stop && !/[，；。]/.test(shape.charAt(index))) index += 1;
  return index;
}

/** 收入决算、支出决算一节的本年合计，其中只列了一项。 */
function isWholeSection({ passage, parts, complete, key }: ListClaim): boolean {
  return complete && parts.length === 1 && key === `本年${passage.paragraph.role}`;
}

function checkList(list: ListClaim, context: AuditContext): void {
  const total = context.quantity(list.total);
  if (total === null) return;
  const values: Quantity[] = [];
  for (const part of list.parts) {
    const value = context.quantity(part);
    if (value === null) return;
    values.push(value);
  }
  const sum = addQuantities(values);
  const alone = list.parts.length === 1 || !list.complete;
  const comparison = compareEqual(sum, total);
  const figures = [list.total, ...list.parts];
  if (comparison !== "disagree") {
    context.record(comparison === "agree" ? "一致" : "尾差可解释", figures);
    return;
  }
  const whole = isWholeSection(list);
  if (alone && !whole && canBeAtMost(sum, total)) {
    context.record("一致", list.complete ? figures : list.parts);
    return;
  }
  // 只列了一项的，也许本来只想说这一项：提醒，不算错。
  const open =
    ((list.key !== null && OPEN_TOTALS.has(list.key)) || whole) && canBeAtMost(sum, total);
  context.record(open ? "一致" : "不一致", figures);
  const { passage } = list;
  const totalText = context.printed({ passage, figure: list.total });
  // 以元写的总数照元来说：折成万元会舍去零头。
  const inYuan = context.unitOf(list.total) === "元";
  const style: DocumentStyle = inYuan ? { ...context.style, moneyUnit: "元" } : context.style;
  const sumText = moneyText(sum.point, style);
  context.report({
    kind: "sum",
    severity: open ? "warning" : "error",
    passage,
    span: list.span,
    what: `列出的${list.parts.length}项合计${sumText}，总数写${totalText}，相差${moneyText(Math.abs(sum.point - total.point), style)}。`,
    why: whole
      ? "收入决算、支出决算两节应当列全各种来源、各类支出。"
      : open
        ? "差额若是年末结转和结余、结余分配，应当写明。"
        : "各项之和应当等于总数；各数四舍五入的误差也解释不了这个差额。",
    todo: open
      ? "请写明差额是什么，或核实各项金额。"
      : `请对照决算表核实：总数改为${sumText}，或改写错、补漏列的那一项。`,
    stated: totalText,
    expected: sumText,
    ...(open ? {} : { verdict: "不一致" as const }),
    ...clue(list, values, sum, total),
  });
}

/** 差额恰等于某一项，或某一项的数字换个次序恰好补平。 */
function clue(
  list: ListClaim,
  values: readonly Quantity[],
  sum: Quantity,
  total: Quantity,
): { clue?: string } {
  const gap = sum.point - total.point;
  const same = values.findIndex((value) => value.point === gap);
  if (same >= 0) return { clue: `差额恰等于第${same + 1}项，疑似多列` };
  const swapped = values.findIndex((value, index) => {
    const digits = list.parts[index]?.digits ?? "";
    return isTransposed(digits, (value.point - gap) / value.point);
  });
  return swapped < 0 ? {} : { clue: `第${swapped + 1}项的数字疑似颠倒` };
}

/** 印出的数乘上 `ratio` 才对，而两个数用的是同样几个数字。 */
function isTransposed(digits: string, ratio: number): boolean {
  const places = digits.length - 1 - digits.lastIndexOf(".");
  const right = (Number(digits) * ratio).toFixed(digits.includes(".") ? places : 0);
  const sorted = (text: string) => [...text.replace(".", "")].sort().join("");
  return sorted(right) === sorted(digits);
}
