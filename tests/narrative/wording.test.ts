import { describe, expect, it } from "vitest";
import type { DraftContext } from "../../src/narrative/context.ts";
import type { Money, Ratio } from "../../src/narrative/facts/known.ts";
import { type Inputs, noInputs, type Reason } from "../../src/narrative/inputs/inputs.ts";
import { type DraftOptions, defaultStyle } from "../../src/narrative/style.ts";
import { changeWording } from "../../src/narrative/wording/change.ts";
import { completionWording } from "../../src/narrative/wording/completion.ts";
import { countRun, percent, typedCount, wan, yuan } from "../../src/narrative/wording/figures.ts";
import { itemAmount, itemisedTotal, printsInWan } from "../../src/narrative/wording/itemised.ts";
import { plainText } from "../../src/narrative/wording/plain-text.ts";
import {
  itemReasonRun,
  reasonRun,
  textRun,
  withoutFullStop,
} from "../../src/narrative/wording/reason.ts";
import { roundingRun } from "../../src/narrative/wording/rounding.ts";
import { gap, paragraph, type Run } from "../../src/narrative/wording/run.ts";
import { bareYear } from "../../src/narrative/wording/years.ts";
import { handBuilt } from "./hand-built.ts";
import { books } from "./reasons/spending-years.ts";
import { operationsTable } from "./small-books.ts";

const money = (cents: number): Money => ({
  kind: "money",
  name: "数",
  cents,
  formula: "",
  from: [],
});
const missing = (name: string): Extract<Money, { kind: "missing" }> => ({
  kind: "missing",
  name,
  gap: name,
  asks: `请补${name}。`,
});
const styled = (options: DraftOptions = {}) => ({ ...defaultStyle, ...options });

describe("百分数", () => {
  const ratioOf = (numerator: number, denominator: number): Ratio => ({
    kind: "ratio",
    name: "率",
    numerator,
    denominator,
    formula: "",
    from: [],
  });
  it.each<[number, number, DraftOptions, string]>([
    [1, 8, {}, "12.50%"],
    [1, 8, { percentZeros: "去掉" }, "12.5%"],
    [1, 8, { percentDecimals: 1 }, "12.5%"],
    [0, 8, {}, "0%"],
    [8, 8, {}, "100%"],
    [8, 8, { exactNumbers: "带小数" }, "100.00%"],
    [0, 8, { exactNumbers: "带小数" }, "0.00%"],
    // 不是没有、不是全部的，不印成没有、全部。
    [1, 1_000_000, {}, "不足0.01%"],
    [1, 1_000_000, { percentDecimals: 1 }, "不足0.1%"],
    [1, 20_000, {}, "0.01%"],
    [999_999, 1_000_000, {}, "不足100%"],
    [999_999, 1_000_000, { percentDecimals: 1, exactNumbers: "带小数" }, "不足100%"],
    [-999_999, -1_000_000, {}, "不足100%"],
    [-1, -1_000_000, {}, "不足0.01%"],
    [1_000_001, 1_000_000, {}, "100.00%"],
    [-1, 8, {}, "-12.50%"],
    [3, 2, {}, "150.00%"],
  ])("%d/%d %j：%s", (numerator, denominator, options, text) => {
    expect(percent(ratioOf(numerator, denominator), styled(options))).toMatchObject({
      kind: "figure",
      text,
      moneyUnit: null,
    });
  });

  it("取不到的留成待补充", () => {
    expect(percent(missing("率"), styled())).toMatchObject({ kind: "gap", text: "【待补充：率】" });
  });
});

