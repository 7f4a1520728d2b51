import { describe, expect, test } from "vitest";
import { bindRules, prepareRules } from "../../src/checks/bind-rules.ts";
import { checkTables } from "../../src/checks/check.ts";
import { buildTableSets, type CaseData } from "./case-tables.ts";
import { ruleOf } from "./rule-of.ts";

/** 取行、取栏各不相同的公式：键算过一次就各条共用，共用错了结果就不同。 */
const FORMULAS = [
  "财决04[*, 基本支出] = 0",
  "财决04[*, 基本支出] = 财决05-1[*, 合计]",
  "财决05-1[*, 合计] = 0",
  "财决04[*, 基本支出] = 上年.财决04[*, 基本支出]",
  "财决04[*, 基本支出] = 财决05-1[合计, 合计]",
  "每个科目 财决04[基本支出] = 0",
  "每个科目 财决05-1[合计] = 0",
  "每个科目 财决05-1[合计] = 财决04[基本支出]",
  "每个科目 财决04[基本支出] = 财决05-1[合计] + 财决04[合计, 项目支出]",
  "每类 财决04[基本支出] = 0",
  "每类 财决04[基本支出] = 财决01[功能, 决算数]",
  "每类 财决01[功能, 决算数] = 0",
  "每行 财决04[基本支出] = 0",
  "每行 财决05-2[合计] = 0",
  "每个项目 财决05-2[合计] = 0",
  "财决04[合计, *] = 0",
  "财决05-1[合计, *] = 0",
  "财决05-1[合计, *] = 财决05-2[合计, *]",
  "财决05-2[合计, *] = 财决04[合计, 基本支出]",
  "财决01[功能.*, 决算数] = 0",
  "财决01[收入来源.*, 决算数] = 0",
  "财决01[*, 决算数] = 0",
  "逐级汇总 财决04[*]",
  "逐级汇总 财决04[基本支出]",
  "逐级汇总 财决05-2[*]",
  "项目汇总 财决05-2[*]",
  "财决05[合计, *] = 0",
  "若 财决04[*, 项目支出] = 0 则 财决04[*, 基本支出] = 财决05-1[*, 合计]",
];

const DATA: CaseData["数据"] = {
  "财决04[合计, 基本支出]": 11,
  "财决04[201, 基本支出]": 2,
  "财决04[2010301, 项目支出]": 3,
  "财决04[208, 基本支出]": 4,
  "上年.财决04[201, 基本支出]": 5,
  "上年.财决04[205, 基本支出]": 5,
  "财决05-1[合计, 合计]": 6,
  "财决05-1[201, 301]": 7,
  "财决05-1[205, 合计]": 8,
  "财决05-2[合计, 合计]": 9,
  "财决05-2[2010302, 301]": 10,
  "财决05-2[2010302/P1, 合计]": 12,
  "财决05[合计, 30101]": 13,
  "财决01[功能.教育支出, 决算数]": 14,
  "财决01[收入.经营收入, 决算数]": 15,
  "财决01[经济.工资福利支出, 决算数]": 16,
};

describe("许多规则一起核对", () => {
  const { current, prior } = buildTableSets({ 数据: DATA });
  if (prior === null) throw new Error("没有上年的表");
  const rules = FORMULAS.map((formula, place) => ruleOf(formula, { id: `R${100 + place}` }));
  const told = (own: typeof rules) => {
    const { findings, notRun } = checkTables({ current, prior, rules: own });
    return [...findings.map(({ message }) => message), ...notRun.map(({ why }) => why)];
  };
  const together = checkTables({ current, prior, rules });

  test.each(rules.map((rule) => [rule.formulas[0] ?? "", rule] as const))(
    "与单独核对一样：%s",
    (_, rule) => {
      const own = together.findings.filter((finding) => finding.rule === rule.id);
      const idle = together.notRun.filter((each) => each.rule === rule.id);
      expect([...own.map(({ message }) => message), ...idle.map(({ why }) => why)]).toEqual(
        told([rule]),
      );
    },
  );

  test("倒过来的次序也一样", () => {
    expect(told([...rules].reverse()).sort()).toEqual(told(rules).sort());
  });
});

