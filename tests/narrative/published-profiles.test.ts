import { describe, expect, it } from "vitest";
import type { Draft } from "../../src/narrative/draft.ts";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { shippedProfiles } from "../../src/narrative/templates/shipped-profiles.ts";
import { narratives, openExample, type PublishedFigure, paragraphsOf } from "./example-drafts.ts";

const SICHUAN = shippedProfiles.names.filter((name) => name.startsWith("四川"));

/** 段落编号 → 依次的文字。 */
type Figures = Readonly<Record<string, readonly string[]>>;

function grouped(pairs: readonly (readonly [slot: string, text: string])[]): Figures {
  const bySlot = new Map<string, string[]>();
  for (const [slot, text] of pairs) bySlot.set(slot, [...(bySlot.get(slot) ?? []), text]);
  return Object.fromEntries(bySlot);
}

function drafted(draft: Draft): Figures {
  return grouped(
    paragraphsOf(draft)
      .filter(({ id }) => id.startsWith("二"))
      .flatMap(({ id, figures }) => figures.map(({ text }) => [id, text] as const)),
  );
}

/** 公开文本里的；`of` 取公开的还是更正后的，应当没有的为 null。 */
function published(
  figures: readonly PublishedFigure[],
  of: (figure: PublishedFigure) => string | null,
): Figures {
  return grouped(
    figures.flatMap((figure) => {
      const text = of(figure);
      return text === null ? [] : [[figure.slot.split(" ")[0] ?? "", text] as const];
    }),
  );
}

const corrected = ({ published: text, corrected: right }: PublishedFigure) =>
  right === undefined ? text : right;

describe.each(narratives)("$workbook 与公开的说明", (narrative) => {
  it.each(SICHUAN)("%s：每一段的每个数都是公开的数，公开错了的是更正的数", async (name) => {
    const { current, prior, inputs } = await openExample(narrative);
    const profile = shippedProfiles.find(name);
    if (profile === null) throw new Error(`没有 ${name}`);
    const draft = draftNarrative({ current, prior, inputs, profile });
    expect(drafted(draft)).toEqual(published(narrative.figures, corrected));
  });

  it("公开文本自己错的那几段，草稿与公开的不同；其余各段一字不差", async () => {
    const { current, prior, inputs } = await openExample(narrative);
    const own = drafted(draftNarrative({ current, prior, inputs }));
    const theirs = published(narrative.figures, (figure) => figure.published);
    const wrong = new Set(
      narrative.figures.flatMap(({ slot, corrected: right }) =>
        right === undefined ? [] : [slot.split(" ")[0] ?? ""],
      ),
    );
    expect(wrong.size).toBeGreaterThan(0);
    for (const slot of new Set([...Object.keys(own), ...Object.keys(theirs)])) {
      if (wrong.has(slot)) expect(own[slot], slot).not.toEqual(theirs[slot]);
      else expect(own[slot], slot).toEqual(theirs[slot]);
    }
  });
});
