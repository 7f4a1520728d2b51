import type { ReactNode } from "react";
import type { Gap, Paragraph, Proposal } from "../../../src/narrative/draft.ts";
import type { FactSource } from "../../../src/narrative/fact.ts";
import type { StaleFigure } from "../../../src/narrative/redraft/stale-figures.ts";

/** 点开一处待补充、一处没有确认的推断时，下面放什么。 */
type RenderGap = (paragraph: Paragraph, gap: Gap | Proposal) => ReactNode;

export interface ParagraphActions {
  readonly onEdit: (id: string, text: string) => void;
  readonly onReset: (id: string) => void;
  /** 把改过的段落里一个过时的数换成新的。 */
  readonly onReplace: (id: string, text: string, figure: StaleFigure) => void;
  readonly onKeep: (id: string) => void;
  readonly onCopy: (paragraph: Paragraph) => void;
  readonly onReveal: (source: FactSource) => void;
  readonly renderGap: RenderGap;
}
