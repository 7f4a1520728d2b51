import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printWan } from "../../../src/money/print.ts";
import type { Reason } from "../../../src/narrative/inputs/inputs.ts";
import { listMismatches } from "../../../src/narrative/reasons/list-sums.ts";
import { isEmptyReason } from "../../../src/narrative/reasons/reason-quality.ts";
import { generalBudgetTables, operationsTable, smallDraft, totalsTable } from "../small-books.ts";

const sure = (text: string): Reason => ({ text, status: "已确认" });

const tables = (income: number, expense: number) => ({
  ...totalsTable(income),
  ...operationsTable({ "机关运行经费.合计": expense }),
});

function rules(
  reasons: Readonly<Record<string, string>>,
  items: Readonly<Record<string, string>> = {},
) {
  return smallDraft({
    current: {
      ...tables(100, 80),
      ...generalBudgetTables(
        [
          { code: "2010301", name: "行政运行", actual: 70 },
          { code: "2080505", name: "养老保险", actual: 90 },
        ],
        { "201": 100, "208": 90 },
      ),
    },
    prior: tables(90, 95),
    inputs: {
      reasons: new Map(Object.entries(reasons).map(([key, text]) => [key, sure(text)])),
      itemReasons: new Map(Object.entries(items).map(([code, text]) => [code, sure(text)])),
    },
    options: { onBudget: "写明原因" },
  })
    .open.map(({ rule }) => rule)
    .filter((rule) => /原因|相等/.test(rule));
}

describe("说不通的原因", () => {
  it("方向相反：与上年比的、与预算比的都看", () => {
    expect(rules({ 收支总计增减: "压减一般性支出" })).toContain("说明/原因方向相反");
    expect(rules({ 机关运行经费增减: "日常开支增加" })).toContain("说明/原因方向相反");
    expect(rules({}, { "2010301": "年中工资标准提高" })).toContain("说明/原因方向相反");
    expect(rules({ 收支总计增减: "人员减少但标准提高" })).not.toContain("说明/原因方向相反");
    expect(rules({ 机关运行经费增减: "压减日常开支" })).not.toContain("说明/原因方向相反");
  });

  it("相等的不用差别来解释", () => {
    expect(rules({ 各项与预算持平: "实际接待较少" })).toContain("说明/相等却说差别");
    expect(rules({}, { "2080505": "人员减少" })).toContain("说明/相等却说差别");
    expect(rules({ 各项与预算持平: "严格按批准的预算执行，没有超支" })).not.toContain(
      "说明/相等却说差别",
    );
  });

  it("一句话到处用；三个总数是同一笔钱，可以相同", () => {
    const text = "落实过紧日子要求，压减开支";
    expect(rules({ 机关运行经费增减: text }, { "2010301": `${text}。` })).toContain(
      "说明/原因到处一样",
    );
    const same = { 收支总计增减: "新增办公楼维修", 财政拨款收支总计增减: "新增办公楼维修" };
    expect(rules(same)).not.toContain("说明/原因到处一样");
  });

  it.each([
    "业务需要",
    "工作需要。",
    "正常增减变动",
    "据实列支",
    "无",
    "/",
    "支出减少",
    "因工作需要，支出增加",
  ])("“%s”是空话", (text) => {
    expect(isEmptyReason(text)).toBe(true);
    expect(rules({ 机关运行经费增减: text })).toContain("说明/原因是空话");
  });

  it.each(["人员减少", "压减会议费", "新增办公楼维修", "业务量增加，差旅增多"])(
    "“%s”不是空话",
    (text) => {
      expect(isEmptyReason(text)).toBe(false);
    },
  );
});

describe("原因里“其中、包括”的数", () => {
  it.each([
    ["维修费减少10万元，其中：办公楼6万元、食堂4万元", []],
    ["维修费减少10万元，其中：办公楼6万元、食堂5万元", ["超过"]],
    ["维修费减少10万元，其中：办公楼6万元、食堂3万元", ["不足"]],
    ["维修费减少10万元，其中：办公楼6万元、食堂3万元等", []],
    ["维修费减少10万元，其中：办公楼6万元", []],
    ["维修费减少10万元（包括办公楼60000元、食堂40000元），人员减少", []],
    ["维修费减少1.00万元，其中：办公楼0.33万元、食堂0.33万元、车库0.33万元", []],
    ["维修费减少10万元；其中：办公楼60万元、食堂4万元", []],
    ["2023年新增3个项目，其中：甲6万元、乙4万元", []],
  ])("%s", (text, kinds) => {
    expect(listMismatches(text).map(({ kind }) => kind)).toEqual(kinds);
  });

  it("由同一笔钱拆开印出来的，从不误报；多出一万元的，总能看出", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1e10 }), { minLength: 2, maxLength: 6 }),
        (parts) => {
          const wan = (cents: number) => `${printWan(cents, { trimZeros: false })}万元`;
          const list = parts
            .map((part, index) => `第${"甲乙丙丁戊己"[index]}项${wan(part)}`)
            .join("、");
          const total = parts.reduce((sum, part) => sum + part, 0);
          expect(listMismatches(`支出${wan(total)}，其中：${list}`)).toEqual([]);
          expect(listMismatches(`支出${wan(total + 1_000_000)}，其中：${list}`)).toHaveLength(1);
        },
      ),
    );
  });
});
