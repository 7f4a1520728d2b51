import { expect, it } from "vitest";
import { staleFindings } from "../../../src/narrative/redraft/stale-findings.ts";

it("过时的数写成未了事项：说明是谁写的、应为多少；没有新数的请人核对", () => {
  const figure = { paragraph: "一/甲", start: 2, end: 7, old: "100万元" };
  const [drafted, typed] = staleFindings([
    { ...figure, fresh: "130万元", by: "drafted" },
    { ...figure, fresh: null, by: "typed" },
  ]);
  expect(drafted?.what).toContain("“100万元”已经过时：现在应为“130万元”");
  expect(drafted?.todo).toContain("改成“130万元”");
  expect(drafted).toMatchObject({ cells: [], stated: "100万元", expected: "130万元" });
  expect(typed?.what).toContain("“100万元”与表不符：新稿里没有这个数");
  expect(typed?.todo).toBe("请核对这一处，改写或删去。");
  expect(typed).not.toHaveProperty("expected");
});

it("没有依据的数是警告，另归一类：可能没有错，由人核对", () => {
  const [one] = staleFindings([
    { paragraph: "一/甲", start: 2, end: 8, old: "12.5万元", fresh: null, by: "unsupported" },
  ]);
  expect(one).toMatchObject({
    rule: "说明/数无依据",
    severity: "warning",
    kind: "unsupported",
    stated: "12.5万元",
  });
  expect(one?.what).toContain("“12.5万元”没有依据");
});
