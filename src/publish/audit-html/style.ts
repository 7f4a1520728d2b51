/** 审稿页面在核对报告样式之外的部分：左右两栏、文中的标记。底线的样子也分轻重，黑白打印看得出。 */
export const AUDIT_STYLE = `
main.audit { max-width: 1500px; }
.skip { position: absolute; left: -999px; }
.skip:focus { position: static; }
.kinds { display: flex; flex-wrap: wrap; gap: 6px 10px; margin: 4px 0 12px; padding: 0; list-style: none; }
.kinds li { padding: 3px 6px 3px 12px; border: 1px solid #c9ced6; border-radius: 4px; }
.kinds .badge { margin: 0 0 0 4px; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 32px; }
.line { margin: 2px 0; text-indent: 2em; overflow-wrap: anywhere; }
.line.part { margin: 18px 0 6px; text-indent: 0; font-size: 18px; font-weight: 600; text-align: center; }
.line.section { margin-top: 12px; font-weight: 600; }
.line.cells { text-indent: 0; white-space: pre-wrap; tab-size: 6; color: #4b5563; font-size: 13px; }
mark { color: inherit; padding: 1px 0; text-decoration-thickness: 2px; text-underline-offset: 4px; }
mark.error { background: #fbdcd9; text-decoration: underline solid #b42318 2px; }
mark.warning { background: #fbeecb; text-decoration: underline dashed #8a5a00 2px; }
mark.note { background: #e8eaee; text-decoration: underline dotted #565e6b 2px; }
.number { display: inline-block; margin: 0 2px; padding: 0 5px; border-radius: 3px; text-indent: 0; color: #fff;
  font-size: 12px; font-weight: 600; line-height: 1.5; text-decoration: none; }
.number.error { background: #b42318; }
.number.warning { background: #8a5a00; }
.number.note { background: #565e6b; }
.number:focus-visible, summary:focus-visible { outline: 3px solid #1f4e79; outline-offset: 2px; }
.number:target, .finding:target { outline: 3px solid #1f4e79; outline-offset: 2px; }
.finding:target { background: #eaf1f8; }
.unchecked { border-bottom: 2px dotted #6b7280; }
.unchecked:target { background: #eaf1f8; outline: 2px solid #1f4e79; }
.where { color: #4b5563; font-size: 13px; }
.list .finding .number { margin: 0 6px 0 0; }
.list td { font-size: 13px; }
.list dl { font-size: 14px; }
@media screen and (min-width: 1080px) {
  .columns { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); align-items: start; }
  .list { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding-right: 6px; }
}
@media print {
  .skip { display: none; }
  .line { line-height: 1.6; }
  .line.part { font-size: 13pt; break-after: avoid; }
  .line.section { break-after: avoid; }
  mark, .number, .badge, .finding:target { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
