import { describe, expect, test } from "vitest";
import { runCase } from "./case-runner.ts";
import type { CaseData } from "./case-tables.ts";
import { ruleOf } from "./rule-of.ts";

function what(formula: string, data: CaseData["数据"], more: Partial<CaseData> = {}) {
  const { findings, residuals } = runCase(ruleOf(formula), { 数据: data, ...more });
  return [...findings, ...residuals].map((each) => each.what);
}

const at = (column: string) => `财决04[合计, ${column}]`;
const TABLE = "财决04《支出决算表》合计";

describe("左右两边怎么写", () => {
  test.each<[string, string, string]>([
    ["应等于常数", `${at("基本支出")} = 5`, "，应为 5.00 元，相差 2.00 元。"],
    ["应不小于常数", `${at("基本支出")} ≥ 8`, "，应不小于 8.00 元，相差 -1.00 元。"],
    ["应大于常数", `${at("基本支出")} > 7`, "，应大于 7.00 元。"],
    ["应小于常数", `${at("基本支出")} < 7`, "，应小于 7.00 元。"],
    ["不应等于常数", `${at("基本支出")} ≠ 7`, "，不应等于 7.00 元。"],
    ["负的常数", `${at("基本支出")} = 0 - 5`, "，应为 －5.00 元，合计 -5.00 元，相差 12.00 元。"],
    [
      "不应等于另一格",
      `${at("基本支出")} ≠ ${at("项目支出")}`,
      "，不应等于项目支出（C1） 7.00 元。",
    ],
    ["应小于另一格", `${at("基本支出")} < ${at("项目支出")}`, "，应小于项目支出（C1） 7.00 元。"],
  ])("%s", (_, formula, tail) => {
    expect(what(formula, { [at("基本支出")]: 7, [at("项目支出")]: 7 })).toEqual([
      `${TABLE}（B1）基本支出 7.00 元${tail}`,
    ]);
  });

  test("正好六项全写，七项写等 7 项", () => {
    const columns = ["基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"];
    const sum = columns.map(at).join(" + ");
    const data = Object.fromEntries(columns.map((column) => [at(column), 1]));
    const six = what(`${at("本年支出合计")} = ${sum} + 2`, data)[0];
    expect(six).toContain("＋2.00 元，合计 7.00 元");
    expect(six).not.toContain("等");
    const seven = what(`${at("本年支出合计")} = ${sum} + ${at("基本支出")} + 2`, data)[0];
    expect(seven).toContain("1.00 元等 7 项，合计 8.00 元");
    expect(seven).not.toContain("＋2.00 元");
  });

  test("一项的负数也写合计；一项乘一倍不写", () => {
    expect(what(`0 - ${at("基本支出")} = 5`, { [at("基本支出")]: 7 })).toEqual([
      `－${TABLE}（B1）基本支出 7.00 元，合计 -7.00 元，应为 5.00 元，相差 -12.00 元。`,
    ]);
    expect(what(`1 × ${at("基本支出")} ≤ 5`, { [at("基本支出")]: 7 })).toEqual([
      `${TABLE}（B1）基本支出 7.00 元，应不大于 5.00 元，相差 2.00 元。`,
    ]);
  });

  test("倍数：不足一倍写百分比，其余写倍数", () => {
    const data = { [at("基本支出")]: 100, [at("项目支出")]: 10 };
    expect(what(`${at("基本支出")} ≤ 2.5 × ${at("项目支出")}`, data)[0]).toContain(
      "应不大于2.5×项目支出（C1） 10.00 元，合计 25.00 元，相差 75.00 元。",
    );
    expect(what(`${at("基本支出")} ≤ 12.5% × ${at("项目支出")}`, data)[0]).toContain(
      "应不大于12.5%×项目支出（C1） 10.00 元，合计 1.25 元",
    );
    expect(what(`50% × ${at("基本支出")} ≤ ${at("项目支出")} + 3`, data)[0]).toBe(
      `50%×${TABLE}（B1）基本支出 100.00 元，合计 50.00 元，应不大于项目支出（C1） 10.00 元＋3.00 元，合计 13.00 元，相差 37.00 元。`,
    );
  });
});

