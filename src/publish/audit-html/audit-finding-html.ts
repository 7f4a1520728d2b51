import type { AuditFinding, TextPlace } from "../../audit/audit-result.ts";
import { sectionName } from "../../audit/structure/section-name.ts";
import { type CellRef, SEVERITY_NAMES } from "../../findings/finding.ts";
import { AUDIT_KIND_NAMES } from "../audit-kinds.ts";
import { cellPlace, groupedAmount } from "../check-groups.ts";
import { html, type Markup, NOTHING } from "../check-html/markup.ts";
import { SEVERITY_SIGNS } from "./marked-text.ts";

/** 引文最多引这么多字。 */
const QUOTE_SHOWN = 80;

/** 一条问题：编号指回文中，错在哪里、引文、写的和算的、为什么、怎么办、另一处、各格。 */
export function auditFindingHtml(finding: AuditFinding, number: number): Markup {
  const { severity, kind, section, what, why, todo, clue, also, cells } = finding;
  return html`<article class="finding ${severity}" id="f${number}">
<p><a class="number ${severity}" href="#m${number}" aria-label="回到文中第 ${number} 处">${SEVERITY_SIGNS[severity]}${number}</a>${what}</p>
<p class="where"><span class="badge ${severity}">${SEVERITY_NAMES[severity]}</span>${AUDIT_KIND_NAMES[kind]}　${sectionName(section)}</p>
<dl>${line("原文", quoted(finding))}${line("文中写", finding.stated)}${line("核对得", finding.expected)}${line("线索", clue)}${line("为什么", why)}${line("怎么办", todo)}${also.map((place) => line("另一处", otherPlace(place)))}</dl>
${cellTable(cells)}</article>
`;
}

function line(label: string, text: string | undefined): Markup {
  return text === undefined || text === "" ? NOTHING : html`<dt>${label}</dt><dd>${text}</dd>`;
}

export function quoted({ quote }: Pick<TextPlace, "quote">): string {
  const flat = quote.replace(/\s+/g, "");
  return flat.length <= QUOTE_SHOWN ? `“${flat}”` : `“${flat.slice(0, QUOTE_SHOWN - 2)}……”`;
}

function otherPlace(place: TextPlace): string {
  return `${sectionName(place.section)}${quoted(place)}`;
}

function cellTable(cells: readonly CellRef[]): Markup {
  if (cells.length === 0) return NOTHING;
  const rows = cells.map(
    (cell) =>
      html`<tr><td>${cellPlace(cell)}</td><td>${[cell.row, cell.column].filter((part) => part !== "").join("，")}</td><td class="amount">${cell.value === "" ? "（空白）" : groupedAmount(cell.value)}</td></tr>
`,
  );
  return html`<table><thead><tr><th>单元格</th><th>行、栏</th><th class="amount">表里的数</th></tr></thead><tbody>
${rows}</tbody></table>
`;
}
