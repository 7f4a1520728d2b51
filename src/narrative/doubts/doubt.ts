import { type Finding, finding, type Severity } from "../../findings/finding.ts";

/** 起草时的疑点：不是待补充，但公开前要人看一眼。 */
export function doubt(
  rule: string,
  severity: Severity,
  words: { readonly what: string; readonly why: string; readonly todo: string },
  amounts: { readonly left?: string; readonly right?: string; readonly difference?: string } = {},
): Finding {
  return finding({
    rule: `说明/${rule}`,
    severity,
    kind: "doubt",
    ...words,
    cells: [],
    ...amounts,
  });
}