describe("金额和计数", () => {
  it.each<[number, DraftOptions, string, string]>([
    [12_345_600, {}, "12.35万元", "万元"],
    [12_000_000, {}, "12万元", "万元"],
    [12_000_000, { amountZeros: "保留" }, "12.00万元", "万元"],
    [123_456_780_000, { grouping: true }, "123,456.78万元", "万元"],
    [0, {}, "0万元", "万元"],
    [0, { exactNumbers: "带小数" }, "0.00万元", "万元"],
    [4_999, {}, "49.99元", "元"],
    [-4_999, {}, "-49.99元", "元"],
    [5_000, {}, "0.01万元", "万元"],
  ])("%d 分 %j：%s", (cents, options, text, moneyUnit) => {
    expect(wan(money(cents), styled(options))).toMatchObject({ text, moneyUnit });
  });

  it("逐件的小额以元印，整元的不带小数", () => {
    expect(yuan(12_300, "甲")).toMatchObject({
      text: "123元",
      value: "123.00",
      from: [],
      formula: "甲",
    });
    expect(yuan(12_345, "甲").text).toBe("123.45元");
    expect(yuan(100_000_050, "甲").text).toBe("1000000.50元");
  });

  it("计数不带单位，人填的写明填在哪里", () => {
    const count = { kind: "count", name: "辆", count: 3, formula: "甲", from: [] } as const;
    expect(countRun(count)).toMatchObject({
      text: "3",
      value: "3",
      moneyUnit: null,
      formula: "甲",
    });
    expect(countRun(missing("辆")).text).toBe("【待补充：辆】");
    expect(typedCount(3, "公务用车.保有量")).toEqual({
      kind: "figure",
      text: "3",
      value: "3",
      moneyUnit: null,
      from: [],
      formula: "填报：公务用车.保有量",
    });
  });
});

describe("逐件列出的", () => {
  const item = (cents: number | null) => ({ text: "某", cents });

  it("各件都是 0.01 万元的整数倍才以万元印；没有写金额的不管", () => {
    expect(printsInWan([item(10_000), item(null), item(2_000_000)])).toBe(true);
    expect(printsInWan([item(10_000), item(10_001)])).toBe(false);
    expect(printsInWan([item(9_999)])).toBe(false);
  });

  it.each<[DraftOptions, number, string]>([
    [{}, 1_200_000, "1.2万元"],
    [{ amountZeros: "保留" }, 1_200_000, "1.20万元"],
    [{ grouping: true }, 1_234_000_000, "1,234万元"],
    [{}, 0, "0万元"],
    [{ exactNumbers: "带小数" }, 0, "0.00万元"],
  ])("以万元印 %j %d：%s", (options, cents, text) => {
    expect(itemAmount(cents, true, "某.1.金额", styled(options))).toMatchObject({
      text,
      moneyUnit: "万元",
      formula: "填报：某.1.金额",
    });
  });

  it("不以万元印的印元", () => {
    expect(itemAmount(1_200_000, false, "某", styled())).toMatchObject({
      text: "12000元",
      moneyUnit: "元",
    });
  });

  it("合计：有一件没有写金额、只写了一段话、没有写的，不知道", () => {
    expect(itemisedTotal([item(100), item(250)])).toBe(350);
    expect(itemisedTotal([])).toBe(0);
    for (const value of [[item(100), item(null)], "一段话", null]) {
      expect(itemisedTotal(value)).toBeNull();
    }
  });
});

describe("完成预算", () => {
  const said = (actual: Money, budget: Money, more = {}) => {
    const { outcome, words } = completionWording(actual, budget, styled(), more);
    return `${outcome} ${plainText(words)}`;
  };
  it.each([
    [5, 10, "小于 完成预算50.00%"],
    [10, 10, "等于 完成预算100%"],
    [15, 10, "大于 完成预算150.00%"],
    [0, 10, "小于 完成预算0%"],
    [0, 0, "未安排 年初未安排预算"],
    [5, 0, "大于 年初未安排预算"],
  ])("决算 %d、预算 %d：%s", (actual, budget, text) => {
    expect(said(money(actual), money(budget))).toBe(text);
  });

  it("取不到的：决算数缺只说缺，预算数缺的照写前面的话", () => {
    expect(said(missing("决算"), missing("预算"))).toBe("未知 【待补充：决算】");
    expect(said(money(5), missing("预算"), { verb: "完成年初预算的" })).toBe(
      "未知 完成年初预算的【待补充：预算】",
    );
  });

  it("全年预算为零：年初安排过的不说年初未安排", () => {
    expect(said(money(5), money(0), { initial: money(3) })).toBe("大于 全年预算数为零");
    expect(said(money(5), money(0), { initial: money(0) })).toBe("大于 年初未安排预算");
    expect(said(money(5), money(0), { initial: missing("年初") })).toBe("大于 年初未安排预算");
  });
});

