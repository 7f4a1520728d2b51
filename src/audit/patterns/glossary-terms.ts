import type { Passage, Span, Statement } from "../claims/claims.ts";
import type { FactKey } from "../claims/keys.ts";
import type { AuditContext } from "../context.ts";
import type { Pattern } from "../pattern.ts";

interface Term {
  readonly name: string;
  /** 这一条的写法。 */
  readonly form: RegExp;
  /** 说它的数：不为零就要解释；说了是零、或这一节列全了而没有它，就用不着解释。 */
  readonly keys: readonly FactKey[];
  /** 列全了它的同类的那个合计；没有的，没说不等于没有。 */
  readonly listedUnder: FactKey | null;
}

const income = (name: string): Term => ({
  name,
  form: new RegExp(name),
  keys: [`收入.${name}`],
  listedUnder: "本年收入",
});

const expenditure = (name: string): Term => ({
  name,
  form: new RegExp(name),
  keys: [`支出.${name}`],
  listedUnder: "本年支出",
});

/** 名词解释里的一般名词：表里有的才解释。财政拨款收入、结转结余几条，文中看不出有没有，不在其内。 */
const TERMS: readonly Term[] = [
  income("事业收入"),
  income("经营收入"),
  income("其他收入"),
  expenditure("基本支出"),
  expenditure("项目支出"),
  expenditure("经营支出"),
  { name: "“三公”经费", form: /三公/, keys: ["三公"], listedUnder: null },
  { name: "机关运行经费", form: /机关运行经费/, keys: ["机关运行经费"], listedUnder: null },
];

export const pattern: Pattern = {
  id: "glossary-terms",
  title: "一般名词有没有解释、用不用得着",
  about:
    "第二部分写了不为零的事业收入、其他收入、基本支出、“三公”经费、机关运行经费等，名词解释里应当有；解释了而本年没有的，提示删去。",
  oddForms: [
    { form: "几个名词合成一条：基本支出、项目支出：……", from: "单位公开稿" },
    { form: "十二、“三公”经费：……；（八）机关运行经费是指……", from: "各省公开稿" },
  ],
  check(context) {
    const entries = context.inPart("terms").flatMap(entryOf);
    if (entries.length === 0) return;
    for (const term of TERMS) checkTerm(term, entries, context);
  },
};

/** 名词解释里的一条：名称在“：”“指”“反映”之前。 */
interface Entry {
  readonly passage: Passage;
  readonly names: string;
  readonly span: Span;
}

const HEAD = /^([^：。]{2,40}?)(?:：|是指|指|，?反映)/;

function entryOf(passage: Passage): Entry[] {
  const { shape } = passage;
  if (shape.text.includes("（项）")) return [];
  const head = HEAD.exec(shape.text);
  return head === null
    ? []
    : [{ passage, names: head[1] ?? "", span: { start: 0, end: head[1]?.length ?? 0 } }];
}

function checkTerm(term: Term, entries: readonly Entry[], context: AuditContext): void {
  const entry = entries.find(({ names }) => term.form.test(names.replace(/（[^）]*）/g, "")));
  const stated = term.keys.flatMap((key) => context.statementsOf(key)).filter(isNarrative);
  const spent = stated.find(({ figure }) => (context.quantity(figure)?.point ?? 0) !== 0);
  if (entry === undefined) {
    if (spent !== undefined && !isWithin(term, entries)) missing(term, spent, context);
    return;
  }
  if (spent !== undefined) return;
  const listed =
    term.listedUnder === null ? [] : context.statementsOf(term.listedUnder).filter(isNarrative);
  if (stated.length > 0 || listed.length > 0) unused(term, entry, stated, context);
}

/** 几条挤在一段里的，后面的几条不在段首。 */
function isWithin({ form }: Term, entries: readonly Entry[]): boolean {
  const explained = new RegExp(`${form.source}[^：。，；]{0,6}(?:：|是指|指)`);
  return entries.some(({ passage }) => explained.test(passage.shape.text));
}

const isNarrative = ({ passage }: Statement) => passage.paragraph.part === "narrative";

function missing(term: Term, { passage, span }: Statement, context: AuditContext): void {
  context.report({
    kind: "glossary",
    severity: "warning",
    passage,
    span,
    what: `决算情况说明写了${term.name}，名词解释里没有解释它。`,
    why: "文中用到的专业名词应当解释，读者才看得懂。",
    todo: `请补上${term.name}的名词解释。`,
  });
}

function unused(
  term: Term,
  { passage, span }: Entry,
  stated: readonly Statement[],
  context: AuditContext,
): void {
  context.report({
    kind: "glossary",
    severity: "note",
    passage,
    span,
    what: `名词解释里有${term.name}，本年却没有（${stated.length === 0 ? "决算情况说明没有列" : "决算情况说明写的是零"}）。`,
    why: "名词解释只列本年用到的。",
    todo: "请删去；本年其实有的，补写决算情况说明。",
    also: stated.slice(0, 1),
  });
}
