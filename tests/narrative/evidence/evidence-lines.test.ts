import { describe, expect, it } from "vitest";
import type { Breakdown, Driver, Evidence } from "../../../src/narrative/evidence/evidence.ts";
import { evidenceLines, partName } from "../../../src/narrative/evidence/evidence-lines.ts";
import type { CountFact, MoneyFact } from "../../../src/narrative/fact.ts";

const at = (book: "current" | "prior", address: string) => ({ book, sheet: "表", address });
const money = (cents: number, book: "current" | "prior" = "current"): MoneyFact => ({
  kind: "money",
  name: "某",
  cents,
  formula: "",
  from: [at(book, "A1")],
});
const count = (value: number, book: "current" | "prior" = "current"): CountFact => ({
  kind: "count",
  name: "某",
  count: value,
  formula: "",
  from: [at(book, "B1")],
});
const driver = (
  label: string,
  now: number,
  before: number,
  kind: Driver["kind"] = "项",
): Driver => ({
  key: label,
  label,
  kind,
  now: money(now),
  before: money(before, "prior"),
  cents: now - before,
});
const main = (drivers: readonly Driver[], rest = 0): Breakdown => ({
  by: "按支出项",
  drivers,
  explained: 0,
  rest,
  others: 0,
  unlisted: 0,
  unread: [],
  restates: false,
});
const evidence = (more: Partial<Evidence>): Evidence => ({
  change: "某增减",
  subject: "某",
  against: "上年",
  now: money(0),
  before: money(0),
  cents: 0,
  main: null,
  alternatives: [],
  facts: [],
  newProjects: [],
  endedProjects: [],
  ...more,
});
const texts = (more: Partial<Evidence>) => evidenceLines(evidence(more)).map(({ text }) => text);

describe("依据写成几行", () => {
  it("什么也没有就一行也没有", () => {
    expect(texts({})).toEqual([]);
  });

  it("逐个部分：增减多少，两边各多少；剩下的合计一行", () => {
    const drivers = [driver("行政运行", 5_000_000, 3_000_000), driver("教育支出", 0, 500_000)];
    expect(texts({ main: main(drivers) })).toEqual([
      "行政运行支出增加2万元（上年 3万元，本年 5万元）",
      "教育支出减少0.5万元（上年 0.5万元，本年 0万元）",
    ]);
    expect(texts({ main: main([], 123_400) })).toEqual(["其余合计增加0.12万元（按支出项）"]);
    expect(texts({ main: main([], -100) })).toEqual(["其余合计减少1.00元（按支出项）"]);
    expect(evidenceLines(evidence({ main: main(drivers) }))[0]?.from).toEqual([
      at("current", "A1"),
      at("prior", "A1"),
    ]);
  });

  it("与预算比的说多、少；未使用、使用结转的只说数", () => {
    const drivers = [
      driver("甲", 5_000_000, 3_000_000),
      driver("乙", 0, 1_000_000),
      driver("年末结转", 0, 2_500_000, "未使用"),
      driver("用年初结转", 1_000_000, 0, "使用结转"),
    ];
    expect(texts({ against: "预算", main: main(drivers) })).toEqual([
      "甲支出多2万元（预算 3万元，本年 5万元）",
      "乙支出少1万元（预算 1万元，本年 0万元）",
      "年末结转2.5万元",
      "用年初结转1万元",
    ]);
  });

  it("旁证：两年都为零、读不出的不列；没有上年的只说今年", () => {
    const fact = { label: "在职人员", unit: "人", cause: true };
    const missing = { kind: "missing", name: "缺", gap: "缺", asks: "缺" } as const;
    const lines = (
      now: Evidence["facts"][number]["now"],
      before: Evidence["facts"][number]["before"],
    ) => texts({ facts: [{ ...fact, now, before }] });
    expect(lines(count(5), count(3))).toEqual(["在职人员：3人 → 5人"]);
    expect(lines(count(5), count(0))).toEqual(["在职人员：0人 → 5人"]);
    expect(lines(count(0), count(3))).toEqual(["在职人员：3人 → 0人"]);
    expect(lines(money(1_000_000), money(0))).toEqual(["在职人员：0万元 → 1万元"]);
    expect(lines(money(0), money(0))).toEqual([]);
    expect(lines(count(0), count(0))).toEqual([]);
    expect(lines(count(5), null)).toEqual(["在职人员 5人"]);
    expect(lines(missing, count(3))).toEqual([]);
    expect(lines(count(5), missing)).toEqual([]);
  });

  it("新增、不再有支出的项目各一行，带单元格", () => {
    const more = {
      newProjects: [driver("甲", 1_000_000, 0, "项目"), driver("乙", 40, 0, "项目")],
      endedProjects: [driver("丙", 0, 2_000_000, "项目")],
    };
    expect(texts(more)).toEqual([
      "本年新增的项目：“甲”1万元、“乙”0.40元",
      "本年没有支出的项目：“丙”2万元",
    ]);
    expect(evidenceLines(evidence(more))[0]?.from).toHaveLength(2);
  });

  it("部分怎么称呼", () => {
    const name = (kind: Driver["kind"], label: string) => partName({ kind, label });
    expect(name("项目", "人民防空")).toBe("“人民防空”项目支出");
    expect(name("项目", "人民防空项目")).toBe("“人民防空项目”支出");
    expect(name("项目", "项目管理")).toBe("“项目管理”项目支出");
    expect(name("项目列支", "人民防空")).toBe("“人民防空”项目列支的费用");
    expect(name("项", "行政运行")).toBe("行政运行支出");
    expect(name("项", "其他支出")).toBe("其他支出");
    expect(name("项", "支出责任")).toBe("支出责任支出");
    expect(name("经济科目", "办公费")).toBe("办公费");
  });
});
