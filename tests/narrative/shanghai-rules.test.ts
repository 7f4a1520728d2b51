import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Draft } from "../../src/narrative/draft.ts";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { type Inputs, noInputs } from "../../src/narrative/inputs/inputs.ts";
import { inputsTemplate } from "../../src/narrative/inputs/inputs-template.ts";
import { readInputs } from "../../src/narrative/inputs/read-inputs.ts";
import type { Profile } from "../../src/narrative/templates/profile.ts";
import { shippedProfiles } from "../../src/narrative/templates/shipped-profiles.ts";
import { narratives, openExample, paragraphsOf, textOf } from "./example-drafts.ts";
import { type Cells, handBuilt } from "./hand-built.ts";
import { generalBudgetTables, operationsTable, textAt } from "./small-books.ts";

function shanghai(): Profile {
  const profile = shippedProfiles.find("上海单位");
  if (profile === null) throw new Error("没有随附的“上海单位”");
  return profile;
}

interface Books {
  readonly current: Record<string, Cells>;
  readonly prior?: Record<string, Cells>;
  readonly inputs?: Partial<Inputs>;
}

function draftOf({ current, prior, inputs = {} }: Books): Draft {
  return draftNarrative({
    current: handBuilt("current", { year: 2023, tables: current }),
    prior: prior === undefined ? null : handBuilt("prior", { year: 2022, tables: prior }),
    inputs: { ...noInputs, ...inputs },
    profile: shanghai(),
  });
}

const ids = (draft: Draft) => draft.sections.map(({ id }) => id);
const rules = (draft: Draft) => draft.open.map(({ rule }) => rule);

/** 一个类、两项；类级年初预算 10 万元。 */
const CLASS_201 = {
  items: [
    { code: "2010301", name: "行政运行", actual: 80_000 },
    { code: "2010302", name: "一般行政管理事务", actual: 40_000 },
  ],
  initial: 100_000,
};

function general({ items, initial }: typeof CLASS_201): Record<string, Cells> {
  const tables = generalBudgetTables(items, { "201": 120_000 });
  const GENERAL = "一般公共预算财政拨款";
  const form: Cells = tables["财决01-1"] ?? {};
  const withInitial = (row: string) => ({ ...form[row], [`年初预算数.${GENERAL}`]: initial });
  return {
    ...tables,
    "财决01-1": {
      ...form,
      "功能.一般公共服务支出": withInitial("功能.一般公共服务支出"),
      "支出.本年支出合计": withInitial("支出.本年支出合计"),
    },
  };
}

describe("五（三）与年初预算比", () => {
  const item = (draft: Draft, code: string) => textAt(draft, `二.五.（三）/${code}`);

  it("没有填报各项年初预算数的待补充，不写完成率，不由全年预算数代替", () => {
    const draft = draftOf({
      current: general(CLASS_201),
      inputs: { itemBudgetsEqualActuals: true },
    });
    expect(item(draft, "2010301")).toMatch(
      /年初预算为【待补充：年初预算数】，支出决算为8\.00万元。$/,
    );
    expect(textAt(draft, "二.五.（三）/合计")).toMatch(
      /年初预算为10\.00万元，支出决算为12\.00万元，完成年初预算的120\.00%。决算数大于年初预算数的主要原因：【/,
    );
  });

  it("年初没有安排的不写完成率；年初安排了没有支出的也列出来；恰好相等的写持平", () => {
    const initialItemBudgets = new Map([
      ["2010301", 8_000_000],
      ["2010302", 0],
      ["2010350", 2_000_000],
    ]);
    const draft = draftOf({ current: general(CLASS_201), inputs: { initialItemBudgets } });
    expect(item(draft, "2010301")).toMatch(/完成年初预算的100\.00%。决算数与年初预算数持平。$/);
    expect(item(draft, "2010302")).toMatch(
      /年初预算为0\.00万元，支出决算为4\.00万元，年初未安排预算。决算数大于年初预算数的主要原因：/,
    );
    expect(item(draft, "2010350")).toMatch(
      /年初预算为2\.00万元，支出决算为0\.00万元，完成年初预算的0\.00%。决算数小于年初预算数的主要原因：/,
    );
    expect(rules(draft)).not.toContain("说明/各项年初预算数与类级不符");
  });

  it("填报的各项之和不等于类级的，列为差错", () => {
    const initialItemBudgets = new Map([
      ["2010301", 8_000_000],
      ["2010302", 2_000_001],
    ]);
    const draft = draftOf({ current: general(CLASS_201), inputs: { initialItemBudgets } });
    const [found] = draft.open.filter(({ rule }) => rule === "说明/各项年初预算数与类级不符");
    expect(found).toMatchObject({ left: "100000.01", right: "100000.00", difference: "0.01" });
  });

  it("完成年初预算的原因与完成全年预算的分开填，只用各自的", () => {
    const said = (text: string) => new Map([["2010301", { text, status: "已确认" as const }]]);
    const draft = draftOf({
      current: general(CLASS_201),
      inputs: {
        initialItemBudgets: new Map([["2010301", 1_000_000]]),
        itemReasons: said("年末结转"),
        initialItemReasons: said("年中追加"),
      },
    });
    expect(item(draft, "2010301")).toMatch(/主要原因：年中追加。$/);
    expect(textOf(draft)).not.toContain("年末结转。");
  });
});

