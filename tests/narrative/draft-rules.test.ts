import { describe, expect, it } from "vitest";
import type { Paragraph, Section } from "../../src/narrative/draft.ts";
import { type DraftRequest, draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { noInputs } from "../../src/narrative/inputs/inputs.ts";
import { gapFindings, proposalFindings } from "../../src/narrative/open-items.ts";
import { isProposal, openPlaces, proposalsIn } from "../../src/narrative/open-places.ts";
import { defaultStyle } from "../../src/narrative/style.ts";
import { profileOfLevel } from "../../src/narrative/templates/shipped-profiles.ts";
import { paragraphsOf, textOf } from "./example-drafts.ts";
import { handBuilt } from "./hand-built.ts";
import { totalsTable } from "./small-books.ts";

const current = handBuilt("current", { year: 2023, tables: totalsTable(1_000_000), level: null });
const priorOf = (year: number, unit = "某单位") =>
  handBuilt("prior", { year, unit, tables: totalsTable(800_000) });

const draft = (request: Partial<DraftRequest> = {}) =>
  draftNarrative({ current, prior: null, inputs: noInputs, ...request });
const bodyOf = (request: Partial<DraftRequest>) =>
  paragraphsOf(draft(request)).find(({ id }) => id === "二.一/正文");

describe("级别", () => {
  const department = profileOfLevel("部门");
  it.each<[string, Partial<DraftRequest>, string]>([
    ["什么也没有写明的是单位", {}, "单位"],
    ["指定的说明模板写明的", { profile: department }, "部门"],
    ["封面盖过模板", { profile: department, current: { ...current, level: "单位" } }, "单位"],
    [
      "填报盖过封面",
      { current: { ...current, level: "单位" }, inputs: { ...noInputs, level: "部门" } },
      "部门",
    ],
    ["指定的盖过填报", { inputs: { ...noInputs, level: "部门" }, level: "单位" }, "单位"],
    ["指定为空的不算指定", { inputs: { ...noInputs, level: "部门" }, level: null }, "部门"],
  ])("%s", (_, request, level) => {
    const made = draft(request);
    expect(made.level).toBe(level);
    expect(textOf(made)).toContain(`${level}决算情况说明`);
    expect(made.profile).toBe(request.profile?.name ?? `四川${level}`);
  });

  it("什么也没有写明的，请人核对是部门还是单位；写明了的不问", () => {
    const asks = (request: Partial<DraftRequest>) =>
      draft(request).open.filter(({ rule }) => rule === "说明/级别不明").length;
    expect(asks({})).toBe(1);
    expect(asks({ level: "单位" })).toBe(0);
  });
});

describe("年度和单位", () => {
  it("年度以表为准，表上没有的用填报的，都没有为 0", () => {
    const inputs = { ...noInputs, year: 2021 };
    const none = { ...current, year: null };
    expect(draft({ inputs }).year).toBe(2023);
    expect(draft({ inputs, current: none }).year).toBe(2021);
    expect(draft({ current: none }).year).toBe(0);
    expect(bodyOf({ inputs, current: none })?.text).toContain("2021年度收、支总计");
  });

  it("单位取自表，没有为空", () => {
    expect(draft().unit).toBe("某单位");
    expect(draft({ current: { ...current, unit: null } }).unit).toBe("");
  });
});

describe("上年工作簿", () => {
  const asked = (request: Partial<DraftRequest>) => bodyOf(request)?.gaps.map(({ asks }) => asks);

  it("恰好上一年度、同一单位的才用", () => {
    expect(bodyOf({ prior: priorOf(2022) })?.text).toContain(
      "与2022年度相比，收、支总计各增加20万元",
    );
  });

  it("没有给的：说清要哪一年的；年度不明的说上年度", () => {
    expect(asked({})).toContainEqual(expect.stringMatching(/^没有给出2022年度的决算工作簿/));
    const none = { ...current, year: null };
    expect(asked({ current: none })?.join()).toMatch(/没有给出上年度的决算工作簿/);
  });

  it.each([
    ["年度不对", priorOf(2021)],
    ["单位不对", priorOf(2022, "另一单位")],
  ])("%s的一个数也不取，列为第一条未了事项", (_, prior) => {
    const made = draft({ prior });
    expect(made.open[0]).toMatchObject({ severity: "error", kind: "identity" });
    expect(
      bodyOf({ prior })?.figures.every(({ from }) => from.every(({ book }) => book === "current")),
    ).toBe(true);
    expect(asked({ prior })?.join()).toContain(`给出的上年工作簿不能用：${made.open[0]?.what}`);
  });

  it("读的时候就知道不能用的，说出为什么", () => {
    expect(asked({ priorRefused: "文件有密码。" })?.join()).toContain(
      "给出的上年工作簿不能用：文件有密码。",
    );
  });

  it("更了名的：填报里写明从前的名称就能用", () => {
    const request = {
      prior: priorOf(2022, "旧单位"),
      inputs: { ...noInputs, formerUnitName: "旧单位" },
    };
    expect(bodyOf(request)?.text).toContain("各增加20万元");
    expect(draft(request).open.filter(({ kind }) => kind === "identity")).toEqual([]);
  });
});

describe("写法：缺省、模板、填报、指定，后面的盖过前面的", () => {
  const department = profileOfLevel("部门");
  const decimals = (request: Partial<DraftRequest>) =>
    /增长([\d.]+)%/.exec(bodyOf({ prior: priorOf(2022), ...request })?.text ?? "")?.[1];
  const profile = { ...department, style: {} };
  const one = { percentDecimals: 1 } as const;
  it.each<[string, Partial<DraftRequest>, string]>([
    ["缺省两位", { profile }, "25.00"],
    ["模板", { profile: { ...profile, style: one } }, "25.0"],
    ["填报", { profile, inputs: { ...noInputs, style: one } }, "25.0"],
    [
      "填报盖过模板",
      {
        profile: { ...profile, style: one },
        inputs: { ...noInputs, style: { percentDecimals: 2 } },
      },
      "25.00",
    ],
    [
      "指定盖过填报",
      { profile, inputs: { ...noInputs, style: one }, options: { percentZeros: "去掉" } },
      "25",
    ],
  ])("%s", (_, request, expected) => {
    expect(decimals(request)).toBe(expected);
  });

  it("缺省是公开文本里最常见的写法", () => {
    expect(defaultStyle).toMatchObject({
      showBase: false,
      grouping: false,
      itemBudget: false,
      reasonRate: 0,
      reasonAmount: 0,
    });
  });
});

const NO_TEXT = { id: "", style: "body", text: "", edited: false, figures: [], gaps: [] } as const;
const sectionOf = (paragraph: Partial<Paragraph>): Section[] => [
  { id: "二.一", title: "某节", paragraphs: [{ ...NO_TEXT, id: "二.一/正文", ...paragraph }] },
];

describe("未了事项的说法", () => {
  const gap = { text: "【待补充：原因】", start: 3, end: 11, asks: "为什么增加。" };
  const place = { quote: gap.text, start: 3, end: 11, section: "二.一/正文" };

  it("待补充：能填的说填在哪个键，不能填的说怎么办", () => {
    const gaps = [{ ...gap, key: ["原因", "收支总计增减"] }, gap];
    expect(gapFindings(sectionOf({ gaps }))).toMatchObject([
      {
        rule: "说明/待补充",
        severity: "error",
        kind: "gap",
        what: "“某节”有一处没有写：【待补充：原因】。",
        why: "没有补上的说明不能公开。",
        todo: "请在填报文件的“原因 › 收支总计增减”填写：为什么增加。",
        cells: [],
        text: place,
      },
      { todo: "为什么增加。" },
    ]);
    expect(gapFindings(sectionOf({}))).toEqual([]);
  });

  it.each([
    [
      "原因",
      "某",
      ["原因", "收支总计增减"],
      {
        rule: "说明/未确认的原因",
        what: "“某节”有一处原因还没有人确认：人员增加。",
        why: "推断只根据表里的数，公开的原因须由知情的人确认。",
        todo: "核实后请在填报文件的“原因 › 收支总计增减”写下“内容”，把“状态”改为“已确认”；不对的请改写。",
      },
    ],
    ["改过的段落里的，没有键", "某", [], { rule: "说明/未确认的原因", todo: "为什么增加。" }],
    [
      "科目释义",
      "12.甲（类）1.乙（项）：反映丙：丁。",
      ["名词解释", "2010301"],
      {
        rule: "说明/科目释义待核实",
        what: "“甲（类）1.乙（项）”的释义没有与当年《政府收支分类科目》核对过。",
        why: "释义是程序给的建议，不是官方原文。",
        todo: "核对无误的，在填报文件里写“名词解释已核对: 是”；要改的写在“名词解释 › 2010301”。",
      },
    ],
  ])("没有确认的%s", (_, text, key, words) => {
    const proposals = [{ ...gap, content: "人员增加", key, evidence: [] }];
    expect(proposalFindings(sectionOf({ text, proposals }))).toMatchObject([
      { ...words, severity: "error", kind: "proposal", cells: [], text: place },
    ]);
    expect(proposalFindings(sectionOf({}))).toEqual([]);
  });
});

describe("一段里还不能公开的各处", () => {
  const gap = { text: "【待补充：甲】", start: 9, end: 16, asks: "甲" };
  const proposal = { ...gap, start: 2, end: 9, content: "乙", key: ["原因"], evidence: [] };

  it("待补充和推断按先后排在一起，分得清是哪一种", () => {
    expect(openPlaces({ gaps: [gap], proposals: [proposal] })).toEqual([proposal, gap]);
    expect(openPlaces({ gaps: [gap] })).toEqual([gap]);
    expect([gap, proposal].map(isProposal)).toEqual([false, true]);
  });

  it("人改过的文字里剩下的推断：一字不差的沿用原来的键，别的没有键，请人核实", () => {
    const known = [{ ...proposal, text: "【据表推断：乙】" }];
    const text = "因为【据表推断：乙】，又因为【据表推断：丙】，即【释义待核实：】【待补充：丁】。";
    const found = proposalsIn(text, known);
    expect(found.map(({ content, key }) => [content, key])).toEqual([
      ["乙", ["原因"]],
      ["丙", []],
      ["", []],
    ]);
    for (const { text: quote, start, end } of found) expect(text.slice(start, end)).toBe(quote);
    expect(found[1]).toMatchObject({
      asks: "请核实这一处，去掉括号，或改写这一段。",
      evidence: [],
    });
  });
});
