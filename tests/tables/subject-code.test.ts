import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCode } from "../../src/tables/recognition/subject-code.ts";

const digits = (length: number): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

describe("科目编码", () => {
  test("一格、三格累加、三格全码、合并填满、省略前几格，读出同一个编码", () => {
    fc.assert(
      fc.property(digits(3), digits(2), digits(2), (group, section, item) => {
        const code = group + section + item;
        const spellings = [
          [code, "", ""],
          [group, section, item],
          [group, group + section, code],
          [code, code, code],
          ["", section, item],
          ["", "", item],
        ];
        for (const cells of spellings) {
          expect(readCode(cells, group + section)?.code).toBe(code);
        }
      }),
    );
  });

  test.each([
    [["2010301 行政运行"], "2010301", "行政运行"],
    [["2010301-行政运行"], "2010301", "行政运行"],
    [["２０１０３"], "20103", ""],
    [[" 201 "], "201", ""],
    [["201", "3", "1"], "2010301", ""],
  ])("%j", (cells, code, name) => {
    expect(readCode(cells, "")).toEqual({ code, name });
  });

  test.each([[["合计"]], [[""]], [["类", "款", "项"]], [["栏次"]], [["注：1"]]])(
    "%j 不是编码",
    (cells) => {
      expect(readCode(cells, "")).toBeNull();
    },
  );
});