describe("同样的表名、行名、栏名不重复", () => {
  test("同一行换栏，同一栏换行，行栏都换，换表又换回", () => {
    const data = {
      "财决04[合计, 基本支出]": 1,
      "财决04[201, 基本支出]": 2,
      "财决04[201, 项目支出]": 4,
      "财决05-1[合计, 合计]": 16,
    };
    expect(
      what(
        "财决04[合计, 基本支出] + 财决04[201, 基本支出] = 财决04[201, 项目支出] + 财决04[合计, 基本支出] + 财决05-1[合计, 合计] + 财决04[合计, 基本支出]",
        data,
      ),
    ).toEqual([
      `${TABLE}（B1）基本支出 1.00 元＋201（B2） 2.00 元，合计 3.00 元，项目支出（C2） 4.00 元＋合计（B1）基本支出 1.00 元＋财决05-1《基本支出决算明细表》合计（A1）合计 16.00 元＋${TABLE}（B1）基本支出 1.00 元，合计 22.00 元，相差 -19.00 元。`,
    ]);
  });

  test("同一格写两次，单元格只列一次；空白的一格照写，几格里的空白不写", () => {
    const { findings } = runCase(
      ruleOf(`${at("基本支出")} + ${at("基本支出")} = ${at("项目支出")}`),
      { 数据: { [at("基本支出")]: 1 } },
    );
    expect(findings[0]?.cells.map(({ address }) => address)).toEqual(["B1", "C1"]);
    expect(findings[0]?.what).toContain("项目支出（C1） 空白");
    expect(
      what("财决05[合计, 301] = 财决05[合计, {30101, 30102, 30103}]", {
        "财决05[合计, 30102]": 3,
      })[0],
    ).toMatch(/空白，30102（\w+） 3.00 元，相差 -3.00 元。$/);
  });

  test("本年与上年同一地址是两格；右边是区间的也说超出范围", () => {
    const { findings } = runCase(ruleOf("财决02[合计, 本年收入] = 上年.财决02[合计, 本年收入]"), {
      数据: { "财决02[合计, 本年收入]": 1, "上年.财决02[合计, 本年收入]": "3.00万元" },
    });
    expect(findings[0]?.cells.map(({ book, address }) => `${book} ${address}`)).toEqual([
      "current E1",
      "prior E1",
    ]);
    expect(findings[0]?.what).toContain("超出四舍五入可以解释的范围");
  });

  test("指名几行的，没有哪一行就说哪一行", () => {
    expect(
      what("财决04[201, 基本支出] = 财决05-1[205, 合计] + 财决05-1[208, 合计]", {
        "财决04[201, 基本支出]": 2,
        "财决05-1[205, 合计]": 3,
      })[0],
    ).toContain("205（A1）合计 3.00 元＋没有 208 一行（按 0 计），");
    expect(
      what("若 财决05-1[208, 合计] = 0 则 财决04[201, 基本支出] = 0", {
        "财决04[201, 基本支出]": 2,
        "财决05-1[205, 合计]": 3,
      })[0],
    ).toContain("没有 208 一行（按 0 计）");
  });

  test("同一张表没有的科目、各项为 0，不再写表名", () => {
    expect(
      what("每个科目 财决04[基本支出] = 财决04[201, 基本支出] + 财决05-1[合计]", {
        "财决04[201, 基本支出]": 2,
        "财决05-1[205, 合计]": 3,
      }),
    ).toEqual([
      "财决04《支出决算表》没有 205 一行（按 0 计），201（B1）基本支出 2.00 元＋财决05-1《基本支出决算明细表》205（A1）合计 3.00 元，合计 5.00 元，相差 -5.00 元。",
    ]);
    expect(
      what("财决05[合计, 301] = 财决05[合计, {下级 301}]", { "财决05[合计, 301]": 2 })[0],
    ).toMatch(
      /^财决05《支出决算明细表》合计（\w+）301 2.00 元，财决05\[合计, \{下级 301\}\] 各项均为 0，/,
    );
  });
});

