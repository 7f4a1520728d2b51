import { describe, expect, test } from "vitest";
import { expectedFrom, expectedValue, namesKey } from "../../src/audit/expected/expected.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import { readExample } from "../fixtures/examples.ts";
import { randomBooks } from "./drafts.ts";

const NAME = "中共乐山市金口河区委办公室";
const current = recogniseTables(await readExample(`2024-${NAME}.xlsx`), "current");
const prior = recogniseTables(await readExample(`2023-${NAME}.xlsx`), "prior");
const expected = expectedFrom(current, prior);

type Part = "current" | "prior" | "budget" | "initial";
const yuan = (part: Part, key: string) => {
  const value = expected[part].get(key)?.value.point;
  return value === undefined ? null : (value / 100).toFixed(2);
};

/** 各数照示例工作簿里的财决各表抄写，单位元。 */
const ACTUAL = {
  // 财决01
  总计: "8634370.02",
  收入总计: "8634370.02",
  支出总计: "8634370.02",
  本年收入: "8632221.02",
  "收入.财政拨款收入": "8631920.82",
  "收入.一般公共预算财政拨款收入": "8631920.82",
  "收入.政府性基金预算财政拨款收入": "0.00",
  "收入.其他收入": "300.20",
  // 财决01-1
  财政拨款总计: "8631920.82",
  财政拨款收入总计: "8631920.82",
  财政拨款支出总计: "8631920.82",
  一般公共预算支出: "8631920.82",
  政府性基金支出: "0.00",
  国有资本支出: "0.00",
  "类.201": "7535885.11",
  "类.221": "300598.41",
  "类.205": "0.00",
  // 财决04
  本年支出: "8632533.94",
  "支出.基本支出": "5356822.26",
  "支出.项目支出": "3275711.68",
  // 财决07
  基本: "5356209.14",
  人员经费: "4881095.81",
  公用经费: "475113.33",
  // 财决附03
  三公: "479000.00",
  "三公.出国": "0.00",
  "三公.公车": "465000.00",
  "三公.购置": "352000.00",
  "三公.运行": "113000.00",
  "三公.接待": "14000.00",
  "三公.国内接待": "14000.00",
  "三公.外事接待": "0.00",
  机关运行经费: "475113.33",
  "采购.总额": "465300.00",
  "采购.货物": "465300.00",
  "采购.工程": "0.00",
  "采购.中小企业": "0.00",
};

test.each(Object.entries(ACTUAL))("本年的%s是%s元", (key, value) => {
  expect(yuan("current", key)).toBe(value);
});

test("上年的同一些数取自上年的表", () => {
  expect(yuan("prior", "总计")).toBe("10780070.02");
  expect(yuan("prior", "本年支出")).toBe("10777921.02");
  expect([...expected.prior.keys()]).toEqual([...expected.current.keys()]);
});

test("预算数只有一般公共预算等各类预算、“三公”的；全年与年初分开", () => {
  expect(yuan("budget", "一般公共预算支出")).toBe("8631920.82");
  expect(yuan("initial", "一般公共预算支出")).toBe("8026700.00");
  expect([...expected.budget.keys()]).toEqual([
    "一般公共预算支出",
    "政府性基金支出",
    "国有资本支出",
    "三公",
    "三公.出国",
    "三公.公车",
    "三公.购置",
    "三公.运行",
    "三公.接待",
  ]);
  expect(yuan("budget", "三公.接待")).toBe("14000.00");
});

test("每个数都指得出单元格，写着表里的数；精确到分的没有舍入", () => {
  const total = expected.current.get("总计");
  expect(total?.name).toBe("收入总计");
  expect(total?.value).toEqual({ low: 863_437_002, high: 863_437_002, point: 863_437_002 });
  expect(total?.cells).toEqual([
    {
      book: "current",
      sheet: "Z01 收入支出决算总表(财决01表)",
      address: "E37",
      row: "收入总计",
      column: "",
      value: "8634370.02",
    },
  ]);
});

test("同两本表只算一次；换了上年的表重算", () => {
  expect(expectedFrom(current, prior)).toBe(expected);
  const alone = expectedFrom(current, null);
  expect(alone).not.toBe(expected);
  expect(alone.prior.size).toBe(0);
  expect(alone.current).toEqual(expected.current);
});

