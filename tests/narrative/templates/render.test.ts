import { describe, expect, test } from "vitest";
import { paragraphsOf, text, written } from "./hand-catalogue.ts";

describe("段落", () => {
  test("段首换段，换行和行首的空白不算，注释不写出", () => {
    const section = written(
      "# 注释\n【标题一】一、总体情况\n【正文】\n  {年度}收入\n　　{收入总计}。  \n【正文】又一段。\n",
    );
    expect(section?.title).toBe("一、总体情况");
    expect(section?.paragraphs.map(({ id, style, text }) => [id, style, text])).toEqual([
      ["二.一/标题", "heading1", "一、总体情况"],
      ["二.一/正文", "body", "2023年度收入118.65万元。"],
      ["二.一/正文2", "body", "又一段。"],
    ]);
  });

  test("数带着出处和位置", () => {
    const [paragraph] = paragraphsOf("【正文】共{收入总计}。");
    const [figure] = paragraph?.figures ?? [];
    expect(figure).toMatchObject({ text: "118.65万元", value: "1186500.00", moneyUnit: "万元" });
    expect(paragraph?.text.slice(figure?.start, figure?.end)).toBe("118.65万元");
    expect(figure?.from).toEqual([{ book: "current", sheet: "表", address: "B2" }]);
  });

  test("没有的数写成待补充；模板里直接写的待补充也是", () => {
    const [paragraph] = paragraphsOf("【正文】{读不出的数}，{原因}，【待补充：别的】。");
    expect(paragraph?.gaps.map(({ text, asks, key }) => [text, asks, key])).toEqual([
      ["【待补充：读不出的数】", "请补读不出的数。", undefined],
      ["【待补充：别的原因】", "还有什么原因。", ["原因", "甲"]],
      ["【待补充：别的】", "模板里留着待补充：别的。", undefined],
    ]);
  });

  test("只有注释的模板不写这一节", () => {
    expect(written("# 本单位不写这一节\n")).toBeNull();
  });

  test("编号可以含数，相同的加序号", () => {
    const ids = paragraphsOf("{每个 来源}\n【条目 项/{名称}】{名称}\n【条目 同】{名称}\n{完}").map(
      ({ id }) => id,
    );
    expect(ids).toEqual([
      "二.一/项/拨款",
      "二.一/同",
      "二.一/项/其他",
      "二.一/同/2",
      "二.一/项/利息",
      "二.一/同/3",
    ]);
  });

  test("图：图号和图题取自文字，没有可画的不写，缺数的留成待补充", () => {
    const [chart] = paragraphsOf("【图】图2：收入结构图{结构图}");
    expect(chart).toMatchObject({
      id: "二.一/图2",
      style: "chart",
      text: "图2：收入结构图",
      chart: { number: 2, kind: "pie", title: "收入结构图", categories: ["拨款"] },
    });
    expect(paragraphsOf("【图】图2：收入结构图{空图}")).toEqual([]);
    const [absent] = paragraphsOf("【图】图2：收入结构图{缺数的图}");
    expect(absent?.text).toBe("图2：收入结构图【待补充：上年数】");
    expect(absent?.chart).toBeUndefined();
  });
});

describe("如果", () => {
  test.each([
    ["分写", true],
    ["非 分写", false],
    ["收入总计 小于 上年收入总计", true],
    ["收入总计 大于 118.65万元", false],
    ["收入总计 不小于 118.65万元", true],
    ["收入总计 = 1186500元", true],
    ["收入总计≥1186500.01元", false],
    ["因公出国（境）费 为零", true],
    ["因公出国(境)费 不为零", false],
    ["读不出的数 为零", false],
    ["读不出的数 不为零", false],
    ["非 读不出的数 为零", true],
    ["读不出的数 小于 收入总计", false],
    ["读不出的数 不是 收入总计", false],
    ["读不出的数 缺", true],
    ["收入总计 不缺", true],
    ["原因 缺", true],
    ["年度 是 “2023年度”", true],
    ["年度 不是“2023年度”", false],
    ["车辆数 是 3", true],
    ["比率 是 12.5%", true],
    ["比率 > 12.49％", true],
    ["收入总计｜增减方向 上年收入总计 是 “减少”", true],
    ["收入总计|增减率 上年收入总计 小于 10%", true],
    ["有 来源 当 金额 大于 5万元", true],
    ["没有 来源 当 金额 大于 50万元", true],
    ["有 空清单", false],
    ["没有 空清单 且 （分写 或 读不出的数 缺）", true],
    ["非 分写 或 分写 且 车辆数 大于 2", true],
    ["（非 分写 或 分写） 且 车辆数 大于 3", false],
  ])("%s", (condition, expected) => {
    expect(text(`{如果 ${condition}}真{否则}假{完}`)).toBe(expected ? "真" : "假");
  });

  test("依次看各支，只写第一支成立的", () => {
    const branches = "{否则如果 车辆数 大于 2}多{否则如果 车辆数 大于 1}几{否则}少{完}";
    expect(text(`{如果 车辆数 大于 5}很多${branches}`)).toBe("多");
  });

  test("里面有段首的管整段，没有的管几个字，与换行无关", () => {
    const template =
      "【正文】甲\n{如果 分写}\n乙\n{完}\n丙\n{如果 分写}\n【正文】丁\n{否则}\n【正文】戊\n{完}";
    expect(paragraphsOf(template).map((each) => each.text)).toEqual(["甲乙丙", "丁"]);
  });
});

