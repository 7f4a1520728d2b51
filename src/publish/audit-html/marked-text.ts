import type { AuditFinding, AuditResult, UncheckedClaim } from "../../audit/audit-result.ts";
import type { Severity } from "../../findings/finding.ts";
import { AUDIT_KIND_NAMES } from "../audit-kinds.ts";
import { html, type Markup, NOTHING } from "../check-html/markup.ts";

/** 不只用颜色分：编号前各有一个字。 */
export const SEVERITY_SIGNS: Readonly<Record<Severity, string>> = {
  error: "错",
  warning: "警",
  note: "提",
};

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

interface Numbered {
  readonly number: number;
  readonly finding: AuditFinding;
}

/**
 * 全文，一行一段；有问题的字加底色和编号，编号指到问题（`#f1`），问题指得回来（`#m1`）；
 * 无法核对的数加点线（`#u1`）。几条叠在一起的，底色按最重的一条，编号各有各的。
 */
export function markedText({ text, findings, claims }: AuditResult): Markup {
  const numbered = findings.map((finding, index): Numbered => ({ number: index + 1, finding }));
  const lines = linesOf(text);
  const here = byLine(lines, numbered, ({ finding }) => finding);
  const unread = byLine(
    lines,
    claims.unchecked.map((claim, index) => ({ number: index + 1, claim })),
    ({ claim }) => claim,
  );
  return html`${lines.map((line, index) => lineHtml(text, line, here[index] ?? [], unread[index] ?? []))}`;
}

interface Line {
  readonly start: number;
  readonly end: number;
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const place = { start, end: start + line.length };
    start = place.end + 1;
    return place;
  });
}

/** 每一行碰到的各项；两边都按先后，一遍走完。 */
function byLine<Item>(
  lines: readonly Line[],
  items: readonly Item[],
  placeOf: (item: Item) => { readonly start: number; readonly end: number },
): Item[][] {
  const found: Item[][] = lines.map(() => []);
  for (const item of items) {
    const { start, end } = placeOf(item);
    for (let index = lineAt(lines, start); index < lines.length; index += 1) {
      if ((lines[index]?.start ?? 0) >= end) break;
      found[index]?.push(item);
    }
  }
  return found;
}

function lineAt(lines: readonly Line[], at: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.end ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const PART = /^\s*第[一二三四五六七八九十]+部分/;
const SECTION = /^\s*[一二三四五六七八九十]{1,3}、[^，。；]{0,44}$/;

function lineHtml(
  text: string,
  line: Line,
  findings: readonly Numbered[],
  unchecked: readonly { readonly number: number; readonly claim: UncheckedClaim }[],
): Markup {
  const content = text.slice(line.start, line.end);
  if (content.trim() === "") return NOTHING;
  const cuts = new Set([line.start, line.end]);
  for (const { start, end } of [
    ...findings.map(({ finding }) => finding),
    ...unchecked.map(({ claim }) => claim),
  ]) {
    cuts.add(Math.max(start, line.start));
    cuts.add(Math.min(end, line.end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  const segments = places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? line.end;
    const over = findings.filter(({ finding }) => finding.start < end && finding.end > start);
    const begins = over.filter(({ finding }) => Math.max(finding.start, line.start) === start);
    const claim = unchecked.find(({ claim: each }) => each.start < end && each.end > start);
    const own = text.slice(start, end);
    const plain = claim === undefined ? html`${own}` : uncheckedHtml(own, claim, start);
    return html`${begins.filter(({ finding }) => finding.start === start).map(numberLink)}${over.length === 0 ? plain : marked(plain, over)}`;
  });
  const kind = PART.test(content)
    ? " part"
    : SECTION.test(content)
      ? " section"
      : content.includes("\t")
        ? " cells"
        : "";
  return html`<p class="line${kind}">${segments}</p>
`;
}

function numberLink({ number, finding: { severity, kind } }: Numbered): Markup {
  const label = `第 ${number} 条，${SEVERITY_SIGNS[severity]}，${AUDIT_KIND_NAMES[kind]}`;
  return html`<a class="number ${severity}" id="m${number}" href="#f${number}" aria-label="${label}">${SEVERITY_SIGNS[severity]}${number}</a>`;
}

function marked(content: Markup, over: readonly Numbered[]): Markup {
  const [worst] = [...over].sort((a, b) => RANK[a.finding.severity] - RANK[b.finding.severity]);
  const title = over.map(({ number, finding }) => `${number}. ${finding.what}`).join("\n");
  return html`<mark class="${worst?.finding.severity ?? "note"}" title="${title}">${content}</mark>`;
}

function uncheckedHtml(
  content: string,
  { number, claim }: { readonly number: number; readonly claim: UncheckedClaim },
  start: number,
): Markup {
  const title = `无法核对：${claim.why}`;
  return start === claim.start
    ? html`<span class="unchecked" id="u${number}" title="${title}">${content}</span>`
    : html`<span class="unchecked" title="${title}">${content}</span>`;
}
