import * as v from "valibot";
import { beforeAll, describe, expect, it } from "vitest";
import { kindOf } from "../../addin/session/draft-session-fields.ts";
import { chartSvg } from "../../addin/taskpane/draft/chart-svg.ts";
import { exactValue } from "../../addin/taskpane/draft/figure-value.ts";
import { draftHtml } from "../../addin/taskpane/draft/rich-text.ts";
import { STYLE_CHOICES } from "../../addin/taskpane/draft/style-choices.ts";
import type { ChartData, Draft } from "../../src/narrative/draft.ts";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { noInputs } from "../../src/narrative/inputs/inputs.ts";
import { readInputsObject } from "../../src/narrative/inputs/read-inputs.ts";
import { inputsSchema } from "../../src/narrative/inputs/schema.ts";
import { openPlaces } from "../../src/narrative/open-places.ts";
import { sharedRuns, sharedWords } from "../../src/narrative/redraft/text-alignment.ts";
import { defaultStyle } from "../../src/narrative/style.ts";
import { chartStyle } from "../../src/publish/charts/chart-style.ts";
import { draftSheets } from "../../src/publish/draft-xlsx/draft-sheets.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import { readExample } from "../fixtures/examples.ts";

let draft: Draft;
beforeAll(async () => {
  draft = draftNarrative({
    current: recogniseTables(
      await readExample("2023-乐山市金口河区人民政府办公室.xlsx"),
      "current",
    ),
    prior: recogniseTables(await readExample("2022-乐山市金口河区人民政府办公室.xlsx"), "prior"),
    inputs: noInputs,
  });
});

const chartParagraphs = () =>
  draft.sections
    .flatMap((section) => section.paragraphs)
    .flatMap((paragraph) =>
      paragraph.chart === undefined ? [] : [{ id: paragraph.id, chart: paragraph.chart }],
    );

