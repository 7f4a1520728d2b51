import { describe, expect, it } from "vitest";
import type { Draft, Paragraph } from "../../src/narrative/draft.ts";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { noInputs } from "../../src/narrative/inputs/inputs.ts";
import { inputsTemplate } from "../../src/narrative/inputs/inputs-template.ts";
import { readInputs } from "../../src/narrative/inputs/read-inputs.ts";
import { findFunctional } from "../../src/subjects/lookup.ts";
import { randomBooks } from "../audit/drafts.ts";
import { narratives, openExample } from "./example-drafts.ts";

const sectionOf = (draft: Draft, id: string) =>
  draft.sections.find((section) => section.id === id)?.paragraphs ?? [];

const entriesOf = (draft: Draft) =>
  sectionOf(draft, "三").filter(({ style }) => style === "listItem");

/** 条目的名词：序号之后、冒号之前。 */
const nameOf = ({ text }: Paragraph) => text.slice(0, text.indexOf("：")).replace(/^\d+\./, "");

/** 第二部分逐项写到的科目，按先后：五（三）、八、九。 */
function listedSubjects(draft: Draft): string[] {
  return ["二.五.（三）", "二.八", "二.九"]
    .flatMap((id) => sectionOf(draft, id))
    .flatMap(({ text }) => {
      const title = /^\d+\.(.+?（[类款项]）)[：:]/.exec(text)?.[1];
      return title === undefined ? [] : [title];
    });
}

const examples = await Promise.all(narratives.map(openExample));
const random = [1, 2, 4, 5, 7, 8, 10, 11].map(randomBooks);
const books = [...examples, ...random];

describe.each(books.map((each) => [each.current.fileName, each] as const))("%s", (_, each) => {
  const { current, prior } = each;
  const draft = draftNarrative({ current, prior, inputs: noInputs });

  it("科目条目与第二部分逐项写到的一一对应：同样的先后、同样的类款项", () => {
    const subjects = entriesOf(draft)
      .map(nameOf)
      .filter((name) => /（[类款项]）$/.test(name));
    expect(subjects).toEqual([...new Set(listedSubjects(draft))]);
  });

  it("先后：收入、结转结余，科目，支出，三公，机关运行经费；不重复，序号连续", () => {
    const names = entriesOf(draft).map(nameOf);
    const general = names.filter((name) => !/（[类款项]）$/.test(name));
    expect(general).toEqual(ORDER.filter((name) => general.includes(name)));
    const firstSubject = names.findIndex((name) => /（[类款项]）$/.test(name));
    if (firstSubject >= 0) {
      expect(names.slice(0, firstSubject)).toEqual(general.filter((name) => INCOME.has(name)));
    }
    expect(new Set(names).size).toBe(names.length);
    expect(entriesOf(draft).map(({ text }) => Number.parseInt(text, 10))).toEqual(
      names.map((_, index) => index + 1),
    );
  });

  it("没有核对过的释义都带着记号、是未了事项；声明核对过，记号全部没有", () => {
    const marked = entriesOf(draft).filter(({ text }) => text.includes("【释义待核实："));
    const open = draft.open.filter(({ rule }) => rule === "说明/科目释义待核实");
    expect(open.map(({ text }) => text?.section)).toEqual(marked.map(({ id }) => id));
    for (const paragraph of entriesOf(draft)) {
      const code = paragraph.id.slice("三/".length);
      const subject = /^\d+$/.test(code) ? findFunctional(code, current.year) : null;
      if (subject === null || subject.meaning === "") continue;
      if (!subject.confirmed) expect(paragraph.proposals).toHaveLength(1);
      for (const { start, end, text, content, key } of paragraph.proposals ?? []) {
        expect(paragraph.text.slice(start, end)).toBe(text);
        expect(text).toBe(`【释义待核实：${content}】`);
        expect(key).toEqual(["名词解释", code]);
      }
    }
    const checked = draftNarrative({
      current,
      prior,
      inputs: { ...noInputs, termsConfirmed: true },
    });
    expect(entriesOf(checked).map(nameOf)).toEqual(entriesOf(draft).map(nameOf));
    expect(entriesOf(checked).filter(({ proposals }) => proposals !== undefined)).toEqual([]);
    expect(checked.open.filter(({ rule }) => rule === "说明/科目释义待核实")).toEqual([]);
  });
});

