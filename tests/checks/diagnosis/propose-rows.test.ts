import { describe, expect, test } from "vitest";
import { proposeRows } from "../../../src/checks/diagnosis/propose/rows.ts";
import type { Table } from "../../../src/tables/table.ts";
import { checked, rowAndColumn, slipsTold } from "./proposals.ts";

type Cells = Readonly<Record<string, number | string>>;

/** 照几条公式核对之后，行多了、少了的各个可能。 */
function rows(cells: Cells, formulas: readonly string[], edit?: (table: Table) => Table): string[] {
  const { ledger } = checked(cells, formulas, edit);
  return slipsTold(proposeRows(ledger), rowAndColumn);
}

describe("同一科目写了几遍", () => {
  /** 末尾再写几遍 `key` 一行。 */
  const again =
    (key: string, times = 1) =>
    (table: Table): Table => {
      const first = table.rowIndex.get(key) ?? -1;
      const row = table.rows[first];
      if (row === undefined) return table;
      const width = table.columns.length;
      const added = Array.from({ length: times }, (_, i) => table.rows.length + i);
      const repeat = <T>(cells: Iterable<T>): T[] => {
        const all = [...cells];
        return [...all, ...added.flatMap(() => all.slice(first * width, (first + 1) * width))];
      };
      return {
        ...table,
        rows: [...table.rows, ...added.map((sheetRow) => ({ ...row, sheetRow }))],
        value: Float64Array.from(repeat(table.value)),
        low: Float64Array.from(repeat(table.low)),
        high: Float64Array.from(repeat(table.high)),
        state: repeat(table.state),
        rowsByKey: new Map([...table.rowsByKey, [key, [first, ...added]]]),
      };
    };
  const cells = {
    "财决04[合计, 基本支出]": 7,
    "财决04[201, 基本支出]": 2,
    "财决04[201, 项目支出]": 3,
    "财决04[208, 基本支出]": 5,
  };
  const cleared = "201 基本支出 2→0；201 项目支出 3→0：“201”重复了一行";

  test("每一遍都可能是多出的，后写的更可能；说出另一遍在第几行", () => {
    expect(rows(cells, ["逐级汇总 财决04[*]"], again("201"))).toEqual([
      `${cleared}（另一行是第 4 行），疑似多出的一行（1，3）`,
      `${cleared}（另一行是第 2 行），疑似多出的一行（1，4）`,
    ]);
  });

  test("写了三遍的，各遍都说", () => {
    expect(rows(cells, ["逐级汇总 财决04[*]"], again("201", 2))).toEqual([
      `${cleared}（另一行是第 4 行），疑似多出的一行（1，3）`,
      `${cleared}（另一行是第 2 行），疑似多出的一行（1，4）`,
      `${cleared}（另一行是第 2 行），疑似多出的一行（1，4）`,
    ]);
  });

  test("没有重复的不说", () => {
    expect(rows(cells, ["逐级汇总 财决04[*]"])).toEqual([]);
  });
});

