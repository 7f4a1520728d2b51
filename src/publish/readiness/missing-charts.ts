import { type Finding, finding } from "../../findings/finding.ts";
import type { Draft, Paragraph } from "../../narrative/draft.ts";

/** 有图题没有图的、起草了而这一稿里没有的图。取不到数而画不成的，已经是一处待补充，不重复列。 */
export function chartFindings(draft: Draft, drafted: Draft): Finding[] {
  const present = chartsOf(draft);
  const kept = new Set(present.filter(({ chart }) => chart !== undefined).map(({ id }) => id));
  const empty = present.filter(({ chart, gaps }) => chart === undefined && gaps.length === 0);
  const named = new Set(present.map(({ id }) => id));
  const gone = chartsOf(drafted).filter(
    ({ id, chart }) => chart !== undefined && !kept.has(id) && !named.has(id),
  );
  return [
    ...empty.map((each) =>
      chartFinding(each, `“${each.text}”只有图题，没有图。`, "请重新起草，或把图补在图题上面。"),
    ),
    ...gone.map((each) =>
      chartFinding(
        each,
        `“${each.text}”的数表里都有，这一稿里没有这张图。`,
        "请恢复这一段；确实不要的，在填报文件“已接受的问题”里照抄这一条并说明理由。",
      ),
    ),
  ];
}

function chartsOf(draft: Draft): Paragraph[] {
  return draft.sections
    .flatMap(({ paragraphs }) => paragraphs)
    .filter(({ style }) => style === "chart");
}

function chartFinding({ id, text }: Paragraph, what: string, todo: string): Finding {
  return finding({
    rule: "成稿/缺图",
    severity: "error",
    kind: "chart",
    what,
    why: "说明的格式要求这里有图。",
    todo,
    cells: [],
    text: { quote: text, start: 0, end: text.length, section: id },
  });
}
