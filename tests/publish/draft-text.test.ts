import { expect, test } from "vitest";
import { writeDraftJson } from "../../src/publish/draft-json.ts";
import { writeDraftText } from "../../src/publish/draft-text.ts";
import { sampleDraft } from "./sample-draft.ts";

test("纯文本一段一行，段落齐全、先后相同，题前空行", () => {
  const lines = writeDraftText(sampleDraft).split("\n");
  const paragraphs = sampleDraft.sections.flatMap((section) => section.paragraphs);
  const written = lines.filter((line) => line !== "").map((line) => line.replace(/^　　/, ""));
  expect(written).toHaveLength(paragraphs.length);
  for (const [index, { text, chart }] of paragraphs.entries()) {
    if (chart) expect(written[index]).toContain(text);
    else expect(written[index]).toBe(text);
  }
  expect(lines[lines.indexOf("　　一、收入支出决算总体情况说明") - 1]).toBe("");
  expect(written.at(5 - 1)).toBe(
    "［图1：收、支决算总计变动情况图（万元）：2022年度 1083.87；2023年度 1177.29］",
  );
});

test("JSON 读回来就是草稿，键的先后固定", () => {
  const text = writeDraftJson(sampleDraft);
  const parsed = JSON.parse(text);
  expect(parsed).toEqual(sampleDraft);
  expect(Object.keys(parsed)).toEqual(["unit", "year", "level", "profile", "sections", "open"]);
  expect(Object.keys(parsed.sections[1].paragraphs[1])).toEqual([
    "id",
    "style",
    "text",
    "edited",
    "figures",
    "gaps",
  ]);
  expect(Object.keys(parsed.sections[1].paragraphs[1].figures[0])).toEqual([
    "text",
    "value",
    "moneyUnit",
    "start",
    "end",
    "from",
    "formula",
  ]);
  for (const paragraph of parsed.sections.flatMap(
    (section: { paragraphs: unknown[] }) => section.paragraphs,
  )) {
    for (const figure of [...paragraph.figures, ...paragraph.gaps]) {
      expect(paragraph.text.slice(figure.start, figure.end)).toBe(figure.text);
    }
  }
});
