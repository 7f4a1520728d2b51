import type { Culprit } from "../../findings/culprit.ts";
import type { Finding } from "../../findings/finding.ts";

/**
 * 读表时发现的问题（读不出的格、重复的行）里，诊断已经指出应有的数的，补上 `culprit` 和 `clue`。
 */
export function blameReadings(
  findings: readonly Finding[],
  culprits: readonly Culprit[],
): readonly Finding[] {
  if (culprits.length === 0) return findings;
  return findings.map((finding) => {
    if (finding.rule !== "读表/重复科目" && finding.kind !== "unreadable") return finding;
    const culprit = culprits.find((each) => each.alternative !== true && isAbout(finding, each));
    if (culprit === undefined) return finding;
    return { ...finding, clue: culprit.clue, culprit: `${culprit.sheet}!${culprit.address}` };
  });
}

/** 读不出的是同一格；重复的行在同一行。 */
function isAbout({ kind, cells }: Finding, { book, sheet, address }: Culprit): boolean {
  return cells.some((cell) => {
    if (cell.book !== book || cell.sheet !== sheet) return false;
    return kind === "unreadable"
      ? cell.address === address
      : rowNumber(cell.address) === rowNumber(address);
  });
}

function rowNumber(address: string): string {
  return address.replace(/^[A-Z]+/, "");
}
