import { describe, expect, test } from "vitest";
import { proposeLines } from "../../../src/checks/diagnosis/propose/lines.ts";
import { buildTableSets } from "../case-tables.ts";
import { grid, slipsTold, tableOf, wanting, wantingAt } from "./proposals.ts";

type Rows = readonly (readonly number[])[];

/** 这几格有要求时，提出哪些整行、整栏、整张表的可能。 */
function lines(rows: Rows, shouldBe: Readonly<Record<string, number>>, prior: Rows = []): string[] {
  const { table, books } = grid(rows, prior);
  return slipsTold(proposeLines(wanting(table, shouldBe), books));
}

describe("整行、整栏、整张表差同一个倍数", () => {
  const times = "都是应有数的 10 倍（1，4）";

  test("整行：两格恰好差同一个倍数，行里有数的各格一起改", () => {
    expect(lines([[300, 200, 0, 50]], { A1: 30, B1: 20 })).toEqual([
      `A1 300→30；B1 200→20；D1 50→5：整行${times}`,
    ]);
  });

  test.each([
    [10_000, "都是应有数的 10000 倍，疑似把元当作万元"],
    [1_000, "都是应有数的 1000 倍"],
    [100, "都是应有数的 100 倍"],
    [10, "都是应有数的 10 倍"],
    [-1, "正负号都写反了"],
  ])("%i 倍", (factor, text) => {
    expect(lines([[3 * factor, 7 * factor]], { A1: 3, B1: 7 })).toEqual([
      `A1 ${3 * factor}→3；B1 ${7 * factor}→7：整行${text}（1，4）`,
    ]);
  });

  test("其余各格除不尽，就不是整行差了倍数", () => {
    expect(lines([[300, 200, 0, 50.05]], { A1: 30, B1: 20 })).toEqual([]);
  });

  test("整行里差这个倍数的不到一半的，不算；恰好一半的算", () => {
    expect(lines([[300, 200, 70, 50]], { A1: 30, B1: 20, C1: 75, D1: 51 })).toEqual([
      `A1 300→30；B1 200→20；C1 70→7；D1 50→5：整行${times}`,
      "A1 300→30；B1 200→20；C1 70→75；D1 50→51：这一行有 4 格都不对，疑似整行填错（2，0）",
    ]);
    expect(lines([[300, 200, 70, 50]], { A1: 30, B1: 21, C1: 75, D1: 51 })).toEqual([
      "A1 300→30；B1 200→21；C1 70→75；D1 50→51：这一行有 4 格都不对，疑似整行填错（2，0）",
    ]);
  });

  test("整栏里差这个倍数的不到一半的，也不算", () => {
    const column = [[300], [200], [50], [70], [110], [130], [170]];
    const half = { A1: 30, A2: 20, A3: 5, A4: 71, A5: 12, A6: 15 };
    const cells = "A1 300→30；A2 200→20；A3 50→5；A4 70→7；A5 110→11；A6 130→13；A7 170→17";
    expect(lines(column, half)).toEqual([`${cells}：整栏${times}`]);
    expect(lines(column, { ...half, A7: 20 })).toEqual([]);
  });

  test("一格有几种要求，其中一种恰好差这个倍数就算", () => {
    const { table, books } = grid([[300, 200]]);
    const [first, second] = wanting(table, { A1: 30, B1: 20 });
    if (first === undefined || second === undefined) throw new Error("没有要求");
    const wishes = [{ delta: 100, votes: 2 }, ...first.wishes];
    expect(slipsTold(proposeLines([{ ...first, wishes }, second], books))).toEqual([
      `A1 300→30；B1 200→20：整行${times}`,
    ]);
  });

  test("整栏须有三格，整张表也是；整张表只有那一栏的，只说整栏", () => {
    const rows = [[300], [200], [50], [70]];
    expect(lines(rows, { A1: 30, A2: 20 })).toEqual([]);
    expect(lines(rows, { A1: 30, A2: 20, A3: 5 })).toEqual([
      `A1 300→30；A2 200→20；A3 50→5；A4 70→7：整栏${times}`,
    ]);
    const spread = [
      [300, 20],
      [20, 50],
    ];
    expect(lines(spread, { A1: 30, B2: 5 })).toEqual([]);
    expect(lines(spread, { A1: 30, B1: 2, B2: 5 })).toEqual([
      `A1 300→30；B1 20→2：整行${times}`,
      `A1 300→30；B1 20→2；A2 20→2；B2 50→5：整张表${times}`,
    ]);
    expect(lines(spread, { A1: 30, A2: 2, B2: 51 })).toEqual([]);
  });

  test("原来是正数的，不会整行写反了正负号", () => {
    expect(lines([[3, 7]], { A1: -3, B1: -7 })).toEqual([]);
    expect(lines([[-3, -7]], { A1: 3, B1: 7 })).toEqual([
      "A1 -3→3；B1 -7→7：整行正负号都写反了（1，4）",
    ]);
  });

  test("空白的格不差倍数；只有一格有要求的不成行", () => {
    expect(lines([[0, 0, 300]], { A1: 3, B1: 7 })).toEqual([]);
    expect(lines([[300, 200]], { A1: 30 })).toEqual([]);
  });

  test("人数、批次没有小数点可错，不跟着改", () => {
    const { current, prior } = buildTableSets({
      数据: {
        "财决附03[三公.公务接待费, 决算数]": 100,
        "财决附03[三公.国内接待费, 决算数]": 200,
        "财决附03[三公.公务用车购置费, 决算数]": 300,
        "财决附03[统计.国内公务接待批次, 决算数]": 40,
      },
    });
    const table = tableOf(current, "财决附03");
    const demands = [...table.value.entries()].flatMap(([cell, is]) =>
      is >= 10_000 ? [{ table, cell, wishes: [{ delta: -0.9 * is, votes: 1 }] }] : [],
    );
    const told = slipsTold(proposeLines(demands, { current, prior }));
    expect(told.map((line) => line.replace(/[A-Z]+\d+ /g, ""))).toEqual([
      `300→30；100→10；200→20：整栏${times}`,
    ]);
  });
});

