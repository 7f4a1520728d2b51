import type { DraftContext } from "../context.ts";
import type { Section } from "../draft.ts";
import { draftScope, type KnownNames } from "./names.ts";
import type { Profile } from "./profile.ts";
import { renderSection } from "./render.ts";

/** 按一套模板写出各节，按次序；没有写出一段的节不在里面。 */
export function writeSections(
  profile: Profile,
  context: DraftContext,
  known: KnownNames,
): Section[] {
  const scope = draftScope(context, known);
  return profile.sections.flatMap((template) => renderSection(template, scope, known) ?? []);
}
