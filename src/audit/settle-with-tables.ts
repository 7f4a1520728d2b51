import type { AuditKind } from "./audit-result.ts";
import type { Passage, Span } from "./claims/claims.ts";
import type { AuditContext, Draft, TableCheck } from "./context.ts";

/** 几个数彼此对不上的各种问题；单位、年份、方向写错的另是一回事。 */
const DISAGREEING: ReadonlySet<AuditKind> = new Set([
  "share",
  "growth",
  "delta",
  "sum",
  "cross-section",
  "completion",
  "contradiction",
]);

/** 线索里最多列这么多个数。 */
const MOST_FIGURES = 4;

/**
 * 给了工作簿时：同一处、同一个数，表和文中别处都说不对的，并成一条，以表为准；只在文中对不上的，
 * 把其中与表对照过的数写进线索，看得出该改哪一边。没有对照工作簿的照原样。
 */
export function settleWithTables(context: AuditContext): readonly Draft[] {
  if (context.expected === null) return context.drafts;
  const byTable = new Map<string, Draft[]>();
  for (const draft of context.drafts) {
    if ((draft.cells ?? []).length === 0) continue;
    byTable.set(placeKey(draft), [...(byTable.get(placeKey(draft)) ?? []), draft]);
  }
  const merged = new Map<Draft, Draft>();
  const rest: Draft[] = [];
  for (const draft of context.drafts) {
    if ((draft.cells ?? []).length > 0) continue;
    const table = DISAGREEING.has(draft.kind)
      ? byTable.get(placeKey(draft))?.find((each) => isSameFigure(each, draft))
      : undefined;
    if (table === undefined) rest.push(withEvidence(draft, context));
    else merged.set(table, merge(merged.get(table) ?? table, draft));
  }
  const tables = [...byTable.values()].flat().map((draft) => merged.get(draft) ?? draft);
  return [...tables, ...rest];
}

function placeKey({ passage, span }: Draft): string {
  return `${passage.paragraph.index}|${span.start}|${span.end}`;
}

/** 说的是同一个数，或者另一边正是表里的数。 */
function isSameFigure(table: Draft, { stated }: Draft): boolean {
  return stated === undefined || stated === table.stated || stated === table.expected;
}

function merge(table: Draft, inner: Draft): Draft {
  const what = inner.what.replace(/。$/, "");
  const said = `文中的数也对不上：${what}${inner.clue === undefined ? "" : `，${inner.clue}`}`;
  return {
    ...table,
    severity: inner.severity === "error" ? "error" : table.severity,
    clue: table.clue === undefined ? said : `${table.clue}；${said}`,
    also: [...(table.also ?? []), ...(inner.also ?? [])],
  };
}

function withEvidence(draft: Draft, context: AuditContext): Draft {
  if (!DISAGREEING.has(draft.kind)) return draft;
  const checked = [draft, ...(draft.also ?? [])].flatMap((place) => checkedIn(place, context));
  const wrong = checked.filter(({ check }) => !check.same);
  const shown = (wrong.length > 0 ? wrong : checked).slice(0, MOST_FIGURES);
  if (shown.length === 0) return draft;
  const evidence = `对照决算表：${[...new Set(shown.map(verdictText))].join("，")}`;
  return { ...draft, clue: draft.clue === undefined ? evidence : `${draft.clue}；${evidence}` };
}

interface Checked {
  readonly text: string;
  readonly check: TableCheck;
}

function checkedIn(
  { passage, span }: { readonly passage: Passage; readonly span: Span },
  context: AuditContext,
): Checked[] {
  return passage.shape.figures.flatMap((figure) => {
    if (figure.shapeAt < span.start || figure.shapeAt >= span.end) return [];
    const check = context.tableCheckOf(figure);
    return check === null ? [] : [{ text: context.printed({ passage, figure }), check }];
  });
}

function verdictText({ text, check: { same, right } }: Checked): string {
  if (same) return `“${text}”与表一致`;
  return `“${text}”与表不符（表里${right === null ? "没有这一项" : `是${right}`}）`;
}