describe("与年初预算不等的原因", () => {
  it("全年预算数调整过的，据此推断；没有调整过、只能换个名字再说一遍的不推断", () => {
    const total = (draft: Draft) => textAt(draft, "二.五.（三）/合计");
    expect(total(draftOf({ current: general(CLASS_201) }))).toMatch(
      /主要原因：【据表推断：全年预算数较年初预算数增加2\.00万元】。/,
    );
    const same = general({ ...CLASS_201, initial: 120_000 });
    const rows = same["财决01-1"] ?? {};
    const spent = (row: string) => ({ ...rows[row], "决算数.一般公共预算财政拨款": 110_000 });
    const less = {
      ...same,
      "财决01-1": {
        ...rows,
        "功能.一般公共服务支出": spent("功能.一般公共服务支出"),
        "支出.本年支出合计": spent("支出.本年支出合计"),
      },
    };
    expect(total(draftOf({ current: less }))).toContain("主要原因：【待补充：原因】。");
  });

  it("“三公”经费：说哪一部分比年初预算少花；一项的，说用了多少结转", () => {
    const tables = operationsTable({ "三公.支出合计": 30_000, "三公.公务接待费": 30_000 });
    const row = { 决算数: 30_000, 全年预算数: 50_000, 年初预算数: 50_000 };
    const three = {
      财决附03: { ...tables.财决附03, "三公.支出合计": row, "三公.公务接待费": row },
    };
    const part = {
      ...three.财决附03,
      "三公.公务用车运行维护费": { 决算数: 9_000, 年初预算数: 9_000 },
    };
    const both = { ...part, "三公.支出合计": { 决算数: 39_000, 年初预算数: 59_000 } };
    expect(textAt(draftOf({ current: { 财决附03: both } }), "二.七.（一）/预算")).toContain(
      "主要原因：【据表推断：公务接待费较年初预算数减少2.00万元】。",
    );
    const carried = {
      ...general(CLASS_201),
      财决07: { "2010301 行政运行": { "年初结转和结余.合计": 70_000 } },
    };
    const initialItemBudgets = new Map([["2010301", 1_000_000]]);
    const draft = draftOf({ current: carried, inputs: { initialItemBudgets } });
    expect(textAt(draft, "二.五.（三）/2010301")).toContain(
      "主要原因：【据表推断：使用年初结转资金，支出增加7.00万元】。",
    );
  });

  it("一类只有一项的，类级的全年预算数就是它的", () => {
    const [first] = CLASS_201.items;
    if (first === undefined) throw new Error("没有一项");
    const draft = draftOf({ current: general({ ...CLASS_201, items: [first] }) });
    expect(textAt(draft, "二.五.（三）/2010301")).toContain(
      "决算数小于年初预算数的主要原因：【据表推断：决算数较全年预算数减少4.00万元；同时全年预算数较年初预算数增加2.00万元】。",
    );
  });

  it("写反了方向的列为疑点", () => {
    const wrong = { text: "支出减少", status: "已确认" as const };
    const draft = draftOf({
      current: general(CLASS_201),
      inputs: {
        reasons: new Map([["一般公共预算财政拨款支出完成年初预算", wrong]]),
        initialItemBudgets: new Map([["2010301", 1_000_000]]),
        initialItemReasons: new Map([["2010301", { ...wrong, text: "人员减少" }]]),
      },
    });
    const found = draft.open.filter(({ rule }) => rule === "说明/原因方向相反");
    expect(found.map(({ message }) => /“([^”]*)”实际是大于预算/.exec(message)?.[1])).toEqual([
      "一般公共预算财政拨款支出完成年初预算",
      "各项完成年初预算 › 2010301",
    ]);
  });
});