describe("与上年相比，取不到数", () => {
  it("缺上年数的说缺增减情况，只缺本年数的说缺本年数", () => {
    const gapOf = (current: Money, prior: Money) =>
      plainText(changeWording(current, prior, styled()).words);
    expect(gapOf(money(1), missing("上年数"))).toBe("【待补充：增减情况（上年数）】");
    expect(gapOf(missing("本年数"), money(1))).toBe("【待补充：本年数】");
    expect(gapOf(missing("本年数"), missing("上年数"))).toBe("【待补充：增减情况（上年数）】");
  });
});

function contextOf(
  inputs: Partial<Inputs>,
  options: DraftOptions = {},
  year: number | null = 2023,
): DraftContext {
  const year1 = (amount: number, batches: number) =>
    operationsTable({
      "三公.公务接待费": amount,
      "三公.国内接待费": amount,
      "统计.国内公务接待批次": batches,
    });
  const tables = year1(30_000, 12);
  return {
    ...books(tables, year1(20_000, 10), inputs),
    unit: "某单位",
    level: "单位",
    levelStated: true,
    year,
    style: styled(options),
    tables: handBuilt("current", { year: 2023, tables }),
  };
}

describe("原因", () => {
  const KEY = "公务接待费增减";
  const PROPOSED = "国内公务接待增加2批次";
  const run = (reason?: Reason) =>
    reasonRun(
      contextOf({ reasons: reason === undefined ? noInputs.reasons : new Map([[KEY, reason]]) }),
      KEY,
      "增减原因",
      "为什么增加。",
    );
  /** 放进段落里，看文字和登记下来的待补充、推断、数。 */
  const placed = (given: Run) => paragraph("段", "body", [given]);

  it.each<[string, Reason | undefined, string]>([
    ["没有填：拟一句", undefined, `【据表推断：${PROPOSED}】`],
    ["填明待补充：不拟", { text: "某", status: "待补充" }, "【待补充：增减原因】"],
    ["空话：仍是拟的", { text: "工作需要", status: "已确认" }, `【据表推断：${PROPOSED}】`],
    ["确认了：照写，去掉末尾的标点", { text: " 来访多。；", status: "已确认" }, "来访多"],
    ["没有确认的话：等人确认", { text: "来访多", status: "据表推断" }, "【据表推断：来访多】"],
    ["句中的句号留着", { text: "来访多。会议多。", status: "已确认" }, "来访多。会议多"],
  ])("%s", (_, reason, text) => {
    expect(placed(run(reason)).text).toBe(text);
  });

  it("待补充、推断都记着填在哪个键；推断的依据跟着", () => {
    expect(placed(run({ text: "", status: "待补充" })).gaps[0]?.key).toEqual(["原因", KEY]);
    const [proposal] = placed(run()).proposals ?? [];
    expect(proposal).toMatchObject({ key: ["原因", KEY], content: PROPOSED, asks: "为什么增加。" });
    expect(proposal?.evidence.length).toBeGreaterThan(0);
    const [typed] = placed(run({ text: "来访多", status: "据表推断" })).proposals ?? [];
    expect(typed?.evidence).toEqual(proposal?.evidence);
  });

  it("原样确认的，数仍追得到单元格；改写的没有", () => {
    const sources = (text: string) =>
      placed(run({ text, status: "已确认" })).figures.map(({ from }) => from.length > 0);
    expect(sources(`${PROPOSED}。`)).toEqual([true]);
    expect(sources("国内公务接待增加了2批次")).toEqual([]);
  });

  it("逐项的：有自己的用自己的，没有的才用共同的", () => {
    const reason = (text: string): Reason => ({ text, status: "已确认" });
    const context = contextOf({
      reasons: new Map([["各项与预算持平", reason("按预算执行到位，专款专用")]]),
      itemReasons: new Map([["2010301", reason("人员调出")]]),
    });
    const of = (code: string, common?: string) =>
      placed(itemReasonRun(context, code, "为什么。", common));
    expect(of("2010301", "各项与预算持平").text).toBe("人员调出");
    expect(of("2010302", "各项与预算持平").text).toBe("按预算执行到位，专款专用");
    expect(of("2010302").gaps[0]?.key).toEqual(["原因", "各项完成预算", "2010302"]);
    expect(of("2010302", "别的").gaps[0]?.key).toEqual(["原因", "别的"]);
  });

  it("人写的一段话：没有填的待补充，填了的去掉首尾空白和末尾的句号", () => {
    const path = ["公务接待", "国内接待用途"];
    const of = (texts: Inputs["texts"]) =>
      placed(textRun(contextOf({ texts }), path, "用途", "用于什么。"));
    expect(of(new Map())).toMatchObject({ text: "【待补充：用途】", gaps: [{ key: path }] });
    expect(of(new Map([["公务接待.国内接待用途", " 来访。考察。 "]])).text).toBe("来访。考察");
    expect(withoutFullStop("甲；，.;,。")).toBe("甲");
  });
});

