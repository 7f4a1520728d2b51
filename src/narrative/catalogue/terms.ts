import type { DraftContext } from "../context.ts";
import { type GeneralTerm, generalTerms } from "../terms/general-terms.ts";
import { type SubjectTerm, subjectTerms } from "../terms/subject-terms.ts";
import { proposalRun } from "../wording/proposal.ts";
import { textRun, withoutFullStop } from "../wording/reason.ts";
import { gap, type Run } from "../wording/run.ts";
import { item, listEntry, text } from "./build.ts";
import type { CatalogueEntry, ItemScope } from "./entry.ts";

/** 三：名词解释。 */
export const entries: readonly CatalogueEntry[] = [
  listEntry(
    {
      name: "名词",
      meaning:
        "要解释的名词：表里真有的收入、结转类名词，第二部分列到的各项科目，表里真有的支出类名词、“三公”经费、机关运行经费。",
    },
    [
      { name: "编号", kind: "文字", meaning: "段落编号：名词本身，科目为编码。" },
      { name: "名称", kind: "文字", meaning: "名词；科目为写全的“…（类）…（款）…（项）”。" },
      {
        name: "释义",
        kind: "文字",
        meaning:
          "解释，末尾不带句号：填报在“名词解释”下的优先，其次是程序带的；科目的释义没有核对过的带着“释义待核实”的记号，没有释义的待补充。",
      },
    ],
    (context) => {
      const general = generalTerms.filter((term) => term.occursIn(context.current));
      const placed = (place: GeneralTerm["place"]) =>
        general.filter((term) => term.place === place).map((term) => generalItem(context, term));
      return [...placed("before"), ...subjectTerms(context).map(subjectItem), ...placed("after")];
    },
  ),
];

function generalItem(context: DraftContext, term: GeneralTerm): ItemScope {
  return item({
    编号: text(term.name),
    名称: text(term.name),
    释义: text(generalMeaning(context, term)),
  });
}

function generalMeaning(context: DraftContext, { name, meaning }: GeneralTerm): Run {
  const typed = context.inputs.terms.get(name);
  if (typed !== undefined) return withoutFullStop(typed);
  if (name !== "其他收入") return withoutFullStop(meaning);
  const examples = textRun(
    context,
    ["其他收入主要内容"],
    "其他收入的主要内容",
    "其他收入主要是什么，如银行存款利息收入。",
  );
  return [`${meaning}主要是`, examples];
}

function subjectItem({ code, title, meaning, doubtful }: SubjectTerm): ItemScope {
  const key = ["名词解释", code];
  const asks = `科目 ${code} 的释义，请按当年《政府收支分类科目》填写。`;
  const checks = `科目 ${code} 的释义是程序给的建议，请与当年《政府收支分类科目》核对。`;
  const known = meaning === null ? null : withoutFullStop(meaning);
  return item({
    编号: text(code),
    名称: text(title),
    释义: text(
      known === null
        ? gap("科目释义", asks, key)
        : doubtful
          ? proposalRun(known, checks, key, [], "释义待核实")
          : known,
    ),
  });
}
