import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currentBook } from "../../../src/narrative/facts/book.ts";
import { type DraftOptions, defaultStyle } from "../../../src/narrative/style.ts";
import { roundingGaps, roundingRun } from "../../../src/narrative/wording/rounding.ts";
import { writeDraftXlsx } from "../../../src/publish/draft-xlsx/draft-xlsx.ts";
import { readWorkbook } from "../../../src/workbook/read-workbook.ts";
import { handBuilt } from "../hand-built.ts";
import { smallDraft } from "../small-books.ts";

const GENERAL = "收入.一般公共预算财政拨款收入";
const OTHER = "收入.其他收入";
const BUSINESS = "收入.事业收入";

const income = (...amounts: readonly number[]) => {
  const [general = 0, other = 0, business = 0] = amounts;
  return {
    财决01: {
      [GENERAL]: { 决算数: general / 100 },
      [OTHER]: { 决算数: other / 100 },
      [BUSINESS]: { 决算数: business / 100 },
      "收入.本年收入合计": { 决算数: (general + other + business) / 100 },
    },
  };
};

function gaps(amounts: readonly number[], options: DraftOptions = {}) {
  const current = currentBook(handBuilt("current", { year: 2023, tables: income(...amounts) }));
  return roundingGaps({ current, style: { ...defaultStyle, ...options } });
}

/** 印出的万元、两位小数，以 0.01 万元计，四舍五入。 */
const printed = (cents: number) => Math.floor((cents + 5_000) / 10_000);

describe("尾差", () => {
  it("印出的部分之和与印出的合计不同才算；占比之和不是 100% 也算", () => {
    const amount = fc.integer({ min: 0, max: 1e9 });
    fc.assert(
      fc.property(amount, amount, amount, (...amounts) => {
        const total = amounts.reduce((sum, each) => sum + each, 0);
        const sum = amounts.reduce((all, each) => all + printed(each), 0);
        const [found] = gaps(amounts);
        if (sum === printed(total)) expect(found?.amounts ?? null).toBeNull();
        else
          expect(found?.amounts).toEqual({ parts: sum * 10_000, total: printed(total) * 10_000 });
      }),
      { numRuns: 300 },
    );
    expect(gaps([1_000_000, 1_000_000, 1_000_000])).toMatchObject([{ shares: "99.99%" }]);
    expect(gaps([1_000_000, 1_000_000])).toEqual([]);
    expect(gaps([1_000_000, 2_000_000], { percentDecimals: 1 })).toEqual([]);
  });

  it("元表里本来就加不起来的不是尾差", () => {
    const tables = income(14_000, 14_000);
    const broken = {
      财决01: { ...tables.财决01, "收入.本年收入合计": { 决算数: 280.01 } },
    };
    const current = currentBook(handBuilt("current", { year: 2023, tables: broken }));
    expect(roundingGaps({ current, style: defaultStyle })).toEqual([]);
  });

  const draft = (options: DraftOptions = {}) =>
    smallDraft({ current: income(14_000, 14_000), options });

  it("列为提示，说明差多少、为什么；写法要写明的，有一句话", () => {
    const [note] = draft().open.filter(({ rule }) => rule === "说明/尾差");
    expect(note).toMatchObject({
      severity: "note",
      what: "收入各来源印出来加得 0.02 万元，合计印作 0.03 万元。",
      text: { section: "二.二/正文" },
      difference: "-100.00",
    });
    const current = currentBook(
      handBuilt("current", { year: 2023, tables: income(14_000, 14_000) }),
    );
    const context = (options: DraftOptions) => ({
      current,
      style: { ...defaultStyle, ...options },
    });
    expect(roundingRun(context({ rounding: "写明" }), "二.二/正文")).toBe(
      "因四舍五入，各项金额之和与合计略有出入。",
    );
    expect(roundingRun(context({ rounding: "写明" }), "二.三/正文")).toBe("");
    expect(roundingRun(context({}), "二.二/正文")).toBe("");
  });

  it("“数据来源”一表写着", async () => {
    const workbook = await readWorkbook(await writeDraftXlsx(draft()), "草稿.xlsx");
    const sheet = workbook.sheets.find(({ name }) => name === "数据来源");
    const row = sheet?.rows.find((cells) => cells?.some((cell) => cell?.text === "尾差"));
    expect(row?.map((cell) => cell?.text ?? "").join("｜")).toContain(
      "收入各来源印出来加得 0.02 万元，合计印作 0.03 万元。｜元表里恰好相等",
    );
  });
});
