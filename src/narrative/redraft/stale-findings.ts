import { type Finding, finding } from "../../findings/finding.ts";
import type { StaleFigure } from "./stale-figures.ts";

/** 改过的段落里每个过时的数一条。`text.start`、`text.end` 是它在所在段落里的 UTF-16 下标。 */
export function staleFindings(stale: readonly StaleFigure[]): Finding[] {
  return stale.map((figure) => {
    const { paragraph, start, end, old, fresh, by } = figure;
    const words = by === "drafted" ? "已经过时" : "与表不符";
    return finding({
      rule: "说明/数已过时",
      severity: "error",
      kind: "stale",
      what: `段落“${paragraph}”改过，其中的“${old}”${words}：${freshWords(figure)}。`,
      why: "这一段照人改的保留，没有随表更新，公开出去就是错的。",
      todo:
        fresh === null ? "请核对这一处，改写或删去。" : `请把这一处改成“${fresh}”，或核对后另写。`,
      cells: [],
      text: { quote: old, start, end, section: paragraph },
      stated: old,
      ...(fresh === null ? {} : { expected: fresh }),
    });
  });
}

/** 应改成什么。 */
export function freshWords({ fresh }: Pick<StaleFigure, "fresh">): string {
  return fresh === null ? "新稿里没有这个数" : `现在应为“${fresh}”`;
}
