import { describe, expect, test } from "vitest";
import { auditText } from "../../src/audit/audit.ts";
import { type Books, draftText, exampleBooks, randomBooks } from "./drafts.ts";
import { PLANTINGS } from "./planted.ts";

const SEEDS = [1, 2, 4, 5, 7, 8, 10, 11, 13, 14];
const TIMES = 4;

/** 简单的伪随机数，种子相同结果相同。 */
function picker(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return count === 0 ? 0 : Math.floor((state / 2_147_483_648) * count);
  };
}

function plantedTexts(books: readonly Books[], plant: (typeof PLANTINGS)[number]["plant"]) {
  return books.flatMap((each, index) => {
    const clean = draftText(each);
    const pick = picker(index * 97 + 11);
    return Array.from({ length: TIMES }, () => plant(clean, pick)).flatMap((planted) =>
      planted === null ? [] : [{ books: each, ...planted }],
    );
  });
}

describe("种下的错误找得到", async () => {
  const all = [...(await exampleBooks()), ...SEEDS.map(randomBooks)];
  test.each(PLANTINGS)("$kind：对照表时至少找到 97%", ({ plant }) => {
    const cases = plantedTexts(all, plant);
    expect(cases.length).toBeGreaterThan(10);
    const missed = cases.filter(
      ({ text, books }) =>
        auditText(text, { fileName: "x.txt", current: books.current, prior: books.prior }).findings
          .length === 0,
    );
    expect(missed.length / cases.length, missed.map(({ line }) => line).join("\n")).toBeLessThan(
      0.03,
    );
  });

  test.each(PLANTINGS.filter(({ kind }) => !/数字颠倒|漏写万|量词|凑整/.test(kind)))(
    "$kind：只看文本时也找得到九成",
    ({ plant }) => {
      const cases = plantedTexts(all, plant);
      const missed = cases.filter(
        ({ text }) => auditText(text, { fileName: "x.txt" }).findings.length === 0,
      );
      expect(missed.length / cases.length, missed.map(({ line }) => line).join("\n")).toBeLessThan(
        0.1,
      );
    },
  );
});
