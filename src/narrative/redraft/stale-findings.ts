import { type Finding, finding } from "../../findings/finding.ts";
import type { StaleFigure } from "./stale-figures.ts";

/** 改过的段落里每个过时的、没有依据的数一条。`text.start`、`text.end` 是它在所在段落里的 UTF-16 下标。 */
export function staleFindings(stale: readonly StaleFigure[]): Finding[] {
  return stale.map((figure) => {
    const { paragraph, start, end, old, fresh, by } = figure;
    if (by === "unsupported") return unsupportedFinding(figure);
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

function unsupportedFinding({ paragraph, start, end, old }: StaleFigure): Finding {
  return finding({
    rule: "说明/数无依据",
    severity: "warning",
    kind: "unsupported",
    what: `段落“${paragraph}”里的“${old}”没有依据：这一段的新稿里没有这个数。`,
    why: "旧稿没有带着底稿，不知道它是人添写的，还是表改了以后过时的。",
    todo: "请核对这一处：过时的改写或删去。",
    cells: [],
    text: { quote: old, start, end, section: paragraph },
    stated: old,
  });
}

/** 批注里的话：一个数怎么了、应改成什么。 */
export function staleWords(figure: Pick<StaleFigure, "fresh" | "by">): string {
  return figure.by === "unsupported" ? "这个数没有依据，请核对" : `数已过时：${freshWords(figure)}`;
}

/** 应改成什么。 */
export function freshWords({ fresh }: Pick<StaleFigure, "fresh">): string {
  return fresh === null ? "新稿里没有这个数" : `现在应为“${fresh}”`;
}
