import type { Gap, Paragraph, Proposal } from "./draft.ts";

/** 一段里还不能公开的各处：待补充和没有确认的推断，按先后，互不重叠。 */
export function openPlaces({
  gaps,
  proposals = [],
}: Pick<Paragraph, "gaps" | "proposals">): readonly (Gap | Proposal)[] {
  return [...gaps, ...proposals].sort((a, b) => a.start - b.start);
}

/** 这一处是没有确认的推断，不是待补充。 */
export function isProposal(place: Gap | Proposal): place is Proposal {
  return "content" in place;
}

const PROPOSAL = /【(?:据表推断|释义待核实)：([^】]*)】/g;

/** 人改过的文字里还剩的【据表推断：…】、【释义待核实：…】；与原来某一处一字不差的沿用它的键和依据。 */
export function proposalsIn(text: string, known: readonly Proposal[]): Proposal[] {
  return [...text.matchAll(PROPOSAL)].map((match): Proposal => {
    const [quote, content = ""] = match;
    const found = known.find((proposal) => proposal.text === quote);
    return {
      asks: "请核实这一处，去掉括号，或改写这一段。",
      key: [],
      evidence: [],
      ...found,
      text: quote,
      content,
      start: match.index,
      end: match.index + quote.length,
    };
  });
}
