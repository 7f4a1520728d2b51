import { expect, test } from "vitest";
import type { Culprit } from "../../src/findings/culprit.ts";
import { finding } from "../../src/findings/finding.ts";
import { groupFindings } from "../../src/publish/check-groups.ts";
import { sampleReport } from "./sample-report.ts";

const missing = (key: string, extra: Partial<Culprit> = {}): Culprit => ({
  book: "current",
  sheet: "Z04",
  address: "E10",
  row: `缺少的一行 ${key}`,
  column: "合计",
  is: "",
  shouldBe: "1.00",
  clue: `漏了 ${key}。`,
  explains: [],
  ...extra,
});

const told = (rule: string, clue: string, book: "current" | "prior" = "current") => ({
  ...finding({
    rule,
    severity: "error",
    kind: "structure",
    what: "",
    why: "",
    todo: "",
    cells: [{ book, sheet: "Z04", address: "E11", row: "", column: "", value: "" }],
  }),
  clue,
  culprit: "Z04!E10",
});

test("同一上级之下缺几行、两年缺同一行：各归各的笔误；说不上是哪一处的归到第一处", () => {
  const culprits = [missing("2010301"), missing("2010302"), missing("2010301", { book: "prior" })];
  const findings = [
    told("甲", "漏了 2010302。"),
    told("乙", "漏了 2010301。"),
    told("丙", "漏了 2010301。", "prior"),
    told("丁", "漏了 2010399。"),
  ];
  const groups = groupFindings({ ...sampleReport, culprits, findings });
  expect(
    groups.map(({ culprit, findings: own }) => [
      culprit?.book,
      culprit?.row,
      own.map(({ rule }) => rule).join(""),
    ]),
  ).toEqual([
    ["current", "缺少的一行 2010301", "乙丁"],
    ["current", "缺少的一行 2010302", "甲"],
    ["prior", "缺少的一行 2010301", "丙"],
  ]);
});
