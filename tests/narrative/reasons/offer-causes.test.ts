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
      ]),
    });
    expect([...kept]).toEqual([
      ["通用", ["机构改革"]],
      [KEY, ["新增项目"]],
      ["各项完成预算", ["人员调出"]],
    ]);
    expect(withCause(kept, KEY, " 新增项目 ")).toBe(kept);
    expect(withCause(kept, KEY, "  ")).toBe(kept);
    expect(chosenReason({ text: "新增项目" })).toEqual({ text: "新增项目", status: "已确认" });
  });
});
