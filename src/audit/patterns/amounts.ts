import { compareEqual } from "../arithmetic/relations.ts";
import type { Statement } from "../claims/claims.ts";
import { type FactKey, keyOf } from "../claims/keys.ts";
import { subjectStart, subjectText } from "../claims/passage.ts";
import { alternatives, isChangeAmount } from "../claims/resolve.ts";
import type { AuditContext } from "../context.ts";
import { basisOf } from "../grammar.ts";
import type { Pattern } from "../pattern.ts";
import { type Figure, TOKEN } from "../text/figures.ts";
import { moneyText } from "../wording.ts";

const BUDGET = /(?:预算数?(?:为|是|安排)?|预算(?:安排|批复)(?:数|为)?)$/;
const PRIOR = /上年|去年|上一年/;
/** 附件里讲预算、计划、单个项目的句子，数字不是决算数。 */
const NOT_ACTUAL = /预算|计划|预计|批复|下达|拨付|到位|指标|目标|标准|限额|项目[^支]{0,6}支出成本/;

export const pattern: Pattern = {
  id: "amounts",
  title: "同一个数前后一致",
  about:
    "读“某某支出A万元”这样的话，认出说的是哪个数；同一个数在不同节、附件里各说一遍的，必须是同一个数。",
  oddForms: [
    { form: "金额后面没有写单位，或只写“万”", from: "手工改过的单位公开稿" },
    { form: "`收、支总计` 一句话说两个数", from: "按省级模板填写的公开稿" },
    { form: "“三公”经费预算A，其中：甲B、乙C", from: "中央部门公开稿" },
  ],
  read(passage, context) {
    const { shape, paragraph } = passage;
    if (paragraph.cell) return;
    let inherited: Inherited | null = null as Inherited | null;
    for (const figure of shape.figures) {
      const bare = figure.kind === "bare" && figure.places > 0;
      if (figure.kind !== "money" && !bare) continue;
      if (isChangeAmount(shape.text, figure.shapeAt)) continue;
      const start = subjectStart(shape.text, figure.shapeAt);
      const words = subjectText(shape.text, start, figure.shapeAt);
      const own = PRIOR.test(words) ? "prior" : BUDGET.test(words) ? basisOf(words) : "actual";
      if (inherited !== null && figure.shapeAt >= inherited.until) inherited = null;
      const tense: Statement["tense"] =
        own === "actual" && inherited !== null && !/决算|实际/.test(words) ? inherited.tense : own;
      const elsewhen: boolean = tense === "actual" && otherYear(words, passage, context);
      if ((tense !== "actual" || elsewhen) && listFollows(shape.text, figure.shapeAt)) {
        inherited = { tense: elsewhen ? "prior" : tense, until: endOfSentence(passage, figure) };
      }
      const key = asideKey(
        keyOf(words.replace(BUDGET, ""), paragraph) ??
          (ACTUAL_ONLY.test(words) ? budgetKeyBefore(passage, start, context) : null),
        passage,
        start,
      );
      if (key === null) continue;
      if (bare && !/(?:为|支出|收入|计|额|经费|费|数)$/.test(words)) continue;
      if (paragraph.part !== "narrative" && NOT_ACTUAL.test(words)) continue;
      if (elsewhen) continue;
      context.book.statements.push({
        passage,
        figure,
        key,
        tense,
        span: { start, end: figure.shapeAt + 1 },
      });
    }
  },
  check(context) {
    const keys = new Set(context.book.statements.map(({ key }) => key));
    for (const key of keys) compareStatements(key, context);
  },
};

/** `……经费预算A，其中：甲B、乙C`：B、C 也是预算数；上年数的也一样。 */
interface Inherited {
  readonly tense: Statement["tense"];
  readonly until: number;
}

function listFollows(shape: string, at: number): boolean {
  return /^[，。；（]?(?:其中|包括)/.test(shape.slice(at + 1, at + 5));
}

