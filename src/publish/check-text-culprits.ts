import type { Correction, Culprit } from "../findings/culprit.ts";
import { cellPlace, type FindingGroup, groupedAmount } from "./check-groups.ts";

/** 一格之下最多列出的问题数、牵连的格数，其余只计数。 */
const FINDINGS_SHOWN = 8;
const CELLS_SHOWN = 5;

/** 疑似填错的单元格，最可能的在前；由它引起的问题列在它下面，各一行。 */
export function culpritBlock(groups: readonly FindingGroup[]): string {
  if (groups.length === 0) return "";
  const items = groups.map((group, index) => groupText(group, index + 1));
  return [`【疑似填错的单元格】共 ${groups.length} 处`, ...items].join("\n\n");
}

function groupText(
  { title, culprit, alternatives, findings }: FindingGroup,
  number: number,
): string {
  if (culprit === null) return "";
  const lines = [
    `${number}. ${title}　${label(culprit)}　${change(culprit)}`,
    `   线　索：${culprit.clue}`,
    ...togetherLines(culprit),
    ...alternatives.map(
      (other) => `   也可能：${cellPlace(other)}　${label(other)}　${change(other)}。${other.clue}`,
    ),
    `   由此引起的问题 ${findings.length} 条：`,
    ...findings
      .slice(0, FINDINGS_SHOWN)
      .map((finding) => `   　［${finding.rule}］${finding.what}`),
  ];
  const rest = findings.length - FINDINGS_SHOWN;
  if (rest > 0) lines.push(`   　……另有 ${rest} 条，见 JSON 格式的结果。`);
  return lines.join("\n");
}

function togetherLines({ together = [] }: Culprit): string[] {
  if (together.length === 0) return [];
  const shown = together
    .slice(0, CELLS_SHOWN)
    .map((each) => `${each.address} ${change(each)}`)
    .join("；");
  const more = together.length > CELLS_SHOWN ? ` 等 ${together.length} 格` : "";
  return [`   连　带：${shown}${more}`];
}

function label({ row, column }: Correction): string {
  return [row, column].filter((part) => part !== "").join("，");
}

function change({ is, shouldBe }: Correction): string {
  const now = is === "" ? "空白" : groupedAmount(is);
  return `${now} → ${groupedAmount(shouldBe)}`;
}
