import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Draft, Figure, Paragraph } from "../../src/narrative/draft.ts";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { readInputs } from "../../src/narrative/inputs/read-inputs.ts";
import { shippedProfiles } from "../../src/narrative/templates/shipped-profiles.ts";
import type { TableSet } from "../../src/tables/table.ts";
import { type Example, narratives, openExample, paragraphsOf } from "./example-drafts.ts";

const slots = new URL("../fixtures/slots/", import.meta.url);
const INPUTS = "2023-乐山市金口河区人民政府办公室.上海.juesuan.yaml";

interface Slot {
  readonly slot: string;
  readonly says: string;
}

/** 上海说明每一段的句子，数写成取自哪张表的哪行哪栏，或怎样算来。 */
const EXPECTED: readonly Slot[] = parse(readFileSync(new URL("上海.yaml", slots), "utf8"));

async function example2023(): Promise<Example> {
  const narrative = narratives.find(({ workbook }) => workbook.startsWith("2023-乐山市金口河"));
  if (narrative === undefined) throw new Error("缺 2023 年示例");
  return openExample(narrative);
}

async function filledDraft(): Promise<{ draft: Draft; example: Example }> {
  const example = await example2023();
  const { inputs, findings } = readInputs(readFileSync(new URL(INPUTS, slots), "utf8"), INPUTS);
  expect(findings).toEqual([]);
  const profile = shippedProfiles.find("上海单位");
  if (profile === null) throw new Error("没有随附的“上海单位”");
  const { current, prior } = example;
  return { draft: draftNarrative({ current, prior, inputs, profile }), example };
}

/** 一格在认出来的表里是哪张表、哪一行、哪一栏。 */
function cellKey(tables: TableSet, sheet: string, address: string): string {
  const table = tables.tables.find((each) => each.sheet === sheet);
  const index = table?.address.indexOf(address) ?? -1;
  if (table === undefined || index === -1) throw new Error(`没有 ${sheet} ${address}`);
  const row = table.rows[Math.floor(index / table.columns.length)];
  const column = table.columns[index % table.columns.length];
  return `${table.form.id} ${row?.key} ${column?.key}`;
}

/** 数写成 `⟨财决01 收入.总计 决算数⟩`；算出来的写算式。 */
function figureName(
  { formula, from, moneyUnit, text }: Figure,
  { current, prior }: Example,
): string {
  if (formula !== "") return `⟨${formula}⟩${text.endsWith("%") ? "%" : ""}`;
  const [source] = from;
  if (source === undefined || from.length > 1) throw new Error(`${text} 没有出处`);
  const key = cellKey(source.book === "current" ? current : prior, source.sheet, source.address);
  return `⟨${source.book === "prior" ? "上年 " : ""}${key}⟩${moneyUnit ?? ""}`;
}

function sentence({ text, figures }: Paragraph, example: Example): string {
  let written = "";
  let end = 0;
  for (const figure of figures) {
    written += text.slice(end, figure.start) + figureName(figure, example);
    end = figure.end;
  }
  return written + text.slice(end);
}

function slotsOf(draft: Draft, example: Example): Slot[] {
  return paragraphsOf(draft)
    .filter(({ id }) => id.startsWith("二"))
    .map((paragraph) => ({
      slot: paragraph.id,
      says: sentence(paragraph, example).replaceAll(example.current.unit ?? "", "〇"),
    }));
}

describe("上海的说明", () => {
  it("每一段照上海公开文本的句子写，每个数取自该取的格", async () => {
    const { draft, example } = await filledDraft();
    expect(slotsOf(draft, example)).toEqual(EXPECTED);
  });

  it("十一节都在，次序不乱", async () => {
    const { draft } = await filledDraft();
    const titles = draft.sections.map(
      ({ title }) => /^(十?[一二三四五六七八九十])、/.exec(title)?.[1],
    );
    expect(titles.filter((title) => title !== undefined).join("")).toBe("一二三四五六七八九十十一");
  });

  it("填满以后没有待补充，推得的年初预算数都请人核对", async () => {
    const { draft } = await filledDraft();
    expect(paragraphsOf(draft).flatMap(({ gaps }) => gaps.map(({ text }) => text))).toEqual([]);
    const derived = draft.open.filter(({ rule }) => rule === "说明/年初预算数由类级推得");
    expect(derived.map(({ message }) => /的 (\d+) 类/.exec(message)?.[1])).toEqual(["213", "221"]);
    expect(draft.open.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("写整本时，决算表在说明前面，共四部分", async () => {
    const { current, prior, inputs } = await example2023();
    const profile = shippedProfiles.find("上海部门");
    if (profile === null) throw new Error("没有随附的“上海部门”");
    const draft = draftNarrative({ current, prior, inputs: { ...inputs, whole: true }, profile });
    const parts = paragraphsOf(draft).filter(({ style }) => style === "part");
    expect(parts.map(({ text }) => text.replace(current.unit ?? "", "〇"))).toEqual([
      "第一部分　〇概况",
      "第二部分　〇2023年度单位决算表",
      "第三部分　〇2023年度单位决算情况说明",
      "第四部分　名词解释",
    ]);
    const tables = draft.sections.find(({ id }) => id === "一.二")?.paragraphs ?? [];
    expect(tables.filter(({ style }) => style === "heading1")).toHaveLength(9);
  });
});
