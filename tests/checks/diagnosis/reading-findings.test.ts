import { expect, test } from "vitest";
import { blameReadings } from "../../../src/checks/diagnosis/reading-findings.ts";
import type { Culprit } from "../../../src/findings/culprit.ts";
import { type CellRef, type Finding, finding } from "../../../src/findings/finding.ts";

const cell = (address: string, extra: Partial<CellRef> = {}): CellRef => ({
  book: "current",
  sheet: "财决04",
  address,
  row: "",
  column: "",
  value: "",
  ...extra,
});
const reading = (rule: string, kind: Finding["kind"], cells: readonly CellRef[]): Finding =>
  finding({ rule, severity: "error", kind, what: "", why: "", todo: "", cells: [...cells] });
const culprit: Culprit = {
  book: "current",
  sheet: "财决04",
  address: "C12",
  row: "",
  column: "",
  is: "",
  shouldBe: "1.00",
  clue: "读不成数。",
  explains: [],
};
const blamed = (one: Finding, by: Partial<Culprit> = {}) =>
  blameReadings([one], [{ ...culprit, ...by }])[0]?.culprit;

test("读不出的格：同一格才归到它", () => {
  const at = (address: string, extra?: Partial<CellRef>) =>
    reading("读表/文字金额", "unreadable", [cell(address, extra)]);
  expect(blameReadings([at("C12")], [culprit])[0]).toMatchObject({
    culprit: "财决04!C12",
    clue: "读不成数。",
  });
  expect(blamed(at("D12"))).toBeUndefined();
  expect(blamed(at("C12", { sheet: "财决03" }))).toBeUndefined();
  expect(blamed(at("C12", { book: "prior" }))).toBeUndefined();
  expect(blamed(at("C12"), { alternative: true })).toBeUndefined();
});

test("重复的行：同一行就归到它，几格里有一格是就算", () => {
  const rows = (...addresses: string[]) =>
    reading(
      "读表/重复科目",
      "structure",
      addresses.map((address) => cell(address)),
    );
  expect(blamed(rows("A12"))).toBe("财决04!C12");
  expect(blamed(rows("A11", "AB12"))).toBe("财决04!C12");
  expect(blamed(rows("A1"))).toBeUndefined();
  expect(blamed(rows())).toBeUndefined();
  expect(blamed(reading("读表/缺少表", "structure", [cell("C12")]))).toBeUndefined();
});

test("没有疑点时原样返回", () => {
  const findings = [reading("读表/文字金额", "unreadable", [cell("C12")])];
  expect(blameReadings(findings, [])).toBe(findings);
});
