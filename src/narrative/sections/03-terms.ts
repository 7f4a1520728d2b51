import type { DraftContext } from "../context.ts";
import type { Paragraph } from "../draft.ts";
import type { SectionBuilder } from "../section.ts";
import { type GeneralTerm, generalTerms } from "../terms/general-terms.ts";
import { type SubjectTerm, subjectTerms } from "../terms/subject-terms.ts";
import { textRun, withoutFullStop } from "../wording/reason.ts";
import { gap, paragraph, type Run } from "../wording/run.ts";

const TITLE = "第三部分　名词解释";

export const section: SectionBuilder = {
  id: "三",
  order: 300,
  build: (context) => {
    const general = generalTerms.filter((term) => term.occursIn(context.current));
    const before = general.filter((term) => term.place === "before");
    const after = general.filter((term) => term.place === "after");
    const entries: readonly (readonly [id: string, runs: Run])[] = [
      ...before.map((term) => generalEntry(context, term)),
      ...subjectTerms(context).map(subjectEntry),
      ...after.map((term) => generalEntry(context, term)),
    ];
    const paragraphs: Paragraph[] = entries.map(([id, runs], index) =>
      paragraph(`三/${id}`, "listItem", [`${index + 1}.`, runs]),
    );
    return {
      id: "三",
      title: TITLE,
      paragraphs: [paragraph("三/标题", "part", [TITLE]), ...paragraphs],
    };
  },
};

function generalEntry(context: DraftContext, term: GeneralTerm): readonly [string, Run] {
  const typed = context.inputs.terms.get(term.name);
  if (typed !== undefined) return [term.name, `${term.name}：${withoutFullStop(typed)}。`];
  if (term.name !== "其他收入") return [term.name, `${term.name}：${term.meaning}`];
  const examples = textRun(
    context,
    ["其他收入主要内容"],
    "其他收入的主要内容",
    "其他收入主要是什么，如银行存款利息收入。",
  );
  return [term.name, [`${term.name}：${term.meaning}主要是`, examples, "。"]];
}

function subjectEntry({ code, title, meaning }: SubjectTerm): readonly [string, Run] {
  if (meaning !== null) return [code, `${title}：${withoutFullStop(meaning)}。`];
  const asks = `科目 ${code} 的释义，请按当年《政府收支分类科目》填写。`;
  return [code, [`${title}：`, gap("科目释义", asks, ["名词解释", code]), "。"]];
}
