import { describe, expect, it } from "vitest";
import { operationsTable, smallDraft, textAt } from "./small-books.ts";

const RECEPTION = {
  "三公.支出合计": 80_000,
  "三公.公务接待费": 80_000,
  "三公.国内接待费": 80_000,
};

describe("“三公”经费", () => {
  it("没有三公支出：不写占比，没有图7，不问用途", () => {
    const empty = operationsTable({});
    const draft = smallDraft({ current: empty, prior: empty });
    expect(textAt(draft, "二.七.（一）/正文")).toBe(
      "2023年度“三公”经费财政拨款支出决算为0万元，年初未安排预算，与上年度持平。",
    );
    expect(textAt(draft, "二.七.（二）/构成")).toBe(
      "2023年度“三公”经费财政拨款支出决算中，因公出国（境）费支出决算0万元；公务用车购置及运行维护费支出决算0万元；公务接待费支出决算0万元。具体情况如下：",
    );
    expect(textAt(draft, "二.七.（二）/图7")).toBeUndefined();
    expect(textAt(draft, "二.七.（二）/1")).toBe(
      "1.因公出国（境）经费支出0万元，年初未安排预算。全年安排因公出国（境）团组0个，出国（境）0人次。因公出国（境）支出决算与2022年度持平。",
    );
    expect(textAt(draft, "二.七.（二）/2/购置")).toContain(
      "截至2023年12月31日，本单位无公务用车。",
    );
    expect(textAt(draft, "二.七.（二）/2/运行维护")).toBe("公务用车运行维护费支出0万元。");
    expect(textAt(draft, "二.七.（二）/3")).toBe(
      "3.公务接待费支出0万元，年初未安排预算。公务接待费支出决算与2022年度持平。",
    );
    expect(textAt(draft, "二.七.（二）/3/国内")).toBeUndefined();
    expect(textAt(draft, "三/“三公”经费")).toBeUndefined();
    expect(textAt(draft, "二.十.（三）/正文")).toContain("本单位无公务用车。");
    expect(draft.open.filter((each) => each.what.includes("三公"))).toEqual([]);
  });

  it("有预算没有支出：完成预算0%，决算数小于预算数要原因", () => {
    const draft = smallDraft({
      current: operationsTable({}, { "三公.支出合计": 50_000, "三公.因公出国（境）费": 50_000 }),
    });
    expect(textAt(draft, "二.七.（一）/正文")).toContain(
      "决算为0万元，完成预算0%，较上年度【待补充：",
    );
    expect(textAt(draft, "二.七.（一）/正文")).toContain(
      "决算数小于预算数的主要原因是【待补充：原因】。",
    );
  });

  it("有接待费而批次、人次空着，就问；没有钱的不问", () => {
    const draft = smallDraft({ current: operationsTable(RECEPTION) });
    expect(textAt(draft, "二.七.（二）/3/国内")).toContain(
      "国内公务接待【待补充：国内接待批次】批次，【待补充：国内接待人次】人次",
    );
    expect(textAt(draft, "二.七.（二）/3/外事")).toBe(
      "外事接待支出0万元。外事接待0批次，0人次（不包括陪同人员），共计支出0万元。",
    );
    const answered = smallDraft({
      current: operationsTable(RECEPTION),
      inputs: {
        counts: new Map([
          ["公务接待.国内接待批次", 6],
          ["公务接待.国内接待人次", 60],
        ]),
      },
    });
    expect(textAt(answered, "二.七.（二）/3/国内")).toContain("国内公务接待6批次，60人次");
  });

  it("国内接待费含外事接待费：分开写，两段相加等于接待费，并提示", () => {
    const draft = smallDraft({
      current: operationsTable({
        ...RECEPTION,
        "三公.外事接待费": 30_000,
        "统计.国内公务接待批次": 5,
        "统计.外事接待批次": 2,
        "统计.国内公务接待人次": 50,
        "统计.外事接待人次": 20,
      }),
    });
    expect(textAt(draft, "二.七.（二）/3/国内")).toMatch(
      /^国内公务接待支出5万元.*国内公务接待3批次，30人次/,
    );
    expect(textAt(draft, "二.七.（二）/3/外事")).toMatch(
      /^外事接待支出3万元.*外事接待2批次，20人次/,
    );
    expect(draft.open.map((each) => each.rule)).toContain("说明/外事接待分开列示");
  });

  it("逐件接待：不足总额的加“等”，恰好相等的不加；小额以元印出", () => {
    const write = (cents: number) =>
      textAt(
        smallDraft({
          current: operationsTable(RECEPTION),
          inputs: {
            receptions: [
              { text: "甲", cents },
              { text: "乙", cents: 100 },
            ],
          },
        }),
        "二.七.（二）/3/国内",
      );
    expect(write(7_999_900)).toContain("具体内容包括：甲79999元；乙1元。");
    expect(write(7_000_000)).toContain("具体内容包括：甲70000元；乙1元等。");
  });

  it("填报的车型与保有量对不上，列为错误", () => {
    const draft = smallDraft({
      current: operationsTable({ "统计.公务用车保有量": 3, "资产.车辆数合计": 4 }),
      inputs: { holdings: [{ type: "轿车", count: 2 }] },
    });
    expect(draft.open.map((each) => each.rule)).toContain("说明/填报与表不符");
    expect(draft.open.map((each) => each.rule)).toContain("说明/车辆数不符");
  });
});

