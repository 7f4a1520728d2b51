import { describe, expect, it } from "vitest";
import {
  draftExample,
  narratives,
  openExample,
  type PublishedFigure,
  paragraphsOf,
} from "./example-drafts.ts";

/** 应当出现在草稿里的文本；不应当出现的为 null。 */
function expected({ published, corrected }: PublishedFigure): string | null {
  return corrected === undefined ? published : corrected;
}

describe.each(narratives)("$workbook 的草稿与公开的说明", (narrative) => {
  it("第二部分每一段的每一个数都等于公开的数，或更正后的数", async () => {
    const draft = draftExample(await openExample(narrative));
    const byParagraph = new Map<string, string[]>();
    for (const figure of narrative.figures) {
      const id = figure.slot.split(" ")[0] ?? "";
      const text = expected(figure);
      const list = byParagraph.get(id) ?? [];
      byParagraph.set(id, text === null ? list : [...list, text]);
    }
    const drafted = paragraphsOf(draft)
      .filter((paragraph) => paragraph.id.startsWith("二") && paragraph.figures.length > 0)
      .map((paragraph) => [paragraph.id, paragraph.figures.map((figure) => figure.text)]);
    expect(Object.fromEntries(drafted)).toEqual(Object.fromEntries(byParagraph));
  });

  it("每一处更正都说明了为什么，没有更正的都没有说明", () => {
    for (const figure of narrative.figures) {
      expect(figure.corrected === undefined, figure.slot).toBe(figure.why === undefined);
      if (figure.corrected !== undefined) expect(figure.corrected).not.toBe(figure.published);
    }
  });
});

describe("示例的草稿里剩下的待补充", () => {
  it("只有公开文本自己没有写的地方", async () => {
    const left: Record<string, string[]> = {};
    for (const narrative of narratives) {
      const draft = draftExample(await openExample(narrative));
      left[narrative.workbook] = paragraphsOf(draft).flatMap((paragraph) =>
        paragraph.gaps.map((gap) => `${paragraph.id} ${gap.text}`),
      );
    }
    expect(left).toEqual({
      "2022-乐山市市中区人民政府办公室.xlsx": [],
      "2023-乐山市金口河区人民政府办公室.xlsx": [
        "二.七.（二）/2 【待补充：增减原因】",
        "二.七.（二）/3/国内 【待补充：接待具体项目、金额】",
      ],
      "2023-泸县人民政府办公室.xlsx": [
        "二.七.（二）/2/运行维护 【待补充：公务用车主要用途】",
        "二.七.（二）/3/国内 【待补充：接待具体项目、金额】",
      ],
      "2024-中共乐山市金口河区委办公室.xlsx": [],
    });
  });

  it("逐件接待金额超过接待费总额的，列为疑点", async () => {
    const narrative = narratives.find(({ workbook }) => workbook.startsWith("2024"));
    if (narrative === undefined) throw new Error("缺 2024 年示例");
    const { open } = draftExample(await openExample(narrative));
    const [excess] = open.filter(({ kind, severity }) => kind === "doubt" && severity === "error");
    expect(excess).toMatchObject({
      rule: "说明/逐项金额超过总额",
      left: "14034.00",
      right: "14000.00",
      difference: "34.00",
    });
  });
});
