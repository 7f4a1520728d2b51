import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Money } from "../../../src/narrative/facts/known.ts";
import { type Inputs, noInputs } from "../../../src/narrative/inputs/inputs.ts";
import { readInputs } from "../../../src/narrative/inputs/read-inputs.ts";
import { reasonWanted } from "../../../src/narrative/reasons/threshold.ts";
import { type DraftOptions, defaultStyle } from "../../../src/narrative/style.ts";

const money = (cents: number): Money => ({
  kind: "money",
  name: "数",
  cents,
  formula: "",
  from: [],
});

function wanted(now: number, base: number, options: DraftOptions = {}, inputs: Inputs = noInputs) {
  const context = { style: { ...defaultStyle, ...options }, inputs };
  return reasonWanted(context, "收支总计增减", money(now), money(base));
}

describe("增减多少才要写原因", () => {
  it("缺省一律要写", () => {
    fc.assert(fc.property(fc.integer(), fc.integer(), (now, base) => wanted(now, base)));
  });

  it("增减率：恰好等于门槛算达到，按精确的比，不按印出来的", () => {
    const options = { reasonRate: 10 };
    expect(wanted(11_000, 10_000, options)).toBe(true);
    expect(wanted(10_999, 10_000, options)).toBe(false);
    expect(wanted(9_000, 10_000, options)).toBe(true);
    expect(wanted(9_001, 10_000, options)).toBe(false);
    expect(wanted(1_000_000_000_000_001, 1_000_000_000_000_000, { reasonRate: 0.01 })).toBe(false);
  });

  it("基数为零、为负，率不可比，算达到；两头相等、取不到的不归门槛管", () => {
    expect(wanted(1, 0, { reasonRate: 50 })).toBe(true);
    expect(wanted(1, -100, { reasonRate: 50 })).toBe(true);
    expect(wanted(5, 5, { reasonRate: 50, reasonAmount: 100 })).toBe(true);
    const context = { style: { ...defaultStyle, reasonRate: 50 }, inputs: noInputs };
    const missing: Money = { kind: "missing", name: "数", gap: "数", asks: "" };
    expect(reasonWanted(context, "收支总计增减", money(1), missing)).toBe(true);
  });

  it("增减额，两个门槛的关系", () => {
    expect(wanted(10_500, 10_000, { reasonAmount: 500 })).toBe(true);
    expect(wanted(10_499, 10_000, { reasonAmount: 500 })).toBe(false);
    const both = { reasonRate: 10, reasonAmount: 500 } as const;
    expect(wanted(10_500, 10_000, both)).toBe(true);
    expect(wanted(10_500, 10_000, { ...both, reasonWhen: "同时达到" })).toBe(false);
    expect(wanted(11_000, 10_000, { ...both, reasonWhen: "同时达到" })).toBe(true);
    expect(wanted(10_100, 10_000, both)).toBe(false);
  });

  it("人已经确认了原因的，一律写", () => {
    const reason = { text: "人员减少", status: "已确认" } as const;
    const inputs = { ...noInputs, reasons: new Map([["收支总计增减", reason]]) };
    expect(wanted(10_001, 10_000, { reasonRate: 10 }, inputs)).toBe(true);
  });

  it("只有空格的不算写了原因；没有确认的不算", () => {
    const rate = { reasonRate: 10 };
    for (const reason of [
      { text: "  ", status: "已确认" },
      { text: "人员减少", status: "据表推断" },
    ] as const) {
      const inputs = { ...noInputs, reasons: new Map([["收支总计增减", reason]]) };
      expect(wanted(10_001, 10_000, rate, inputs)).toBe(false);
    }
  });

  it("逐项的：与全年预算比、与年初预算比的原因分开认", () => {
    const reason = { text: "人员减少", status: "已确认" } as const;
    const context = {
      style: { ...defaultStyle, reasonRate: 10 },
      inputs: {
        ...noInputs,
        itemReasons: new Map([["2010301", reason]]),
        initialItemReasons: new Map([["2080505", reason]]),
      },
    };
    const of = (key: string) => reasonWanted(context, key, money(10_001), money(10_000));
    expect(["2010301", "2080505"].map(of)).toEqual([true, false]);
    expect(["各项完成年初预算.2010301", "各项完成年初预算.2080505"].map(of)).toEqual([false, true]);
  });

  it("写在填报文件里：百分数，元", () => {
    const yaml =
      "写法:\n  原因门槛增减率: 12.5\n  原因门槛增减额: 10000.00\n  原因门槛关系: 同时达到\n";
    const { inputs, findings } = readInputs(yaml, "填报");
    expect(findings).toEqual([]);
    expect(inputs.style).toEqual({
      reasonRate: 12.5,
      reasonAmount: 1_000_000,
      reasonWhen: "同时达到",
    });
    const [wrong] = readInputs("写法:\n  原因门槛增减率: 10%\n", "填报").findings;
    expect(wrong?.what).toContain("应为百分数");
  });
});