test("各处的键：每行逐行写键，* 行只要各表共有、有数字的行，每个科目合计在前、其余按编码排", () => {
  const { current } = buildTableSets({ 数据: DATA, 有表: ["财决附03"] });
  const keys = (formula: string) =>
    bindRules([ruleOf(formula)], current, null).program.blocks.map(({ rowKeys }) => rowKeys);
  expect(keys("每行 财决04[基本支出] = 0")).toEqual([["合计", "201", "2010301", "208"]]);
  expect(keys("财决04[*, 基本支出] = 财决05-1[*, 合计]")).toEqual([["合计", "201"]]);
  expect(keys("每个科目 财决05-1[合计] = 财决04[基本支出]")).toEqual([
    ["合计", "201", "2010301", "205", "208"],
  ]);
  expect(keys("每类 财决05-1[合计] = 财决04[基本支出]")).toEqual([["201", "205", "208"]]);
  expect(keys("逐级汇总 财决04[*]")).toEqual([["合计", "201"]]);
  expect(keys("项目汇总 财决05-2[*]")).toEqual([["2010302"]]);
  const texts = current.byForm.get("财决附03")?.rows.filter(({ measure }) => measure === "text");
  expect(texts?.length).toBeGreaterThan(0);
  const all = keys("财决附03[*, 决算数] ≥ 0").flat();
  for (const row of texts ?? []) expect(all).not.toContain(row.key);
});

describe("逐行、逐栏的一项与写明的一格比", () => {
  const { current } = buildTableSets({
    数据: {
      "财决04[合计, 基本支出]": 1,
      "财决04[201, 基本支出]": 2,
      "财决04[合计, 项目支出]": 4,
      "财决05-1[合计, 合计]": 8,
      "财决05-1[201, 合计]": 16,
      "财决01-1[功能.教育支出, 决算数.合计]": 32,
      "财决01-1[功能.一般公共服务支出, 决算数.合计]": 64,
      "财决05-2[合计, 301]": 128,
    },
  });
  const differences = (formula: string) => {
    const { findings, notRun } = checkTables({ current, rules: [ruleOf(formula)] });
    expect(notRun).toEqual([]);
    return findings.map(({ difference }) => difference);
  };

  test("每行", () => {
    expect(differences("每行 财决04[基本支出] = 财决05-1[合计, 合计]")).toEqual(["-7.00", "-6.00"]);
    expect(differences("每行 财决05-1[合计, 合计] = 财决04[基本支出]")).toEqual(["7.00", "6.00"]);
    expect(differences("每行 财决04[基本支出] = 财决05-1[{合计, 201}, 合计] - 22")).toEqual([
      "-1.00",
    ]);
  });

  test("* 栏", () => {
    const width = current.byForm.get("财决04")?.columns.length ?? 0;
    const told = differences("财决04[合计, *] = 财决05-1[合计, 合计]");
    expect(told).toHaveLength(width);
    expect(told.filter((each) => each !== "-8.00")).toEqual(["-7.00", "-4.00"]);
    expect(differences("财决04[合计, *] ≤ 财决04[合计, {基本支出, 项目支出}] - 2")).toEqual([
      "1.00",
    ]);
  });

  test("左右并排的固定表逐类对应，另一张表没有的类计 0", () => {
    expect(differences("每类 财决01-1[功能, 决算数.合计] = 财决04[基本支出]")).toEqual([
      "62.00",
      "32.00",
    ]);
    expect(
      differences("每类 财决01-1[功能, 决算数.合计] = 财决05-2[301] + 财决04[基本支出]"),
    ).toEqual(["62.00", "32.00"]);
  });
});

