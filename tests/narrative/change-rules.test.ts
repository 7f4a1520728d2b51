import { describe, expect, it } from "vitest";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { noInputs } from "../../src/narrative/inputs/inputs.ts";
import { textOf } from "./example-drafts.ts";
import { handBuilt } from "./hand-built.ts";
import { smallDraft, textAt, totalsTable } from "./small-books.ts";

const totals = (current: number, prior: number, options = {}) =>
  textAt(
    smallDraft({ current: totalsTable(current), prior: totalsTable(prior), options }),
    "二.一/正文",
  );

const REASON = "主要变动原因是【待补充：增减原因】。";

describe("与上年相比", () => {
  it.each([
    ["增加", 1_200_000, 1_000_000, `与2022年度相比，收、支总计各增加20万元，增长20.00%。${REASON}`],
    ["减少", 1_000_000, 1_200_000, `与2022年度相比，收、支总计各减少20万元，下降16.67%。${REASON}`],
    ["恰好相等才是持平", 1_000_000, 1_000_000, "收、支总计与2022年度持平。"],
    [
      "差一分不是持平，以元印出，率写不足",
      1_000_000.01,
      1_000_000,
      `与2022年度相比，收、支总计各增加0.01元，增长不足0.01%。${REASON}`,
    ],
    [
      "上年为零，率不可比",
      80_000,
      0,
      `与2022年度相比，收、支总计各增加8万元（上年无此项收支，增长率不可比）。${REASON}`,
    ],
    ["本年为零，下降100%", 0, 80_000, `与2022年度相比，收、支总计各减少8万元，下降100%。${REASON}`],
    [
      "上年为负，率不可比",
      80_000,
      -20_000,
      `与2022年度相比，收、支总计各增加10万元（上年数为负，增长率不可比）。${REASON}`,
    ],
    [
      "恰好一半时进位",
      100_050,
      100_000,
      `与2022年度相比，收、支总计各增加0.01万元，增长0.05%。${REASON}`,
    ],
  ])("%s", (_, current, prior, sentence) => {
    expect(
      totals(current, prior)
        ?.split("均为")[1]
        ?.replace(/^[^。]*。/, ""),
    ).toBe(sentence);
  });

  it("写法：同词、写出上年数、年、千分位、保留末尾的零、一位百分数", () => {
    const options = {
      changeWords: "增加减少",
      showBase: true,
      yearWord: "年",
      grouping: true,
      amountZeros: "保留",
      percentDecimals: 1,
    };
    expect(totals(15_000_000, 12_000_000, options)).toBe(
      `2023年收、支总计均为1,500.00万元。与2022年1,200.00万元相比，收、支总计各增加300.00万元，增加25.0%。${REASON}`,
    );
  });

  it("收支总计两边不等时不合写，并列为错误", () => {
    const draft = smallDraft({
      current: totalsTable(1_000_000, 999_999.99),
      prior: totalsTable(1_000_000),
    });
    expect(textAt(draft, "二.一/正文")).toBe(
      `2023年度收入总计100万元，其中年初结转和结余0万元；支出总计100万元。与2022年度相比，收入总计持平；支出总计减少0.01元，下降不足0.01%。${REASON}`,
    );
    const [unequal] = draft.open.filter((each) => each.rule === "说明/收支总计不等");
    expect(unequal).toMatchObject({ severity: "error", difference: "0.01" });
  });
});

describe("取不到的数", () => {
  it("缺表、读不出的格写成待补充，指明表和格，绝不当作零", () => {
    const current = totalsTable(1_000_000);
    const broken = {
      财决01: { ...current.财决01, "收入.总计": { 决算数: { unreadable: "#REF!" } } },
    };
    const draft = smallDraft({ current: broken, prior: totalsTable(1_000_000) });
    const text = textAt(draft, "二.一/正文") ?? "";
    expect(text).toMatch(/收、支总计均为【待补充：收入总计（财决01 [A-Z]+\d+读不出）】。/);
    expect(textAt(draft, "二.四/正文")).toContain(
      "【待补充：财政拨款收入总计（2023年度工作簿没有财决01-1）】",
    );
    const asks = draft.open.map((each) => each.todo).join();
    expect(asks).toMatch(/工作表《财决01》[A-Z]+\d+（.*）写的是“#REF!”/);
  });

  it("上年工作簿缺表时只有用到它的句子待补充", () => {
    const draft = smallDraft({
      current: totalsTable(1_000_000),
      prior: { 财决02: { 合计: {} } },
    });
    expect(textAt(draft, "二.一/正文")).toBe(
      "2023年度收、支总计均为100万元。与2022年度相比，收、支总计【待补充：增减情况（收入总计（2022年度工作簿没有财决01））】。",
    );
  });

  it("一张表也没有、年度单位都不明，也照样起草，全是待补充", () => {
    const current = {
      ...handBuilt("current", { year: 2023, tables: {}, level: null }),
      year: null,
      unit: null,
    };
    const draft = draftNarrative({ current, prior: null, inputs: noInputs });
    expect(textAt(draft, "二/标题")).toBe("第二部分　【待补充：年度】年度单位决算情况说明");
    expect(textAt(draft, "二.一/正文")).toContain(
      "收、支总计均为【待补充：收入总计（本年工作簿没有财决01）】。",
    );
    expect(draft.year).toBe(0);
    expect(draft.open.map((each) => each.rule)).toContain("说明/级别不明");
    const answered = draftNarrative({
      current,
      prior: null,
      inputs: { ...noInputs, year: 2023, level: "部门" },
    });
    expect(textAt(answered, "二/标题")).toBe("第二部分　2023年度部门决算情况说明");
    expect(textOf(answered)).not.toMatch(/[^（]\d[\d.]*(?:万元|%)/);
  });
});
