import type { AuditContext } from "../context.ts";
import type { Statement } from "./claims.ts";
import type { FactKey } from "./keys.ts";

export interface FixedSum {
  readonly whole: FactKey;
  readonly parts: readonly FactKey[];
}

/** 决算里固定的加总关系。 */
export const FIXED_SUMS: readonly FixedSum[] = [
  { whole: "三公", parts: ["三公.出国", "三公.公车", "三公.接待"] },
  { whole: "三公.公车", parts: ["三公.购置", "三公.运行"] },
  { whole: "三公.接待", parts: ["三公.国内接待", "三公.外事接待"] },
  { whole: "基本", parts: ["人员经费", "公用经费"] },
];

/** 第二部分里这个数的最后一种说法：加总的各项多在同一小节，取离它们最近的。没有说的为 null。 */
export function lastSaid(
  key: FactKey,
  context: AuditContext,
  tense: Statement["tense"] = "actual",
): Statement | null {
  return (
    context
      .statementsOf(key, tense)
      .findLast(({ passage }) => passage.paragraph.part === "narrative") ?? null
  );
}
