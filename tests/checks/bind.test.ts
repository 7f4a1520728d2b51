import { describe, expect, test } from "vitest";
import { checkTables } from "../../src/checks/check.ts";
import type { RuleDefinition } from "../../src/checks/rule.ts";
import type { Table } from "../../src/tables/table.ts";
import { runCase } from "./case-runner.ts";
import { buildTableSets, type CaseData } from "./case-tables.ts";
import { ruleOf } from "./rule-of.ts";

type Cells = CaseData["数据"];

function run(
  formula: string | readonly string[],
  cells: Cells,
  extra: Partial<CaseData> = {},
  rule: Partial<RuleDefinition> = {},
) {
  return runCase(ruleOf(formula, rule), { 数据: cells, ...extra });
}

/** 各处不成立的差额。 */
function differences(formula: string, cells: Cells, extra: Partial<CaseData> = {}) {
  const { findings, why } = run(formula, cells, extra);
  expect(why).toEqual([]);
  return findings.map(({ difference }) => difference);
}

function why(formula: string, cells: Cells, extra: Partial<CaseData> = {}): string {
  const outcome = run(formula, cells, extra);
  expect(outcome.result).toBe("未执行");
  return outcome.why.join("；");
}

describe("行和栏", () => {
  test("* 逐栏核对，只看两边都有的栏", () => {
    const formula = "财决01[收入.总计, *] = 财决01[支出.总计, *]";
    expect(
      differences(formula, { "财决01[收入.总计, 年初预算数]": 1, "财决01[支出.总计, 决算数]": 2 }),
    ).toEqual(["1.00", "-2.00"]);
    expect(why("财决01-1[收入.总计, *] = 财决01-1[支出.总计, *]", {}, { 有表: ["财决01-1"] })).toBe(
      "各表没有共同的栏",
    );
  });

  test("固定表左右并排：* 只取写明的行所在块的栏", () => {
    const formula =
      "财决01-1[支出.总计, *] = 财决01-1[支出.本年支出合计, *] + 财决01-1[支出.年末财政拨款结转和结余, *]";
    const cells = {
      "财决01-1[支出.总计, 决算数.合计]": 3,
      "财决01-1[支出.本年支出合计, 决算数.合计]": 3,
    };
    expect(differences(formula, cells)).toEqual([]);
    expect(differences(formula, { ...cells, "财决01-1[支出.总计, 全年预算数.合计]": 1 })).toEqual([
      "1.00",
    ]);
  });

  test("{组名.*} 是组内各行之和，{a, b} 重复的只算一次", () => {
    expect(
      differences("财决01[收入.本年收入合计, 决算数] = 财决01[{收入来源.*}, 决算数]", {
        "财决01[收入.经营收入, 决算数]": 5,
        "财决01[收入.使用专用结余, 决算数]": 9,
      }),
    ).toEqual(["-5.00"]);
    expect(
      differences("财决01[{收入.经营收入, 收入.经营收入}, 决算数] = 5", {
        "财决01[收入.经营收入, 决算数]": 5,
      }),
    ).toEqual([]);
  });

  test("{下级 301}、编码范围按编码取栏", () => {
    const cells = {
      "财决05[合计, 30101]": 1,
      "财决05[合计, 30199]": 2,
      "财决05[合计, 30201]": 4,
      "财决05[合计, 301]": 8,
      "财决05[合计, 302]": 16,
    };
    expect(differences("财决05[合计, {下级 301}] = 0", cells)).toEqual(["3.00"]);
    expect(differences("财决05[合计, {下级 合计}] = 0", cells)).toEqual(["24.00"]);
    expect(differences("财决05[合计, {30102..30299}] = 0", cells)).toEqual(["6.00"]);
  });

  test("括号前的负号逐项变号", () => {
    const cells = {
      "财决04[合计, 基本支出]": 1,
      "财决04[合计, 项目支出]": 2,
      "财决04[合计, 经营支出]": 4,
    };
    expect(
      differences(
        "财决04[合计, 基本支出] - (财决04[合计, 项目支出] - (财决04[合计, 经营支出] + 8)) = 0",
        cells,
      ),
    ).toEqual(["11.00"]);
  });

  test("没有量词的 * 行：各表共有的行逐行核对", () => {
    const cells = {
      "财决04[合计, 基本支出]": 1,
      "财决04[201, 基本支出]": 2,
      "财决05-1[201, 合计]": 3,
      "财决05-1[205, 合计]": 9,
    };
    expect(differences("财决04[*, 基本支出] = 财决05-1[*, 合计]", cells)).toEqual(["-1.00"]);
  });
});

