import { finding } from "../../src/findings/finding.ts";
import type { CheckReport } from "../../src/publish/check-report.ts";

export const SHEET = "Z01 收入支出决算总表";

const cell = (address: string, value: string, book: "current" | "prior" = "current") => ({
  book,
  sheet: SHEET,
  address,
  row: "收入.总计",
  column: "决算数",
  value,
});

/** 各种内容都有的一份核对结果：笔误、按表的、不涉及格的、上年的、已接受的、没有执行的。 */
export const sampleReport: CheckReport = {
  file: "2023 #1示范县.xlsx",
  unit: "示范县<办公室>",
  year: 2023,
  level: "单位",
  tables: [{ form: "财决01", sheet: SHEET, rows: 61, moneyUnit: "元", why: "标题相符" }],
  unrecognised: [{ sheet: "备注", why: "没有认得的标题" }],
  rules: {
    run: ["A01", "A09", "K01"],
    notRun: [
      { rule: "E01", why: "缺少财决10。" },
      { rule: "E02", why: "缺少财决10。" },
    ],
    partial: [{ rule: "D01", why: "有 3 处涉及读不出的格，没有核对" }],
  },
  remarks: ["除官方规则外，另用本地规则 1 条。"],
  findings: [
    finding({
      rule: "A09",
      severity: "error",
      kind: "linkage",
      what: "收入总计 12345678.90 元 & 支出总计不等。",
      why: "收支必须平衡。",
      todo: "请核对两边各行。",
      cells: [cell("E37", "12345678.90"), cell("O37", "")],
      left: "12345678.90",
      right: "12345668.90",
      difference: "10.00",
      clue: "数字颠倒。",
      culprit: `${SHEET}!E37`,
    }),
    finding({
      rule: "A01",
      severity: "error",
      kind: "linkage",
      what: "=1+1 开头的话。",
      why: "",
      todo: "",
      cells: Array.from({ length: 20 }, (_, place) => cell(`E${place + 1}`, "3")),
      left: "3",
      right: "4",
      difference: "-1",
    }),
    finding({
      rule: "K01",
      severity: "warning",
      kind: "linkage",
      what: "年初数与上年年末数不同。",
      why: "应当衔接。",
      todo: "请核实。",
      cells: [cell("E8", "1.00", "prior")],
    }),
    finding({
      rule: "接受/对不上",
      severity: "note",
      kind: "acceptance",
      what: "有一条对不上。",
      why: "",
      todo: "请删去。",
      cells: [],
    }),
  ],
  culprits: [
    {
      book: "current",
      sheet: SHEET,
      address: "E37",
      row: "收入.总计",
      column: "决算数",
      is: "12345678.90",
      shouldBe: "12345668.90",
      clue: "数字颠倒。",
      explains: ["A02", "A09"],
    },
    {
      book: "current",
      sheet: SHEET,
      address: "O37",
      row: "支出.总计",
      column: "决算数",
      is: "",
      shouldBe: "12345678.90",
      clue: "总计没有更新。",
      explains: ["A09"],
      alternative: true,
    },
  ],
  accepted: [
    {
      ...finding({
        rule: "J21",
        severity: "warning",
        kind: "linkage",
        what: "比上年增加较多。",
        why: "",
        todo: "",
        cells: [cell("E9", "5.00")],
      }),
      reason: "新增项目，见批复",
    },
  ],
};
