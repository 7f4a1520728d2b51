import type { Finding } from "../../../src/findings/finding.ts";

/** 填报内容里这一栏（或它下面）写错的说法；没有为 null。 */
export function problemAt(problems: readonly Finding[], path: readonly string[]): string | null {
  const key = path.join(" › ");
  const found = problems.find(
    ({ what }) => what.includes(`“${key}”`) || what.includes(`“${key} › `),
  );
  return found === undefined ? null : found.what.replace(/^[^：]*：/, "");
}
