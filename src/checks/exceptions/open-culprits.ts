import type { Culprit } from "../../findings/culprit.ts";
import type { Finding } from "../../findings/finding.ts";

/**
 * 还有问题要它解释的笔误。它解释的问题都已接受的，不再说那一格填错了；
 * “另一种可能”所解释的规则都不在清单里的，也不再列。
 */
export function openCulprits(
  culprits: readonly Culprit[],
  open: readonly Finding[],
): readonly Culprit[] {
  const places = new Set(open.map(({ culprit }) => culprit));
  const rules = new Set(open.map(({ rule }) => rule));
  return culprits.filter(({ sheet, address, alternative, explains }) =>
    alternative === true
      ? explains.some((rule) => rules.has(rule))
      : places.has(`${sheet}!${address}`),
  );
}