describe("带格式的文字", () => {
  it("每段一块，文字一字不差，待补充醒目，图在图题之前", () => {
    const [first] = chartParagraphs();
    const html = draftHtml(draft, new Map([[first?.id ?? "", "data:image/png;base64,AA=="]]));
    const texts = [...html.matchAll(/<(p|h[1-3]) style="[^"]*">(.*?)<\/\1>/gs)]
      .map((match) => (match[2] ?? "").replaceAll(/<[^>]+>/g, ""))
      .filter((text) => text !== "");
    expect(texts).toEqual(
      draft.sections.flatMap((section) => section.paragraphs.map((each) => each.text)),
    );
    expect(html.match(/<img /g)).toHaveLength(1);
    expect(html.match(/mso-highlight:yellow/g)?.length).toBe(
      draft.sections.flatMap((section) => section.paragraphs.flatMap(openPlaces)).length,
    );
    expect(html).not.toMatch(/<(script|style)/);
  });
});

describe("图的预览", () => {
  it("七张图都画得出，金额、占比与正文同样写法", () => {
    const style = chartStyle(draft);
    expect(chartParagraphs().map(({ chart }) => chart.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    for (const { chart } of chartParagraphs()) {
      const svg = chartSvg(chart, style);
      expect(svg).toContain(chart.title);
      expect(svg).not.toContain("NaN");
    }
  });

  it("没有面积的、负的、只有一项的也画得出", () => {
    const chart = (cents: readonly number[], kind: ChartData["kind"]): ChartData => ({
      number: 2,
      kind,
      title: "某图<&",
      categories: cents.map((_, index) => `第${index}类`),
      cents,
      from: cents.map(() => []),
    });
    const style = { percentDecimals: 2, grouping: false } as const;
    for (const cents of [[], [0], [0, 0], [100], [100, 0], [-5, 10], [1, 99999]]) {
      for (const kind of ["pie", "column"] as const) {
        const svg = chartSvg(chart(cents, kind), style);
        expect(svg).not.toContain("NaN");
        expect(svg).toContain("某图&lt;&amp;");
      }
    }
    expect(chartSvg(chart([100, 0], "pie"), style)).toContain("<circle");
    expect(chartSvg(chart([-5_000_000, 10_000_000], "pie"), style)).toContain("-5.00");
  });
});

describe("插入的两张表", () => {
  it("每张图的类别、数据都在数据来源里，颜色与扇区一样多，放在图题那一行", () => {
    const [text, sources] = draftSheets(draft);
    expect(text?.model.name).toBe("决算说明");
    expect(sources?.model.name).toBe("数据来源");
    expect(text?.charts).toHaveLength(7);
    for (const chart of text?.charts ?? []) {
      const [, first = "", last = ""] = /^K(\d+):K(\d+)$/.exec(chart.values.address) ?? [];
      expect(chart.categories.address).toBe(`L${first}:L${last}`);
      expect(chart.colours).toHaveLength(Number(last) - Number(first) + 1);
      const caption = text?.model.rows[chart.row]?.cells[0];
      expect(caption?.kind === "text" && caption.runs.map((run) => run.text).join("")).toContain(
        chart.name,
      );
    }
  });
});

describe("写法", () => {
  it("填报文件的每一项写法都可以选，每个值都认得", () => {
    const known = Object.keys(v.parse(inputsSchema, {}).写法);
    expect(STYLE_CHOICES.map(({ key }) => key)).toEqual(known);
    for (const { key, options, of } of STYLE_CHOICES) {
      expect(options.map(({ value }) => value)).toContain(of(defaultStyle));
      for (const { value } of options) {
        expect(readInputsObject({ 写法: { [key]: value } }, "填报内容").findings).toEqual([]);
      }
    }
    const all = Object.fromEntries(STYLE_CHOICES.map(({ key, of }) => [key, of(defaultStyle)]));
    expect(readInputsObject({ 写法: all }, "填报内容").inputs.style).toEqual(defaultStyle);
  });
});

describe("填报的栏", () => {
  it("由填报文件的形状得出是什么栏", () => {
    const kinds = (path: string) => kindOf(path.split(".")).kind;
    expect(kinds("原因.收支总计增减")).toBe("reason");
    expect(kinds("原因.各项完成预算.2010301")).toBe("reason");
    expect(kinds("公务接待.国内接待内容")).toBe("list");
    expect(kinds("政府采购.主要用途")).toBe("list");
    expect(kinds("绩效管理.项目自评")).toBe("list");
    expect(kinds("绩效管理.事前评估.项目")).toBe("list");
    expect(kinds("绩效管理.事前评估.项目数")).toBe("count");
    expect(kinds("项级全年预算数.2010301")).toBe("yuan");
    expect(kinds("公务用车.保有车型")).toBe("byName");
    expect(kinds("各项全年预算数等于决算数")).toBe("yesNo");
    expect(kinds("其他收入主要内容")).toBe("text");
    expect(kindOf(["单位性质"])).toEqual({
      kind: "choice",
      options: ["行政单位", "参公单位", "其他事业单位"],
    });
  });
});

describe("精确值", () => {
  it("金额以元计并分组，比率写成百分比，计数原样", () => {
    expect(exactValue({ text: "1万元", value: "-1234567.80", moneyUnit: "万元" })).toBe(
      "-1,234,567.80 元",
    );
    expect(exactValue({ text: "9.85%", value: "0.0984799513", moneyUnit: null })).toBe(
      "9.84799513%",
    );
    expect(exactValue({ text: "2096人次", value: "2096", moneyUnit: null })).toBe("2096");
  });
});

describe("两段文字的异同", () => {
  it("各截在两边确实相同，依次不重叠", () => {
    const pairs = [
      ["收入100.5万元，增长3%", "收入98.6万元，增长3%"],
      ["", "新"],
      ["旧", ""],
      ["甲乙丙", "甲X丙"],
    ] as const;
    for (const [before, after] of pairs) {
      for (const compare of [sharedRuns, sharedWords]) {
        let end = 0;
        for (const { from, to, length } of compare(before, after)) {
          expect(after.slice(to, to + length)).toBe(before.slice(from, from + length));
          expect(to).toBeGreaterThanOrEqual(end);
          end = to + length;
        }
      }
    }
    const words = sharedWords("收入100.5万元", "收入108.5万元");
    expect(words.map(({ to, length }) => "收入108.5万元".slice(to, to + length))).toEqual([
      "收入",
      "万元",
    ]);
  });
});
