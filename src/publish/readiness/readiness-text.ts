import { SEVERITY_NAMES } from "../../findings/finding.ts";
import { openCount, type Readiness } from "./readiness.ts";

const NUMERALS = "一二三四五六七八九十";

/** 成稿检查的清单写成文本：分类计数，每条说明怎么办；提示列在最后。 */
export function writeReadinessText(result: Readiness): string {
  const count = openCount(result);
  const lines = [count === 0 ? "没有未了事项。" : `还有 ${count} 件事没有了结：`];
  for (const [index, { title, todo, findings }] of result.open.entries()) {
    lines.push("", `${NUMERALS[index] ?? ""}、${title}（${findings.length} 件）：${todo}`);
    for (const [place, one] of findings.entries()) {
      const head = `【${SEVERITY_NAMES[one.severity]}】（${one.rule}）`;
      lines.push(`　${place + 1}. ${head}${one.what}${one.todo}`);
    }
  }
  if (result.accepted > 0) lines.push("", `另有 ${result.accepted} 件已说明理由，不再列出。`);
  if (result.notes.length > 0) {
    lines.push("", `请再看一眼（${result.notes.length} 件，不妨碍公开）：`);
    for (const [place, one] of result.notes.entries()) {
      lines.push(`　${place + 1}. ${one.what}${one.todo}`);
    }
  }
  return lines.join("\n");
}
