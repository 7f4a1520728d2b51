import { describe, expect, test } from "vitest";
import { consistent, diagnosedAfter, told } from "./small-tables.ts";

type Cells = Record<string, number | null>;

const right = consistent();
const cents = (amount: number) => Math.round(100 * amount) / 100;

/** 一张表里名字合乎 `part` 的各格，各乘（改）成另一个数。 */
function changed(form: string, part: RegExp, to: (amount: number) => number | null): Cells {
  const own = Object.entries(right).filter(
    ([name]) => name.startsWith(`${form}[`) && part.test(name),
  );
  return Object.fromEntries(own.map(([name, amount]) => [name, to(amount)]));
}

const clues = (changes: Parameters<typeof diagnosedAfter>[0], prior = {}) =>
  told(diagnosedAfter(changes, prior).culprits);

test("处处成立的没有疑点", () => {
  expect(clues({})).toEqual([]);
});

describe("一格、几格", () => {
  test.each<[string, Record<string, number | string>, string[]]>([
    [
      "数字颠倒",
      { "财决05-1[2010301, 30101]": 4_231.57 },
      ["财决05-1 2010301 30101 4231.57→4321.57：疑似相邻两位数字 3 和 2 颠倒。R05 R07 R08"],
    ],
    [
      "合计没有更新",
      { "财决04[合计, 项目支出]": 9_500.75 },
      ["财决04 合计 项目支出 9500.75→10500.75：比应有数少 1,000.00 元。R01 R02"],
    ],
    [
      "漏填",
      { "财决05-1[2080505, 30201]": 0 },
      ["财决05-1 2080505 30201 0.00→1478.92：疑似漏填。R06 R07 R10"],
    ],
    [
      "左右互换",
      { "财决05-1[2010301, 30101]": 1_234.89, "财决05-1[2010301, 30102]": 4_321.57 },
      [
        "财决05-1 2010301 30101 1234.89→4321.57；2010301 30102 4321.57→1234.89：C4与D4的数互换了。R07 R08 R09",
      ],
    ],
    [
      "上下互换",
      { "财决05-1[2010301, 30201]": 317.68, "财决05-1[2010302, 30201]": 765.43 },
      [
        "财决05-1 2010301 30201 317.68→765.43；2010302 30201 765.43→317.68：Q4与Q5的数互换了。R06 R10",
      ],
    ],
    [
      "填错了栏",
      { "财决05-1[2080505, 30201]": 0, "财决05-1[2080505, 30102]": 1_478.92 },
      [
        "财决05-1 2080505 30102 1478.92→0.00；2080505 30201 0.00→1478.92：应填在Q8的数填到了D8。R05 R06 R07 R09 R10",
      ],
    ],
    [
      "此多彼少",
      { "财决05-1[2010301, 30101]": 4_332.68, "财决05-1[2010301, 30102]": 1_223.78 },
      [
        "财决05-1 2010301 30101 4332.68→4321.57；2010301 30102 1223.78→1234.89：C4与D4之间此多彼少同样的数，疑似串了行或栏。R07 R08 R09",
      ],
    ],
    [
      "整行错开一栏：合计也随着错开了",
      {
        "财决04[2010301, 本年支出合计]": 0,
        "财决04[2010301, 基本支出]": 14_321.89,
        "财决04[2010301, 项目支出]": 6_321.89,
        "财决04[2010301, 上缴上级支出]": 8_000,
      },
      [
        "财决04 2010301 本年支出合计 0.00→14321.89；2010301 基本支出 14321.89→6321.89；2010301 项目支出 6321.89→8000.00；2010301 上缴上级支出 8000.00→0.00：整行向右错开了一栏。R01 R02 R03",
      ],
    ],
    [
      "互不相干的两处",
      { "财决05-1[2010301, 30101]": 4_231.57, "财决04[208, 项目支出]": 7 },
      [
        "财决05-1 2010301 30101 4231.57→4321.57：疑似相邻两位数字 3 和 2 颠倒。R05 R07 R08",
        "财决04 208 项目支出 7.00→0.00：疑似多填。R01 R02",
      ],
    ],
    [
      "文字",
      { "财决05-1[2010301, 30101]": "见附件" },
      ["财决05-1 2010301 30101 见附件→4321.57：写的是“见附件”，读不成数。R05 R07 R08"],
    ],
    [
      "同一处两格文字，逐个推出",
      { "财决05-1[2010301, 30101]": "见附件", "财决05-1[2010301, 30102]": "另附" },
      [
        "财决05-1 2010301 30101 见附件→4321.57：写的是“见附件”，读不成数。R05 R07 R08",
        "财决05-1 2010301 30102 另附→1234.89：写的是“另附”，读不成数。R05 R07 R09",
      ],
    ],
    [
      "应为零的文字",
      { "财决05-1[2080505, 30101]": "无" },
      ["财决05-1 2080505 30101 无→0.00：写的是“无”，读不成数。R05 R07 R08"],
    ],
  ])("%s", (_, changes, expected) => {
    expect(clues(changes)).toEqual(expected);
  });

  test("合计各级都随明细错了，是一处", () => {
    const rows = ["2010301", "20103", "201", "合计"];
    const names = rows.flatMap((row) =>
      ["30101", "301", "合计"].map((column) => `财决05-1[${row}, ${column}]`),
    );
    const [only, ...others] = diagnosedAfter(
      Object.fromEntries(names.map((name) => [name, cents((right[name] ?? 0) + 333.33)])),
    ).culprits;
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      row: "2010301",
      column: "30101",
      shouldBe: "4321.57",
      clue: "比应有数多 333.33 元；同一张表里的合计随它一起错了。",
      explains: ["R03", "R08"],
    });
    expect(only?.together).toHaveLength(names.length - 1);
  });
});

