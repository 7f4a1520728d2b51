import { describe, expect, it } from "vitest";
import type { Driver, Evidence, EvidenceFact } from "../../../src/narrative/evidence/evidence.ts";
import type { CountFact, MoneyFact } from "../../../src/narrative/fact.ts";
import { noInputs } from "../../../src/narrative/inputs/inputs.ts";
import { COMMON_CAUSES, type Sign } from "../../../src/narrative/reasons/causes.ts";
import { directionOf, offeredCauses } from "../../../src/narrative/reasons/offer-causes.ts";

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
