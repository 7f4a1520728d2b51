import fc from "fast-check";
import { expect, test } from "vitest";
import { chunksOf, type TextMark, textLines } from "../../addin/taskpane/audit/text-marks.ts";

function mark(number: number, start: number, end: number): TextMark {
  return { key: `k${number}`, number, severity: "error", label: "", start, end };
}

test("没有标记：每个不空的行一截，标题认得出", () => {
  const lines = textLines("第二部分 说明\n\n一、总体情况\n　　2023年收入0万元。", []);
  expect(lines.map(({ heading }) => heading)).toEqual(["part", "section", null]);
  expect(lines.map(({ segments }) => segments.map(({ text }) => text))).toEqual([
    ["第二部分 说明"],
    ["一、总体情况"],
    ["　　2023年收入0万元。"],
  ]);
});

test("重叠的标记：小的在前；序号只写在开始的一截", () => {
  const [line] = textLines("甲乙丙丁戊", [mark(1, 0, 5), mark(2, 1, 3)]);
  expect(
    line?.segments.map(({ text, marks, starting }) => [
      text,
      marks.map(({ number }) => number),
      starting.map(({ number }) => number),
    ]),
  ).toEqual([
    ["甲", [1], [1]],
    ["乙丙", [2, 1], [2]],
    ["丁戊", [1], []],
  ]);
});

test("任意文字、任意标记：各截连起来还是原文，每一截的标记恰是盖住它的那些", () => {
  const texts = fc.array(fc.constantFrom("甲", "1", "，", "\n", " "), { maxLength: 60 });
  const spans = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })), { maxLength: 8 });
  fc.assert(
    fc.property(texts, spans, (characters, places) => {
      const text = characters.join("");
      const marks = places
        .map(([start, length], index) => mark(index + 1, start, start + length))
        .filter(({ end }) => end <= text.length);
      const lines = textLines(text, marks);
      expect(lines.map(({ segments }) => segments.map((each) => each.text).join(""))).toEqual(
        text.split("\n").filter((line) => line.trim() !== ""),
      );
      for (const { segments } of lines) {
        for (const segment of segments) {
          const end = segment.start + segment.text.length;
          expect(text.slice(segment.start, end)).toBe(segment.text);
          const covering = marks.filter((each) => each.start <= segment.start && each.end >= end);
          expect(new Set(segment.marks)).toEqual(new Set(covering));
          expect(segment.starting).toEqual(covering.filter(({ start }) => start === segment.start));
        }
      }
      expect(chunksOf(lines).flat()).toEqual(lines);
    }),
  );
});
