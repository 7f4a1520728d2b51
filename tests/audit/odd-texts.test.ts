import { expect, test } from "vitest";
import { auditText } from "../../src/audit/audit.ts";
import { readDocument } from "../../src/audit/structure/document.ts";

test("怪异的输入不抛错，每个数都有交代", () => {
  const odd = [
    "",
    "\n\n\n",
    "（".repeat(20_000),
    "1".repeat(50_000),
    "占".repeat(20_000),
    "减少1万元，".repeat(5_000),
    "其中：1万元、".repeat(5_000),
    "第二部分 决算情况说明\n一、收入支出决算总体情况说明\n99999999999999999999.99万元，占1%",
    "[bookmark: ".repeat(5_000),
    "\u0000\ud800",
  ];
  for (const text of odd) {
    const { claims } = auditText(text, { fileName: "x.txt" });
    expect(claims.checked + claims.unchecked.length, text.slice(0, 20)).toBe(claims.found);
  }
});

test("归一后的每个字都指得回原文", () => {
  const text =
    "第二部分　２０２３年度决算情况说明\r\n[bookmark: _Toc1]三、支出决算情况说明\r\n本年支出合计 １,２３４．５０ 万元，職業年金\r\n";
  const { paragraphs, text: original } = readDocument(text);
  expect(original).not.toContain("\r");
  for (const paragraph of paragraphs) {
    expect(paragraph.at).toHaveLength(paragraph.text.length);
    for (let index = 1; index < paragraph.at.length; index += 1) {
      expect(paragraph.at[index]).toBeGreaterThan(paragraph.at[index - 1] ?? -1);
    }
  }
  expect(paragraphs.map((each) => each.text)).toEqual([
    "第二部分2023年度决算情况说明",
    "三、支出决算情况说明",
    "本年支出合计1234.50万元，职业年金",
  ]);
});
