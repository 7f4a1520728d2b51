import type { Draft } from "../narrative/draft.ts";
import { baseOf, type DraftBase } from "../narrative/redraft/draft-base.ts";
import type { StaleFigure } from "../narrative/redraft/stale-figures.ts";

/** 与草稿一起写进 .docx、.xlsx 的：下次更新用的底，和要标出来的过时的数。 */
export interface DraftExtras {
  readonly base: DraftBase;
  readonly stale: readonly StaleFigure[];
}

/** 新起草的、没有改过的草稿：它自己就是底，没有过时的数。 */
export function plainExtras(draft: Draft): DraftExtras {
  return { base: baseOf(draft), stale: [] };
}
