import { expect, test } from "vitest";
import type { Culprit } from "../../src/findings/culprit.ts";
import { finding } from "../../src/findings/finding.ts";
import { writeCheckText } from "../../src/publish/check-text.ts";
import { sampleReport } from "./sample-report.ts";

const culprit: Culprit = {
  book: "current",
  sheet: "Z04 支出决算表",
  address: "F12",
  row: "2010301 行政运行",
  column: "基本支出",
  is: "12345.60",
  shouldBe: "1234.56",
  clue: "恰为应有数的 10 倍，小数点错了一位。",
  explains: ["E01", "I10"],
};
const place = "Z04 支出决算表!F12";

function blamed(rule: string, severity: "error" | "warning" = "error") {
  return finding({
    rule,
    severity,
    kind: "linkage",
    what: `${rule} 不成立。`,
    why: "应当相等。",
    todo: "请核对。",
    cells: [],
    culprit: place,
  });
}

const other = { ...blamed("B09"), culprit: undefined };

test("由一格引起的问题列在它下面，不再重复列在后面；条数照计", () => {
  const report = {
    ...sampleReport,
    findings: [blamed("E01"), blamed("I10"), other],
    culprits: [culprit],
  };
  const text = writeCheckText(report);
  expect(text.split("\n")[0]).toContain("错误 3 条");
  expect(text).toContain("【疑似填错的单元格】共 1 处");
  expect(text).toContain(`1. ${place}　2010301 行政运行，基本支出　12,345.60 → 1,234.56`);
  expect(text).toContain("由此引起的问题 2 条");
  expect(text).toContain("【错误】共 3 条，其中 2 条已列在上面的单元格之下");
  expect(text.match(/［E01］/g)).toHaveLength(1);
  expect(text.indexOf("［E01］")).toBeLessThan(text.indexOf("【错误】"));
  expect(text.indexOf("［B09］")).toBeGreaterThan(text.indexOf("【错误】"));
});

test("牵连的格、另一种可能也写明；没有地址的写成空白", () => {
  const cell = { address: "G12", row: "2010301", column: "项目支出", is: "", shouldBe: "5.00" };
  const report = {
    ...sampleReport,
    findings: [blamed("E01")],
    culprits: [
      { ...culprit, together: [cell] },
      { ...culprit, address: "E12", alternative: true as const },
    ],
  };
  const text = writeCheckText(report);
  expect(text).toContain("连　带：G12 空白 → 5.00");
  expect(text).toContain("也可能：Z04 支出决算表!E12");
});

test("问题太多时列出一部分并说明还有多少", () => {
  const report = {
    ...sampleReport,
    findings: Array.from({ length: 30 }, (_, index) => blamed(`X${index}`)),
    culprits: [culprit],
  };
  const text = writeCheckText(report);
  expect(text.match(/［X\d+］/g)).toHaveLength(8);
  expect(text).toContain("另有 22 条");
});
