import { describe, expect, test } from "vitest";
import { checkTables } from "../../src/checks/check.ts";
import { applyAcceptances } from "../../src/checks/exceptions/apply-acceptances.ts";
import { openCulprits } from "../../src/checks/exceptions/open-culprits.ts";
import { buildTableSets, type CaseData } from "../../src/checks/own-rules/case-tables.ts";
import type { Acceptance } from "../../src/findings/acceptance.ts";
import { finding } from "../../src/findings/finding.ts";
import type { TableSet } from "../../src/tables/table.ts";
import { ruleOf } from "./rule-of.ts";

const data: CaseData = {
  数据: {
    "财决04[合计, 基本支出]": 100,
    "财决04[201, 基本支出]": 90,
    "财决05-1[合计, 合计]": 80,
    "财决05-1[201, 合计]": 80,
  },
};
const rule = ruleOf("每个科目 财决04[基本支出] = 财决05-1[合计]");
const accept = (extra: Partial<Acceptance>): Acceptance => ({
  rule: "T01",
  cells: ["财决04[201, 基本支出]"],
  reason: "已核实",
  what: "",
  ...extra,
});

function apply(acceptances: readonly Acceptance[], current: TableSet = tables(data)) {
  const checked = checkTables({ current, rules: [rule] });
  const books = { current, prior: null };
  return { ...applyAcceptances(checked.findings, acceptances, books, checked), checked };
}

function tables(content: CaseData): TableSet {
  return buildTableSets(content).current;
}

/** 换版式：工作表改名，各格地址都下移右移。 */
function movedElsewhere(set: TableSet): TableSet {
  const moved = set.tables.map((table) => ({
    ...table,
    sheet: `新${table.sheet}`,
    address: table.address.map((each) =>
      each === "" ? "" : `B${each.replace(/\d+/, (n) => `${Number(n) + 40}`)}`,
    ),
  }));
  return { ...set, tables: moved, byForm: new Map(moved.map((each) => [each.form.id, each])) };
}

test("接受一条：它离开清单，带着理由列出，另一条还在", () => {
  const { open, accepted, unmatched, checked } = apply([accept({})]);
  expect(checked.findings).toHaveLength(2);
  expect(open).toHaveLength(1);
  expect(open[0]?.cells[0]?.row).toContain("合计");
  expect(accepted.map((each) => [each.rule, each.reason, each.cells[0]?.row])).toEqual([
    ["T01", "已核实", "201"],
  ]);
  expect(unmatched).toEqual([]);
});

test("按表号、行、栏认：工作表改名、换版式仍是那一条", () => {
  const moved = movedElsewhere(tables(data));
  const { open, accepted, unmatched } = apply([accept({})], moved);
  expect([open.length, accepted.length, unmatched.length]).toEqual([1, 1, 0]);
  expect(accepted[0]?.cells[0]?.sheet).toBe("新财决04");
});

describe("几种写法指同一格", () => {
  const [first] = apply([]).checked.findings.filter((each) => each.cells[0]?.row === "201");
  const { sheet = "", address = "" } = first?.cells[0] ?? {};
  test.each([
    "财决04[201, 基本支出]",
    "财决04［201，基本支出］",
    " 财决04[ 201 , 基本支出 ] ",
    `${sheet}!${address}`,
    `本年!${sheet}!${address}`,
    `${sheet}!$${address.toLowerCase()}`,
  ])("%s", (cell) => {
    expect(apply([accept({ cells: [cell] })]).accepted).toHaveLength(1);
  });
});

test("写几格的，每一格都要在问题里", () => {
  const both = ["财决04[201, 基本支出]", "财决05-1[201, 合计]"];
  expect(apply([accept({ cells: both })]).accepted).toHaveLength(1);
  const other = ["财决04[201, 基本支出]", "财决05-1[合计, 合计]"];
  expect(apply([accept({ cells: other })]).accepted).toHaveLength(0);
});

test("记下了当时的说法：说法里的地址、用词变了仍算，数变了不算，并说明", () => {
  const [, detail] = apply([]).checked.findings;
  const what = detail?.what ?? "";
  const moved = apply([accept({ what: what.replace(/（[A-Z]+\d+）/g, "（Z99）") })]);
  expect(moved.accepted).toHaveLength(1);
  const changed = apply(
    [accept({ what })],
    tables({ 数据: { ...data.数据, "财决04[201, 基本支出]": 95 } }),
  );
  expect(changed.accepted).toEqual([]);
  expect(changed.open).toHaveLength(2);
  expect(changed.unmatched[0]?.message).toContain("数和接受时不同了，所以仍列在清单里");
});

test("没有单元格的问题凭说法认", () => {
  const missing = finding({
    rule: "读表/缺少表",
    severity: "warning",
    kind: "structure",
    what: "文件“甲.xlsx”里没有财决06表。",
    why: "",
    todo: "",
    cells: [],
  });
  const books = { current: tables(data), prior: null };
  const rules = { run: [], notRun: [] };
  const entry = accept({ rule: "读表/缺少表", cells: [], what: missing.what });
  expect(applyAcceptances([missing], [entry], books, rules).open).toEqual([]);
  const other = { ...entry, what: "文件“甲.xlsx”里没有财决07表。" };
  expect(applyAcceptances([missing], [other], books, rules).open).toEqual([missing]);
});

