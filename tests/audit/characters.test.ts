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

/** 数字里夹的空格、逗号、全角标点，合起来是一个数的才合；两个数挨着的不合。 */
test.each([
  ["1 165.69万元", "1165.69万元"],
  ["12 345万元", "12345万元"],
  ["12 345，678.00元", "12345678.00元"],
  ["1 165．69万元", "1165.69万元"],
  ["38 200人", "38 200人"],
  ["2023 12.5", "2023 12.5"],
  ["1 165.人", "1 165.人"],
  ["1,165.69 万元", "1165.69万元"],
  ["1，165.69万元", "1165.69万元"],
  ["1，165万元", "1165万元"],
  ["1，165元", "1165元"],
  ["38，200人", "38，200人"],
  ["38人次,200元", "38人次，200元"],
  ["1,1650元", "1，1650元"],
  ["（ 1 ）. 3％：４∶5", "（1）.3%：4：5"],
  ["Windows  10 套", "Windows10套"],
  ["Office Word", "Office Word"],
  ["支 出\t\u00a0决算", "支出\t决算"],
])("“%s”归一成“%s”", (from, to) => {
  expect(normaliseCharacters(piece(from, 0)).text).toBe(to);
});