describe("七、八、九：没有的写一句", () => {
  it("一分钱没有“三公”经费：没有（一）（二）", () => {
    const draft = draftOf({ current: operationsTable({}), prior: operationsTable({}) });
    expect(textAt(draft, "二.七/正文")).toBe("某单位2023年度无“三公”经费财政拨款支出。");
    expect(ids(draft).filter((id) => id.startsWith("二.七"))).toEqual(["二.七"]);
  });

  it("比上年的原因不把各部分的增减再说一遍，只说批次、人次", () => {
    const year = (amount: number, batches: number) =>
      operationsTable({
        "三公.支出合计": amount,
        "三公.公务接待费": amount,
        "三公.国内接待费": amount,
        "统计.国内公务接待批次": batches,
      });
    const change = (before: number) =>
      textAt(
        draftOf({ current: year(20_000, 5), prior: year(10_000, before) }),
        "二.七.（一）/增减",
      );
    expect(change(3)).toContain(
      "公务接待费支出决算增加1.00万元，增长100.00%。主要原因：【据表推断：国内公务接待增加2批次】。",
    );
    expect(change(5)).toContain("主要原因：【待补充：增减原因】。");
  });

  it("今年没有而上年有、年初有预算的，照样写", () => {
    const spent = { "三公.支出合计": 10_000, "三公.公务接待费": 10_000 };
    const stopped = draftOf({ current: operationsTable({}), prior: operationsTable(spent) });
    expect(textAt(stopped, "二.七.（一）/增减")).toContain("比2022年度减少1.00万元，下降100.00%");
    const planned = draftOf({
      current: { 财决附03: { "三公.支出合计": { 年初预算数: 10_000 } } },
    });
    expect(textAt(planned, "二.七.（一）/预算")).toContain("完成年初预算的0.00%");
  });

  it("有政府性基金的写年初结转、收入、支出、年末结转和各项", () => {
    const FUND = "政府性基金预算财政拨款";
    const draft = draftOf({
      current: {
        "财决01-1": {
          [`年初.${FUND}`]: { 决算数: 10_000 },
          [`收入.${FUND}`]: { 决算数: 50_000 },
          "支出.本年支出合计": { [`决算数.${FUND}`]: 40_000 },
          "支出.年末财政拨款结转和结余": { [`决算数.${FUND}`]: 20_000 },
        },
        财决09: {
          合计: { "本年支出.合计": 40_000 },
          "2296002 用于社会福利的彩票公益金支出": { "本年支出.合计": 40_000 },
        },
      },
    });
    expect(textAt(draft, "二.八/正文")).toBe(
      "某单位2023年度政府性基金预算财政拨款年初结转和结余1.00万元，本年收入5.00万元，本年支出4.00万元，年末结转和结余2.00万元。支出具体情况如下：",
    );
    expect(textAt(draft, "二.八/2296002")).toMatch(
      /主要用于：【待补充：主要用途】。支出决算为4\.00万元。$/,
    );
    expect(textAt(draft, "二.九/正文")).toBe(
      "某单位2023年度无国有资本经营预算财政拨款收入和支出。",
    );
  });
});

