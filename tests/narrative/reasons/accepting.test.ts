import { describe, expect, it } from "vitest";
import type { Draft } from "../../../src/narrative/draft.ts";
import { draftNarrative } from "../../../src/narrative/draft-narrative.ts";
import type { Inputs, Reason } from "../../../src/narrative/inputs/inputs.ts";
import { inputsTemplate } from "../../../src/narrative/inputs/inputs-template.ts";
import { readInputs } from "../../../src/narrative/inputs/read-inputs.ts";
import { compareWords } from "../../../src/narrative/reasons/same-words.ts";
import { bareDraft, narratives, openExample, paragraphsOf } from "../example-drafts.ts";
import { operationsTable, smallDraft } from "../small-books.ts";

const ID = "二.七.（二）/3";
const KEY = "公务接待费增减";

const year = (amount: number, batches: number) =>
  operationsTable({
    "三公.公务接待费": amount,
    "三公.国内接待费": amount,
    "统计.国内公务接待批次": batches,
  });

function draft(reason?: Reason, options = {}): Draft {
  return smallDraft({
    current: year(30_000, 12),
    prior: year(20_000, 10),
    options,
    ...(reason === undefined ? {} : { inputs: { reasons: new Map([[KEY, reason]]) } }),
  });
}

const at = (made: Draft) => {
  const found = paragraphsOf(made).find(({ id }) => id === ID);
  if (found === undefined) throw new Error("没有公务接待费一段");
  return found;
};
const rules = (made: Draft) => made.open.map(({ rule }) => rule);

const isReason = ({ key }: { readonly key: readonly string[] }) => key[0] === "原因";

describe("推断的原因由人确认", () => {
  it("没有填：写成据表推断，列为未确认的原因；里面的数追得到单元格", () => {
    const made = draft();
    const { text, proposals = [], figures, gaps } = at(made);
    expect(text).toContain("主要原因是【据表推断：国内公务接待增加2批次】。");
    const [proposal] = proposals;
    if (proposal === undefined) throw new Error("没有推断");
    expect(text.slice(proposal.start, proposal.end)).toBe(proposal.text);
    expect(proposal).toMatchObject({ content: "国内公务接待增加2批次", key: ["原因", KEY] });
    expect(proposal.evidence.map((line) => line.text)).toContain("国内公务接待：10批次 → 12批次");
    const [count] = figures.filter(
      ({ start, end }) => proposal.start < start && end < proposal.end,
    );
    expect(count).toMatchObject({
      text: "2",
      from: [{ book: "current" }, { book: "current" }, {}, {}],
    });
    expect(text.slice(count?.start, count?.end)).toBe("2");
    expect(gaps.map(({ key }) => key)).not.toContainEqual(["原因", KEY]);
    const [finding] = made.open.filter(({ rule }) => rule === "说明/未确认的原因");
    expect(finding).toMatchObject({
      severity: "error",
      text: { section: ID, quote: proposal.text },
    });
  });

  it("原样确认：去掉括号，数仍追得到单元格", () => {
    const made = draft({ text: "国内公务接待增加2批次。", status: "已确认" });
    const { text, proposals, figures } = at(made);
    expect(text).toContain("主要原因是国内公务接待增加2批次。");
    expect(proposals).toBeUndefined();
    const before = text.indexOf("增加2批次");
    expect(figures.find(({ start }) => start === before + 2)?.from.length).toBe(4);
    expect(rules(made)).not.toContain("说明/未确认的原因");
  });

  it("改写的话照写；状态还是据表推断的仍要确认", () => {
    const typed = "外地来访增多";
    expect(at(draft({ text: typed, status: "已确认" })).text).toContain("主要原因是外地来访增多。");
    expect(at(draft({ text: typed, status: "据表推断" })).text).toContain(
      "主要原因是【据表推断：外地来访增多】。",
    );
  });

  it("写明待补充的，不推断", () => {
    const made = draft({ text: "", status: "待补充" });
    expect(at(made).text).toContain("主要原因是【待补充：增减原因】。");
    expect(at(made).proposals).toBeUndefined();
  });

  it("空话不采用，仍是推断", () => {
    const made = draft({ text: "业务需要", status: "已确认" });
    expect(at(made).text).toContain("【据表推断：国内公务接待增加2批次】");
    expect(rules(made)).toContain("说明/原因是空话");
  });

  it("确认之后表又改了：照确认的写，指出数与表不符", () => {
    const made = draft({ text: "国内公务接待增加3批次", status: "已确认" });
    expect(at(made).text).toContain("主要原因是国内公务接待增加3批次。");
    const [stale] = made.open.filter(({ rule }) => rule === "说明/原因里的数与表不符");
    expect(stale?.what).toContain("按现在的表应为“国内公务接待增加2批次”");
  });
});