describe("每个", () => {
  test("逐项写出，间隔写在两项之间", () => {
    const list = "{每个 来源 当 金额 不为零}{序号}.{名称}{金额}{如果 末项}。{完}{间隔}；{完}";
    expect(text(list)).toBe("1.拨款9万元；2.利息1万元。");
  });

  test("里面先用这一项的名称，再用外面的；可以再套这一项自己的清单", () => {
    const list = "{每个 来源 当 有 细目}{名称}（{每个 细目}{名称}{间隔}、{完}）{收入总计}{完}";
    expect(text(list)).toBe("拨款（甲、乙）118.65万元");
  });

  test("整段的每个", () => {
    const template = "{每个 来源}\n【正文】{名称}\n{如果 金额 为零}\n【正文】没有\n{完}\n{完}";
    expect(paragraphsOf(template).map((each) => each.text)).toEqual([
      "拨款",
      "其他",
      "没有",
      "利息",
    ]);
  });
});

describe("筛选", () => {
  test.each([
    ["收入总计｜万元", "118.65万元"],
    ["收入总计｜元", "1186500.00元"],
    ["收入总计｜数", "118.65"],
    ["收入总计｜增减 上年收入总计", "减少12.97万元，下降9.85%"],
    [
      "收入总计｜增减 因公出国（境）费 “此项收入”",
      "增加118.65万元（上年无此项收入，增长率不可比）",
    ],
    ["收入总计｜增减 上年收入总计 “” “各”", "各减少12.97万元，下降9.85%"],
    ["收入总计｜增减 收入总计", "持平"],
    ["收入总计｜增减 读不出的数", "【待补充：增减情况（读不出的数）】"],
    ["收入总计｜增减方向 收入总计", "持平"],
    ["收入总计｜增减方向 读不出的数", "未知"],
    ["收入总计｜增减额 上年收入总计", "12.97万元"],
    ["收入总计｜增减额 上年收入总计｜元", "129660.00元"],
    ["收入总计｜增减率 收入总计", "0%"],
    ["收入总计｜增减率 因公出国（境）费", "【待补充：收入总计增减率】"],
    ["收入总计｜占 上年收入总计", "90.15%"],
    ["收入总计｜占 上年收入总计 “，占”", "，占90.15%"],
    ["收入总计｜占 因公出国（境）费 “，占”", ""],
    ["收入总计｜占 因公出国（境）费", "【待补充：收入总计占因公出国（境）费比重】"],
    ["收入总计｜完成 上年收入总计", "完成预算90.15%"],
    ["收入总计｜完成 上年收入总计 “完成全年预算的”", "完成全年预算的90.15%"],
    ["收入总计｜完成 因公出国（境）费", "年初未安排预算"],
    ["收入总计｜完成 因公出国（境）费 “完成预算” 收入总计", "全年预算数为零"],
    ["收入总计｜完成率 上年收入总计", "90.15%"],
    ["收入总计｜预算关系 上年收入总计", "小于"],
    ["来源｜个数", "3"],
    ["“【”", "【"],
  ])("{%s}", (value, expected) => {
    expect(text(`{${value}}`)).toBe(expected);
  });

  test("写法管着小数、用词和末尾的零", () => {
    const change = "{收入总计｜增减 上年收入总计}";
    const style = { changeWords: "增加减少", percentDecimals: 1 } as const;
    expect(text(change, style)).toBe("减少12.97万元，减少9.9%");
  });
});

test("花括号连写两个是它本身，全角半角都收", () => {
  expect(text("｛年度｝{{甲}}｛｛乙｝｝{ 收入总计 | 万元 }")).toBe("2023年度{甲}{乙}118.65万元");
});
