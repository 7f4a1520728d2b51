import type { CellRef, Finding } from "../../findings/finding.ts";
import { SEVERITY_NAMES } from "../../findings/finding.ts";
import { cellPlace, groupedAmount } from "../check-groups.ts";
import { html, type Markup, NOTHING } from "./markup.ts";

/** 直接列出的单元格数，其余折起来。 */
const CELLS_SHOWN = 12;

/** 一条问题：错在哪里、两边的数、为什么、怎么办、各格。`reason` 为接受的理由。 */
export function findingHtml(finding: Finding, reason?: string): Markup {
  const { severity, rule, what, why, todo } = finding;
  // 归在笔误之下的，线索已在上面写过。
  const clue = finding.culprit === undefined ? finding.clue : undefined;
  return html`<article class="finding ${severity}">
<p><span class="badge ${severity}">${SEVERITY_NAMES[severity]}</span><span class="rule">${rule}</span>${what}</p>
<dl>${line("接受理由", reason)}${numbers(finding)}${line("线索", clue)}${line("为什么", why)}${line("怎么办", todo)}</dl>
${cellTable(finding.cells.slice(0, CELLS_SHOWN))}${moreCells(finding.cells.slice(CELLS_SHOWN))}</article>
`;
}

function line(label: string, text: string | undefined): Markup {
  return text === undefined || text === "" ? NOTHING : html`<dt>${label}</dt><dd>${text}</dd>`;
}

function numbers({ left, right, difference }: Finding): Markup {
  if (left === undefined || right === undefined) return NOTHING;
  const apart = difference === undefined ? "" : `，左边减右边差 ${groupedAmount(difference)}`;
  return line("数字", `左边 ${groupedAmount(left)}，右边 ${groupedAmount(right)}${apart}`);
}

function cellTable(cells: readonly CellRef[]): Markup {
  if (cells.length === 0) return NOTHING;
  const rows = cells.map(
    (cell) =>
      html`<tr><td>${cellPlace(cell)}</td><td>${cell.row}</td><td>${cell.column}</td><td class="amount">${cell.value === "" ? "（空白）" : groupedAmount(cell.value)}</td></tr>
`,
  );
  return html`<table><thead><tr><th>单元格</th><th>行</th><th>栏</th><th class="amount">现有的数</th></tr></thead><tbody>
${rows}</tbody></table>
`;
}

function moreCells(cells: readonly CellRef[]): Markup {
  if (cells.length === 0) return NOTHING;
  return html`<details><summary>另有 ${cells.length} 个单元格</summary>
${cellTable(cells)}</details>
`;
}