describe("每…", () => {
  const cells = {
    "财决04[合计, 基本支出]": 10,
    "财决04[205, 基本支出]": 10,
    "财决04[2050201, 基本支出]": 10,
    "财决05-1[合计, 合计]": 10,
    "财决05-1[208, 合计]": 3,
  };

  test("每个科目：按编码对应，一边没有的计 0，含合计", () => {
    expect(differences("每个科目 财决04[基本支出] = 财决05-1[合计]", cells)).toEqual([
      "10.00",
      "10.00",
      "-3.00",
    ]);
  });

  test("每个科目不含项目行，每个项目只含项目行", () => {
    const projects = {
      "财决05-2[2010101/P1, 合计]": 1,
      "财决05-2[2010101, 合计]": 1,
      "财决08-2[2010101/P2, 合计]": 2,
    };
    expect(differences("每个科目 财决05-2[合计] = 财决08-2[合计]", projects)).toEqual(["1.00"]);
    expect(differences("每个项目 财决05-2[合计] = 财决08-2[合计]", projects)).toEqual([
      "1.00",
      "-2.00",
    ]);
  });

  test("每行：一张表的全部行", () => {
    expect(
      differences("每行 财决05-2[合计] = 财决05-2[{下级 合计}]", {
        "财决05-2[合计, 合计]": 1,
        "财决05-2[201, 301]": 2,
        "财决05-2[2010101/P1, 302]": 4,
      }),
    ).toEqual(["1.00", "-2.00", "-4.00"]);
  });

  test("每类：类级编码，固定表写组名", () => {
    expect(
      differences("每类 财决01[功能, 决算数] = 财决04[基本支出]", {
        ...cells,
        "财决01[功能.一般公共服务支出, 决算数]": 1,
      }),
    ).toEqual(["1.00", "-10.00"]);
  });

  test("每…里写了行的引用在各处都是那一格", () => {
    expect(
      differences("每个科目 财决04[基本支出] ≤ 财决04[合计, 基本支出]", {
        ...cells,
        "财决04[208, 基本支出]": 11,
      }),
    ).toEqual(["1.00"]);
  });

  test("重复科目：按编码对应时各行相加", () => {
    const { current } = buildTableSets({
      数据: { "财决04[201, 基本支出]": 1, "财决04[202, 基本支出]": 2, "财决05-1[201, 合计]": 3 },
    });
    const table = current.byForm.get("财决04");
    if (table === undefined) throw new Error("没有财决04");
    const doubled: Table = {
      ...table,
      rows: table.rows.map((row) => ({ ...row, key: "201", code: "201" })),
      rowIndex: new Map([["201", 0]]),
      rowsByKey: new Map([["201", [0, 1]]]),
    };
    const set = {
      ...current,
      tables: [doubled],
      byForm: new Map(current.byForm).set("财决04", doubled),
    };
    const result = checkTables({
      current: set,
      rules: [ruleOf("每个科目 财决04[基本支出] = 财决05-1[合计]")],
    });
    expect(result.run).toEqual(["T01"]);
    expect(result.findings).toEqual([]);
    const rows = checkTables({ current: set, rules: [ruleOf("每行 财决04[基本支出] = 0")] });
    expect(rows.findings.map(({ difference }) => difference)).toEqual(["1.00", "2.00"]);
  });
});

