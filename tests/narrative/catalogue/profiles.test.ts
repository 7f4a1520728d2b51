import { describe, expect, it } from "vitest";
import type { Draft, Figure } from "../../../src/narrative/draft.ts";
import { draftNarrative } from "../../../src/narrative/draft-narrative.ts";
import { shippedSources } from "../../../src/narrative/generated/profiles.ts";
import { noInputs } from "../../../src/narrative/inputs/inputs.ts";
import { mistakeText } from "../../../src/narrative/templates/mistake.ts";
import {
  readOwnProfile,
  shippedProfiles,
} from "../../../src/narrative/templates/shipped-profiles.ts";
import { narratives, openExample, paragraphsOf, textOf } from "../example-drafts.ts";

const NAMES = shippedProfiles.names;

function profileNamed(name: string) {
  const profile = shippedProfiles.find(name);
  if (profile === null) throw new Error(`没有 ${name}`);
  return profile;
}

/** 数是什么：从哪几格、怎么算来的。 */
const sourceOf = ({ from, formula }: Figure) => JSON.stringify([from, formula]);

function figuresOf(draft: Draft): readonly Figure[] {
  return paragraphsOf(draft).flatMap((paragraph) => paragraph.figures);
}

it.each(shippedSources.map((source) => [source.name, source] as const))(
  "%s：一处写错也没有",
  (_, source) => {
    expect(readOwnProfile(source).mistakes.map(mistakeText)).toEqual([]);
  },
);

describe.each(narratives)("$workbook", (narrative) => {
  it.each(NAMES)("%s 写得成，没有剩下的花括号、模板用语", async (name) => {
    const { current, prior, inputs } = await openExample(narrative);
    const profile = profileNamed(name);
    for (const given of [inputs, noInputs, { ...inputs, whole: true }]) {
      const draft = draftNarrative({ current, prior, inputs: given, profile });
      expect(draft.profile).toBe(profile.name);
      expect(draft.sections.map(({ id }) => id)).toEqual(
        profile.sections.map(({ id }) => id).filter((id) => given.whole || /^[二三]/.test(id)),
      );
      expect(textOf(draft)).not.toMatch(/[{}｛｝]|undefined|null|NaN|，，|。。|，。|：。/);
    }
  });

  it("部门、单位两套只换“部门”“单位”几个字，数和出处一个也不变", async () => {
    const { current, prior, inputs } = await openExample(narrative);
    const [department, unit] = (["部门", "单位"] as const).map((level) =>
      draftNarrative({
        current,
        prior,
        inputs,
        level,
        profile: profileNamed(`四川${level}`),
      }),
    );
    if (department === undefined || unit === undefined) throw new Error("少了一份草稿");
    expect(figuresOf(department)).toEqual(figuresOf(unit));
    const same = (draft: Draft) =>
      textOf(draft).replace(/本部门|部门决算情况说明/g, (word) => word.replace("部门", "单位"));
    expect(textOf(department)).not.toBe(textOf(unit));
    expect(same(department)).toBe(same(unit));
  });

  it("换一套模板，换的是话：出自同样几格、同样算来的数，值都相同", async () => {
    const { current, prior, inputs } = await openExample(narrative);
    const values = new Map<string, string>();
    for (const name of NAMES) {
      const profile = profileNamed(name);
      const draft = draftNarrative({ current, prior, inputs, profile });
      for (const figure of figuresOf(draft).filter(({ from }) => from.length > 0)) {
        const source = sourceOf(figure);
        expect(figure.value).toBe(values.get(source) ?? figure.value);
        values.set(source, figure.value);
      }
    }
    expect(values.size).toBeGreaterThan(50);
  });
});
