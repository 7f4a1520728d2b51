import { describe, expect, it } from "vitest";
import { YEAR_ON_YEAR_KEYS } from "../../../src/narrative/evidence/changes.ts";
import { evidenceFor } from "../../../src/narrative/evidence/evidence-for.ts";
import { noInputs, type Reason } from "../../../src/narrative/inputs/inputs.ts";
import { COMMON_CAUSES } from "../../../src/narrative/reasons/causes.ts";
import {
  causesToKeep,
  chosenReason,
  directionOf,
  offeredCauses,
  withCause,
} from "../../../src/narrative/reasons/offer-causes.ts";
import { isEmptyReason, pointsOppositeWay } from "../../../src/narrative/reasons/reason-quality.ts";
import { books, spendingTables } from "./spending-years.ts";

const KEY = "一般公共预算财政拨款支出增减";
const none = { evidence: null, inputs: noInputs, lastYear: null };
const sure = (text: string): Reason => ({ text, status: "已确认" });

describe("常见的原因", () => {
  it("每个变动、每个方向都有可挑的；没有空话，没有与方向相反的", () => {
    for (const key of YEAR_ON_YEAR_KEYS) {
      for (const direction of ["增加", "减少"] as const) {
        expect(offeredCauses(key, direction, none).length, `${key}${direction}`).toBeGreaterThan(0);
      }
    }
    for (const direction of ["大于", "小于", "等于"] as const) {
      expect(offeredCauses("各项完成预算.2010301", direction, none).length).toBeGreaterThan(0);
      expect(offeredCauses("三公经费完成预算", direction, none).length).toBeGreaterThan(0);
    }
    for (const { text, directions } of COMMON_CAUSES) {
      expect(isEmptyReason(text), text).toBe(false);
      expect(text).not.toMatch(/[。；]$|\d/);
      expect(directions, text).not.toHaveLength(0);
      for (const direction of directions) {
        if (direction === "增加" || direction === "减少") {
          expect(pointsOppositeWay(text, direction), text).toBe(false);
        }
      }
    }
  });

  it("表里有佐证的在前，与表相反的在后", () => {
    const evidence = evidenceFor(
      KEY,
      books(
        spendingTables({ basic: { "30101": 50 }, projects: { "1 甲": 500 }, staff: 8 }),
        spendingTables({ basic: { "30101": 20 }, projects: {}, staff: 9 }),
      ),
    );
    if (evidence === null) throw new Error("没有依据");
    expect(directionOf(evidence)).toBe("增加");
    const offered = offeredCauses(KEY, "增加", { ...none, evidence });
    const supports = offered.map(({ support }) => support);
    const order = ["有佐证", "看不出", "与表相反"];
    expect(supports).toEqual(supports.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    const of = (kind: string) => offered.find((cause) => cause.kind === kind)?.support;
    expect(of("政策调整")).toBe("有佐证");
    expect(of("人员增减")).toBe("与表相反");
    expect(of("机构职能")).toBe("看不出");
  });
});

describe("本单位的原因库", () => {
  it("本单位的、上年写过并确认了的在常见的前面，不重复，有数的提醒", () => {
    const lastYear = {
      causes: new Map([["通用", ["机构改革"]]]),
      reasons: new Map([
        [KEY, sure("新增5名干部")],
        ["机关运行经费增减", sure("别的")],
      ]),
      itemReasons: new Map<string, Reason>(),
      initialItemReasons: new Map<string, Reason>(),
    };
    const inputs = {
      causes: new Map([
        [KEY, ["落实新政策"]],
        ["通用", ["机构改革"]],
      ]),
    };
    const offered = offeredCauses(KEY, "增加", { evidence: null, inputs, lastYear });
    expect(offered.slice(0, 3)).toEqual([
      { text: "落实新政策", origin: "本单位", support: "看不出", hasFigures: false },
      { text: "机构改革", origin: "本单位", support: "看不出", hasFigures: false },
      { text: "新增5名干部", origin: "上年", support: "看不出", hasFigures: true },
    ]);
    expect(offered.slice(3).every(({ origin }) => origin === "常见")).toBe(true);
  });

  it("没有确认的不带到下年；各项的归在一起；记过的不再记", () => {
    const kept = causesToKeep({
      causes: new Map([["通用", ["机构改革"]]]),
      reasons: new Map([
        [KEY, sure("新增项目")],
        ["公务接待费增减", { text: "接待增加", status: "据表推断" as const }],
      ]),
      itemReasons: new Map([
        ["2010301", sure("人员调出")],
        ["2080505", sure("人员调出")],
        ["2080506", { text: "没有确认的", status: "据表推断" as const }],
      ]),
      initialItemReasons: new Map([["2010301", sure("年中追加")]]),
    });
    expect([...kept]).toEqual([
      ["通用", ["机构改革"]],
      [KEY, ["新增项目"]],
      ["各项完成预算", ["人员调出"]],
      ["各项完成年初预算", ["年中追加"]],
    ]);
    expect(withCause(kept, KEY, " 新增项目 ")).toBe(kept);
    expect(withCause(kept, KEY, "  ")).toBe(kept);
    expect(chosenReason({ text: "新增项目" })).toEqual({ text: "新增项目", status: "已确认" });
  });

  it("逐项的：上年这个科目写过的、同一组原因库里的都能挑；与全年预算比、与年初预算比的分开", () => {
    const lastYear = {
      causes: new Map([["各项完成预算", ["工程没有验收"]]]),
      reasons: new Map<string, Reason>(),
      itemReasons: new Map([
        ["2010301", sure("人员调出")],
        ["2010302", sure("别的科目的")],
      ]),
      initialItemReasons: new Map([["2010301", sure("年中追加")]]),
    };
    const inputs = { causes: new Map([["各项完成年初预算", ["职能划入"]]]) };
    const own = (change: string) =>
      offeredCauses(change, "小于", { evidence: null, inputs, lastYear })
        .filter(({ origin }) => origin !== "常见")
        .map(({ text, origin }) => `${origin}：${text}`);
    expect(own("各项完成预算.2010301")).toEqual(["上年：人员调出", "上年：工程没有验收"]);
    expect(own("各项完成年初预算.2010301")).toEqual(["本单位：职能划入", "上年：年中追加"]);
    expect(own("各项完成年初预算.2019999")).toEqual(["本单位：职能划入"]);
  });

  it("没有确认的原因不给人挑", () => {
    const guess: Reason = { text: "猜的", status: "据表推断" };
    const lastYear = { ...noInputs, reasons: new Map([[KEY, guess]]) };
    const offered = offeredCauses(KEY, "增加", { ...none, lastYear });
    expect(offered.filter(({ origin }) => origin !== "常见")).toEqual([]);
    expect(offered.some(({ hasFigures }) => hasFigures)).toBe(false);
  });
});

describe("一条常见原因只用在它说的变动、它说的方向上", () => {
  const texts = (change: string, direction: "增加" | "减少" | "大于" | "小于" | "等于") =>
    offeredCauses(change, direction, none).map(({ text }) => text);

  it.each([
    ["公务接待费增减", "增加", ["上级检查、外地考察交流增多，接待批次和人次增加"]],
    ["公务接待费增减", "减少", ["严格执行接待标准和审批，接待批次和人次减少"]],
    ["因公出国（境）费增减", "增加", ["按批准的计划安排的因公出国（境）团组增加"]],
    [
      "公务用车购置及运行维护费增减",
      "减少",
      ["本年没有购置车辆，购置支出减少", "加强用车管理，出车次数和燃料、维修费用减少"],
    ],
    ["三公经费完成预算", "等于", ["按批准的预算安排支出"]],
    ["三公经费完成年初预算", "大于", ["年中经批准调剂追加了支出"]],
    ["各项完成预算.2010301", "等于", ["按批准的预算安排支出"]],
    ["各项与预算持平", "等于", ["按批准的预算安排支出"]],
    ["各项完成预算.2010301", "大于", ["年中追加的支出没有计入全年预算数", "使用了上年结转资金"]],
    ["各项完成年初预算.2010301", "大于", ["年中经批准调剂追加了支出", "使用了上年结转资金"]],
    [
      "一般公共预算财政拨款支出完成年初预算",
      "大于",
      ["年中经批准调剂追加了支出", "使用了上年结转资金"],
    ],
    ["各项完成年初预算.2010301", "等于", ["按批准的预算安排支出"]],
  ] as const)("%s %s", (change, direction, expected) => {
    expect(texts(change, direction)).toEqual(expected);
  });

  it("“三公”经费合计的增减，三个部分的原因都可以挑", () => {
    expect(texts("三公经费增减", "减少")).toEqual([
      ...texts("因公出国（境）费增减", "减少"),
      ...texts("公务用车购置及运行维护费增减", "减少"),
      ...texts("公务接待费增减", "减少"),
    ]);
  });

  it("收支、支出、财政拨款的增减可挑的一样；机关运行经费另有一套", () => {
    const spending = texts("收支总计增减", "减少");
    for (const change of ["支出总计增减", "财政拨款支出总计增减", KEY]) {
      expect(texts(change, "减少")).toEqual(spending);
    }
    expect(texts("机关运行经费增减", "减少").filter((text) => spending.includes(text))).toEqual([]);
  });
});