describe("一张表里有金额也有计数", () => {
  const { current } = buildTableSets({
    数据: {
      "财决附03[统计.国内公务接待批次, 决算数]": 3,
      "财决附03[三公.公务接待费, 决算数]": 3,
    },
  });
  const table = current.byForm.get("财决附03");

  test("逐行核对：相邻而度量相同的行并成一块，各用各的单位", () => {
    const { blocks } = bindRules([ruleOf("财决附03[*, 决算数] ≥ 1")], current, null).program;
    const column = table?.columnIndex.get("决算数") ?? -1;
    const rows = (table?.rows ?? []).filter(
      (_, row) => table?.state[row * table.columns.length + column] !== "absent",
    );
    expect(blocks.length).toBeLessThan(rows.length);
    expect(blocks.flatMap(({ rowKeys }) => rowKeys).sort()).toEqual(
      rows.map(({ key }) => key).sort(),
    );
    for (const { measure, rowKeys, constant } of blocks) {
      const own = rows.filter(({ key }) => rowKeys.includes(key));
      expect(new Set(own.map((row) => row.measure))).toEqual(new Set([measure]));
      expect(constant).toEqual({ left: 0, right: measure === "count" ? 1 : 100 });
    }
    const { findings } = checkTables({ current, rules: [ruleOf("财决附03[*, 决算数] ≥ 1")] });
    expect(findings).toHaveLength(rows.length - 2);
    expect(new Set(findings.map(({ difference }) => difference))).toEqual(new Set(["-1", "-1.00"]));
  });

  test.each([
    ["左边的数", "3 = 财决附03[统计.国内公务接待批次, 决算数]", true],
    ["左边不是整数", "0.5 ≤ 财决附03[统计.国内公务接待批次, 决算数]", false],
    ["右边不是整数", "财决附03[统计.国内公务接待批次, 决算数] ≥ 0.5", false],
    ["金额可以不是整数", "财决附03[三公.公务接待费, 决算数] ≥ 0.5", true],
    ["同一边混在一起", "财决附03[{统计.国内公务接待批次, 三公.公务接待费}, 决算数] ≥ 0", false],
    [
      "几项混在一起",
      "财决附03[三公.公务接待费, 决算数] + 财决附03[统计.国内公务接待批次, 决算数] ≥ 0",
      false,
    ],
    ["两张表混在一起", "财决附03[统计.国内公务接待批次, 决算数] ≤ 财决04[合计, 基本支出]", false],
  ])("%s：%s", (_, formula, right) => {
    const data = { "财决附03[统计.国内公务接待批次, 决算数]": 3, "财决04[合计, 基本支出]": 9 };
    const own = buildTableSets({ 数据: { ...data, "财决附03[三公.公务接待费, 决算数]": 3 } });
    const { findings, notRun } = checkTables({ current: own.current, rules: [ruleOf(formula)] });
    expect(findings).toEqual([]);
    expect(notRun.map(({ why }) => /规则写错了/.test(why))).toEqual(right ? [] : [true]);
  });
});

test("左右并排的固定表：各行只核对它那一块的栏", () => {
  const { current } = buildTableSets({ 数据: {}, 有表: ["财决01-1"] });
  const table = current.byForm.get("财决01-1");
  if (table === undefined) throw new Error("没有财决01-1");
  const { blocks } = bindRules([ruleOf("财决01-1[*, *] ≥ 1")], current, null).program;
  expect(blocks.length).toBeGreaterThan(1);
  const found = blocks.flatMap(({ rowKeys, columnKeys }) =>
    rowKeys.flatMap((row) => columnKeys.map((column) => `${row} ${column}`)),
  );
  const there = table.rows.flatMap(({ key }, r) =>
    table.columns.flatMap((column, c) =>
      table.state[r * table.columns.length + c] === "absent" ? [] : [`${key} ${column.key}`],
    ),
  );
  expect([...found].sort()).toEqual([...there].sort());
  expect(checkTables({ current, rules: [ruleOf("财决01-1[*, *] ≥ 1")] }).findings).toHaveLength(
    there.length,
  );
});

test("确定与否、读不读得出，前提的表也算", () => {
  const traits = (premise: string) => {
    const { current } = buildTableSets({
      数据: { "财决04[合计, 基本支出]": 1, "财决05-1[合计, 合计]": premise },
    });
    const formula = "若 财决05-1[合计, 合计] > 0 则 财决04[合计, 基本支出] = 0";
    const [block] = bindRules([ruleOf(formula)], current, null).program.blocks;
    return [block?.exact, block?.readable];
  };
  expect(traits("1")).toEqual([true, true]);
  expect(traits("1.00万元")).toEqual([false, true]);
  expect(traits("见附件")).toEqual([true, false]);
});

test("先分析公式：只数新分析的，写错的留到核对时说", () => {
  const rules = [ruleOf(["财决04[合计, 基本支出] = 8641", "财决04[总计, 基本支出] = 1", "写错"])];
  expect(prepareRules(rules)).toBe(1);
  expect(prepareRules(rules)).toBe(0);
});
