import { addQuantities, canBeAtMost, compareEqual } from "../arithmetic/relations.ts";
import type { Passage } from "../claims/claims.ts";
import { foreignVisits } from "../claims/foreign-visits.ts";
import type { FactKey } from "../claims/keys.ts";
import type { AuditContext } from "../context.ts";
import { AMOUNT, COUNT } from "../grammar.ts";
import type { Pattern } from "../pattern.ts";
import type { Figure } from "../text/figures.ts";
import { matchesOf } from "../text/matches.ts";
import { moneyText } from "../wording.ts";

/**
 * `国内公务接待25批次，210人次，共计支出A`。批次、人次之间可以没有标点，各自后面可以带括号（其中外事几批次），
 * 先后也可以倒过来。
 */
const VISITS = new RegExp(
  `((?:国内|外事|外宾|国（境）外)?[^，。；：、（）\ue000-\ue006]{0,6}接待[^，。；：、（）\ue000-\ue006]{0,8})(${COUNT})(?:批次|团组)?(?:（[^（）]{0,30}）)?[，、]?[^，。；、（）\ue000-\ue006]{0,10}(${COUNT})(?:（[^（）]{0,20}）)?(?:，?(?:共计|合计|共)?(?:支出|开支)(${AMOUNT}))?`,
  "dg",
);
const BATCHES = new Set(["批次", "批", "次", "个"]);
const PEOPLE = new Set(["人次", "人"]);
/** 逐件列金额的内容：接待的具体内容、采购的用途。 */
const ITEMISED = /(?:具体内容(?:包括|为|有)|主要用于|具体包括|采购内容包括)[：:]([^。]{1,1500})/g;

export const pattern: Pattern = {
  id: "hospitality",
  title: "接待批次、人次与金额，逐件列出的金额",
  about:
    "“国内公务接待N批次，M人次，共计支出A”：这里的A与前面的国内接待支出相等；有钱必有批次、人次，人次不少于批次；逐件列出的金额之和不超过总数。",
  oddForms: [
    { form: "逐件用元，总数用万元", from: "县区党委部门公开稿" },
    { form: "1、采购……0.36万元；2、……", from: "由扫描件识别得到的部门公开稿" },
    { form: "批次为N个，人次为M人；接待M人次，N批次；N批次（其中外事…）", from: "各省公开稿" },
  ],
  read(passage, context) {
    for (const visit of visitsOf(passage)) {
      if (visit.spent === null || visit.key === null) continue;
      context.book.statements.push({
        passage,
        figure: visit.spent,
        key: visit.key,
        tense: "actual",
        span: { start: visit.spent.shapeAt - 4, end: visit.spent.shapeAt + 1 },
      });
    }
  },
  check(context) {
    for (const passage of context.inPart("narrative")) {
      for (const visit of visitsOf(passage)) checkVisit(passage, visit, context);
      checkItemised(passage, context);
    }
  },
};

interface Visit {
  readonly key: FactKey | null;
  readonly batches: Figure;
  readonly people: Figure;
  readonly spent: Figure | null;
}

function visitsOf(passage: Passage): Visit[] {
  const { shape } = passage;
  if (!shape.text.includes("接待")) return [];
  return matchesOf(VISITS, shape.text).flatMap((match) => {
    const name = match[1] ?? "";
    const [first, second, spent] = [2, 3, 4].map((group) =>
      shape.byPosition.get(match.indices?.[group]?.[0] ?? -1),
    );
    const counts = [first, second].filter((each) => each !== undefined);
    const batches = counts.find(({ unit }) => BATCHES.has(unit));
    const people = counts.find(({ unit }) => PEOPLE.has(unit));
    if (batches === undefined || people === undefined || /出国|出访/.test(name)) return [];
    const key = visitKey(name, shape.text, batches.shapeAt);
    return [{ key, batches, people, spent: spent ?? null }];
  });
}

/** 说的是哪一种接待；只写“接待”的承前，不知道是哪一种，为 null。 */
function visitKey(name: string, shape: string, at: number): FactKey | null {
  if (/国内/.test(name)) return "三公.国内接待";
  if (/外/.test(name)) return foreignVisits(shape, at);
  return /公务接待/.test(name) ? "三公.接待" : null;
}

function checkVisit(passage: Passage, visit: Visit, context: AuditContext): void {
  const stated =
    visit.spent ??
    (visit.key === null ? null : (context.statement(visit.key, passage)?.figure ?? null));
  const spent = stated === null ? null : (context.quantity(stated)?.point ?? null);
  const batches = Number(visit.batches.digits);
  const people = Number(visit.people.digits);
  const sensible =
    people >= batches &&
    (batches === 0) === (people === 0) &&
    (spent === null || spent === 0 || batches > 0);
  context.recordSensible(sensible, [visit.batches, visit.people]);
  if (sensible) return;
  context.report({
    kind: "contradiction",
    severity: "error",
    passage,
    span: {
      start: Math.min(visit.batches.shapeAt, visit.people.shapeAt),
      end: Math.max(visit.batches.shapeAt, visit.people.shapeAt) + 1,
    },
    what: `接待${context.printed({ passage, figure: visit.batches })}、${context.printed({ passage, figure: visit.people })}${spent === null ? "" : `、支出${moneyText(spent, context.style)}`}，彼此不合。`,
    why: "有接待支出必有批次和人次，人次不少于批次。",
    todo: "请对照附03表的统计数核实批次、人次是否写反或写错。",
    verdict: "不一致",
  });
}

function checkItemised(passage: Passage, context: AuditContext): void {
  const { shape } = passage;
  if (shape.figures.length === 0) return;
  for (const match of matchesOf(ITEMISED, shape.text)) {
    const from = match.index + match[0].length - (match[1]?.length ?? 0);
    const to = match.index + match[0].length;
    const items = shape.figures.filter(
      ({ kind, shapeAt }) => kind === "money" && shapeAt >= from && shapeAt < to,
    );
    const key =
      passage.paragraph.topic === "采购"
        ? "采购.总额"
        : /国内公务接待/.test(shape.text)
          ? "三公.国内接待"
          : null;
    const total = key === null ? null : context.statement(key, passage);
    const whole = total === null ? null : context.quantity(total.figure);
    // 金额后面紧接着列举的，已由“列举的各项”查过。
    const listed = context
      .listsIn(passage)
      .some((list) => items.some((item) => list.parts.includes(item)));
    if (total === null || whole === null || items.length < 2 || listed) continue;
    const values = items.flatMap((item) => context.quantity(item) ?? []);
    const sum = addQuantities(values);
    const fits = canBeAtMost(sum, whole);
    context.record(
      fits ? (compareEqual(sum, whole) === "rounding" ? "尾差可解释" : "一致") : "不一致",
      items,
    );
    if (fits) continue;
    context.report({
      kind: "sum",
      severity: "error",
      passage,
      span: { start: match.index, end: to },
      what: `逐件列出的${items.length}笔合计${moneyText(sum.point, context.style)}，超过总数${context.printed(total)}。`,
      why: "逐件之和不会超过总数。",
      todo: "请核实各笔金额和总数。",
      stated: context.printed(total),
      expected: moneyText(sum.point, context.style),
      verdict: "不一致",
      also: [total],
    });
  }
}
