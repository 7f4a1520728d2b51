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

const WHY_PROPOSAL = "推断只根据表里的数，公开的原因须由知情的人确认。";

/** 每处还没有人确认的推断一条；位置同上。 */
export function proposalFindings(sections: readonly Section[]): Finding[] {
  return sections.flatMap((section) =>
    section.paragraphs.flatMap((paragraph) =>
      (paragraph.proposals ?? []).map(({ text, content, key, start, end }) =>
        finding({
          rule: "说明/未确认的原因",
          severity: "error",
          kind: "proposal",
          what: `“${section.title}”有一处原因还没有人确认：${content}。`,
          why: WHY_PROPOSAL,
          todo: `核实后请在填报文件的“${key.join(" › ")}”写下“内容”，把“状态”改为“已确认”；不对的请改写。`,
          cells: [],
          text: { quote: text, start, end, section: paragraph.id },
        }),
      ),
    ),
  );
}
