import fc from "fast-check";
import { expect, test } from "vitest";
import { bookmarkNames, paragraphIdOf } from "../../src/publish/draft-docx/bookmark-names.ts";

test.each([
  ["二.五.（三）/2080505", ["p1_二_d五_d_l三_r_s2080505"]],
  ["二.一", ["p1_二_d一"]],
  ["a_B", ["p1_a___u0042"]],
])("%s 写成 %j", (id, names) => {
  expect(bookmarkNames(id)).toEqual(names);
  expect(paragraphIdOf(names)).toBe(id);
});

test("任何编号都还原得出，书签名合乎规定，不分大小写也不重名", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), fc.string(), (id, other) => {
      const names = bookmarkNames(id);
      for (const name of names) {
        expect(name).toMatch(/^p[\p{L}\d_]+$/u);
        expect(name.length).toBeLessThanOrEqual(40);
      }
      expect(paragraphIdOf([...names].reverse())).toBe(id);
      if (id !== other) {
        const lower = (list: string[]) => list.join("\n").toLowerCase();
        expect(lower(bookmarkNames(other))).not.toBe(lower(names));
      }
    }),
  );
});

test("别人加的书签不理会；缺了一截就认不出", () => {
  expect(paragraphIdOf(["_GoBack", "p1_二_d一"])).toBe("二.一");
  expect(paragraphIdOf(["_GoBack"])).toBeNull();
  expect(paragraphIdOf(["p2_一"])).toBeNull();
});