describe("前提怎么说", () => {
  test.each([
    ["=", "等于"],
    ["≠", "不等于"],
    ["<", "小于"],
    [">", "大于"],
    ["≤", "不大于"],
    ["≥", "不小于"],
  ])("%s：%s", (operator, words) => {
    const value = operator.includes("<") ? 1 : operator === ">" || operator === "≠" ? 3 : 2;
    expect(
      what(`若 ${at("基本支出")} ${operator} 2 则 ${at("项目支出")} = 0`, {
        [at("基本支出")]: value,
        [at("项目支出")]: 5,
      }),
    ).toEqual([
      `${TABLE}（B1）基本支出 ${value}.00 元，${words} 2.00 元，这时 项目支出（C1） 5.00 元，应为 0.00 元，相差 5.00 元。`,
    ]);
  });

  test("几个前提以分号隔开", () => {
    expect(
      what(`若 ${at("基本支出")} > 0 且 ${at("经营支出")} = 0 则 ${at("项目支出")} = 0`, {
        [at("基本支出")]: 1,
        [at("项目支出")]: 5,
      }),
    ).toEqual([
      `${TABLE}（B1）基本支出 1.00 元，大于 0.00 元；经营支出（E1） 空白，等于 0.00 元，这时 项目支出（C1） 5.00 元，应为 0.00 元，相差 5.00 元。`,
    ]);
  });
});

describe("尾差、为什么、怎么办", () => {
  test("几处尾差合成一条，写第一处，其余计数", () => {
    const data = {
      "财决04[合计, 基本支出]": "1.00万元",
      "财决04[201, 基本支出]": "2.00万元",
      "财决05-1[合计, 合计]": "10000.01",
      "财决05-1[201, 合计]": "19999.99",
    };
    const both = runCase(ruleOf("每个科目 财决04[基本支出] = 财决05-1[合计]"), { 数据: data });
    expect(both.findings).toEqual([]);
    expect(both.residuals).toMatchObject([
      {
        severity: "note",
        kind: "rounding",
        left: "10000.00",
        right: "10000.01",
        difference: "-0.01",
        what: "财决04《支出决算表》合计（B1）基本支出 1.00万元，财决05-1《基本支出决算明细表》合计（A1）合计 10,000.01 元，按印出的数相差 -0.01 元，是四舍五入的尾差；这条关系另有 1 处尾差。",
      },
    ]);
  });

  test("前提不肯定成立的，也不说尾差", () => {
    const formula = `若 ${at("经营支出")} > 0 则 ${at("基本支出")} = ${at("项目支出")}`;
    const data = { [at("基本支出")]: "1.00万元", [at("项目支出")]: "10000.01" };
    expect(what(formula, data)).toEqual([]);
    expect(what(formula, { ...data, [at("经营支出")]: 1 })).toHaveLength(1);
  });

  test("句末已有句号、问号、感叹号的不再加，没有写的不加", () => {
    const message = (why: string, todo: string) => {
      const rule = ruleOf(`${at("基本支出")} = 0`, { why, todo });
      const [finding] = runCase(rule, { 数据: { [at("基本支出")]: 1 } }).findings;
      return [finding?.why, finding?.todo];
    };
    expect(message("应为零", "请改")).toEqual(["应为零。", "请改。"]);
    expect(message("应为零。", "改了吗？")).toEqual(["应为零。", "改了吗？"]);
    expect(message("", "。再看")).toEqual(["", "。再看。"]);
  });
});
