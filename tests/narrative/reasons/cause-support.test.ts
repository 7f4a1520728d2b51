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

  /** 在常见原因里，有这些字的那一条，依据里某个部分动了时有没有佐证。 */
  const supportOf = (words: string, change: string, part: Driver, more: Partial<Evidence> = {}) => {
    const given = evidence({ main: breakdown(part), cents: part.cents, ...more });
    const offered = offeredCauses(change, directionOf(given), {
      evidence: given,
      inputs: noInputs,
      lastYear: null,
    });
    return offered.find(({ text }) => text.includes(words))?.support;
  };

  it.each<[string, string, number, Driver["kind"], readonly string[], readonly string[]]>([
    [
      "工资和津贴补贴标准",
      KEY,
      5,
      "经济科目",
      ["30101", "30103", "30107"],
      ["30108", "30201", "13010"],
    ],
    ["考核奖励的发放标准", KEY, -5, "经济科目", ["30102"], ["30109"]],
    [
      "缴费基数提高",
      KEY,
      5,
      "经济科目",
      ["30108", "30109", "30110", "30111", "30112", "30113"],
      ["30107", "30114", "30199"],
    ],
    ["单位缴费减少", KEY, -5, "经济科目", ["30113"], ["30101"]],
    ["实施进度加快", KEY, 5, "项目", ["甲项目"], []],
    ["结转的资金在本年继续使用", KEY, 5, "结转结余", ["年初结转和结余"], ["年末结转和结余"]],
    ["结转到本年使用的资金减少", KEY, -5, "结转结余", ["年初结转和结余"], ["年末结转和结余"]],
    [
      "报废更新车辆",
      "三公经费增减",
      5,
      "三公",
      ["公务用车购置费"],
      ["公务用车运行维护费", "公务接待费"],
    ],
    ["车辆使用年限较长", "三公经费增减", 5, "三公", ["公务用车运行维护费"], ["公务用车购置费"]],
    ["没有购置车辆", "三公经费增减", -5, "三公", ["公务用车购置费"], ["公务用车运行维护费"]],
    ["加强用车管理", "三公经费增减", -5, "三公", ["公务用车运行维护费"], ["公务用车购置费"]],
    ["任务没有成行", "三公经费完成预算", -5, "三公", ["因公出国（境）费"], ["公务接待费"]],
    ["批次和人次少于预计", "三公经费完成预算", -5, "三公", ["公务接待费"], ["因公出国（境）费"]],
    [
      "车辆更新计划没有实施",
      "三公经费完成预算",
      -5,
      "三公",
      ["公务用车购置费", "公务用车运行维护费"],
      ["公务接待费"],
    ],
    ["款项结转下年支付", "各项完成预算.2010301", -5, "未使用", ["结转"], []],
    ["使用了上年结转资金", "各项完成预算.2010301", 5, "使用结转", ["结转"], []],
  ])("%s：只凭它说的那一部分佐证", (words, change, cents, kind, proofs, others) => {
    const against = change.includes("预算.") || change.endsWith("预算") ? "预算" : "上年";
    const support = (key: string, part = kind) =>
      supportOf(words, change, driver(part, key, cents), { against });
    for (const key of proofs) {
      expect(support(key), key).toBe("有佐证");
      expect(support(key, "性质"), `${key} 作性质`).toBe("看不出");
    }
    for (const key of others) expect(support(key), key).toBe("看不出");
  });

  it.each([
    ["在职人员增加，人员经费", KEY, "在职人员", 1],
    ["在职人员减少，人员经费", KEY, "在职人员", -1],
    ["按定额核定的日常公用经费相应增加", "机关运行经费增减", "在职人员", 1],
    ["按定额核定的日常公用经费相应减少", "机关运行经费增减", "在职人员", -1],
    ["团组增加", "三公经费增减", "因公出国（境）团组", 1],
    ["团组减少", "三公经费增减", "因公出国（境）团组", -1],
    ["接待批次和人次增加", "三公经费增减", "国内公务接待", 1],
    ["接待批次和人次减少", "三公经费增减", "国内公务接待", -1],
  ])("%s：凭“%s”的 %s", (words, change, label, sign) => {
    const nothing = driver("性质", "某", sign);
    const facts = (of: string): EvidenceFact[] => [
      { label: of, unit: "个", now: count(5 + sign), before: count(5), cause: true },
    ];
    expect(supportOf(words, change, nothing, { facts: facts(label) })).toBe("有佐证");
    expect(supportOf(words, change, nothing, { facts: facts("别的") })).toBe("看不出");
  });

  it.each([
    ["落实当年出台的政策", 1, "newProjects"],
    ["政策到期或任务调整", -1, "endedProjects"],
    ["部分项目上年已经完成", -1, "endedProjects"],
  ] as const)("%s：凭新增、不再有支出的项目", (words, sign, projects) => {
    const nothing = driver("性质", "某", sign);
    const moved = { [projects]: [driver("项目", "甲", sign)] };
    expect(supportOf(words, KEY, nothing, moved)).toBe("有佐证");
    expect(supportOf(words, KEY, nothing)).toBe("看不出");
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
