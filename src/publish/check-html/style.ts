/** 页面样式：屏幕上居中一栏，打印用 A4。只用系统字体，不引外部文件。 */
export const PAGE_STYLE = `
:root { color: #1f2328; background: #f3f4f6;
  font: 15px/1.7 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; }
* { box-sizing: border-box; }
body { margin: 0; }
main { max-width: 1000px; margin: 0 auto; padding: 28px 36px 48px; background: #fff; }
h1 { margin: 0 0 4px; font-size: 26px; line-height: 1.35; }
h2 { margin: 32px 0 12px; padding-bottom: 6px; border-bottom: 2px solid #1f4e79; font-size: 19px; color: #1f4e79; }
h3 { margin: 26px 0 8px; padding: 6px 12px; border-left: 5px solid #1f4e79; background: #eaf1f8; font-size: 16px; }
p { margin: 6px 0; }
.about { color: #4b5563; }
.verdict { margin: 16px 0; padding: 12px 16px; border: 1px solid; border-radius: 6px; font-size: 18px; font-weight: 600; }
.verdict small { display: block; font-size: 14px; font-weight: 400; }
.verdict.error { color: #8a1c1c; border-color: #e3b1b1; background: #fdf1f1; }
.verdict.warning { color: #704600; border-color: #e6cf9d; background: #fdf7e8; }
.verdict.note { color: #14532d; border-color: #a9d5b8; background: #eef8f1; }
table { width: 100%; margin: 8px 0; border-collapse: collapse; font-size: 14px; }
th, td { padding: 5px 9px; border: 1px solid #c9ced6; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #eef1f5; font-weight: 600; white-space: nowrap; }
td.amount, th.amount { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.place { white-space: nowrap; }
.finding { margin: 12px 0; padding: 10px 14px; border: 1px solid #d5d9df; border-left-width: 5px; border-radius: 4px; }
.finding.error { border-left-color: #b42318; }
.finding.warning { border-left-color: #b7791f; }
.finding.note { border-left-color: #6b7280; }
.finding > p:first-child { font-weight: 600; }
.badge { display: inline-block; margin-right: 6px; padding: 0 8px; border-radius: 3px; color: #fff; font-size: 13px; font-weight: 600; }
.badge.error { background: #b42318; }
.badge.warning { background: #8a5a00; }
.badge.note { background: #565e6b; }
.rule { margin-right: 6px; color: #1f4e79; font-family: Consolas, "Courier New", monospace; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 6px 0; }
dt { color: #4b5563; }
dd { margin: 0; }
details { margin: 10px 0; }
summary { cursor: pointer; color: #1f4e79; font-weight: 600; }
ul { margin: 6px 0; padding-left: 22px; }
.rules { color: #4b5563; overflow-wrap: anywhere; }
.better { color: #14532d; font-weight: 600; }
a { color: #1f4e79; }
@page { size: A4; margin: 16mm 14mm; }
@media print {
  :root { background: #fff; font-size: 9.5pt; line-height: 1.5; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 18pt; } h2 { font-size: 14pt; } h3 { font-size: 12pt; }
  table, dl { font-size: 9pt; }
  h3 { margin-top: 14px; }
  .finding { margin: 8px 0; padding: 6px 10px; }
  th, td { padding: 2px 7px; }
  h2, h3, summary { break-after: avoid; }
  tr, .finding { break-inside: avoid; }
  thead { display: table-header-group; }
  .verdict, th, h3, .badge { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