test("少一张表，只少这张表里的数", () => {
  const forms = [...current.byForm].filter(([form]) => form !== "财决附03");
  const fewer = expectedFrom({ ...current, byForm: new Map(forms) }, null).current;
  const lost = [...expected.current.keys()].filter((key) => !fewer.has(key));
  expect(lost.length).toBeGreaterThan(10);
  expect(lost.filter((key) => !/^(?:三公|采购|机关运行经费)/.test(key))).toEqual([]);
});

test("个数没有舍入，照印", () => {
  const [first] = current.tables;
  if (first === undefined) throw new Error("示例里没有表");
  const tables = { ...current, tables: [{ ...first, moneyUnit: "万元" as const }] };
  const from = [{ book: "current", sheet: first.sheet, address: "H9" }] as const;
  const count = { kind: "count", name: "公务接待批次", count: 12, formula: "", from } as const;
  const value = expectedValue(count, { ...expected.book, tables });
  expect(value?.value).toEqual({ low: 12, high: 12, point: 12 });
  expect(value?.cells[0]?.value).toBe("12");
});

test("表以万元计的，真值在印出的末位的一半之内", () => {
  const inWan = {
    ...current,
    tables: current.tables.map((table) => ({ ...table, moneyUnit: "万元" as const })),
  };
  expect(expectedFrom(inWan, null).current.get("总计")?.value).toEqual({
    low: 863_432_002,
    high: 863_442_002,
    point: 863_437_002,
  });
});

test("一部分表以万元计的，只有这些表里的数有舍入", () => {
  const mixed = {
    ...current,
    tables: current.tables.map((table) =>
      table.sheet.includes("财决附03表") ? { ...table, moneyUnit: "万元" as const } : table,
    ),
  };
  const values = expectedFrom(mixed, null).current;
  const width = (key: string) => {
    const value = values.get(key)?.value;
    return value === undefined ? null : value.high - value.low;
  };
  expect([width("总计"), width("三公"), width("基本")]).toEqual([0, 10_000, 0]);
});

describe("各类预算的各项", () => {
  const random = expectedFrom(randomBooks(2).current, null);
  const point = (key: string) => random.current.get(key)?.value.point ?? 0;
  const sum = (
    items: Iterable<{ readonly expected: { readonly value: { readonly point: number } } }>,
  ) => [...items].reduce((total, each) => total + each.expected.value.point, 0);

  test("一般公共预算的各项加起来是它的支出", () => {
    expect(sum(random.items)).toBe(point("一般公共预算支出"));
    expect(random.itemByNames.size).toBe(random.items.length);
  });

  test("政府性基金、国有资本经营预算的另列，加起来是两类的支出", () => {
    expect(point("政府性基金支出")).toBeGreaterThan(0);
    expect(point("国有资本支出")).toBeGreaterThan(0);
    expect(sum(random.otherItems.values())).toBe(point("政府性基金支出") + point("国有资本支出"));
    for (const [names, { title }] of random.otherItems) {
      expect(namesKey(title.split(/（[类款项]）/))).toBe(names);
    }
  });
});

describe("各项支出", () => {
  test("只列有发生额的，按三级名称、按编码都找得到", () => {
    expect(expected.items).toHaveLength(15);
    expect(expected.items.every((item) => item.expected.value.point > 0)).toBe(true);
    const running = expected.itemByCode.get("2013101");
    expect(running?.expected.value.point).toBe(367_885_100);
    const names = ["一般公共服务", "党委办公厅(室)及相关机构事务", "行政运行"];
    expect(expected.itemByNames.get(namesKey(names))).toBe(running);
    expect(expected.otherItems.size).toBe(0);
  });

  test("有发生额的各类", () => {
    expect(expected.classes).toEqual([
      { key: "类.201", label: "一般公共服务支出" },
      { key: "类.208", label: "社会保障和就业支出" },
      { key: "类.210", label: "卫生健康支出" },
      { key: "类.213", label: "农林水支出" },
      { key: "类.221", label: "住房保障支出" },
    ]);
  });

  test("比对名称时，末尾多出来的不看", () => {
    expect(namesKey(["甲支出", "乙", "丙", ""])).toBe("甲|乙|丙");
  });
});
