import type { ProposalEvidence } from "../draft.ts";
import { plainText } from "./plain-text.ts";
import { PROPOSED, type ProposalRun, type Run } from "./run.ts";

/** 据表推断、等人确认的一句话，写成 `【据表推断：…】`；`key` 是填报文件里的键。 */
export function proposalRun(
  runs: Run,
  asks: string,
  key: readonly string[],
  evidence: readonly ProposalEvidence[],
): ProposalRun {
  const content = plainText(runs);
  return { kind: "proposal", runs, text: `${PROPOSED}${content}】`, content, asks, key, evidence };
}