describe("段落", () => {
  it("没有键的待补充不记键，没有图、没有推断的不记；都不算改过", () => {
    const made = paragraph("段", "body", [
      "甲",
      [gap("乙", "问乙。"), gap("丙", "问丙。", ["丙"])],
    ]);
    expect(made).toStrictEqual({
      id: "段",
      style: "body",
      text: "甲【待补充：乙】【待补充：丙】",
      edited: false,
      figures: [],
      gaps: [
        { text: "【待补充：乙】", start: 1, end: 8, asks: "问乙。" },
        { text: "【待补充：丙】", start: 8, end: 15, asks: "问丙。", key: ["丙"] },
      ],
    });
  });

  it("年度不明的留成待补充，记着填在“年度”", () => {
    expect(bareYear(contextOf({}, {}, null), 0)).toMatchObject({
      text: "【待补充：年度】",
      key: ["年度"],
    });
    expect(bareYear(contextOf({}), -1)).toBe("2022");
  });
});

describe("尾差说明", () => {
  /** “三公”三个部分的金额（元）。 */
  const said = (
    parts: readonly [number, number, number],
    total: number,
    options: DraftOptions = {},
  ) => {
    const tables = operationsTable({
      "三公.支出合计": total,
      "三公.因公出国（境）费": parts[0],
      "三公.公务用车购置及运行维护费": parts[1],
      "三公.公务接待费": parts[2],
    });
    const context = { ...books(tables, {}), style: styled({ rounding: "写明", ...options }) };
    return roundingRun(context, "二.七.（二）/构成");
  };
  const AMOUNTS = "因四舍五入，各项金额之和与合计略有出入。";
  const SHARES = "因四舍五入，各项占比之和与100%略有出入。";
  const BOTH = "因四舍五入，各项金额之和与合计、各项占比之和与100%略有出入。";
  it.each<[string, [number, number, number], number, DraftOptions, string]>([
    ["各部分各进一位", [10_050, 10_050, 10_000], 30_100, {}, AMOUNTS],
    ["三等分", [10_000, 10_000, 10_000], 30_000, {}, SHARES],
    ["两样都差", [10_050, 10_050, 10_050], 30_150, {}, BOTH],
    ["加得起来", [10_000, 20_000, 20_000], 50_000, {}, ""],
    ["表上本来就加不起来的不是尾差", [10_050, 10_050, 10_050], 30_151, {}, ""],
    ["写法是不写", [10_050, 10_050, 10_050], 30_150, { rounding: "不写" }, ""],
    ["没有支出", [0, 0, 0], 0, {}, ""],
  ])("%s", (_, parts, total, options, expected) => {
    expect(said(parts, total, options)).toBe(expected);
  });
});