describe("汇总", () => {
  test("逐级汇总：上级等于下级之和，缺中间一级时越级相加，项目行不算", () => {
    const formula = "逐级汇总 财决05-2[*]";
    const cells = {
      "财决05-2[合计, 301]": 7,
      "财决05-2[201, 301]": 3,
      "财决05-2[2010101, 301]": 3,
      "财决05-2[205, 301]": 4,
      "财决05-2[20502, 301]": 4,
      "财决05-2[2050201/P1, 301]": 99,
    };
    expect(differences(formula, cells)).toEqual([]);
    expect(differences(formula, { ...cells, "财决05-2[201, 301]": "3.01" })).toEqual([
      "-0.01",
      "0.01",
    ]);
  });

  test("有合计而无一行明细是错的", () => {
    expect(differences("逐级汇总 财决04[*]", { "财决04[合计, 基本支出]": 1 })).toEqual(["1.00"]);
  });

  test("只核对列出的栏", () => {
    const cells = { "财决04[合计, 基本支出]": 1, "财决04[合计, 项目支出]": 2 };
    expect(differences("逐级汇总 财决04[基本支出]", cells)).toEqual(["1.00"]);
    expect(differences("逐级汇总 财决04[基本支出, 项目支出]", cells)).toEqual(["1.00", "2.00"]);
  });

  test("项目汇总：有项目行的科目等于其项目之和，没有项目行的不管", () => {
    const cells = {
      "财决05-2[2010101, 302]": 3,
      "财决05-2[2010101/P1, 302]": 1,
      "财决05-2[2010101/P2, 302]": 1,
      "财决05-2[2010102, 302]": 5,
    };
    expect(differences("项目汇总 财决05-2[*]", cells)).toEqual(["1.00"]);
    expect(why("项目汇总 财决05-2[*]", { "财决05-2[2010102, 302]": 5 })).toBe(
      "财决05-2 没有项目行",
    );
  });
});

describe("缺表缺行缺栏", () => {
  test("缺表：不执行，说明缺哪张", () => {
    expect(
      why("财决01[收入.总计, 决算数] = 财决04[合计, 基本支出] + 财决03[合计, 其他收入]", {
        "财决01[收入.总计, 决算数]": 1,
      }),
    ).toBe("缺少财决04，缺少财决03");
    expect(
      why(
        "每个科目 财决02[年初结转和结余.合计] = 上年.财决02[年末结转和结余.合计]",
        {},
        { 有表: ["财决02"] },
      ),
    ).toBe("没有上年的报表");
    expect(
      why(
        "每个科目 财决02[年初结转和结余.合计] = 上年.财决02[年末结转和结余.合计]",
        {},
        { 有表: ["财决02", "上年.财决04"] },
      ),
    ).toBe("缺少上年的财决02");
  });

  test("必有的行、栏缺了：不执行；可以没有的：那一项计 0", () => {
    const formula =
      "财决01[收入.总计, 决算数] = 财决01[收入.本年收入合计, 决算数] + 财决01[收入.使用专用结余, 决算数]";
    const cells = { "财决01[收入.总计, 决算数]": 1, "财决01[收入.本年收入合计, 决算数]": 1 };
    expect(differences(formula, cells, { 没有: ["财决01[收入.使用专用结余, *]"] })).toEqual([]);
    expect(
      why(formula, { "财决01[收入.总计, 决算数]": 1 }, { 没有: ["财决01[收入.本年收入合计, *]"] }),
    ).toBe("财决01 缺少“收入.本年收入合计”一行");
    expect(
      why(
        "每行 财决02[本年收入] = 0",
        { "财决02[合计, 本年支出]": 1 },
        { 没有: ["财决02[*, 本年收入]"] },
      ),
    ).toBe("财决02 缺少“本年收入”一栏");
  });

  test("一边的各项表上都没有：不执行", () => {
    expect(
      why(
        "财决01[收入.使用专用结余, 决算数] = 财决01[收入.总计, 决算数]",
        { "财决01[收入.总计, 决算数]": 1 },
        { 没有: ["财决01[收入.使用专用结余, *]"] },
      ),
    ).toBe("表上没有 财决01[收入.使用专用结余, 决算数]");
  });

  test("浮动表没有这个科目计 0，没有合计行则不执行", () => {
    expect(
      differences(
        "财决01[收入.总计, 决算数] = 财决04[205, 基本支出]",
        { "财决01[收入.总计, 决算数]": 1 },
        { 有表: ["财决04"] },
      ),
    ).toEqual(["1.00"]);
    expect(
      why(
        "财决01[收入.总计, 决算数] = 财决04[合计, 基本支出]",
        { "财决01[收入.总计, 决算数]": 1 },
        { 有表: ["财决04"] },
      ),
    ).toBe("财决04 缺少合计行");
  });

  test("几条公式里有的没有执行：规则算执行了，另行说明", () => {
    const outcome = run(["财决04[合计, 基本支出] = 1", "财决03[合计, 其他收入] = 1"], {
      "财决04[合计, 基本支出]": 1,
    });
    expect(outcome).toEqual({
      result: "成立",
      findings: [],
      residuals: [],
      why: ["部分公式没有执行：缺少财决03"],
    });
  });
});
