import type { Finding } from "../../findings/finding.ts";
import type { DraftContext } from "../context.ts";
import { subjectTerms } from "../terms/subject-terms.ts";
import { doubt } from "./doubt.ts";

/** 名词解释里没有核实过的科目释义，逐条列出。 */
export function termDoubts(context: DraftContext): Finding[] {
  return subjectTerms(context)
    .filter(({ doubtful }) => doubtful)
    .map(({ code, title, meaning }) =>
      doubt("科目释义待核实", "note", {
        what: `${code} ${title}的释义“${meaning}”没有与当年《政府收支分类科目》核对过。`,
        why: "释义是程序给的建议，不是官方原文。",
        todo: "核对无误后在填报文件里写“名词解释已核对: 是”；要改的写在“名词解释”下。",
      }),
    );
}
