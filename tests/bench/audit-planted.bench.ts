import { expect, test } from "vitest";
import { exampleBooks, randomBooks } from "../audit/drafts.ts";
import { PLANTINGS } from "../audit/planted.ts";
import { cleanDrafts, recallOf, WAYS } from "../audit/planted-recall.ts";

/** 随机单位数、每份草稿每类种几次：比测试里多，看各类错误实际的召回。 */
const UNITS = 12;
const TIMES = 5;

test("种下的错误：各类的召回", { timeout: 600_000 }, async () => {
  const random = Array.from({ length: UNITS }, (_, index) => randomBooks(index + 1));
  const drafts = cleanDrafts([...(await exampleBooks()), ...random]);
  const lines = PLANTINGS.flatMap((planting) =>
    WAYS.map((way) => {
      const { kind, planted, missed } = recallOf(planting, way, drafts, TIMES);
      const share = (100 * (planted - missed.length)) / planted;
      expect(planted).toBeGreaterThan(0);
      return `${kind}，${way}：${planted - missed.length}/${planted}（${share.toFixed(1)}%）`;
    }),
  );
  console.log([`${drafts.length} 份草稿`, ...lines].join("\n"));
});