describe("通用名词", () => {
  it("表里没有的不列：没有经营收支、没有上缴的单位不解释它们", () => {
    for (const { current, prior } of examples) {
      const names = entriesOf(draftNarrative({ current, prior, inputs: noInputs })).map(nameOf);
      expect(names).toContain("财政拨款收入");
      expect(names).not.toContain("经营收入");
      expect(names).not.toContain("上缴上级支出");
      expect(names.join()).not.toContain("用事业基金弥补收支差额");
    }
  });

  it("随机单位里有的一定列，没有的一定不列", () => {
    const seen = new Set<string>();
    for (const { current, prior } of random) {
      const draft = draftNarrative({ current, prior, inputs: noInputs });
      const names = entriesOf(draft).map(nameOf);
      const income = sectionOf(draft, "二.二")
        .map(({ text }) => text)
        .join();
      for (const name of ["上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]) {
        expect([name, names.includes(name)]).toEqual([name, income.includes(name)]);
        if (names.includes(name)) seen.add(name);
      }
    }
    expect(seen.size).toBeGreaterThan(2);
  });
});

describe("由人写的", () => {
  const [example] = examples;
  if (example === undefined) throw new Error("没有示例");
  const { current, prior } = example;
  const bare = draftNarrative({ current, prior, inputs: noInputs });
  const doubtful = entriesOf(bare).find(({ proposals }) => proposals !== undefined);
  const code = doubtful?.id.slice("三/".length) ?? "";

  it("写了的就用写的，只此一条不再待核实", () => {
    const terms = new Map([[code, "反映本地另有规定的支出。"]]);
    const draft = draftNarrative({ current, prior, inputs: { ...noInputs, terms } });
    const entry = entriesOf(draft).find(({ id }) => id === doubtful?.id);
    expect(entry?.text.endsWith("：反映本地另有规定的支出。")).toBe(true);
    const waiting = (one: Draft) => one.open.filter(({ kind }) => kind === "proposal").length;
    expect(waiting(draft)).toBe(waiting(bare) - 1);
  });

  it("写了而说明里没有的，提示没有用上", () => {
    const terms = new Map([["9999999", "某"]]);
    const draft = draftNarrative({ current, prior, inputs: { ...noInputs, terms } });
    expect(draft.open.filter(({ rule }) => rule === "说明/名词没有用上")).toHaveLength(1);
  });

  it("上年写的下年照抄进填报文件；没有上年的只给建议，不替人确认", () => {
    const terms = new Map([
      [code, "上年写的释义。"],
      ["财政拨款收入", "上年写的收入释义。"],
      ["9999999", "本年没有的"],
    ]);
    const again = inputsTemplate(current, prior, bare, { ...noInputs, terms });
    const read = readInputs(again, "下年.yaml");
    expect(read.findings).toEqual([]);
    expect(read.inputs.terms).toEqual(
      new Map([
        [code, "上年写的释义。"],
        ["财政拨款收入", "上年写的收入释义。"],
      ]),
    );
    const first = inputsTemplate(current, prior, bare);
    expect(readInputs(first, "填报.yaml").inputs.terms.size).toBe(0);
    expect(first).toContain(`# 建议：${doubtful?.proposals?.[0]?.content}`);
  });
});

const INCOME = new Set([
  "财政拨款收入",
  "上级补助收入",
  "事业收入",
  "经营收入",
  "附属单位上缴收入",
  "其他收入",
  "使用非财政拨款结余（含专用结余）",
  "年初结转和结余",
  "结余分配",
  "年末结转和结余",
]);

const ORDER = [
  ...INCOME,
  "基本支出",
  "项目支出",
  "上缴上级支出",
  "经营支出",
  "对附属单位补助支出",
  "“三公”经费",
  "机关运行经费",
];
