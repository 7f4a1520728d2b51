import type { AuditResult } from "../../audit/audit-result.ts";
import { sectionName } from "../../audit/structure/section-name.ts";
import { AUDIT_KIND_NAMES } from "../audit-kinds.ts";
import {
  auditConclusion,
  auditCounts,
  auditRemarks,
  auditSubject,
  booksText,
  countByKind,
  countOf,
  coverageText,
  withoutTables,
} from "../audit-summary.ts";
import { html, Markup, NOTHING } from "../check-html/markup.ts";
import { PAGE_STYLE } from "../check-html/style.ts";
import { SEVERITY_LABELS } from "../check-report.ts";
import { auditFindingHtml, quoted } from "./audit-finding-html.ts";
import { markedText } from "./marked-text.ts";
import { AUDIT_STYLE } from "./style.ts";

/**
 * 审稿结果写成一页网页：上面结论、条数和覆盖情况，下面左边是带标记的全文、右边是逐条问题（窄屏、打印时问题在后），
 * 两边互相指得到。自成一个文件，不带脚本，不引外部内容。同样的结果得同样的文字。
 */
export function writeAuditHtml(result: AuditResult): string {
  const { findings } = result;
  const title = `${auditSubject(result)}决算情况说明审稿结果`;
  const page = html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(PAGE_STYLE)}${new Markup(AUDIT_STYLE)}</style>
</head>
<body>
<main class="audit">
<a class="skip" href="#findings">跳到问题</a>
${auditRemarks(result).map(
  (remark) => html`<p class="verdict warning">${remark}</p>
`,
)}<h1>${title}</h1>
<p class="about">文件：${result.file}　${booksText(result)}</p>
${verdict(result)}
${kindList(result)}
${unreadDetails(result)}
<div class="columns">
<section class="text" aria-labelledby="text"><h2 id="text">全文</h2>
${markedText(result)}</section>
<section class="list" aria-labelledby="findings"><h2 id="findings">问题（${findings.length} 条）</h2>
${findings.length === 0 ? html`<p>没有发现问题。</p>` : NOTHING}${findings.map((finding, index) => auditFindingHtml(finding, index + 1))}</section>
</div>
</main>
</body>
</html>
`;
  return page.text;
}

function verdict(result: AuditResult): Markup {
  const { findings } = result;
  const worst = findings.some(({ severity }) => severity === "error")
    ? "error"
    : findings.length > 0
      ? "warning"
      : "note";
  return html`<p class="verdict ${worst}">${auditConclusion(result)}<small>${auditCounts(findings)}。${coverageText(result)}</small></p>`;
}

/** 各种问题各有几条。 */
function kindList({ findings }: AuditResult): Markup {
  if (findings.length === 0) return NOTHING;
  const items = countByKind(findings).map(({ kind, findings: own }) => {
    const counts = SEVERITY_LABELS.map(([severity, label]) => {
      const count = countOf(own, severity);
      return count === 0
        ? NOTHING
        : html` <span class="badge ${severity}">${label} ${count}</span>`;
    });
    return html`<li>${AUDIT_KIND_NAMES[kind]}${counts}</li>`;
  });
  return html`<p class="about" id="kinds">问题种类</p>
<ul class="kinds" aria-labelledby="kinds">${items}</ul>`;
}

/** 没有查的：还没有填的、没有与表对照的、无法核对的（为什么）、不查的各类。 */
function unreadDetails(result: AuditResult): Markup {
  const { gaps, unchecked, exempt } = result.claims;
  const typed = withoutTables(result);
  const byReason = new Map<string, Markup[]>();
  for (const [index, { section, quote, sentence, why }] of unchecked.entries()) {
    const places = byReason.get(why) ?? [];
    byReason.set(why, places);
    places.push(
      html`<li><a href="#u${index + 1}">${sectionName(section)}${quoted({ quote })}</a>　${quoted({ quote: sentence })}</li>`,
    );
  }
  return html`${details(
    `还没有填写的（${gaps.length} 处），填好之前不能公开`,
    gaps.map((gap) => html`<li>${sectionName(gap.section)}${quoted(gap)}</li>`),
  )}${details(
    `没有与表对照的数（${typed.length} 个），只在文中说得通，请对照原始资料`,
    typed.map((place) => html`<li>${sectionName(place.section)}${quoted(place)}</li>`),
  )}${details(
    `无法核对的数（${unchecked.length} 个）`,
    [...byReason].map(
      ([why, places]) => html`<li>${why}（${places.length} 个）<ul>${places}</ul></li>`,
    ),
  )}${details(
    "不查的数",
    exempt.map(({ why, count }) => html`<li>${why}：${count} 个</li>`),
  )}`;
}

function details(title: string, items: readonly Markup[]): Markup {
  return items.length === 0
    ? NOTHING
    : html`<details><summary>${title}</summary>
<ul>${items}</ul></details>
`;
}
