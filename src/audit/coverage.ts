import type { BookUse, ClaimsReport, TextPlace, UncheckedClaim, Verdict } from "./audit-result.ts";
import type { Passage } from "./claims/claims.ts";
import type { AuditContext } from "./context.ts";
import { placeOf } from "./places.ts";
import type { Figure } from "./text/figures.ts";
import { matchesOf } from "./text/matches.ts";

const GAP = /【(?:待补充[^】]{0,80}|(?:据表推断|释义待核实)[^】]{0,400})】/g;

/** 图题，和随图题写成一行的数据；`图书馆……` 不是。 */
const CHART = /^[［[（【]?图(?:[\d一二三四五六七八九十]|：|$)/;

/** 覆盖情况：第二部分的每个数，查了、没查（为什么）、还是不查的一类。 */
export function coverageOf(context: AuditContext, book: BookUse | null): ClaimsReport {
  const unchecked: UncheckedClaim[] = [];
  const exempt = new Map<string, number>();
  const verdicts = new Map<Verdict, number>();
  const gaps: TextPlace[] = [];
  const withinText: TextPlace[] = [];
  const sensible: TextPlace[] = [];
  let againstTables = 0;
  for (const passage of context.passages) {
    if (passage.paragraph.part !== "narrative") continue;
    collectGaps(passage, context, gaps);
    for (const figure of passage.shape.figures) {
      const verdict = context.verdictOf(figure);
      const why = verdict === null ? exemptClass(passage, figure) : null;
      if (why !== null) {
        exempt.set(why, (exempt.get(why) ?? 0) + 1);
        continue;
      }
      const settled = verdict ?? "无法核对";
      verdicts.set(settled, (verdicts.get(settled) ?? 0) + 1);
      if (settled !== "无法核对") {
        const place = placeOfFigure(context, passage, figure);
        if (context.tableCheckOf(figure) !== null) againstTables += 1;
        else (context.isOnlySensible(figure) ? sensible : withinText).push(place);
        continue;
      }
      unchecked.push({
        ...placeOfFigure(context, passage, figure),
        sentence: sentenceOf(context, passage, figure),
        why: whyUnchecked(passage, figure, book),
      });
    }
  }
  const checked = againstTables + withinText.length + sensible.length;
  return {
    found: checked + unchecked.length,
    checked,
    againstTables,
    withinText,
    sensible,
    unchecked,
    exempt: [...exempt].map(([why, count]) => ({ why, count })),
    verdicts: [...verdicts].map(([verdict, count]) => ({ verdict, count })),
    gaps,
  };
}

/** 数的下标本来就是段落里的，不必经过骨架。 */
function placeOfFigure(
  { document }: AuditContext,
  { paragraph: { at, section } }: Passage,
  figure: Figure,
): TextPlace {
  const start = at[figure.start] ?? 0;
  const end = (at[figure.end - 1] ?? start) + 1;
  return { quote: document.text.slice(start, end), start, end, section };
}

/** 数所在的一句；断行、空白照原文。 */
function sentenceOf(context: AuditContext, passage: Passage, { shapeAt }: Figure): string {
  const from = passage.sentences.findLast(({ start }) => start <= shapeAt)?.start ?? 0;
  const to = passage.sentences.find(({ end }) => shapeAt < end)?.end ?? passage.shape.text.length;
  return placeOf(context.document, passage, { start: from, end: to }).quote;
}

function exemptClass(passage: Passage, figure: Figure): string | null {
  if (figure.exempt !== "") return figure.exempt;
  if (CHART.test(passage.paragraph.text)) return "图里的数";
  if (passage.paragraph.cell) return "表格";
  return insideGap(passage, figure) ? "待确认的推断" : null;
}

/** 写在【据表推断：…】之类里面：人还没有确认，不是说明里的话。 */
function insideGap({ shape }: Passage, { shapeAt }: Figure): boolean {
  return matchesOf(GAP, shape.text).some(
    ({ index, 0: gap }) => index < shapeAt && shapeAt < index + gap.length,
  );
}

function whyUnchecked(passage: Passage, figure: Figure, book: BookUse | null): string {
  const tables =
    book === null
      ? "没有给工作簿，"
      : book.why === ""
        ? "工作簿里没有这个数，"
        : "给的工作簿没有用上，";
  if (figure.kind === "count") return `${tables}文中也没有别处可与这个个数相互印证。`;
  if (figure.kind === "percent") return `${tables}没有认出这个百分数由哪两个数相除。`;
  if (figure.kind === "money") return `${tables}文中没有与这个金额有加总、占比、增减关系的数。`;
  return passage.paragraph.topic === "绩效"
    ? "绩效部分的数由单位自评，表里没有。"
    : `${tables}没有认出这个数说的是什么。`;
}

function collectGaps(passage: Passage, context: AuditContext, gaps: TextPlace[]): void {
  for (const match of matchesOf(GAP, passage.shape.text)) {
    gaps.push(
      placeOf(context.document, passage, {
        start: match.index,
        end: match.index + match[0].length,
      }),
    );
  }
}
