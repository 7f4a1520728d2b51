import { describe, expect, test } from "vitest";
import type { ChartData } from "../../src/narrative/draft.ts";
import { CHART_COLOURS, YEAR_COLOURS } from "../../src/publish/charts/chart-colours.ts";
import { chartLabels, drawnChart, labelFormula } from "../../src/publish/charts/chart-labels.ts";
import { chartStyle } from "../../src/publish/charts/chart-style.ts";
import { chartXml } from "../../src/publish/charts/chart-xml.ts";
import { wanText } from "../../src/publish/charts/wan-text.ts";
import { descendants, parseXml } from "./open-package.ts";
import { sampleDraft } from "./sample-draft.ts";

const references = {
  seriesName: "Sheet1!$B$1",
  labels: "Sheet1!$C$2:$C$4",
  values: "Sheet1!$B$2:$B$4",
};

const TWO = { percentDecimals: 2, grouping: false } as const;
const ONE = { percentDecimals: 1, grouping: false } as const;

function chart(kind: ChartData["kind"], items: Record<string, number>): ChartData {
  const categories = Object.keys(items);
  return {
    number: 2,
    kind,
    title: "结构图",
    categories,
    cents: Object.values(items),
    from: categories.map(() => []),
  };
}

function drawn(data: ChartData, title: string | null = "结构图") {
  return parseXml(chartXml(drawnChart(data), { references, title, style: TWO }));
}

describe("图", () => {
  test("饼图去掉零扇区，图例文字是金额和占比", () => {
    const data = drawnChart(chart("pie", { 甲: 2_000_000, 乙: 0, 丙: 1_000_000 }));
    expect(data.categories).toEqual(["甲", "丙"]);
    expect(chartLabels(data, TWO)).toEqual(["甲 2.00万元，66.67%", "丙 1.00万元，33.33%"]);
    expect(chartLabels(data, ONE)).toEqual(["甲 2.00万元，66.7%", "丙 1.00万元，33.3%"]);
  });

  test("只有一个扇区时占比是 100%", () => {
    expect(chartLabels(drawnChart(chart("pie", { 甲: 5, 乙: 0 })), TWO)).toEqual([
      "甲 0.00万元，100%",
    ]);
  });

  test.each([
    ["有负数", { 甲: 100, 乙: -1 }],
    ["全为零", { 甲: 0, 乙: 0 }],
  ])("%s时改画柱状图，一项不少", (_, items) => {
    const data = drawnChart(chart("pie", items));
    expect(data.kind).toBe("column");
    expect(data.categories).toEqual(["甲", "乙"]);
    expect(descendants(drawn(data), "c:barChart")).toHaveLength(1);
  });

  test("柱状图纵轴从零起，有负数时不限", () => {
    const minimum = (data: ChartData) => descendants(drawn(data), "c:min").length;
    expect(minimum(chart("column", { 上年: 1, 本年: 2 }))).toBe(1);
    expect(minimum(chart("column", { 上年: -1, 本年: 2 }))).toBe(0);
  });

  test("小扇区旁不标占比，图例里仍有", () => {
    const xml = drawn(chart("pie", { 大: 99_000_000, 小: 1_000_000 }));
    expect(
      descendants(xml, "c:dLbl").map((label) => descendants(label, "c:idx")[0]?.attributes.val),
    ).toEqual(["1"]);
    expect(xml.text).toContain("小 1.00万元，1.00%");
  });

  test("图内标题可有可无；文字用中文字体", () => {
    const xml = drawn(chart("pie", { 甲: 1, 乙: 2 }));
    expect(descendants(xml, "c:title")).toHaveLength(1);
    expect(descendants(drawn(chart("pie", { 甲: 1, 乙: 2 }), null), "c:title")).toHaveLength(0);
    for (const font of descendants(xml, "a:ea")) expect(font.attributes.typeface).toBe("宋体");
  });

  test("类别名里的特殊字符不会写坏 XML", () => {
    expect(drawn(chart("column", { '<甲>&"乙"': 1 })).text).toContain('<甲>&"乙"');
  });

  test("缓存值是精确的万元数，不舍入", () => {
    const xml = drawn(chart("column", { 上年: 1, 本年: 123_456_789 }));
    const cache = descendants(xml, "c:numCache").flatMap((item) => descendants(item, "c:v"));
    expect(cache.map((value) => value.text)).toEqual(["0.000001", "123.456789"]);
    expect(wanText(-50)).toBe("-0.00005");
  });

  test("图例文字的公式引用类别、金额，正文占比几位小数就用几位", () => {
    const cells = { category: "A2", value: "B2", values: "$B$2:$B$4" };
    const data = chart("pie", { 甲: 1, 乙: 2 });
    expect(labelFormula(data, ONE, cells)).toBe(
      'A2&" "&TEXT(B2,"0.00")&"万元，"&IF(B2=SUM($B$2:$B$4),"100%",TEXT(B2/SUM($B$2:$B$4),"0.0%"))',
    );
    expect(labelFormula(chart("column", { 甲: 1 }), TWO, cells)).toBe("A2");
  });

  test("样稿各饼图的占比与正文一致", () => {
    for (const section of sampleDraft.sections) {
      const printed = section.paragraphs.flatMap((item) =>
        item.figures.map((figure) => figure.text),
      );
      for (const { chart: data } of section.paragraphs) {
        if (data?.kind !== "pie" || section.id === "二.五" || section.id === "二.七") continue;
        for (const label of chartLabels(drawnChart(data), chartStyle(sampleDraft))) {
          expect(printed).toContain(label.split("，").at(-1));
        }
      }
    }
  });

  test("图上数字的写法随正文：占比位数、千分位", () => {
    const figures = (...texts: string[]) => ({
      ...sampleDraft,
      sections: [
        {
          id: "二",
          title: "",
          paragraphs: [
            {
              id: "二/一",
              style: "body" as const,
              text: "",
              edited: false,
              figures: texts.map((text) => ({
                text,
                value: "0",
                moneyUnit: null,
                start: 0,
                end: 0,
                from: [],
                formula: "",
              })),
              gaps: [],
            },
          ],
        },
      ],
    });
    expect(chartStyle(figures("32.3%", "100%", "1234.5万元"))).toEqual(ONE);
    expect(chartStyle(figures("32.31%", "4.0%"))).toEqual(TWO);
    expect(chartStyle(figures("100%"))).toEqual(TWO);
    const grouped = chartStyle(figures("13,452.9万元", "1.05%"));
    expect(grouped).toEqual({ percentDecimals: 2, grouping: true });
    const data = drawnChart(chart("pie", { 甲: 13_452_903_951, 乙: 1 }));
    expect(chartLabels(data, grouped)[0]).toBe("甲 13,452.90万元，100.00%");
  });

  test("相邻颜色黑白打印也分得开", () => {
    const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
    const grey = (colour: string) =>
      (0.2126 * channel(colour, 0) + 0.7152 * channel(colour, 2) + 0.0722 * channel(colour, 4)) /
      255;
    for (const palette of [CHART_COLOURS, YEAR_COLOURS]) {
      for (const [index, colour] of palette.entries()) {
        const next = palette[(index + 1) % palette.length] ?? "";
        expect(Math.abs(grey(colour) - grey(next))).toBeGreaterThan(0.3);
      }
    }
  });
});