describe("七（二）3：国内接待含其中的外事接待", () => {
  const spent = { "三公.支出合计": 10_000, "三公.公务接待费": 10_000, "三公.国内接待费": 10_000 };
  const foreign = { ...spent, "三公.外事接待费": 3_000 };
  const guests = (actuals: Record<string, number>, counts: Readonly<Record<string, number>> = {}) =>
    textAt(
      draftOf({
        current: operationsTable(actuals),
        inputs: { counts: new Map(Object.entries(counts)) },
      }),
      "二.七.（二）/3",
    );

  it("表上有的照表上的；表上空着的，填报的国内、外事相加", () => {
    const listed = { ...foreign, "统计.国内公务接待批次": 5, "统计.外事接待批次": 2 };
    expect(guests(listed)).toMatch(/国内公务接待5批次、.*；其中外事接待支出0\.30万元，2批次/);
    const typed = { "公务接待.国内接待批次": 3, "公务接待.外事接待批次": 2 };
    expect(guests(foreign, typed)).toMatch(/国内公务接待5批次、.*外事接待支出0\.30万元，2批次/);
    expect(guests(foreign)).toMatch(/国内公务接待【待补充：国内接待批次】批次/);
  });

  it("没有外事接待的只说没有，不逐个写零", () => {
    const none = { "公务接待.国内接待批次": 3, "公务接待.国内接待人次": 20 };
    const text = guests(spent, { ...none, "公务接待.外事接待批次": 0, "公务接待.外事接待人次": 0 });
    expect(text).toMatch(/国内公务接待3批次、20人次（不包括陪同人员），没有外事接待。$/);
  });
});

describe("十一（二）政府采购", () => {
  const bought = operationsTable({ "采购.合计": 100_000, "采购.货物": 100_000 });

  it("预留金额表里没有：没有填的待补充，填了的照填的印", () => {
    expect(textAt(draftOf({ current: bought }), "二.十一.（二）/正文")).toContain(
      "面向中小企业预留政府采购金额【待补充：预留中小企业采购金额】",
    );
    const amounts = new Map([
      ["政府采购.预留中小企业金额", 4_000_000],
      ["政府采购.预留小微企业金额", 0],
    ]);
    expect(textAt(draftOf({ current: bought, inputs: { amounts } }), "二.十一.（二）/正文")).toBe(
      "某单位2023年度政府采购支出总额10.00万元，其中：政府采购货物支出10.00万元、政府采购工程支出0.00万元、政府采购服务支出0.00万元。" +
        "面向中小企业预留政府采购金额4.00万元，其中：面向小微企业预留政府采购金额0.00万元。" +
        "授予中小企业合同金额0.00万元，占政府采购支出总额的0.00%，其中：授予小微企业合同金额0.00万元，占政府采购支出总额的0.00%。",
    );
  });
});

it("尾差的提示指到印着这组数的那一段，不照四川的编号", () => {
  const bought = operationsTable({ "采购.合计": 280, "采购.货物": 140, "采购.服务": 140 });
  const notes = draftOf({ current: bought }).open.filter(({ rule }) => rule === "说明/尾差");
  expect(notes.map(({ text }) => text?.section)).toEqual(["二.十一.（二）/正文"]);
});

describe.each(narratives)("$workbook：上海的填报文件", (narrative) => {
  it("每一处能填的待补充都有一个键，读得回来", async () => {
    const { current, prior } = await openExample(narrative);
    const draft = draftNarrative({ current, prior, inputs: noInputs, profile: shanghai() });
    const yaml = inputsTemplate(current, prior, draft);
    expect(readInputs(yaml, "模板.yaml").findings).toEqual([]);
    const root: unknown = parse(yaml);
    for (const { gaps } of paragraphsOf(draft)) {
      for (const { key = [] } of gaps) expect(has(root, key), key.join(" › ")).toBe(true);
    }
    expect(yaml).toContain("项级年初预算数:");
  });
});

function has(node: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return true;
  if (typeof node !== "object" || node === null) return false;
  const found = Object.entries(node).find(([each]) => each === key);
  return found !== undefined && has(found[1], rest);
}
