import { type Finding, finding } from "../findings/finding.ts";
import type { Paragraph, Proposal, Section } from "./draft.ts";

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
const WHY_TERM = "释义是程序给的建议，不是官方原文。";

/** 每处还没有人确认的推断、没有人核对的释义一条；位置同上。 */
export function proposalFindings(sections: readonly Section[]): Finding[] {
  return sections.flatMap((section) =>
    section.paragraphs.flatMap((paragraph) =>
      (paragraph.proposals ?? []).map((proposal) =>
        finding({
          ...proposalWords(section, paragraph, proposal),
          severity: "error",
          kind: "proposal",
          cells: [],
          text: {
            quote: proposal.text,
            start: proposal.start,
            end: proposal.end,
            section: paragraph.id,
          },
        }),
      ),
    ),
  );
}

function proposalWords(section: Section, paragraph: Paragraph, { content, asks, key }: Proposal) {
  const place = key.join(" › ");
  if (key[0] === "名词解释") {
    const term = paragraph.text.slice(0, paragraph.text.indexOf("：")).replace(/^\d+\./, "");
    return {
      rule: "说明/科目释义待核实",
      what: `“${term}”的释义没有与当年《政府收支分类科目》核对过。`,
      why: WHY_TERM,
      todo: `核对无误的，在填报文件里写“名词解释已核对: 是”；要改的写在“${place}”。`,
    };
  }
  return {
    rule: "说明/未确认的原因",
    what: `“${section.title}”有一处原因还没有人确认：${content}。`,
    why: WHY_PROPOSAL,
    todo:
      key.length === 0
        ? asks
        : `核实后请在填报文件的“${place}”写下“内容”，把“状态”改为“已确认”；不对的请改写。`,
  };
}