describe("凭说法认、比数", () => {
  const books = { current: tables(data), prior: null };
  const noted = (what: string) =>
    finding({
      rule: "读表/甲",
      severity: "note",
      kind: "structure",
      what,
      why: "",
      todo: "",
      cells: [],
    });
  const accepts = (then: string, now: string, cells: readonly string[] = []) => {
    const one = { ...noted(now), cells: apply([]).checked.findings[1]?.cells ?? [] };
    const entry = accept({ rule: "读表/甲", cells, what: then });
    const outcome = applyAcceptances([one], [entry], books, { run: [], notRun: [] });
    return outcome.accepted.length === 1;
  };
  const cells = ["财决04[201, 基本支出]"];

  test("没有写格的，说法里的字不同就不是；地址、首尾空格不算", () => {
    expect(accepts("表里没有甲栏。", "表里没有甲栏。")).toBe(true);
    expect(accepts(" 表里（AB12）没有甲栏。", "表里（C3）没有甲栏。 ")).toBe(true);
    expect(accepts("表里没有甲栏。", "表里没有乙栏。")).toBe(false);
  });

  test.each([
    ["甲 1,234.50 元，相差 -3.00 元", "乙 1,234.50 元，差了 -3.00 元", true],
    ["甲 1,234.50 元", "甲 1,234.51 元", false],
    ["甲 1,234.50 元", "甲 1,235.50 元", false],
    ["甲 1,234.50 元", "甲 1,234.60 元", false],
    ["甲 12 人", "甲 13 人", false],
    ["甲 3.00 元", "甲 -3.00 元", false],
    ["甲 1 元，乙 2 元", "甲 2 元，乙 1 元", false],
    ["甲 1 元，乙 2 元", "甲 12 元", false],
    ["没有数", "也没有数", true],
    ["没有数", "有 1", false],
  ])("写了格的只比数：%s 与 %s", (then, now, same) => {
    expect(accepts(then, now, cells)).toBe(same);
  });
});

test("几条接受指同一个问题：理由取第一条的，都不算对不上", () => {
  const { accepted, unmatched } = apply([accept({}), accept({ reason: "又一个" })]);
  expect(accepted.map(({ reason }) => reason)).toEqual(["已核实"]);
  expect(unmatched).toEqual([]);
});

describe("对不上的怎么说", () => {
  const told = (entry: Partial<Acceptance>, rules: Parameters<typeof applyAcceptances>[3]) => {
    const books = { current: tables(data), prior: null };
    return applyAcceptances([], [accept(entry)], books, rules).unmatched[0];
  };
  const run = { run: ["T01", "T02"], notRun: [] };

  test("写明规则、各格、理由；没有写的不提", () => {
    const both = ["财决04[201, 基本支出]", "财决05-1[201, 合计]"];
    expect(told({ cells: both }, run)).toMatchObject({
      what: "已接受的问题里有一条对不上：规则 T01（财决04[201, 基本支出]、财决05-1[201, 合计]），理由是“已核实”。",
      cells: [],
    });
    expect(told({ cells: [], reason: "" }, run)?.what).toBe(
      "已接受的问题里有一条对不上：规则 T01。",
    );
  });

  test("没有执行的原因取这条规则的，句末不重复句号", () => {
    const notRun = [
      { rule: "T03", why: "缺少财决03。" },
      { rule: "T04", why: "缺少财决04。缺少财决05。" },
    ];
    expect(told({ rule: "T03" }, { run: [], notRun })?.why).toContain("（缺少财决03），");
    expect(told({ rule: "T04" }, { run: [], notRun })?.why).toContain(
      "（缺少财决04。缺少财决05），",
    );
    expect(told({ rule: "T05" }, { run: [], notRun })?.todo).toMatch(/^是不是“T0[34]”？/);
  });

  test("没有相近的规则就不猜", () => {
    expect(told({ rule: "某某某某" }, run)?.todo).toBe("请改正规则编号。");
  });
});

describe("对不上的逐条提示，不影响其他", () => {
  const { 数据 } = data;
  test.each<[string, Partial<Acceptance>, CaseData, string]>([
    ["问题没有了", {}, { 数据: { ...数据, "财决04[201, 基本支出]": 80 } }, "现在没有这个问题了"],
    ["规则没有执行", {}, { 数据: { "财决04[合计, 基本支出]": 1 } }, "这次没有执行（缺少财决05-1）"],
    ["没有这样的规则", { rule: "T02" }, data, "没有编号为“T02”的规则。是不是“T01”？"],
    [
      "没有这一格",
      { cells: ["财决04[202, 基本支出]"] },
      data,
      "认出的表上没有 财决04[202, 基本支出]",
    ],
    ["没有理由", { reason: "" }, data, "没有写理由，不算接受"],
    ["什么也没有写", { cells: [] }, data, "认不出是哪一个问题"],
  ])("%s", (_, entry, content, message) => {
    const { accepted, unmatched } = apply([accept(entry)], tables(content));
    expect(accepted).toEqual([]);
    expect(unmatched).toHaveLength(1);
    expect(unmatched[0]?.message).toContain(message);
    expect(unmatched[0]?.severity).toBe("note");
  });
});

test("问题都已接受的笔误不再列", () => {
  const [one] = apply([]).checked.findings;
  if (one === undefined) throw new Error("没有问题");
  const culprit = {
    ...{ book: "current" as const, sheet: "财决04", address: "B1", row: "", column: "" },
    ...{ is: "1", shouldBe: "2", clue: "", explains: ["T01"] },
  };
  const other = { ...culprit, address: "C1", alternative: true as const };
  const blamed = { ...one, culprit: "财决04!B1" };
  expect(openCulprits([culprit, other], [blamed])).toEqual([culprit, other]);
  expect(openCulprits([culprit, other], [one])).toEqual([other]);
  expect(openCulprits([culprit, other], [])).toEqual([]);
  const several = { ...other, explains: ["T09", "T01"] };
  expect(openCulprits([several], [one])).toEqual([several]);
});
