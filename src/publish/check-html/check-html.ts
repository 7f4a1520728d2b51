import { type Culprit, listTogether } from "../../findings/culprit.ts";
import { cellPlace, type FindingGroup, groupedAmount, groupFindings } from "../check-groups.ts";
import { type CheckReport, conclusion, countsText, rulesByReason } from "../check-report.ts";
import { findingHtml } from "./finding-html.ts";
import { html, Markup, NOTHING } from "./markup.ts";
import { PAGE_STYLE } from "./style.ts";

/**
 * 核对结果写成一页网页：先结论，再按笔误（没有的按表）列问题，末尾是已接受的、没有执行的。
 * 自成一个文件，不带脚本，不引外部内容，可以打印。同样的结果得同样的文字。
 */
export function writeCheckHtml(report: CheckReport): string {
  const { file, findings } = report;
  const groups = groupFindings(report);
  const title = `${report.unit ?? file}　${yearText(report)}部门决算核对结果`;
  const page = html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(PAGE_STYLE)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${heading(report)}
${culpritTable(groups)}
${
  findings.length === 0
    ? NOTHING
    : html`<h2>问题</h2>
`
}${groups.map(groupHtml)}
${acceptedHtml(report)}
<h2>核对的范围</h2>
${scopeHtml(report)}
</main>
</body>
</html>
`;
  return page.text;
}

function yearText({ year }: CheckReport): string {
  return year === null ? "" : `${year}年度`;
}

function heading(report: CheckReport): Markup {
  const { file, level, tables, unrecognised, rules, remarks, accepted } = report;
  const worst = ["error", "warning"].find((severity) =>
    report.findings.some((each) => each.severity === severity),
  );
  const idle = tables.length === 0 || rules.run.length === 0;
  const more = accepted.length === 0 ? "" : `；另有 ${accepted.length} 条已说明理由、不再计较`;
  return html`<p class="about">${level}决算　文件：${file}　金额单位：元</p>
<p class="verdict ${worst ?? (idle ? "warning" : "note")}">${conclusion(report)}<small>${countsText(report)}${more}。认出 ${tables.length} 张表，${unrecognised.length} 张工作表没有参加核对；执行 ${rules.run.length} 条规则，另有 ${rules.notRun.length} 条没有执行。</small></p>
${remarks.map(
  (remark) => html`<p class="about">${remark}</p>
`,
)}`;
}

/** 先给出改哪几格：审核人第一眼要看的。 */
function culpritTable(groups: readonly FindingGroup[]): Markup {
  const found = groups.flatMap(({ culprit, findings }) =>
    culprit === null ? [] : [{ culprit, count: findings.length }],
  );
  if (found.length === 0) return NOTHING;
  const rows = found.map(
    ({ culprit, count }, place) =>
      html`<tr><td><a href="#g${place + 1}">${cellPlace(culprit)}</a></td><td>${labels(culprit)}</td><td class="amount">${current(culprit.is)}</td><td class="amount better">${groupedAmount(culprit.shouldBe)}</td><td>${count} 条</td></tr>
`,
  );
  return html`<h2>最可能填错的单元格</h2>
<table><thead><tr><th>单元格</th><th>行、栏</th><th class="amount">现为</th><th class="amount">应为</th><th>可同时解决</th></tr></thead><tbody>
${rows}</tbody></table>
`;
}

function labels({ row, column }: { readonly row: string; readonly column: string }): string {
  return [row, column].filter((part) => part !== "").join("，");
}

function current(text: string): string {
  return text === "" ? "（空白）" : groupedAmount(text);
}

function groupHtml(
  { title, culprit, alternatives, findings }: FindingGroup,
  place: number,
): Markup {
  const count = `${findings.length} 条`;
  const head =
    culprit === null
      ? html`<h3 id="g${place + 1}">${title}（${count}）</h3>
`
      : html`<h3 id="g${place + 1}">疑为 ${title} 填错（${count}）</h3>
${culpritHtml(culprit)}${
  alternatives.length === 0
    ? NOTHING
    : html`<p>也可能是：</p>
<ul>${alternatives.map((each) => html`<li>${cellPlace(each)}　${correction(each)}</li>`)}</ul>
`
}`;
  return html`<section>
${head}${findings.map((each) => findingHtml(each))}</section>
`;
}

function culpritHtml(culprit: Culprit): Markup {
  const { clue, explains } = culprit;
  const { listed, more } = listTogether(culprit);
  const settles = explains.length === 0 ? "" : `改正后，规则 ${explains.join("、")} 都成立。`;
  return html`<p>${labels(culprit)}：${correction(culprit)}。${settles}${clue}</p>
${
  listed.length === 0
    ? NOTHING
    : html`<p>须一并改正${more === 0 ? "" : `（共 ${listed.length + more} 格，只列前 ${listed.length} 格，其余见 JSON 格式的结果）`}：</p>
<ul>${listed.map((each) => html`<li>${cellPlace({ ...culprit, address: each.address })}　${labels(each)}：${correction(each)}</li>`)}</ul>
`
}`;
}

function correction({ is, shouldBe }: { readonly is: string; readonly shouldBe: string }): Markup {
  return html`现为 ${current(is)}，应为 <span class="better">${groupedAmount(shouldBe)}</span>`;
}

function acceptedHtml({ accepted }: CheckReport): Markup {
  if (accepted.length === 0) return NOTHING;
  return html`<h2>已说明理由、不再计较的（${accepted.length} 条）</h2>
${accepted.map((each) => findingHtml(each, each.reason))}`;
}

function scopeHtml({ tables, unrecognised, rules }: CheckReport): Markup {
  return html`${tableDetails(tables)}${list(
    `没有参加核对的工作表（${unrecognised.length} 张）`,
    unrecognised.map(
      ({ sheet, why }) => html`<li>“${sheet}”：${why}</li>
`,
    ),
  )}${list(`没有执行的规则（${rules.notRun.length} 条）`, reasons(rules.notRun))}${list(
    `有一部分没有核对到的规则（${rules.partial.length} 条）`,
    reasons(rules.partial),
  )}<details><summary>执行了的规则（${rules.run.length} 条）</summary>
<p class="rules">${rules.run.join("、")}</p></details>
`;
}

function tableDetails(tables: CheckReport["tables"]): Markup {
  if (tables.length === 0)
    return html`<p>一张表也没有认出来。</p>
`;
  const rows = tables.map(
    ({ form, sheet, rows: count, moneyUnit, why }) =>
      html`<tr><td class="place">${form}</td><td>${sheet}</td><td class="amount">${count}</td><td>${moneyUnit}</td><td>${why}</td></tr>
`,
  );
  return html`<details><summary>认出的表（${tables.length} 张）</summary>
<table><thead><tr><th>表号</th><th>工作表</th><th class="amount">行数</th><th>单位</th><th>凭什么认出</th></tr></thead><tbody>
${rows}</tbody></table></details>
`;
}

function reasons(
  entries: readonly { readonly rule: string; readonly why: string }[],
): readonly Markup[] {
  return rulesByReason(entries).map(
    ({ why, rules }) =>
      html`<li>${why}（${rules.length} 条）：<span class="rules">${rules.join("、")}</span></li>
`,
  );
}

function list(title: string, items: readonly Markup[]): Markup {
  return items.length === 0
    ? NOTHING
    : html`<details><summary>${title}</summary>
<ul>${items}</ul></details>
`;
}
