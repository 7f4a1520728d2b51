import { describe, expect, it } from "vitest";
import { isMap, isScalar, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { noInputs } from "../../src/narrative/inputs/inputs.ts";
import { inputsTemplate } from "../../src/narrative/inputs/inputs-template.ts";
import { readInputs } from "../../src/narrative/inputs/read-inputs.ts";
import type { TableSet } from "../../src/tables/table.ts";
import { bareDraft, narratives, openExample, paragraphsOf } from "./example-drafts.ts";
import { handBuilt } from "./hand-built.ts";
import { fundTables, operationsTable, totalsTable } from "./small-books.ts";

const NUMBERS = /数$|量$|批次$|人次$|数量$|金额$|车$|汽车$|车型$/;

/** 像填报人那样，把空着的键都填上；各项预算数用一句声明代替逐项填写，写法不写、随说明模板。 */
function fillIn(yaml: string): string {
  const document = parseDocument(yaml);
  document.delete("项级全年预算数");
  document.delete("写法");
  const fill = (map: YAMLMap): void => {
    for (const pair of map.items as Pair<Node, Node | null>[]) {
      const key = isScalar(pair.key) ? String(pair.key.value) : "";
      if (isMap(pair.value)) fill(pair.value);
      else if (isScalar(pair.value) && pair.value.value === null) {
        pair.value = document.createNode(answer(key)) as Node;
      }
    }
  };
  fill(document.contents as YAMLMap);
  return document.toString();
}

function answer(key: string): string | number {
  if (key === "单位性质") return "行政单位";
  if (key.endsWith("决算数") || key.endsWith("核对")) return "是";
  if (NUMBERS.test(key)) return 3;
  return "已填";
}

function gapsLeft(current: TableSet, prior: TableSet | null, yaml: string) {
  const { inputs, findings } = readInputs(yaml, "模板");
  expect(findings).toEqual([]);
  const draft = draftNarrative({ current, prior, inputs });
  return paragraphsOf(draft).flatMap((paragraph) => paragraph.gaps);
}

describe.each(narratives)("$workbook 的填报模板", (narrative) => {
  it("照原样读回来没有问题，等于没有填", async () => {
    const example = await openExample(narrative);
    const bare = bareDraft(example);
    const template = inputsTemplate(example.current, example.prior, bare);
    const left = gapsLeft(example.current, example.prior, template);
    const before = paragraphsOf(bare).flatMap((paragraph) => paragraph.gaps);
    expect(left.map((gap) => gap.text)).toEqual(before.map((gap) => gap.text));
  });

  it("每一处能填的待补充都有一个键；全部填上就没有待补充了", async () => {
    const example = await openExample(narrative);
    const bare = bareDraft(example);
    const template = inputsTemplate(example.current, example.prior, bare);
    for (const { key } of paragraphsOf(bare).flatMap((paragraph) => paragraph.gaps)) {
      for (const part of key ?? []) expect(template).toContain(part);
    }
    expect(gapsLeft(example.current, example.prior, fillIn(template))).toEqual([]);
  });

  it("写明表里已经知道的：变动多少、原句、依据", async () => {
    const example = await openExample(narrative);
    const template = inputsTemplate(example.current, example.prior, bareDraft(example));
    expect(template).toMatch(/# 收、支总计各减少[\d.]+万元，下降[\d.]+%，主要变动原因是什么。/);
    expect(template).toMatch(/# 原句：.*共有公务用车\d+辆，其中：【待补充：各车型数量】。/);
    expect(template).toMatch(/# 依据：.*(增加|减少)[\d.]+万元/);
  });
});

describe("有外事、基金、采购等一切情形的填报模板", () => {
  const tables = {
    ...totalsTable(1_000_000),
    ...fundTables([{ code: "2120801", name: "征地和拆迁补偿支出", actual: 345_600 }]),
    ...operationsTable({
      "三公.支出合计": 1,
      "三公.因公出国（境）费": 30_000,
      "三公.公务用车购置及运行维护费": 200_000,
      "三公.公务用车购置费": 180_000,
      "三公.公务用车运行维护费": 20_000,
      "三公.公务接待费": 50_000,
      "三公.国内接待费": 50_000,
      "三公.外事接待费": 20_000,
      "采购.合计": 180_000,
      "资产.车辆数合计": 2,
      "车辆.其他用车": 2,
    }),
  };
  const about = { year: 2023, tables, cover: {} };

  it("全部填上之后，只剩要补表的待补充，都没有可填的键", () => {
    const current = handBuilt("current", about);
    const prior = handBuilt("prior", { ...about, year: 2022 });
    const draft = draftNarrative({ current, prior, inputs: noInputs });
    const template = inputsTemplate(current, prior, draft);
    const left = gapsLeft(current, prior, fillIn(template));
    expect(left.filter((gap) => gap.key !== undefined)).toEqual([]);
    expect(template).toContain("# 下面这些不是填报能补的：");
    for (const gap of left) expect(template).toContain(gap.asks);
  });
});
