import { expect, test } from "vitest";
import { auditText } from "../../src/audit/audit.ts";
import { expectedFrom } from "../../src/audit/expected/expected.ts";
import { draftText, randomBooks } from "./drafts.ts";

test("同两本表只算一次应有之数；换了上年的表重算", () => {
  const { current, prior } = randomBooks(4);
  const both = expectedFrom(current, prior);
  expect(expectedFrom(current, prior)).toBe(both);
  expect(both.prior.size).toBeGreaterThan(0);
  const alone = expectedFrom(current, null);
  expect(alone.prior.size).toBe(0);
  expect(expectedFrom(current, prior)).toEqual(both);
});

test("按名称、按编码找得到的项就是清单里的项", () => {
  const { items, itemByCode, itemByNames } = expectedFrom(randomBooks(5).current, null);
  expect(items.length).toBeGreaterThan(3);
  for (const item of items) expect(itemByCode.get(item.code)?.code).toBe(item.code);
  for (const item of itemByNames.values()) expect(items).toContain(item);
});

test("同一本工作簿再审一遍，结果一样", () => {
  const books = randomBooks(7);
  const options = { fileName: "草稿.txt", current: books.current, prior: books.prior };
  const wrong = draftText(books).replace(/\d(?=\.\d\d万元)/, (digit) => String(9 - Number(digit)));
  const first = auditText(wrong, options);
  expect(first.findings.length).toBeGreaterThan(0);
  expect(auditText(wrong, options)).toEqual(first);
  expect(auditText(wrong, { ...options, current: { ...books.current } })).toEqual(first);
});
