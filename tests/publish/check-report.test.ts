import { expect, test } from "vitest";
import { finding } from "../../src/findings/finding.ts";
import { writeCheckJson } from "../../src/publish/check-json.ts";
import type { CheckReport } from "../../src/publish/check-report.ts";
import { writeCheckText } from "../../src/publish/check-text.ts";

const cell = (address: string, value: string, book: "current" | "prior" = "current") => ({
  book,
  sheet: "Z01 收入支出决算总表",
  address,
  row: "收入.总计",
  column: "决算数",
  value,
});

const clean: CheckReport = {
  file: "2023-示范县.xlsx",
  unit: "示范县人民政府办公室",
  year: 2023,
  level: "单位",
  tables: [
    { form: "财决01", sheet: "Z01 收入支出决算总表", rows: 61, moneyUnit: "元", why: "标题相符" },
  ],
  unrecognised: [],
  rules: { run: ["A01", "A09"], notRun: [], partial: [] },
  remarks: [],
  findings: [],
  culprits: [],
  accepted: [],
};

const faulty: CheckReport = {
  ...clean,
  unrecognised: [{ sheet: "备注", why: "没有认得的标题。" }],
  rules: {
    run: ["A01", "A09"],
    notRun: [
      { rule: "E01", why: "没有“财决10”表。" },
      { rule: "F02", why: "没有给出上年工作簿。" },
      { rule: "E02", why: "没有“财决10”表。" },
    ],
    partial: [{ rule: "D01", why: "有 3 处涉及读不出的格，没有核对" }],
  },
  findings: [
    finding({
      rule: "B02",
      severity: "warning",
      kind: "linkage",
      what: "年初数与上年年末数不同。",
      why: "两者应当衔接。",
      todo: "请核实。",
      cells: [cell("E8", "", "prior")],
    }),
    finding({
      rule: "A09",
      severity: "error",
      kind: "linkage",
      what: "收入总计不等于支出总计。",
      why: "收支必须平衡。",
      todo: "请核对两边各行。",
      cells: [cell("E37", "100.00"), cell("M37", "101.00")],
      left: "100.00",
      right: "101.00",
      difference: "-1.00",
      clue: "差额恰等于某行。",
    }),
  ],
};

test("没有问题时第一句就说通过", () => {
  expect(writeCheckText(clean).split("\n")[0]).toBe(
    "已执行的规则都通过：错误 0 条，警告 0 条，提示 0 条。",
  );
});

test("一张表也没有认出来，不能说通过", () => {
  const nothing = { ...clean, tables: [], rules: { run: [], notRun: [], partial: [] } };
  expect(writeCheckText(nothing).split("\n")[0]).toContain("没有核对到任何内容");
});

test("有问题时先错误后警告，写明规则、原因、办法和单元格", () => {
  const text = writeCheckText(faulty);
  expect(text.split("\n")[0]).toBe("有错误，须更正：错误 1 条，警告 1 条，提示 0 条。");
  expect(text.indexOf("【错误】")).toBeLessThan(text.indexOf("【警告】"));
  expect(text).toContain("1. ［A09］收入总计不等于支出总计。");
  expect(text).toContain("为什么：收支必须平衡。");
  expect(text).toContain("怎么办：请核对两边各行。");
  expect(text).toContain("左边 100.00，右边 101.00，相差 -1.00");
  expect(text).toContain("Z01 收入支出决算总表!M37　收入.总计，决算数　101.00");
  expect(text).toContain("上年·Z01 收入支出决算总表!E8　收入.总计，决算数　（空白）");
  expect(text).toContain("财决01　61 行　元　工作表“Z01 收入支出决算总表”");
  expect(text).toContain("“备注”：没有认得的标题。");
});

test("没有执行的规则按原因归并，一条不漏", () => {
  const text = writeCheckText(faulty);
  expect(text).toContain("【没有执行的规则】共 3 条");
  expect(text).toContain("没有“财决10”表（2 条）：E01、E02");
  expect(text).toContain("没有给出上年工作簿（1 条）：F02");
});

test("单元格太多时列出一部分并说明还有多少", () => {
  const many = Array.from({ length: 30 }, (_, index) => cell(`E${index + 1}`, "1.00"));
  const [, error] = faulty.findings;
  const text = writeCheckText({ ...faulty, findings: error ? [{ ...error, cells: many }] : [] });
  expect(text.match(/!E\d+/g)).toHaveLength(12);
  expect(text).toContain("另有 18 个单元格");
});

test("JSON 各键按约定的先后，读回来内容相同", () => {
  const parsed = JSON.parse(writeCheckJson(faulty));
  expect(parsed).toEqual(JSON.parse(JSON.stringify(faulty)));
  expect(Object.keys(parsed)).toEqual([
    "file",
    "unit",
    "year",
    "level",
    "tables",
    "unrecognised",
    "rules",
    "findings",
    "culprits",
    "accepted",
    "remarks",
  ]);
});