describe("按万元填", () => {
  const text = "整行都是应有数的万分之一，疑似按万元填列（1，4）";

  test("各格只有两位小数：差到半个 0.01 万元以内都算，再多不算", () => {
    const row = [[1.23, 4.56]];
    expect(lines(row, { A1: 12_350, B1: 45_550 })).toEqual([
      `A1 1.23→12350；B1 4.56→45550：${text}`,
    ]);
    expect(lines(row, { A1: 12_350.01, B1: 45_550 })).toEqual([]);
    expect(lines(row, { A1: 12_350, B1: 45_549.99 })).toEqual([]);
  });

  test("一格有几种要求，取恰是一万倍的一种", () => {
    const { table, books } = grid([[1.23, 4.56]]);
    const [first, second] = wanting(table, { A1: 12_345, B1: 45_600 });
    if (first === undefined || second === undefined) throw new Error("没有要求");
    const wishes = [{ delta: 100, votes: 2 }, ...first.wishes];
    expect(slipsTold(proposeLines([{ ...first, wishes }, second], books))).toEqual([
      `A1 1.23→12345；B1 4.56→45600：${text}`,
    ]);
  });

  test("有数的各格里不到一半的，不算；恰好一半的算；空白的格跟着有了要求，不计", () => {
    const row = [[1.23, 4.56, 7.89, 2.35]];
    const wan = { A1: 12_300, B1: 45_600 };
    const most = `A1 1.23→12300；B1 4.56→45600：${text}`;
    expect(lines(row, { ...wan, C1: 9, D1: 8 })[0]).toBe(most);
    expect(lines(row, { A1: 12_300, B1: 45_000, C1: 9, D1: 8 })).toEqual([
      "A1 1.23→12300；B1 4.56→45000；C1 7.89→9；D1 2.35→8：这一行有 4 格都不对，疑似整行填错（2，0）",
    ]);
    expect(lines([[1.23, 0, 4.56, 7.89]], { A1: 12_300, B1: 0.01, C1: 9 })).toEqual([
      "A1 1.23→12300；B1 0→0.01；C1 4.56→9：这一行有 3 格都不对，疑似整行填错（2，0）",
    ]);
    const blank = [[1.23, 4.56, 0, 0]];
    expect(lines(blank, { ...wan, C1: 0.01, D1: 0.02 })[0]).toBe(most);
    expect(lines([[1.23, 4.56, 7.89, 2.35], [0.5]], { ...wan, C1: 9, D1: 8, A2: 7 })).toHaveLength(
      2,
    );
  });

  test("整栏里不到一半的不算；空白的格不计", () => {
    const text = "整栏都是应有数的万分之一，疑似按万元填列（1，4）";
    const wan = { A1: 12_300, A2: 45_600, A3: 78_900 };
    const cells = "A1 1.23→12300；A2 4.56→45600；A3 7.89→78900";
    const rows = [[1.23], [4.56], [7.89], [11], [13], [17], [19]];
    expect(lines(rows, { ...wan, A4: 12, A5: 15, A6: 20, A7: 23 })).toEqual([]);
    const blank = rows.map(([is = 0], r) => [r < 3 ? is : 0]);
    expect(lines(blank, { ...wan, A4: 1, A5: 2, A6: 3, A7: 4 })).toEqual([`${cells}：${text}`]);
  });

  test("整栏、整张表须有三格", () => {
    const rows = [[1.23], [4.56], [7.89]];
    expect(lines(rows, { A1: 12_300, A2: 45_600 })).toEqual([]);
    const cells = "A1 1.23→12300；A2 4.56→45600；A3 7.89→78900";
    expect(lines(rows, { A1: 12_300, A2: 45_600, A3: 78_900 })).toEqual([
      `${cells}：整栏都是应有数的万分之一，疑似按万元填列（1，4）`,
    ]);
  });
});

