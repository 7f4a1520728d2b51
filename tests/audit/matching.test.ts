import fc from "fast-check";
import { expect, test } from "vitest";
import { matchesOf } from "../../src/audit/text/matches.ts";
import { Screen } from "../../src/audit/text/screen.ts";

const FORMS = [/甲+/g, /乙(丙)?/g, /(?:)/g, /(?<=甲)乙|丙$/g];
const text = fc
  .array(fc.constantFrom(..."甲乙丙丁"), { maxLength: 12 })
  .map((each) => each.join(""));

test("逐个匹配与 matchAll 相同，空匹配也不死循环", () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...FORMS), (from, form) => {
      const plain = [...from.matchAll(form)].map((match) => [match.index, ...match]);
      expect(matchesOf(form, from).map((match) => [match.index, ...match])).toEqual(plain);
      // 再用一次，不受上次停在哪里影响。
      expect(matchesOf(form, from).map((match) => [match.index, ...match])).toEqual(plain);
    }),
  );
});

test("粗筛不漏：各串都有字出现的写法全在，次序不变；缺一串的都不在", () => {
  const sets = fc.array(fc.constantFrom("甲", "乙丙", "丁", "丙丁"), { maxLength: 3 });
  fc.assert(
    fc.property(text, fc.array(sets, { maxLength: 6 }), (from, forms) => {
      const screen = new Screen(forms, (each) => each);
      const fits = forms.filter((each) =>
        each.every((set) => [...set].some((character) => from.includes(character))),
      );
      expect(screen.possible(from)).toEqual(fits);
    }),
  );
});

test("必有的字太多，装不下就说明", () => {
  const many = Array.from({ length: 40 }, (_, index) => [String.fromCharCode(0x4e00 + index)]);
  expect(() => new Screen(many, (each) => each)).toThrow("多于 31");
});
