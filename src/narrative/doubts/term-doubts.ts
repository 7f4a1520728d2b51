import type { Finding } from "../../findings/finding.ts";
import type { DraftContext } from "../context.ts";
import { generalTerms } from "../terms/general-terms.ts";
import { subjectTerms } from "../terms/subject-terms.ts";
import { doubt } from "./doubt.ts";

/** 填报了解释、而说明里没有这个名词的：逐条列出，免得以为写进去了。 */
export function termDoubts(context: DraftContext): Finding[] {
  const listed = new Set([
    ...generalTerms.filter(({ occursIn }) => occursIn(context.current)).map(({ name }) => name),
    ...subjectTerms(context).map(({ code }) => code),
  ]);
  return [...context.inputs.terms.keys()]
    .filter((name) => !listed.has(name))
    .map((name) =>
      doubt("名词没有用上", "note", {
        what: `填报文件“名词解释”下的“${name}”没有写进说明。`,
        why: "名词解释只列表里有发生额的收支名词，和第二部分写到的项级科目（按七位编码填）。",
        todo: "本年确实没有的，留着下年再用；写错编码、名称的请改正。",
      }),
    );
}