describe("照抄上年", () => {
  const copied = "与上年相同，疑似照抄上年数（1，4）";

  test("整行：有要求的各格都与上年相同", () => {
    expect(lines([[11, 13]], { A1: 12, B1: 15 }, [[11, 13]])).toEqual([
      `A1 11→12；B1 13→15：整行${copied}`,
    ]);
    expect(lines([[11, 13]], { A1: 12, B1: 15 }, [[11, 14]])).toEqual([]);
    expect(lines([[11, 13]], { A1: 12, B1: 15 })).toEqual([]);
  });

  test("整行须格格相同，十格里有一格不同也不算", () => {
    const codes = ["01", "02", "03", "06", "07", "08", "09", "10", "11", "12"];
    const columns = codes.map((code) => `财决05-1[201, 301${code}]`);
    const told = (same: number) => {
      const amounts = columns.map((name, i): [string, number] => [name, 11 + i]);
      const before = columns.map((name, i) => [`上年.${name}`, i < same ? 11 + i : 90]);
      const { current, prior } = buildTableSets({
        数据: { ...Object.fromEntries(amounts), ...Object.fromEntries(before) },
      });
      const books = { current, prior };
      const wanted = Object.fromEntries(amounts.map(([name, amount]) => [name, amount + 0.5]));
      return slipsTold(proposeLines(wantingAt(books, wanted), books)).join();
    };
    expect(told(10)).toContain(`整行${copied}`);
    expect(told(9)).not.toContain("整行与上年");
  });

  test("空白的格上年也是空白，算相同；都是空白的不算照抄", () => {
    expect(lines([[11, 0, 13]], { A1: 12, B1: 15 }, [[11, 0]])).toEqual([
      `A1 11→12；B1 0→15：整行${copied}`,
    ]);
    expect(lines([[0, 0, 13]], { A1: 12, B1: 15 }, [[0, 0]])).toEqual([]);
  });

  test("整栏不看；整张表九成相同就算", () => {
    const rows = [[11], [13], [17], [19], [23], [29], [31], [37], [41], [43]];
    const wanted = Object.fromEntries(rows.map(([is = 0], r) => [`A${r + 1}`, is + 1]));
    const cells = rows.map(([is = 0], r) => `A${r + 1} ${is}→${is + 1}`).join("；");
    expect(lines(rows, wanted, rows)).toEqual([`${cells}：整张表${copied}`]);
    const differing = (count: number) => rows.map(([is = 0], r) => [r < count ? is + 5 : is]);
    expect(lines(rows, wanted, differing(1))).toEqual([`${cells}：整张表${copied}`]);
    expect(lines(rows, wanted, differing(2))).toEqual([]);
  });
});

