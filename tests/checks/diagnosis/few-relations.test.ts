import { describe, expect, test } from "vitest";
import { ruleOf } from "../rule-of.ts";
import { diagnosedOf, told } from "./small-tables.ts";

describe("一处关系定不下是哪一格", () => {
  const sum = ruleOf(
    "财决04[合计, 本年支出合计] = 财决04[合计, 基本支出] + 财决04[合计, 项目支出]",
  );
  const cells = {
    "财决04[合计, 基本支出]": 40,
    "财决04[合计, 项目支出]": 7,
    "财决04[合计, 本年支出合计]": 74,
  };
  const others = [
    "或 财决04 合计 项目支出 7.00→34.00：比应有数少 27.00 元。T01",
    "或 财决04 合计 基本支出 40.00→67.00：比应有数少 27.00 元。T01",
  ];

  test("最像笔误的在前，其余作为另一种可能", () => {
    expect(told(diagnosedOf({ 数据: cells }, [sum]).culprits)).toEqual([
      "财决04 合计 本年支出合计 74.00→47.00：疑似相邻两位数字 4 和 7 颠倒。T01",
      ...others,
    ]);
  });

  test("随之成立的警告归到它，不成立的警告只看差额", () => {
    const warning = (formula: string, id: string) => ruleOf(formula, { id, severity: "warning" });
    const { culprits, findings } = diagnosedOf({ 数据: cells }, [
      sum,
      warning("财决04[合计, 本年支出合计] = 47", "W1"),
      warning("财决04[201, 基本支出] = 9", "W2"),
    ]);
    expect(told(culprits)).toEqual([
      "财决04 合计 本年支出合计 74.00→47.00：疑似相邻两位数字 4 和 7 颠倒。T01 W1",
      ...others,
    ]);
    expect(findings.map(({ rule, culprit }) => [rule, culprit])).toEqual([
      ["T01", "财决04!A1"],
      ["W1", "财决04!A1"],
      ["W2", undefined],
    ]);
    expect(findings[2]?.clue).toContain("能被 9 整除");
  });

  test("只有警告时不诊断", () => {
    const { culprits, findings, result } = diagnosedOf({ 数据: cells }, [
      { ...sum, severity: "warning" },
    ]);
    expect(culprits).toEqual([]);
    expect(findings).toBe(result.findings);
  });
});

describe("只违反大小关系", () => {
  const rule = ruleOf("财决04[合计, 基本支出] ≤ 财决04[合计, 本年支出合计]");
  const cells = { "财决04[合计, 基本支出]": 1230, "财决04[合计, 本年支出合计]": 200 };
  const shouldBe = (prior: Record<string, number> = {}) =>
    diagnosedOf({ 数据: { ...cells, ...prior } }, [rule]).culprits.map(
      ({ column, shouldBe: to }) => `${column} ${to}`,
    );

  test("把小数点、正负号倒回去就成立的，都列出来", () => {
    expect(shouldBe()).toEqual([
      "基本支出 123.00",
      "基本支出 12.30",
      "基本支出 1.23",
      "本年支出合计 2000.00",
      "本年支出合计 20000.00",
    ]);
    const negative = diagnosedOf({ 数据: { "财决04[合计, 基本支出]": -5 } }, [
      ruleOf("财决04[合计, 基本支出] ≥ 0"),
    ]);
    expect(told(negative.culprits)).toEqual([
      "财决04 合计 基本支出 -5.00→5.00：正负号写反了；只违反了大小关系，应有的数请再核对。T01",
    ]);
  });

  test("恰是上年的数的在前", () => {
    expect(shouldBe({ "上年.财决04[合计, 基本支出]": 12.3 })[0]).toBe("基本支出 12.30");
  });

  test("涉及的格太多就不猜；有等式能说明的也不猜", () => {
    const many = Array.from({ length: 13 }, (_, i) => `财决04[2010${String(301 + i)}, 基本支出]`);
    const bound = (names: readonly string[]) =>
      diagnosedOf({ 数据: Object.fromEntries(names.map((name) => [name, -3])) }, [
        ruleOf(`${names.join(" + ")} ≥ 0`),
      ]).culprits.length;
    expect(bound(many.slice(0, 1))).toBe(1);
    expect(bound(many)).toBe(0);
    const equal = ruleOf("财决04[合计, 基本支出] = 123", { id: "T02" });
    expect(told(diagnosedOf({ 数据: cells }, [rule, equal]).culprits)[0]).toBe(
      "财决04 合计 基本支出 1230.00→123.00：恰为应有数的 10 倍，小数点错了一位。T01 T02",
    );
  });
});

describe("漏了一个项目", () => {
  const rollup = ruleOf("项目汇总 财决05-2[*]", { id: "P1" });
  const each = ruleOf("每个项目 财决08-2[合计] = 财决05-2[合计]", { id: "P2" });
  const amounts = (row: string, a: number, b: number) => ({
    [`财决05-2[${row}, 301]`]: a,
    [`财决05-2[${row}, 302]`]: b,
    [`财决05-2[${row}, 合计]`]: a + b,
  });
  const cells = { ...amounts("2010302", 5, 9), ...amounts("2010302/A", 2, 3) };
  const missing = (key: string, rules: string) => {
    const row = `缺少的一行 ${key}（应在“2010302”之下）`;
    return `财决05-2 ${row} 合计 →9.00；${row} 301 →3.00；${row} 302 →6.00：各栏的差额合起来正是一个项目，疑似漏了 ${key} 一行。${rules}`;
  };

  test("别的表没有的，是一个不知名的项目；有的，就是那一个", () => {
    expect(told(diagnosedOf({ 数据: cells }, [rollup]).culprits)).toEqual([
      missing("2010302/？", "P1"),
    ]);
    const other = { "财决08-2[2010302/A, 合计]": 5, "财决08-2[2010302/B, 合计]": 9 };
    expect(told(diagnosedOf({ 数据: { ...cells, ...other } }, [rollup, each]).culprits)).toEqual([
      missing("2010302/B", "P1 P2"),
    ]);
  });

  test("有一栏要填负数的，不是漏了项目", () => {
    const { culprits } = diagnosedOf({ 数据: { ...cells, "财决05-2[2010302/A, 301]": 20 } }, [
      rollup,
    ]);
    expect(culprits.length).toBeGreaterThan(0);
    for (const { row } of culprits) expect(row).not.toContain("缺少的一行");
  });
});
