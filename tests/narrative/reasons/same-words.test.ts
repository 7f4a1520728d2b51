import { describe, expect, it } from "vitest";
import type { Driver, Evidence, EvidenceFact } from "../../../src/narrative/evidence/evidence.ts";
import type { CountFact, MoneyFact } from "../../../src/narrative/fact.ts";
import { noInputs } from "../../../src/narrative/inputs/inputs.ts";
import { COMMON_CAUSES, type Sign } from "../../../src/narrative/reasons/causes.ts";
import { listMismatches } from "../../../src/narrative/reasons/list-sums.ts";
import { directionOf, offeredCauses } from "../../../src/narrative/reasons/offer-causes.ts";
import { compareWords } from "../../../src/narrative/reasons/same-words.ts";

describe("填报的话与拟的话是不是同一句", () => {
  it("空白、末尾的标点、数的写法不同，仍是同一句", () => {
    expect(compareWords("甲增加 5万元，乙减少3人。；", "甲增加5.00万元，乙减少3人")).toBe("same");
    expect(compareWords("甲增加50,000元", "甲增加50000.00元")).toBe("same");
    expect(compareWords("在职人员增加03人", "在职人员增加3人")).toBe("same");
    expect(compareWords("没有数", "没有数，")).toBe("same");
  });

  it("只有数不同，是确认之后表又改过；单位不同也算数不同", () => {
    expect(compareWords("甲增加5万元，乙减少3人", "甲增加5万元，乙减少4人")).toBe("stale");
    expect(compareWords("甲增加5万元，乙减少3人", "甲增加6万元，乙减少3人")).toBe("stale");
    expect(compareWords("甲增加1.25万元", "甲增加1.2万元")).toBe("stale");
    expect(compareWords("甲增加5万元", "甲增加5元")).toBe("stale");
    expect(compareWords("甲增加5万元", "甲增加50000元")).toBe("same");
  });

  it("话不同就是另一句", () => {
    expect(compareWords("甲增加5万元", "乙增加5万元")).toBe("different");
    expect(compareWords("甲增加5万元", "甲增加5人")).toBe("different");
  });
});

describe("话里列的各数与合计", () => {
  const found = (text: string) => listMismatches(text).map(({ quote, kind }) => `${kind} ${quote}`);

  it("加得起来（四舍五入容许之内）的不说，多了、少了的各说", () => {
    expect(found("支出10万元，其中：甲6万元、乙4万元。")).toEqual([]);
    expect(found("支出10万元，其中：甲6.01万元、乙4万元。")).toEqual([]);
    expect(found("支出10万元，其中：甲6.02万元、乙4万元。")).toEqual([
      "超过 10万元，其中：甲6.02万元、乙4万元",
    ]);
    expect(found("先说3万元，支出10万元，包括甲6万元、乙3万元。")).toEqual([
      "不足 10万元，包括甲6万元、乙3万元",
    ]);
    expect(found("支出10元，分别为6元、5元；另有事项。")).toEqual(["超过 10元，分别为6元、5元"]);
  });

  it("只有一个数、列到“等”为止的，只看有没有超过", () => {
    expect(found("支出10万元，其中甲6万元。")).toEqual([]);
    expect(found("支出10万元，其中甲16万元。")).toEqual(["超过 10万元，其中甲16万元"]);
    expect(found("支出10万元，其中甲6万元、乙3万元等。")).toEqual([]);
    expect(found("支出10万元，其中甲6万元、乙3万元等项目。")).toEqual([]);
    expect(found("支出10万元，其中甲等6万元、乙3万元。")).toEqual([
      "不足 10万元，其中甲等6万元、乙3万元",
    ]);
    expect(found("支出10万元，其中甲6万元、乙5万元等。")).toEqual([
      "超过 10万元，其中甲6万元、乙5万元等",
    ]);
  });

  it("合计不在同一句里、没有合计、没有数、数长得不像金额的，不比", () => {
    expect(found("支出10万元。其中甲16万元。")).toEqual([]);
    expect(found("其中甲16万元。")).toEqual([]);
    expect(found("支出10万元，其中甲较多。")).toEqual([]);
    expect(found(`支出10万元，其中甲${"9".repeat(13)}万元。`)).toEqual([]);
    expect(found(`支出10万元，其中甲${"9".repeat(12)}万元。`)).toHaveLength(1);
  });
});

