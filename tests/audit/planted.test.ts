import { describe, expect, test } from "vitest";
import { exampleBooks, randomBooks } from "./drafts.ts";
import { PLANTINGS } from "./planted.ts";
import { auditWay, cleanDrafts, recallOf, WAYS } from "./planted-recall.ts";

const SEEDS = [1, 5, 8];
const TIMES = 2;
const LEAST = 0.97;

describe("种下的错误找得到，没有种错的不误报", async () => {
  const drafts = cleanDrafts([...(await exampleBooks()), ...SEEDS.map(randomBooks)]);

  test.each(WAYS)("%s：没有种错的，一条也不报", (way) => {
    for (const draft of drafts) {
      const found = auditWay(draft, way).findings.map(({ what }) => what);
      expect(found, draft.name).toEqual([]);
    }
  });

  test.each(PLANTINGS.flatMap((planting) => WAYS.map((way) => ({ ...planting, way }))))(
    "$kind，$way：至少找到 97%，报的就是那一处",
    ({ way, ...planting }) => {
      const { planted, missed } = recallOf(planting, way, drafts, TIMES);
      expect(planted).toBeGreaterThan(20);
      expect(1 - missed.length / planted, missed.join("\n")).toBeGreaterThanOrEqual(LEAST);
    },
  );
});
