import type { Draft } from "../../src/narrative/draft.ts";
import { guessedFigures, paragraphsOf } from "../../src/narrative/redraft/draft-base.ts";
import { isReset, type ParagraphEdit } from "../../src/narrative/redraft/kept-paragraphs.ts";
import { figuresInEdit, type StaleFigure } from "../../src/narrative/redraft/stale-figures.ts";

/**
 * 改过的各段里与现在的表不符的数，按段落编号。随工作簿只保存着改的时候的原稿，原稿里的数按写法认；
 * 原稿与新稿相同的，就是人写的数与表不符。
 */
export function staleInEdits(
  drafted: Draft,
  edits: readonly ParagraphEdit[],
): ReadonlyMap<string, readonly StaleFigure[]> {
  const freshOf = new Map(paragraphsOf(drafted).map((each) => [each.id, each]));
  return new Map(
    edits.flatMap((edit) => {
      const fresh = freshOf.get(edit.id);
      if (fresh === undefined || isReset(edit)) return [];
      const { id, text, draft } = edit;
      const figures = guessedFigures(draft);
      const base =
        draft === fresh.text || draft === ""
          ? null
          : { text: draft, drafted: { text: draft, figures }, places: figures, orphans: [] };
      const { stale } = figuresInEdit(id, text, base, fresh);
      return stale.length === 0 ? [] : [[id, stale] as const];
    }),
  );
}