describe("常见原因有没有佐证", () => {
  const money = (cents: number): MoneyFact => ({
    kind: "money",
    name: "某",
    cents,
    formula: "",
    from: [],
  });
  const count = (value: number): CountFact => ({
    kind: "count",
    name: "某",
    count: value,
    formula: "",
    from: [],
  });
  const driver = (kind: Driver["kind"], key: string, cents: number): Driver => ({
    key,
    label: key,
    kind,
    now: money(cents),
    before: money(0),
    cents,
  });
  const breakdown = (...drivers: readonly Driver[]) => ({
    by: "某",
    drivers,
    explained: 0,
    rest: 0,
    others: 0,
    unlisted: 0,
    unread: [],
    restates: false,
  });
  const evidence = (more: Partial<Evidence>): Evidence => ({
    change: "某",
    subject: "某",
    against: "上年",
    now: money(0),
    before: money(0),
    cents: 5,
    main: null,
    alternatives: [],
    facts: [],
    newProjects: [],
    endedProjects: [],
    ...more,
  });
  const KEY = "一般公共预算财政拨款支出增减";

  /** 凭这样东西佐证的那几条，在这份依据下的说法。 */
  const supports = (change: string, matches: (sign: Sign) => boolean, given: Evidence) => {
    const texts = COMMON_CAUSES.filter(({ sign }) => sign !== undefined && matches(sign)).map(
      ({ text }) => text,
    );
    const offered = offeredCauses(change, directionOf(given), {
      evidence: given,
      inputs: noInputs,
      lastYear: null,
    });
    return [
      ...new Set(offered.filter(({ text }) => texts.includes(text)).map(({ support }) => support)),
    ];
  };

  it("新项目、旧项目、人数：同向的有佐证，反向的相反，没有动的看不出", () => {
    const added = ({ of }: Sign) => of === "新项目";
    expect(supports(KEY, added, evidence({ newProjects: [driver("项目", "甲", 3)] }))).toEqual([
      "有佐证",
    ]);
    expect(supports(KEY, added, evidence({}))).toEqual(["看不出"]);
    const ended = ({ of }: Sign) => of === "旧项目";
    const less = { cents: -5 };
    expect(
      supports(KEY, ended, evidence({ ...less, endedProjects: [driver("项目", "甲", -3)] })),
    ).toEqual(["有佐证"]);
    const staff = (sign: Sign) => sign.of === "旁证" && sign.label === "在职人员";
    const fact = (now: EvidenceFact["now"], before: EvidenceFact["before"]): EvidenceFact => ({
      label: "在职人员",
      unit: "人",
      now,
      before,
      cause: true,
    });
    expect(supports(KEY, staff, evidence({ facts: [fact(count(5), count(3))] }))).toEqual([
      "有佐证",
    ]);
    expect(supports(KEY, staff, evidence({ facts: [fact(count(3), count(5))] }))).toEqual([
      "与表相反",
    ]);
    expect(supports(KEY, staff, evidence({ facts: [fact(count(5), count(5))] }))).toEqual([
      "看不出",
    ]);
    expect(supports(KEY, staff, evidence({ facts: [fact(count(5), null)] }))).toEqual(["看不出"]);
    expect(supports(KEY, staff, evidence({ facts: [fact(money(5), money(3))] }))).toEqual([
      "看不出",
    ]);
    const other = { ...fact(count(5), count(3)), label: "离休人员" };
    expect(supports(KEY, staff, evidence({ facts: [other] }))).toEqual(["看不出"]);
  });

  it("某一部分：先看主要的分法，没有再看别的", () => {
    const trips = (sign: Sign) =>
      sign.of === "部分" && sign.kind === "三公" && sign.keys.test("因公出国（境）费");
    const at = (main: Evidence["main"], ...alternatives: Evidence["alternatives"][number][]) =>
      supports(
        "三公经费完成预算",
        trips,
        evidence({ against: "预算", cents: -5, main, alternatives }),
      );
    const abroad = (cents: number) => breakdown(driver("三公", "因公出国（境）费", cents));
    const guests = breakdown(driver("三公", "公务接待费", 9));
    expect(at(abroad(-3))).toEqual(["有佐证"]);
    expect(at(abroad(3))).toEqual(["与表相反"]);
    expect(at(guests)).toEqual(["看不出"]);
    expect(at(guests, abroad(-3))).toEqual(["有佐证"]);
    expect(at(abroad(-3), abroad(3))).toEqual(["有佐证"]);
    expect(at(null, abroad(-3))).toEqual(["有佐证"]);
    expect(at(breakdown(driver("项目", "因公出国（境）费", -3)))).toEqual(["看不出"]);
  });

  it("方向照与什么比：上年的说增减，预算的说大于小于", () => {
    const direction = (cents: number, against: Evidence["against"]) =>
      directionOf({ cents, against });
    expect([direction(1, "上年"), direction(-1, "上年"), direction(0, "上年")]).toEqual([
      "增加",
      "减少",
      "等于",
    ]);
    expect([direction(1, "预算"), direction(-1, "预算"), direction(0, "预算")]).toEqual([
      "大于",
      "小于",
      "等于",
    ]);
  });
});
