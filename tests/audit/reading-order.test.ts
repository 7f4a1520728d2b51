import { expect, test } from "vitest";
import type { AuditFinding } from "../../src/audit/audit-result.ts";
import { inReadingOrder } from "../../src/audit/reading-order.ts";
import { type CellRef, finding, type Severity } from "../../src/findings/finding.ts";

const CELL: CellRef = {
  book: "current",
  sheet: "财决01",
  address: "E37",
  row: "收入总计",
  column: "",
  value: "1.00",
};

/** 第 `start` 字到第 `end` 字的一条；`cells` 是有没有表可依。 */
function found(
  what: string,
  start: number,
  end: number,
  severity: Severity = "error",
  cells = false,
): AuditFinding {
  const place = { quote: what, start, end, section: "二.一" };
  return {
    ...finding({
      rule: "text/sum",
      kind: "sum",
      severity,
      what,
      why: "",
      todo: "",
      cells: cells ? [CELL] : [],
    }),
    ...place,
    kind: "sum",
    text: place,
    verdict: null,
    also: [],
  };
}

/** 应有的先后。 */
const ORDERED: readonly AuditFinding[] = [
  found("在前的提示", 3, 9, "note"),
  found("短的，有表可依的错误", 5, 9, "error", true),
  found("短的错误", 5, 9),
  found("长的，有表可依的错误", 5, 20, "error", true),
  found("长的错误", 5, 20),
  found("警告", 5, 6, "warning"),
  found("提示，在末尾", 5, 6, "note", true),
  found("在后的错误", 12, 13),
];

test.each([
  ["倒着来", ORDERED.toReversed()],
  ["已经排好", ORDERED],
  ["打乱", [4, 1, 7, 0, 6, 2, 5, 3].flatMap((index) => ORDERED[index] ?? [])],
])("按文中先后；同一处的先错误后警告，先短后长，有表可依的在前：%s", (_, findings) => {
  expect(inReadingOrder(findings).map(({ what }) => what)).toEqual(ORDERED.map(({ what }) => what));
});

test("都一样的照原来的先后", () => {
  const same = [found("甲", 5, 9), found("乙", 5, 9), found("丙", 5, 9)];
  expect(inReadingOrder(same)).toEqual(same);
});

test("完全相同的只留一条；话、位置、种类有一样不同的都留", () => {
  const one = found("甲", 5, 9);
  const others = [
    found("乙", 5, 9),
    found("甲", 5, 10),
    { ...one, kind: "share" as const },
    found("甲", 6, 9),
  ];
  expect(inReadingOrder([one, one, ...others, one])).toHaveLength(1 + others.length);
});