describe("漏了一行", () => {
  const each = "每个科目 财决04[基本支出] = 财决05-1[合计]";
  const why = (key: string, weight: number) =>
    `表上没有 ${key} 一行，别的表有这个科目（项目），疑似漏了一行（1，${weight}）`;
  /** 财决05-1 只有这几行（都为零）。 */
  const present = (...keys: string[]) =>
    Object.fromEntries(keys.map((key) => [`财决05-1[${key}, 302]`, 0]));

  test.each<[string, string, string[], string, number]>([
    ["项在它的款之下", "2010301", ["合计", "201", "20103"], "计入 20103", 3],
    ["没有款，在类之下", "2010301", ["合计", "201", "20805"], "计入 201", 3],
    ["类也没有，在合计之下", "2010301", ["合计", "208", "20103999"], "计入 合计", 3],
    ["款在它的类之下", "20103", ["合计", "201"], "计入 201", 3],
    ["类在合计之下", "201", ["合计", "208"], "计入 合计", 3],
    ["上级行都没有：多半本来就不在这张表里", "2010301", ["208"], "计入 无", 1],
    ["合计没有上级行", "合计", ["208"], "计入 无", 1],
    ["它的下级行还在：上级的合计不因它而变", "201", ["合计", "2010301"], "不计入 合计", 3],
    ["同名开头的别的科目不是它的下级", "201", ["合计", "208", "20"], "计入 合计", 3],
    ["只有它的项目还在：上级的合计要加上它", "2010301", ["20103", "2010301/A"], "计入 20103", 3],
  ])("%s", (_, key, keys, place, weight) => {
    expect(rows({ [`财决04[${key}, 基本支出]`]: 5, ...present(...keys) }, [each])).toEqual([
      `[${key} ${place}] 合计 0→5：${why(key, weight)}`,
    ]);
  });

  test("项目在它的项之下；项也没有的，多半本来就不在这张表里", () => {
    const project = "每个项目 财决08-2[合计] = 财决05-2[合计]";
    const listed = { "财决08-2[2010301/A, 合计]": 5 };
    expect(rows({ ...listed, "财决05-2[2010301, 合计]": 0 }, [project])).toEqual([
      `[2010301/A 计入 2010301] 合计 0→5：${why("2010301/A", 3)}`,
    ]);
    expect(rows({ ...listed, "财决05-2[20103, 合计]": 0 }, [project])).toEqual([
      `[2010301/A 计入 无] 合计 0→5：${why("2010301/A", 1)}`,
    ]);
  });

  test("几处关系各推出一栏；左边缺的行照样推得出，减的要反过来", () => {
    const cells = {
      "财决04[201, 基本支出]": 5,
      "财决04[201, 项目支出]": 7,
      "财决05-1[208, 合计]": 0,
    };
    expect(
      rows(cells, [
        each,
        "每个科目 财决05-1[301] = 财决04[项目支出]",
        "每个科目 财决04[项目支出] - 财决05-1[302] = 财决04[基本支出]",
      ]),
    ).toEqual([
      `[201 计入 无] 合计 0→5；[201 计入 无] 301 0→7；[201 计入 无] 302 0→2：${why("201", 1)}`,
    ]);
  });

  test("几处关系要同一栏是不同的数：取要的处数最多的", () => {
    const cells = {
      "财决04[201, 基本支出]": 5,
      "财决04[201, 项目支出]": 7,
      "财决04[201, 经营支出]": 7,
      "财决05-1[208, 合计]": 0,
    };
    const formulas = ["基本支出", "项目支出", "经营支出"].map(
      (column) => `每个科目 财决04[${column}] = 财决05-1[合计]`,
    );
    expect(rows(cells, formulas)).toEqual([`[201 计入 无] 合计 0→7：${why("201", 1)}`]);
  });

  test("两张表都缺：各漏一行", () => {
    const cells = {
      "财决04[201, 基本支出]": 5,
      "财决05-1[合计, 301]": 0,
      "财决08-1[合计, 301]": 0,
    };
    expect(rows(cells, ["每个科目 财决04[基本支出] = 财决05-1[合计] + 财决08-1[合计]"])).toEqual([
      `[201 计入 合计] 合计 0→5：${why("201", 3)}`,
      `[201 计入 合计] 合计 0→5：${why("201", 3)}`,
    ]);
  });

  test.each<[string, string[]]>([
    ["只违反大小关系", ["每个科目 财决04[基本支出] ≤ 财决05-1[合计]"]],
    [
      "同一缺行的两栏之和，分不清各是多少",
      ["每个科目 财决04[基本支出] = 财决05-1[301] + 财决05-1[302]"],
    ],
    ["同上，写成一组栏", ["每个科目 财决04[基本支出] = 财决05-1[{301, 302}]"]],
    ["指名的两行，缺的不是左边这一行", ["财决04[201, 基本支出] = 财决05-1[205, 合计]"]],
    ["不成立的与缺行无关", ["财决04[201, 基本支出] = 财决05-1[208, 合计]"]],
    ["行在表上，数不对", ["每个科目 财决05-1[合计] = 财决04[项目支出]"]],
  ])("%s，不说漏了一行", (_, formulas) => {
    expect(
      rows(
        { "财决04[201, 基本支出]": 5, "财决04[208, 项目支出]": 1, "财决05-1[208, 合计]": 0 },
        formulas,
      ),
    ).toEqual([]);
  });
});