describe("整行、整栏、整张表", () => {
  const row = /\[2010301,/;
  const before = {
    "上年.财决05-1[2010301, 30101]": 5_111.11,
    "上年.财决05-1[2010301, 30102]": 2_222.27,
    "上年.财决05-1[2010301, 30201]": 37.77,
    "上年.财决05-1[2010301, 301]": 7_333.38,
    "上年.财决05-1[2010301, 302]": 37.77,
    "上年.财决05-1[2010301, 合计]": 7_371.15,
  };
  test.each<[string, Cells, Record<string, number>, string, number]>([
    [
      "整行一万倍",
      changed("财决05-1", row, (n) => n * 10_000),
      {},
      "整行都是应有数的 10000 倍，疑似把元当作万元。",
      6,
    ],
    [
      "整行按万元填，尾数各自四舍五入",
      changed("财决05-1", row, (n) => cents(n / 10_000)),
      {},
      "整行都是应有数的万分之一，疑似按万元填列。",
      6,
    ],
    ["整行正负号写反", changed("财决05-1", row, (n) => -n), {}, "整行正负号都写反了。", 6],
    [
      "整栏十倍",
      changed("财决08-1", / 30101\]/, (n) => cents(n * 10)),
      {},
      "整栏都是应有数的 10 倍。",
      8,
    ],
    [
      "整张表百倍",
      changed("财决04", /./, (n) => cents(n * 100)),
      {},
      "整张表都是应有数的 100 倍。",
      23,
    ],
    [
      "整行照抄上年",
      Object.fromEntries(Object.entries(before).map(([name, n]) => [name.replace("上年.", ""), n])),
      before,
      "整行与上年相同，疑似照抄上年数。",
      6,
    ],
  ])("%s：一处，各格都说出应有的数", (_, changes, prior, clue, cells) => {
    const { culprits } = diagnosedAfter(changes, prior);
    expect(culprits.map((each) => each.clue)).toEqual([clue]);
    const [only] = culprits;
    const fixed = [only, ...(only?.together ?? [])].map((each) => [
      `${only?.sheet}[${each?.row}, ${each?.column}]`,
      Number(each?.shouldBe),
    ]);
    expect(fixed).toHaveLength(cells);
    for (const [name, shouldBe] of fixed) expect(shouldBe, String(name)).toBe(right[String(name)]);
  });

  test("一行里几格各错各的：每格只说一次，说的是应有的数", () => {
    const { culprits } = diagnosedAfter({
      "财决05-1[2010301, 30101]": 5_111.11,
      "财决05-1[2010301, 30102]": 2_222.27,
      "财决05-1[2010301, 30201]": 37.77,
    });
    expect(culprits.map(({ column, shouldBe }) => [column, shouldBe]).sort()).toEqual([
      ["30101", "4321.57"],
      ["30102", "1234.89"],
      ["30201", "765.43"],
    ]);
  });
});

describe("多一行、少一行", () => {
  const below = (key: string, parent: string) => `缺少的一行 ${key}（应在“${parent}”之下）`;

  test.each<[string, string, string, Record<string, string>, string]>([
    [
      "漏了一个科目",
      "2010302",
      "20103",
      { 30101: "913.26", 30201: "317.68", 合计: "1230.94" },
      "R03 R07 R08 R10",
    ],
    [
      "漏了一个类，款项还在",
      "208",
      "合计",
      { 30101: "2764.38", 30102: "583.19", 30201: "1478.92", 合计: "4826.49" },
      "R03 R08 R09 R10",
    ],
  ])("%s：说出哪一行、推得出的各栏应是多少", (_, key, parent, amounts, rules) => {
    const cells = Object.entries(amounts).map(
      ([column, amount]) => `${below(key, parent)} ${column} →${amount}`,
    );
    const why = `表上没有 ${key} 一行，别的表有这个科目（项目），疑似漏了一行。`;
    expect(clues(changed("财决05-1", new RegExp(`\\[${key},`), () => null))).toEqual([
      `财决05-1 ${cells.join("；")}：${why}${rules}`,
    ]);
  });

  test("编码写错：原来的一行清零，移到应有的编码", () => {
    const gone = changed("财决05-1", /\[2010302,/, () => null);
    const wrong = Object.fromEntries(
      Object.keys(gone).map((name) => [name.replace("2010302", "2010309"), right[name] ?? 0]),
    );
    const [only, ...others] = diagnosedAfter({ ...gone, ...wrong }).culprits;
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      row: "2010309",
      shouldBe: "0.00",
      clue: "“2010309”的编码疑似应为 2010302。",
    });
    const moved = (only?.together ?? []).filter(({ row }) => row === below("2010302", "20103"));
    expect(moved.map(({ column, shouldBe }) => [column, Number(shouldBe)]).sort()).toEqual(
      ["30101", "301", "302", "30201", "合计"]
        .map((column) => [column, right[`财决05-1[2010302, ${column}]`]])
        .sort(),
    );
  });
});

test("问题都归到疑点上：写着哪一格、什么线索；不相干的不归", () => {
  const { findings } = diagnosedAfter({
    "财决05-1[2010301, 30101]": 4_231.57,
    "财决04[208, 项目支出]": 7,
  });
  expect(findings.map(({ rule, culprit }) => `${rule} ${culprit}`).sort()).toEqual([
    "R01 财决04!C6",
    "R02 财决04!C6",
    "R02 财决04!C6",
    "R05 财决05-1!C4",
    "R07 财决05-1!C4",
    "R08 财决05-1!C4",
  ]);
  expect(new Set(findings.map(({ clue }) => clue))).toEqual(
    new Set(["疑似相邻两位数字 3 和 2 颠倒。", "疑似多填。"]),
  );
});