describe("十、其他重要事项", () => {
  const expense = (cover: Record<string, string>, amount: number) => {
    const tables = operationsTable({ "机关运行经费.合计": amount });
    const draft = smallDraft({ current: tables, prior: tables, about: { cover } });
    return { text: textAt(draft, "二.十.（一）/正文"), rules: draft.open.map((each) => each.rule) };
  };

  it("机关运行经费：行政、参公照写，事业单位写没有，封面不明的要问", () => {
    expect(expense({ 单位基本性质: "10" }, 80_000).text).toBe(
      "2023年度，本单位机关运行经费支出8万元，与2022年度持平。",
    );
    expect(expense({ 单位基本性质: "21" }, 0).text).toContain("机关运行经费支出0万元");
    expect(expense({ 单位基本性质: "22" }, 0).text).toBe(
      "本单位不属于行政单位和参照公务员法管理的事业单位，没有机关运行经费支出。",
    );
    expect(expense({}, 0).text).toBe("本单位【待补充：单位性质】。");
    expect(expense({}, 80_000).text).toContain("机关运行经费支出8万元");
  });

  it("事业单位却有机关运行经费：照写并列为疑点", () => {
    const { text, rules } = expense({ 单位基本性质: "22" }, 80_000);
    expect(text).toContain("机关运行经费支出8万元");
    expect(rules).toContain("说明/机关运行经费与单位性质不符");
  });

  it("没有政府采购：一句话，或列零而不写占比", () => {
    const current = operationsTable({ "资产.车辆数合计": 1 });
    expect(textAt(smallDraft({ current }), "二.十.（二）/正文")).toBe(
      "2023年度，本单位未发生政府采购支出。",
    );
    const listed = smallDraft({ current, options: { zeroRows: "列出" } });
    expect(textAt(listed, "二.十.（二）/正文")).toBe(
      "2023年度，本单位政府采购支出总额0万元，其中：政府采购货物支出0万元、政府采购工程支出0万元、政府采购服务支出0万元。授予中小企业合同金额0万元，其中：授予小微企业合同金额0万元。",
    );
  });

  it("有政府采购：占比按总额算，用途待补充", () => {
    const current = operationsTable({
      "采购.合计": 300_000,
      "采购.货物": 300_000,
      "采购.授予中小企业": 100_000,
    });
    expect(textAt(smallDraft({ current }), "二.十.（二）/正文")).toBe(
      "2023年度，本单位政府采购支出总额30万元，其中：政府采购货物支出30万元、政府采购工程支出0万元、政府采购服务支出0万元。主要用于【待补充：采购用途】。授予中小企业合同金额10万元，占政府采购支出总额的33.33%，其中：授予小微企业合同金额0万元，占政府采购支出总额的0%。",
    );
  });

  it("车辆只列有的用途；有其他用车的要写用途", () => {
    const current = operationsTable({
      "资产.车辆数合计": 3,
      "车辆.应急保障用车": 2,
      "车辆.其他用车": 1,
    });
    expect(textAt(smallDraft({ current }), "二.十.（三）/正文")).toMatch(
      /^截至2023年12月31日，本单位共有车辆3辆，其中：应急保障用车2辆、其他用车1辆，其他用车主要用于【待补充：其他用车用途】。/,
    );
  });

  it("原因里的方向与实际相反，列为疑点；据表推断的也列", () => {
    const draft = smallDraft({
      current: operationsTable({ "机关运行经费.合计": 80_000 }),
      prior: operationsTable({ "机关运行经费.合计": 90_000 }),
      inputs: {
        reasons: new Map([["机关运行经费增减", { text: "人员增加", status: "据表推断" as const }]]),
      },
    });
    const rules = draft.open.map((each) => each.rule);
    expect(rules).toContain("说明/原因方向相反");
    expect(rules).toContain("说明/未确认的原因");
    expect(textAt(draft, "二.十.（一）/正文")).toContain("主要原因是【据表推断：人员增加】。");
  });
});
