import type { Composed } from "../../session/draft-session-compose.ts";

/** 一句话说明草稿的情形：几处待补充、几处没有人确认、改过几段、几段过时。 */
export function draftStatus({ gaps, proposals, draft, notes }: Composed): string {
  const edited = draft.sections
    .flatMap((section) => section.paragraphs)
    .filter((paragraph) => paragraph.edited).length;
  const all = [...notes.values()];
  const outdated = all.filter((note) => note.editOutdated || note.sheetOutdated).length;
  return [
    gaps === 0 ? "没有待补充" : `待补充 ${gaps} 处`,
    ...(proposals === 0 ? [] : [`未确认 ${proposals} 处`]),
    ...(edited === 0 ? [] : [`改过 ${edited} 段`]),
    ...(outdated === 0 ? [] : [`已过时 ${outdated} 段`]),
  ].join(" · ");
}
