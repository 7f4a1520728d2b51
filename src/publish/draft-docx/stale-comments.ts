import type * as Docx from "docx";
import type { StaleFigure } from "../../narrative/redraft/stale-figures.ts";
import { staleWords } from "../../narrative/redraft/stale-findings.ts";

/** 一处过时的数和它的批注号。 */
export interface CommentedFigure extends StaleFigure {
  readonly comment: number;
}

const AUTHOR = "决算核对与说明";

/** 每个过时的数一条批注；`of` 取一段里的各条，按先后。 */
export function staleComments(docx: typeof Docx, stale: readonly StaleFigure[]) {
  const figures = stale.map((figure, comment): CommentedFigure => ({ ...figure, comment }));
  return {
    list: figures.map((figure) => ({
      id: figure.comment,
      author: AUTHOR,
      initials: "核",
      children: [new docx.Paragraph({ children: [new docx.TextRun(`${staleWords(figure)}。`)] })],
    })),
    of: (paragraph: string) =>
      figures.filter((figure) => figure.paragraph === paragraph).sort((a, b) => a.start - b.start),
  };
}
