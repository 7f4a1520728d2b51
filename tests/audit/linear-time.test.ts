import { expect, test } from "vitest";
import { auditText } from "../../src/audit/audit.ts";
import { readDocument } from "../../src/audit/structure/document.ts";
import { draftText, exampleBooks } from "./drafts.ts";

/** 几次中最快的一次，毫秒。 */
function fastest(run: () => void, times = 3): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < times; round += 1) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

test("时间与长度成正比：一百份接在一起不比一份的一百倍慢多少", async () => {
  const [books] = await exampleBooks();
  if (books === undefined) throw new Error("没有示例");
  const one = draftText(books);
  const run = (copies: number) => {
    const text = Array.from({ length: copies }, () => one).join("\n");
    return fastest(() => auditText(text, { fileName: "x.txt" }));
  };
  run(1);
  const ten = run(10);
  const hundred = run(100);
  // 十倍的长度，不超过三十倍的时间（并行测试时机器忙，留足余量；平方级的算法会是一百倍）。
  expect(hundred / ten).toBeLessThan(30);
});

test("怪异的输入不会拖垮，也不抛错", () => {
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
    const time = fastest(() => auditText(text, { fileName: "x.txt" }), 1);
    expect(time, text.slice(0, 20)).toBeLessThan(3_000);
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
