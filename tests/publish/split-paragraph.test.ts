import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countLines } from "../../src/publish/draft-xlsx/line-breaks.ts";
import { splitParagraph } from "../../src/publish/draft-xlsx/split-paragraph.ts";

const withinLines = (most: number, capacity: number) => (piece: string) =>
  countLines(piece, capacity) <= most;

describe("长段落拆成几截", () => {
  test("在句末断开", () => {
    const sentences = ["第一句话说完了。", "第二句“也说完了。”", "第三句话。"];
    expect(splitParagraph(sentences.join(""), withinLines(1, 10))).toEqual(sentences);
  });

  test("一句放不下时在逗号、顿号处断开，不拆数字", () => {
    const parts = splitParagraph(
      "支出1234567.89万元、其他12.30万元，合计99.99万元。",
      withinLines(1, 11),
    );
    for (const part of parts.slice(0, -1)) expect(part).toMatch(/[、，：]$/);
    expect(parts.join("|")).toContain("1234567.89");
  });

  test("待补充整块不拆", () => {
    const text = "前面的话。【待补充：原因。请分项写明，逐项说明】后面的话。";
    const parts = splitParagraph(text, withinLines(2, 12));
    expect(parts.some((part) => part.includes("【待补充：原因。请分项写明，逐项说明】"))).toBe(
      true,
    );
  });

  test("任何文字、任何行数：一字不少，每截放得下", () => {
    const unit = fc.constantFrom(..."甲乙，。；“”（）【】：、1.9%a \n𠮷".split(""), "𠮷", "。");
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 200 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 3, max: 30 }),
        (units, most, capacity) => {
          const text = units.join("");
          const parts = splitParagraph(text, withinLines(most, capacity));
          expect(parts.join("")).toBe(text);
          for (const part of parts) {
            if ([...part].length > 1) expect(countLines(part, capacity)).toBeLessThanOrEqual(most);
          }
        },
      ),
    );
  });
});

describe("折行估算", () => {
  test.each([
    ["", 10, 1],
    ["一二三四五六七八九十", 10, 1],
    ["一二三四五六七八九十一", 10, 2],
    // 句号不能在行首，前一个字跟着下去。
    ["一二三四五六七八九十。", 10, 2],
    // 数字不拆开。
    ["一二三四五六七八1234567.89", 10, 2],
    ["一\n二", 10, 2],
  ])("%s 每行 %i 字要 %i 行", (text, capacity, lines) => {
    expect(countLines(text, capacity)).toBe(lines);
  });
});
