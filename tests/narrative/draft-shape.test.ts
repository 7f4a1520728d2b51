import { describe, expect, it } from "vitest";
import type { Draft } from "../../src/narrative/draft.ts";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { noInputs } from "../../src/narrative/inputs/inputs.ts";
import {
  bareDraft,
  draftExample,
  narratives,
  openExample,
  paragraphsOf,
  textOf,
} from "./example-drafts.ts";

const ids = (draft: Draft) => paragraphsOf(draft).map((paragraph) => paragraph.id);

describe.each(narratives)("$workbook 的草稿", (narrative) => {
  it("数和待补充的位置恰好是那段文字", async () => {
    const example = await openExample(narrative);
    for (const draft of [draftExample(example), bareDraft(example)]) {
      for (const { text, figures, gaps } of paragraphsOf(draft)) {
        for (const { start, end, text: quote } of [...figures, ...gaps]) {
          expect(text.slice(start, end)).toBe(quote);
        }
      }
    }
  });

  it("文中的【待补充】都登记在册，逐条列为未了事项", async () => {
    const draft = bareDraft(await openExample(narrative));
    const gaps = paragraphsOf(draft).flatMap((paragraph) => paragraph.gaps);
    expect(textOf(draft).match(/【待补充：/g)).toHaveLength(gaps.length);
    expect(draft.open.filter((each) => each.kind === "gap")).toHaveLength(gaps.length);
  });

  it("段落编号不重复，填不填报都一样（除了要人写的内容本身）", async () => {
    const example = await openExample(narrative);
    const [filled, bare] = [ids(draftExample(example)), ids(bareDraft(example))];
    expect(new Set(filled).size).toBe(filled.length);
    const own = (id: string) => !/自评|附件|外事|二\.十\.（四）/.test(id);
    expect(filled.filter(own)).toEqual(bare.filter(own));
  });

  it("同样的输入得同样的草稿", async () => {
    const first = draftExample(await openExample(narrative));
    const second = draftExample(await openExample(narrative));
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  });

  it("没有上年工作簿时，凡与上年相比的句子都留成待补充，数不受影响", async () => {
    const { current, inputs } = await openExample(narrative);
    const draft = draftNarrative({ current, prior: null, inputs });
    const byId = new Map(paragraphsOf(draft).map((paragraph) => [paragraph.id, paragraph]));
    for (const id of ["二.一/正文", "二.四/正文", "二.五.（一）/正文", "二.十.（一）/正文"]) {
      expect(
        byId
          .get(id)
          ?.gaps.map((gap) => gap.asks)
          .join(),
      ).toContain("--prior");
    }
    for (const id of ["二.一/图1", "二.四/图4", "二.五.（一）/图5"]) {
      expect(byId.get(id)?.chart).toBeUndefined();
      expect(byId.get(id)?.text).toContain("决算工作簿】");
    }
    expect(byId.get("二.五.（二）/图6")?.chart).toBeDefined();
    expect(textOf(draft)).not.toMatch(/增加|减少\d/);
  });

  it("给错了上年工作簿（本年的）等于没有给，并列出为什么", async () => {
    const { current, currentWorkbook, inputs } = await openExample(narrative);
    const wrong = draftNarrative({ current, prior: current, inputs });
    const none = draftNarrative({ current, prior: null, inputs });
    expect(textOf(wrong)).toBe(textOf(none));
    expect(wrong.open[0]?.message).toContain(currentWorkbook.fileName);
  });
});

describe("部门与单位", () => {
  it.each([
    ["单位", /本部门|部门决算情况/],
    ["部门", /本单位|单位决算情况/],
  ] as const)("%s版里没有另一级的字样", async (level, other) => {
    for (const narrative of narratives) {
      const { current, prior } = await openExample(narrative);
      const draft = draftNarrative({ current, prior, inputs: noInputs, level });
      expect(draft.level).toBe(level);
      expect(textOf(draft)).toContain(`本${level}`);
      expect(textOf(draft)).toContain(`${level}决算情况说明`);
      expect(textOf(draft)).not.toMatch(other);
    }
  });

  it("年度用词通篇一律", async () => {
    for (const narrative of narratives) {
      const { current, prior, inputs } = await openExample(narrative);
      const draft = draftNarrative({ current, prior, inputs, options: { yearWord: "年度" } });
      const generated = paragraphsOf(draft).filter(
        (paragraph) => paragraph.id !== "二.七.（二）/2",
      );
      const years = generated.flatMap(({ text }) => text.match(/20\d\d年(?!度|12月31日)/g) ?? []);
      expect(years).toEqual([]);
    }
  });
});
