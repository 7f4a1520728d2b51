import type { Draft } from "../../narrative/draft.ts";
import { openCount, type Readiness } from "./readiness.ts";

/**
 * 成稿检查的清单写成 JSON 文本：`ready` 为没有未了事项，`count` 为还有几件；`open` 是各类，`notes` 是不妨碍公开的提示，
 * `accepted` 是已说明理由的件数。键的先后固定，缩进两格，末尾换行。
 */
export function writeReadinessJson(
  { unit, year, level, profile }: Draft,
  result: Readiness,
): string {
  const count = openCount(result);
  const ordered = {
    unit,
    year,
    level,
    profile,
    ready: count === 0,
    count,
    open: result.open.map(({ kind, title, todo, findings }) => ({ kind, title, todo, findings })),
    notes: result.notes,
    accepted: result.accepted,
  };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}
