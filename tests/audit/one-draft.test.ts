import { describe, expect, test } from "vitest";
import { draftText, everyStyle, exampleBooks } from "./drafts.ts";
import { PLANTINGS } from "./planted.ts";
import { auditWay, isFound, plantedCases, WAYS } from "./planted-recall.ts";

/** 一个单位、两种写法的草稿：逐个单位、逐种写法的遍历很慢，在 clean-drafts、planted 里。 */
const [books] = await exampleBooks();
if (books === undefined) throw new Error("examples 里没有示例");
const drafts = [{}, everyStyle.at(-1) ?? {}].map((style, index) => ({
  name: `写法${index + 1}`,
  books,
  text: draftText(books, style),
}));

describe.each(drafts)("$name", (draft) => {
  test.each(WAYS)("没有错的不报：%s", (way) => {
    const { findings, claims } = auditWay(draft, way);
    expect(findings.map(({ quote, what }) => `${quote}：${what}`)).toEqual([]);
    const least = way === "对照表" ? 1 : 0.7;
    expect(claims.checked / claims.found).toBeGreaterThanOrEqual(least);
  });
});

test.each(PLANTINGS.flatMap(({ kind, plant }) => WAYS.map((way) => ({ kind, plant, way }))))(
  "种一个错，报的就是那一处：$kind，$way",
  ({ plant, way }) => {
    for (const planted of plantedCases(drafts, plant, 1)) {
      const { findings } = auditWay(planted, way);
      expect(isFound(planted, findings), planted.planted.line).toBe(true);
    }
  },
);