describe("错开一栏", () => {
  test.each([
    ["左", [[7, 11]], { A1: 0, B1: 7, C1: 11 }],
    ["左", [[5, 7, 11, 13]], { B1: 5, C1: 7, D1: 11 }],
    ["右", [[0, 7, 11]], { A1: 7, B1: 11, C1: 0 }],
  ])("整行向%s", (side, rows, wanted) => {
    const [line, ...others] = lines(rows, wanted);
    expect(line).toContain(`：整行向${side}错开了一栏（1，4）`);
    expect(others).toEqual([]);
  });

  test("一格有几种要求，取旁边一栏的数", () => {
    const { table, books } = grid([[0, 7, 11]]);
    const demands = wanting(table, { A1: 7, B1: 11, C1: 0 }).map((demand) => ({
      ...demand,
      wishes: [{ delta: 5, votes: 1 }, ...demand.wishes],
    }));
    expect(slipsTold(proposeLines(demands, books))).toEqual([
      "A1 0→7；B1 7→11；C1 11→0：整行向右错开了一栏（1，4）",
    ]);
  });

  test("行首的左边没有格，上一行末尾的数不算", () => {
    const { current, prior } = buildTableSets({
      数据: {
        "财决04[201, 对附属单位补助支出]": 99,
        "财决04[202, 本年支出合计]": 3,
        "财决04[202, 基本支出]": 7,
      },
    });
    const books = { current, prior };
    const { columns } = tableOf(current, "财决04");
    expect(columns.at(-1)?.key).toBe("对附属单位补助支出");
    const wanted = { 本年支出合计: 99, 基本支出: 3, 项目支出: 7 };
    const demands = Object.entries(wanted).flatMap(([column, yuan]) =>
      wantingAt(books, { [`财决04[202, ${column}]`]: yuan }),
    );
    const told = slipsTold(proposeLines(demands, books));
    expect(told.map((line) => line.replace(/.*：/, ""))).toEqual([
      "这一行有 3 格都不对，疑似整行填错（2，0）",
    ]);
  });

  test("有一格对不上、只有一格有数、不在一行里的，不算", () => {
    const whole = ["A1 7→0；B1 11→7；C1 0→12：这一行有 3 格都不对，疑似整行填错（2，0）"];
    expect(lines([[7, 11]], { A1: 0, B1: 7, C1: 12 })).toEqual(whole);
    expect(lines([[7, 0]], { A1: 0, B1: 7 })).toEqual([]);
    expect(lines([[7], [11]], { A1: 0, B1: 7, A2: 0, B2: 11 })).toEqual([]);
  });
});

test("三格以上都不对、又看不出规律：整行填错，算两次失误", () => {
  expect(lines([[11, 13, 17]], { A1: 12, B1: 15, C1: 20 })).toEqual([
    "A1 11→12；B1 13→15；C1 17→20：这一行有 3 格都不对，疑似整行填错（2，0）",
  ]);
  expect(lines([[11, 13, 17]], { A1: 12, B1: 15 })).toEqual([]);
  expect(lines([[11], [13], [17]], { A1: 12, A2: 15, A3: 20 })).toEqual([]);
});

test("两张表各说各的", () => {
  const [first, second] = [grid([[300, 200]]), grid([[50, 700]])];
  const demands = [
    ...wanting(first.table, { A1: 30, B1: 20 }),
    ...wanting(second.table, { A1: 5, B1: 70 }),
  ];
  expect(slipsTold(proposeLines(demands, first.books))).toEqual([
    "A1 300→30；B1 200→20：整行都是应有数的 10 倍（1，4）",
    "A1 50→5；B1 700→70：整行都是应有数的 10 倍（1，4）",
  ]);
});
