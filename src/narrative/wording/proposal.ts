import type { ProposalEvidence } from "../draft.ts";
import { plainText } from "./plain-text.ts";
import { type ProposalMark, type ProposalRun, proposalOpening, type Run } from "./run.ts";

/**
 * 等人确认的一句话，写成 `【据表推断：…】`（或别的标记）；`key` 是填报文件里的键。
 * `evidence` 是推断的依据，科目释义没有。
 */
export function proposalRun(
  runs: Run,
  asks: string,
  key: readonly string[],
  evidence: readonly ProposalEvidence[],
  mark: ProposalMark = "据表推断",
): ProposalRun {
  const content = plainText(runs);
  const text = `${proposalOpening(mark)}${content}】`;
  return { kind: "proposal", mark, runs, text, content, asks, key, evidence };
}