describe.each(narratives)("$workbook：填报模板里的推断", (narrative) => {
  it("照原样等于没有确认；把状态都改成已确认，推断就成了正文，数不变", async () => {
    const example = await openExample(narrative);
    const bare = bareDraft(example);
    const template = inputsTemplate(example.current, example.prior, bare);
    const redo = (yaml: string): Draft => {
      const { inputs, findings } = readInputs(yaml, "模板");
      expect(findings).toEqual([]);
      return draftNarrative({ current: example.current, prior: example.prior, inputs });
    };
    const proposalsOf = (made: Draft) =>
      paragraphsOf(made).flatMap(({ proposals = [] }) => proposals.filter(isReason));
    expect(proposalsOf(bare).length).toBeGreaterThan(3);
    expect(proposalsOf(redo(template))).toEqual(proposalsOf(bare));

    const accepted = redo(template.replaceAll("状态: 据表推断", "状态: 已确认"));
    expect(proposalsOf(accepted)).toEqual([]);
    for (const paragraph of paragraphsOf(bare)) {
      const after = paragraphsOf(accepted).find(({ id }) => id === paragraph.id);
      expect(after?.text).toBe(paragraph.text.replace(/【据表推断：([^】]*)】/g, "$1"));
      expect(after?.figures.map(({ text, value, from }) => ({ text, value, from }))).toEqual(
        paragraph.figures.map(({ text, value, from }) => ({ text, value, from })),
      );
    }
  });

  it("每处推断都有依据，依据和数都有单元格", async () => {
    for (const { proposals = [], figures } of paragraphsOf(
      bareDraft(await openExample(narrative)),
    )) {
      for (const { start, end, content, evidence } of proposals.filter(isReason)) {
        const inside = figures.filter((figure) => start < figure.start && figure.end < end);
        expect(inside.length, content).toBe(
          content.replace(/“[^”]*”/g, "").match(/\d+(?:\.\d+)?/g)?.length,
        );
        for (const figure of inside) expect(figure.from.length, content).toBeGreaterThan(0);
        expect(evidence.some(({ from }) => from.length > 0)).toBe(true);
      }
    }
  });
});

describe("上年的填报", () => {
  it("写过的原因列在注释里，并记进原因库", async () => {
    const [narrative] = narratives;
    if (narrative === undefined) throw new Error("没有示例");
    const example = await openExample(narrative);
    const lastYear: Inputs = {
      ...example.inputs,
      reasons: new Map([["收支总计增减", { text: "上年的：三句话", status: "已确认" }]]),
      causes: new Map([["通用", ["机构改革，职能划转"]]]),
    };
    const template = inputsTemplate(example.current, example.prior, bareDraft(example), lastYear);
    expect(template).toContain("# 上年写的：上年的：三句话");
    const { inputs, findings } = readInputs(template, "模板");
    expect(findings).toEqual([]);
    expect(inputs.causes.get("收支总计增减")).toEqual(["上年的：三句话"]);
    expect(inputs.causes.get("通用")).toEqual(["机构改革，职能划转"]);
  });
});

describe("是不是同一句话", () => {
  it.each([
    ["支出增加126万元。", "支出增加126.00万元", "same"],
    ["支出增加1,260,000元", "支出增加126万元", "same"],
    ["支出增加 126 万元", "支出增加126万元", "same"],
    ["支出增加127万元", "支出增加126万元", "stale"],
    ["支出减少126万元", "支出增加126万元", "different"],
    ["在职人员增加3人", "在职人员增加3人", "same"],
  ] as const)("%s ／ %s：%s", (typed, proposed, result) => {
    expect(compareWords(typed, proposed)).toBe(result);
  });
});
