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
  const byPassage = new Map<Passage, Draft[]>();
  for (const draft of context.drafts) {
    if (!isFromTable(draft)) continue;
    byPassage.set(draft.passage, [...(byPassage.get(draft.passage) ?? []), draft]);
  }
  const confirmed = new Map<Draft, Draft[]>();
  const rest: Draft[] = [];
  for (const draft of context.drafts) {
    if (isFromTable(draft)) continue;
    const table = byPassage.get(draft.passage)?.find((each) => saysTheSame(each, draft));
    if (table === undefined) rest.push(withEvidence(draft, context));
    else confirmed.set(table, [...(confirmed.get(table) ?? []), draft]);
  }
  const tables = [...byPassage.values()].flat();
  return [...tables.map((draft) => merge(draft, confirmed.get(draft) ?? [])), ...rest];
}

const isFromTable = ({ cells }: Draft): boolean => (cells ?? []).length > 0;

/** 同一处说的是同一个数（或者另一边正是表里的数）；方向写反，写的范围可以不同。 */
function saysTheSame(table: Draft, inner: Draft): boolean {
  const [a, b] = [table.span, inner.span];
  if (inner.kind === "direction") {
    return table.kind === "direction" && a.start < b.end && b.start < a.end;
  }
  const { stated } = inner;
  return (
    DISAGREEING.has(inner.kind) &&
    a.start === b.start &&
    a.end === b.end &&
    (stated === undefined || stated === table.stated || stated === table.expected)
  );
}

function merge(table: Draft, inner: readonly Draft[]): Draft {
  if (inner.length === 0) return table;
  const said = inner.map(
    ({ what, clue }) => `${what.replace(/。$/, "")}${clue === undefined ? "" : `（${clue}）`}`,
  );
  const clue = `文中的数也对不上：${said.join("；")}`;
  return {
    ...table,
    severity: inner.some(({ severity }) => severity === "error") ? "error" : table.severity,
    clue: table.clue === undefined ? clue : `${table.clue}；${clue}`,
    also: [...(table.also ?? []), ...inner.flatMap(({ also }) => also ?? [])],
  };
}

function withEvidence(draft: Draft, context: AuditContext): Draft {
  if (!DISAGREEING.has(draft.kind)) return draft;
  const checked = [draft, ...(draft.also ?? [])].flatMap((place) => checkedIn(place, context));
  const wrong = checked.filter(({ check }) => !check.same);
  const said = new Set((wrong.length > 0 ? wrong : checked).map(verdictText));
  if (said.size === 0) return draft;
  const evidence = `对照决算表：${[...said].slice(0, MOST_FIGURES).join("，")}`;
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