describe("科目编码写错", () => {
  const formulas = [
    "每个科目 财决04[基本支出] = 财决05-1[301]",
    "每个科目 财决04[项目支出] = 财决05-1[302]",
  ];
  const wanted = { "财决04[2010301, 基本支出]": 5, "财决04[2010301, 项目支出]": 7 };
  const parents = Object.fromEntries(
    ["201", "20103", "20105"].flatMap((row) => [
      [`财决04[${row}, 基本支出]`, 0],
      [`财决05-1[${row}, 301]`, 0],
    ]),
  );
  const renamed = (cells: Cells) =>
    rows({ ...wanted, ...parents, ...cells }, formulas).filter((line) => line.includes("编码"));

  test("同级一行各栏的数恰是缺的一行：原来的一行清零，推不出的栏随行移过去；哪张表写错都可能", () => {
    const cells = {
      "财决05-1[2010399, 301]": 5,
      "财决05-1[2010399, 302]": 7,
      "财决05-1[2010399, 合计]": 12,
    };
    expect(renamed(cells)).toEqual([
      "2010399 合计 12→0；2010399 301 5→0；2010399 302 7→0；" +
        "[2010301 计入 20103] 301 0→5；[2010301 计入 20103] 302 0→7；[2010301 计入 20103] 合计 0→12：" +
        "“2010399”的编码疑似应为 2010301（1，4）",
      "2010301 基本支出 5→0；2010301 项目支出 7→0；" +
        "[2010399 计入 20103] 基本支出 0→5；[2010399 计入 20103] 项目支出 0→7：" +
        "“2010301”的编码疑似应为 2010399（1，4）",
    ]);
  });

  test.each<[string, Cells]>([
    ["有一栏不同", { "财决05-1[2010399, 301]": 5, "财决05-1[2010399, 302]": 8 }],
    ["差一分", { "财决05-1[2010399, 301]": 5, "财决05-1[2010399, 302]": 7.01 }],
    ["不在同一个上级之下", { "财决05-1[2010501, 301]": 5, "财决05-1[2010501, 302]": 7 }],
    ["编码长短不同", { "财决05-1[20103990, 301]": 5, "财决05-1[20103990, 302]": 7 }],
  ])("%s的，不是写错了编码", (_, cells) => {
    expect(renamed(cells)).toEqual([]);
  });

  test("印成万元的，差不到一个末位算相同", () => {
    const near = (amount: string) =>
      renamed({
        "财决05-1[2010399, 301]": "0.05万元",
        "财决05-1[2010399, 302]": amount,
        "财决04[2010301, 基本支出]": 512.34,
        "财决04[2010301, 项目支出]": 789,
      });
    expect(near("0.08万元")).toHaveLength(1);
    expect(near("0.09万元")).toEqual([]);
  });
});

describe("漏了一个项目", () => {
  const rollup = "项目汇总 财决05-2[*]";
  const listed = "每个项目 财决08-2[合计] ≥ 财决05-2[合计]";
  const amounts = (row: string, cells: Readonly<Record<string, number>>) =>
    Object.fromEntries(
      Object.entries(cells).map(([column, n]) => [`财决05-2[${row}, ${column}]`, n]),
    );
  const cells = {
    ...amounts("2010302", { 合计: 14, 301: 5, 302: 9 }),
    ...amounts("2010302/A", { 合计: 9, 301: 5, 302: 4 }),
  };
  const missing = (key: string) =>
    `[${key} 计入 2010302] 合计 0→5；[${key} 计入 2010302] 302 0→5：各栏的差额合起来正是一个项目，疑似漏了 ${key} 一行（1，3）`;

  test("两栏以上都少的，是一个不知名的项目", () => {
    expect(rows(cells, [rollup])).toEqual([missing("2010302/？")]);
  });

  test("别的表在这个项下有的，就是那一个；有几个的都说", () => {
    const others = {
      "财决08-2[2010302/A, 合计]": 99,
      "财决08-2[2010302/B, 合计]": 99,
      "财决08-2[2010303/C, 合计]": 99,
    };
    expect(rows({ ...cells, ...others }, [rollup, listed])).toEqual([missing("2010302/B")]);
    expect(
      rows({ ...cells, ...others, "财决08-2[2010302/D, 合计]": 99 }, [rollup, listed]),
    ).toEqual([missing("2010302/B"), missing("2010302/D")]);
  });

  test("上年的表有的不算", () => {
    const before = { "上年.财决05-2[2010302/B, 合计]": 5 };
    expect(
      rows({ ...cells, ...before }, [
        rollup,
        "财决05-2[2010302, 合计] ≥ 上年.财决05-2[2010302/B, 合计]",
      ]),
    ).toEqual([missing("2010302/？")]);
  });

  test("只差一栏的、有一栏要填负数的、差在科目之间的，不是漏了项目", () => {
    expect(rows({ ...cells, ...amounts("2010302", { 合计: 9 }) }, [rollup])).toEqual([]);
    expect(rows({ ...cells, ...amounts("2010302", { 301: 4 }) }, [rollup])).toEqual([]);
    const between = {
      ...amounts("20103", { 合计: 5, 301: 5 }),
      ...amounts("2010301", { 合计: 4, 301: 4 }),
    };
    expect(rows(between, ["逐级汇总 财决05-2[*]"])).toEqual([]);
  });
});
