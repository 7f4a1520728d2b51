import type { Quantity } from "../arithmetic/quantity.ts";
import { compareEqual } from "../arithmetic/relations.ts";
import type { Statement } from "../claims/claims.ts";
import { foreignVisits } from "../claims/foreign-visits.ts";
import { type FactKey, keyOf } from "../claims/keys.ts";
import { subjectStart, subjectText } from "../claims/passage.ts";
import { alternatives, isChangeAmount } from "../claims/resolve.ts";
import type { AuditContext } from "../context.ts";
import { basisOf } from "../grammar.ts";
import type { Pattern } from "../pattern.ts";
import { sectionName } from "../structure/section-name.ts";
import type { Figure } from "../text/figures.ts";
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
      if (inherited !== null && figure.shapeAt >= inherited.until) inherited = null;
      const own = tenseOf(words, passage, start, figure, context);
      const tense: Statement["tense"] = inherited?.covers(words) ? inherited.tense : own;
      if (tense !== "actual" && listFollows(shape.text, figure.shapeAt)) {
        inherited = inheritedBy(tense, passage, figure);
      }
      const said =
        keyOf(words.replace(BUDGET, ""), paragraph) ??
        (ACTUAL_ONLY.test(words) ? budgetKeyBefore(passage, context) : null);
      const key = said === "三公.外事接待" ? foreignVisits(shape.text, figure.shapeAt) : said;
      if (key === null) continue;
      if (bare && !/(?:为|支出|收入|计|额|经费|费|数)$/.test(words)) continue;
      if (paragraph.part !== "narrative" && NOT_ACTUAL.test(words)) continue;
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
  /** 预算的列举里写明“决算”的，仍是决算。 */
  readonly covers: (words: string) => boolean;
}

function inheritedBy(
  tense: Statement["tense"],
  { sentences, shape }: Statement["passage"],
  { shapeAt }: Figure,
): Inherited {
  return {
    tense,
    until: sentences.find(({ end }) => shapeAt < end)?.end ?? shape.text.length,
    covers: (words) => tense === "prior" || !/决算|实际/.test(words),
  };
}

function listFollows(shape: string, at: number): boolean {
  return /^[，。；（]?(?:其中|包括)/.test(shape.slice(at + 1));
}

function tenseOf(
  words: string,
  passage: Statement["passage"],
  start: number,
  figure: Figure,
  context: AuditContext,
): Statement["tense"] {
  if (PRIOR.test(words) || inPriorYear(passage, start, figure, context)) return "prior";
  return BUDGET.test(words) ? basisOf(words) : "actual";
}

/** `……年初预算为A，全年预算为B，决算为C`：B、C 的主语承前省略。 */
const ACTUAL_ONLY = /^(?:(?:支出)?决算数?|(?:全年|调整后?)预算数?)(?:为|是)?$/;

function budgetKeyBefore(passage: Statement["passage"], context: AuditContext): FactKey | null {
  const last = context.book.statements.at(-1);
  const budget = last?.tense === "budget" || last?.tense === "initial";
  return last?.passage === passage && budget ? last.key : null;
}

/** 主语里写的是上年，说的就是上年的数。 */
function inPriorYear(
  { shape }: Statement["passage"],
  start: number,
  { shapeAt }: Figure,
  context: AuditContext,
): boolean {
  return shape.figures.some(
    ({ kind, digits, shapeAt: at }) =>
      kind === "year" && at >= start && at < shapeAt && Number(digits) + 1 === context.year,
  );
}

/** 只在一处合写、另一处分写的总计，各算各的说法，但要相等。 */
function compareStatements(key: FactKey, context: AuditContext): void {
  const candidates = alternatives(key)
    .flatMap((each) => context.statementsOf(each))
    .filter(({ passage }) => passage.paragraph.part !== "profile");
  const main = mostCommon(candidates, context);
  if (main === null) return;
  for (const each of candidates) {
    const value = each.key === key ? context.quantity(each.figure) : null;
    if (value === null || each.figure === main.statement.figure) continue;
    const comparison = compareEqual(value, main.value);
    context.record(comparison === "disagree" ? "不一致" : "一致", [
      each.figure,
      main.statement.figure,
    ]);
    if (comparison === "disagree") reportConflict(each, main, context);
  }
}

function reportConflict(each: Statement, { statement, value }: Main, context: AuditContext): void {
  const here = context.printed(each);
  const there = context.printed(statement);
  context.report({
    kind: "cross-section",
    severity: "error",
    passage: each.passage,
    span: each.span,
    what: `这里写${here}，而${sectionName(statement.passage.paragraph.section)}写${there}。`,
    why: "说的是同一个数，前后必须一致。",
    todo: `请对照决算表核实：改这里为${there}，或改另一处为${here}。`,
    stated: here,
    expected: moneyText(value.point, context.style),
    verdict: "不一致",
    also: [statement],
  });
}

interface Main {
  readonly statement: Statement;
  readonly value: Quantity;
}

/** 说得最多的那个值的第一处，第二部分里说一遍胜过别处说十遍；一样多时取先说的。没有说的为 null。 */
function mostCommon(statements: readonly Statement[], context: AuditContext): Main | null {
  const tally = new Map<number, Main & { times: number }>();
  for (const statement of statements.toSorted(inReadingOrder)) {
    const value = context.quantity(statement.figure);
    if (value === null) continue;
    const found = tally.get(value.point) ?? { statement, value, times: 0 };
    found.times += statement.passage.paragraph.part === "narrative" ? 10 : 1;
    tally.set(value.point, found);
  }
  return [...tally.values()].toSorted((a, b) => b.times - a.times)[0] ?? null;
}

function inReadingOrder(a: Statement, b: Statement): number {
  return (
    a.passage.paragraph.index - b.passage.paragraph.index || a.figure.shapeAt - b.figure.shapeAt
  );
}
