import { describe, expect, test } from "vitest";
import { catalogue } from "../../../src/narrative/catalogue/generated/catalogue.ts";
import { filters } from "../../../src/narrative/templates/generated/filters.ts";
import { readTemplate } from "../../../src/narrative/templates/read-template.ts";
import { templateNames } from "../../../src/narrative/templates/shipped-profiles.ts";

const mistakesOf = (template: string) =>
  readTemplate("二.一 试.txt", template, templateNames).mistakes;

test.each(catalogue.map((entry) => [entry.name, entry] as const))(
  "“%s”写得进模板",
  (name, entry) => {
    const inEach = (entry.items ?? []).map((item) =>
      item.kind === "判断" ? `{如果 ${item.name}}有{完}` : `{${item.name}}`,
    );
    const templates = {
      判断: `【正文】{如果 ${name} 且 非 （${name}）}有{完}`,
      清单: `【正文】{如果 有 ${name}}有{完}{每个 ${name}}${inEach.join("")}{完}`,
      图: `【图】图1：图题{${name}}`,
      金额: `【正文】{${name}｜万元}{如果 ${name} 为零}有{完}`,
      计数: `【正文】{${name}}{如果 ${name} 大于 3}有{完}`,
      比率: `【正文】{${name}}{如果 ${name} 大于 3%}有{完}`,
      文字: `【正文】{${name}}{如果 ${name} 是 “甲”}有{完}`,
    };
    expect(mistakesOf(templates[entry.kind])).toEqual([]);
  },
);

describe("筛选", () => {
  test("名称不重复", () => {
    expect(new Set(filters.map(({ name }) => name)).size).toBe(filters.length);
  });

  test.each(filters.map((filter) => [filter.name, filter] as const))(
    "“%s”的例子写得对",
    (name, filter) => {
      const [written = ""] = filter.example.split(" → ");
      const closed = written.startsWith("{如果") ? `${written}有{完}` : written;
      expect(closed).toContain(`｜${name}`);
      expect(mistakesOf(`【正文】${closed}`)).toEqual([]);
    },
  );

  test.each(filters.map((filter) => [filter.name, filter] as const))(
    "“%s”可省的参数在后",
    (_, { args }) => {
      const optional = args.map((each) => each.optional === true);
      expect(optional).toEqual(optional.toSorted());
    },
  );
});
