import { type Finding, finding } from "../findings/finding.ts";
import type { Section } from "./draft.ts";

const WHY_GAP = "没有补上的说明不能公开。";

/** 每处待补充一条。`text.start`、`text.end` 是它在所在段落里的 UTF-16 下标，`text.section` 是段落编号。 */
export function gapFindings(sections: readonly Section[]): Finding[] {
  return sections.flatMap((section) =>
    section.paragraphs.flatMap((paragraph) =>
      paragraph.gaps.map((gap) =>
        finding({
          rule: "说明/待补充",
          severity: "error",
          kind: "gap",
          what: `“${section.title}”有一处没有写：${gap.text}。`,
          why: WHY_GAP,
          todo:
            gap.key === undefined
              ? gap.asks
              : `请在填报文件的“${gap.key.join(" › ")}”填写：${gap.asks}`,
          cells: [],
          text: { quote: gap.text, start: gap.start, end: gap.end, section: paragraph.id },
        }),
      ),
    ),
  );
}
