import { describe, expect, test } from "vitest";
import { auditText } from "../../src/audit/audit.ts";
import { type Books, draftText, everyStyle, exampleBooks, randomBooks } from "./drafts.ts";
import { auditWay, cleanDrafts } from "./planted-recall.ts";

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

  test.each(cleanDrafts([...examples, ...SEEDS.slice(0, 4).map(randomBooks)]))(
    "$name：对照表时每个数都查得到",
    (draft) => {
      const { claims } = auditWay(draft, "对照表");
      expect(claims.unchecked.map(({ quote, why }) => `${quote}：${why}`)).toEqual([]);
      expect(claims.checked).toBe(claims.found);
      expect(claims.found).toBeGreaterThan(60);
    },
  );
});
