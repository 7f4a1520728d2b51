import fc from "fast-check";
import { expect, test } from "vitest";
import { type MappedText, normaliseCharacters } from "../../src/audit/text/characters.ts";
import { plainNormalise } from "./plain-normalise.ts";

/** 归一要管的字符，夹在普通汉字、数字、字母之间；再加任意的 UTF-16 码元。 */
const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(..."0123456789") },
  { weight: 4, arbitrary: fc.constantFrom(..."支出万元余人次aZ") },
  { weight: 4, arbitrary: fc.constantFrom(..." ,，.．·、。\t") },
  { weight: 2, arbitrary: fc.constantFrom(..."　\u00a0\u2003０９％﹪():;∶﹐／－−〔〕＂職業財") },
  { weight: 1, arbitrary: fc.constantFrom(..."\u00ad\u180e\u200b\u200f\u2060\ufeff\u0000\u001f") },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)) },
);
const text = fc.array(character, { maxLength: 60 }).map((each) => each.join(""));

/** 从原文第 `first` 个码元起的一段。 */
function piece(text: string, first: number): MappedText {
  return { text, at: Int32Array.from({ length: text.length }, (_, index) => first + index) };
}

test("快的归一与逐字写的归一结果相同，下标也相同", () => {
  fc.assert(
    fc.property(text, fc.nat(1000), (from, first) => {
      const source = piece(from, first);
      const fast = normaliseCharacters(source);
      const plain = plainNormalise(source);
      expect(fast.text).toBe(plain.text);
      expect([...fast.at]).toEqual([...plain.at]);
    }),
    { numRuns: 2000 },
  );
});

test("不用改的段落原样返回", () => {
  const source = piece("本年支出1165.69万元，比上年减少12人，“三公”经费为零。", 7);
  expect(normaliseCharacters(source)).toBe(source);
  const wide = piece("本年支出１165.69万元", 0);
  expect(normaliseCharacters(wide)).not.toBe(wide);
});

test("很长的脏段落也归一得了", () => {
  const source = piece("１,２３４．５０ 万元（職業）".repeat(20_000), 0);
  expect(normaliseCharacters(source).text).toBe("1234.50万元（职业）".repeat(20_000));
});
