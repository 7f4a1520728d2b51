import { describe, expect, test } from "vitest";
import { auditText } from "../../src/audit/audit.ts";
import { type Books, draftText, everyStyle, exampleBooks, randomBooks } from "./drafts.ts";

const SEEDS = [1, 2, 4, 5, 7, 8, 10, 11];

function complaints(text: string, books?: Books): string[] {
  const result = auditText(text, {
    fileName: "草稿.txt",
    ...(books === undefined ? {} : { current: books.current, prior: books.prior }),
  });
  return result.findings.map(({ kind, quote, what }) => `${kind}「${quote}」${what}`);
}

describe("自己起草的说明审不出问题", async () => {
  const examples = await exampleBooks();
  test.each(examples)("$name：各种写法，只看文本和对照表", (books) => {
    for (const style of everyStyle) {
      const text = draftText(books, style);
      expect(complaints(text), JSON.stringify(style)).toEqual([]);
      expect(complaints(text, books), JSON.stringify(style)).toEqual([]);
    }
  });

  test.each(SEEDS)("随机单位 %i", (seed) => {
    const books = randomBooks(seed);
    for (const style of [{}, ...everyStyle.slice(-3)]) {
      const text = draftText(books, style);
      expect(complaints(text), JSON.stringify(style)).toEqual([]);
      expect(complaints(text, books), JSON.stringify(style)).toEqual([]);
    }
  });

  test("对照表时，十之九以上的数查得到；没查的都说明为什么", () => {
    for (const books of examples) {
      const { claims } = auditText(draftText(books), {
        fileName: "草稿.txt",
        current: books.current,
        prior: books.prior,
      });
      expect(claims.checked + claims.unchecked.length).toBe(claims.found);
      expect(claims.checked / claims.found).toBeGreaterThan(0.95);
      for (const { why } of claims.unchecked) expect(why).not.toBe("");
    }
  });
});
