import type { DraftContext } from "./context.ts";
import type { Section } from "./draft.ts";

/** 说明的一节。`order` 决定先后；`build` 返回 null 表示本次不写这一节。 */
export interface SectionBuilder {
  /** `二.一` … `二.十`、`三`。 */
  readonly id: string;
  readonly order: number;
  readonly build: (context: DraftContext) => Section | null;
}