function endOfSentence({ sentences, shape }: Statement["passage"], { shapeAt }: Figure): number {
  return (
    sentences.find(({ start, end }) => start <= shapeAt && shapeAt < end)?.end ?? shape.text.length
  );
}

/** `国内接待费A（其中：外事接待费B）`：B 含在国内接待里，不是与它并列的那一项。 */
function asideKey(
  key: FactKey | null,
  { shape }: Statement["passage"],
  start: number,
): FactKey | null {
  if (key !== "三公.外事接待") return key;
  const before = shape.text.slice(Math.max(0, start - 120), start);
  return /国内(?:公务)?接待[^。]*[，（](?:其中|含)[：:]?$/.test(before) ? "三公.国内外事接待" : key;
}

/** `……年初预算为A，全年预算为B，决算为C`：B、C 的主语承前省略。 */
const ACTUAL_ONLY = /^(?:(?:支出)?决算数?|(?:全年|调整后?)预算数?)(?:为|是)?$/;

function budgetKeyBefore(
  passage: Statement["passage"],
  before: number,
  context: AuditContext,
): FactKey | null {
  const last = context.book.statements.at(-1);
  const budget = last?.tense === "budget" || last?.tense === "initial";
  return last?.passage === passage && budget && last.figure.shapeAt < before ? last.key : null;
}

/** 主语里写的是别的年度，说的就是别的年度的数。 */
function otherYear(words: string, passage: Statement["passage"], context: AuditContext): boolean {
  if (!words.includes(TOKEN.year) || context.year === null) return false;
  const start = passage.shape.text.indexOf(words);
  const at = start + words.indexOf(TOKEN.year);
  const year = start < 0 ? undefined : passage.shape.byPosition.get(at);
  return year !== undefined && Number(year.digits) === context.year - 1;
}

/** 只在一处合写、另一处分写的总计，各算各的说法，但要相等。 */
function compareStatements(key: FactKey, context: AuditContext): void {
  const own = context.statementsOf(key);
  const all = alternatives(key).flatMap((each) => context.statementsOf(each));
  const candidates = (alternatives(key).length > 1 ? all : own).filter(
    (each) => each.passage.paragraph.part !== "profile",
  );
  if (candidates.length < 2) return;
  const main = mostCommon(candidates, context);
  if (main === null) return;
  const expected = context.quantity(main.figure);
  if (expected === null) return;
  for (const each of candidates) {
    const value = context.quantity(each.figure);
    if (value === null || each.figure === main.figure) continue;
    if (!own.includes(each)) {
      if (compareEqual(value, expected) !== "disagree") {
        context.record("一致", [each.figure, main.figure]);
      }
      continue;
    }
    const comparison = compareEqual(value, expected);
    context.record(comparison === "disagree" ? "不一致" : "一致", [each.figure, main.figure]);
    if (comparison !== "disagree") continue;
    const here = context.printed(each);
    const there = context.printed(main);
    context.report({
      kind: "cross-section",
      severity: "error",
      passage: each.passage,
      span: each.span,
      what: `这里写${here}，而“${main.passage.paragraph.section}”写${there}。`,
      why: "说的是同一个数，前后必须一致。",
      todo: `请对照决算表核实：改这里为${there}，或改另一处为${here}。`,
      stated: here,
      expected: moneyText(expected.point, context.style),
      verdict: "不一致",
      also: [{ passage: main.passage, span: main.span }],
    });
  }
}

/** 说得最多的那个值在第二部分的第一处；一样多时取先说的。 */
function mostCommon(statements: readonly Statement[], context: AuditContext): Statement | null {
  const tally = new Map<number, { first: Statement; times: number }>();
  for (const each of statements) {
    const value = context.quantity(each.figure);
    if (value === null) continue;
    const weight = each.passage.paragraph.part === "narrative" ? 10 : 1;
    const found = tally.get(value.point);
    if (found === undefined) tally.set(value.point, { first: each, times: weight });
    else found.times += weight;
  }
  let best: { first: Statement; times: number } | null = null;
  for (const each of tally.values()) if (best === null || each.times > best.times) best = each;
  return best?.first ?? null;
}
