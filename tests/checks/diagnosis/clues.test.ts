import { describe, expect, test } from "vitest";
import type { Culprit } from "../../../src/findings/culprit.ts";
import {
  amountAt,
  type Books,
  diagnosed,
  freshBooks,
  isAt,
  type Place,
  placeOf,
  plant,
  plantText,
} from "./planted.ts";

const DETAIL = ["财决05-1", "2010301", "30102"] as const;

async function culpritAfter(
  change: (books: Books) => Place,
): Promise<{ culprits: readonly Culprit[]; at: Place; books: Books }> {
  const books = await freshBooks();
  const at = change(books);
  return { ...diagnosed(books), at, books };
}

describe("一格的笔误", () => {
  test.each<[string, (value: number) => number]>([
    ["正负号写反了", (value) => -value],
    ["一万倍", (value) => value * 10_000],
    ["按万元填列", (value) => Math.round(value / 10_000)],
    ["10 倍", (value) => value * 10],
    ["10 分之一", (value) => Math.round(value / 10)],
    ["100 倍", (value) => value * 100],
    ["两倍，疑似重复计算", (value) => value * 2],
    ["颠倒", (value) => Number(String(value).replace(/(.)(.)$/, "$2$1"))],
    ["写成了", (value) => value + 4_000],
    ["疑似漏填", () => 0],
  ])("%s", async (text, wrong) => {
    const { culprits, at } = await culpritAfter((books) => {
      const place = placeOf(books, ...DETAIL);
      plant(place, wrong(amountAt(place)));
      return place;
    });
    expect(isAt(culprits[0], at)).toBe(true);
    expect(culprits[0]?.clue).toContain(text);
    expect(culprits[0]?.together).toBeUndefined();
  });

  test("多填：空白的格里多了一个数", async () => {
    const { culprits, at } = await culpritAfter((books) => {
      const place = placeOf(books, "财决05-1", "2010301", "30103");
      const other = placeOf(books, "财决05-1", "2010301", "30110");
      expect(amountAt(other)).toBe(0);
      plant(other, amountAt(place) + 77_777);
      return other;
    });
    expect(isAt(culprits[0], at)).toBe(true);
    expect(culprits[0]).toMatchObject({ shouldBe: "0.00", clue: "疑似多填。" });
  });

  test("照抄上年数", async () => {
    const { culprits, at } = await culpritAfter((books) => {
      const place = placeOf(books, ...DETAIL);
      const before = placeOf({ current: books.prior ?? books.current }, ...DETAIL);
      expect(amountAt(before)).not.toBe(amountAt(place));
      plant(place, amountAt(before));
      return place;
    });
    expect(isAt(culprits[0], at)).toBe(true);
    expect(culprits[0]?.clue).toBe("与上年同一格的数相同，疑似照抄上年数。");
  });

  test("差一分", async () => {
    const { culprits, at } = await culpritAfter((books) => {
      const place = placeOf(books, "财决04", "合计", "基本支出");
      plant(place, amountAt(place) - (amountAt(place) % 10 === 0 ? 1 : -1));
      return place;
    });
    expect(isAt(culprits[0], at)).toBe(true);
    expect(culprits[0]?.clue).toMatch(/尾差|一位数字不同/);
  });

  test("合计没有随明细更新", async () => {
    const { culprits, at } = await culpritAfter((books) => {
      const place = placeOf(books, "财决08", "合计", "302");
      plant(place, amountAt(place) - 1_234_567);
      return place;
    });
    expect(isAt(culprits[0], at)).toBe(true);
    expect(culprits[0]?.clue).toContain("少 12,345.67 元");
    expect(culprits[0]?.explains).toEqual(expect.arrayContaining(["F01", "F03", "F12", "I33"]));
  });

  test("文字代替数字：应有的数由关系推出", async () => {
    const books = await freshBooks();
    const at = placeOf(books, ...DETAIL);
    const expected = (amountAt(at) / 100).toFixed(2);
    plantText(at, "见附件");
    const { culprits } = diagnosed(books);
    expect(isAt(culprits[0], at)).toBe(true);
    expect(culprits[0]).toMatchObject({
      is: "见附件",
      shouldBe: expected,
      clue: "写的是“见附件”，读不成数。",
    });
    expect(culprits[0]?.explains).toEqual(["F02", "F12", "I13", "I34a"]);
  });

  test("两格文字，同一处关系里缺两个数：逐个推出", async () => {
    const books = await freshBooks();
    const places = [placeOf(books, ...DETAIL), placeOf(books, "财决05-1", "2010301", "30101")];
    const expected = places.map((at) => (amountAt(at) / 100).toFixed(2)).sort();
    for (const at of places) plantText(at, "—？");
    const { culprits } = diagnosed(books);
    expect(culprits.map(({ shouldBe }) => shouldBe).sort()).toEqual(expected);
  });
});

describe("一次失误动了几格", () => {
  test("两格互换", async () => {
    const { culprits, at, books } = await culpritAfter((own) => {
      const [a, b] = [placeOf(own, ...DETAIL), placeOf(own, "财决05-1", "2010301", "30103")];
      const [x, y] = [amountAt(a), amountAt(b)];
      plant(a, y);
      plant(b, x);
      return a;
    });
    const other = placeOf(books, "财决05-1", "2010301", "30103");
    const [culprit] = culprits;
    expect(culprits.filter(({ alternative }) => alternative !== true)).toHaveLength(1);
    expect(culprit?.clue).toContain("的数互换了");
    expect([culprit?.address, culprit?.together?.[0]?.address].sort()).toEqual(
      [at, other].map(({ table, cell }) => table.address[cell]).sort(),
    );
  });

  test("填到了相邻的栏", async () => {
    const { culprits, at, books } = await culpritAfter((own) => {
      const from = placeOf(own, "财决04", "2010302", "项目支出");
      const to = placeOf(own, "财决04", "2010302", "上缴上级支出");
      const value = amountAt(from);
      expect(value).not.toBe(0);
      plant(from, 0);
      plant(to, value);
      return from;
    });
    const wrong = placeOf(books, "财决04", "2010302", "上缴上级支出");
    const [address, wrongAddress] = [at, wrong].map(({ table, cell }) => table.address[cell]);
    expect(culprits[0]?.clue).toBe(`应填在${address}的数填到了${wrongAddress}。`);
  });

  test("整行一万倍", async () => {
    const { culprits, at } = await culpritAfter((books) => {
      const place = placeOf(books, "财决08-1", "2010301", "合计");
      const { table, cell } = place;
      for (let each = cell; each < cell + table.columns.length; each += 1) {
        if (table.value[each] !== 0)
          plant({ table, cell: each }, amountAt({ table, cell: each }) * 10_000);
      }
      return place;
    });
    expect(isAt(culprits[0], at)).toBe(true);
    expect(culprits[0]?.clue).toBe("整行都是应有数的 10000 倍，疑似把元当作万元。");
    expect(culprits[0]?.together?.length).toBeGreaterThan(3);
  });

  test("整张表一万倍、整张表照抄上年，都是一处", async () => {
    const wan = await freshBooks();
    const table = placeOf(wan, "财决04", "合计", "基本支出").table;
    for (const [cell, value] of table.value.entries()) {
      if (value !== 0) plant({ table, cell }, value * 10_000);
    }
    expect(diagnosed(wan).culprits.map(({ clue }) => clue)).toEqual([
      "整张表都是应有数的 10000 倍，疑似把元当作万元。",
    ]);

    const copied = await freshBooks();
    const current = placeOf(copied, "财决03", "合计", "本年收入合计").table;
    const prior = copied.prior?.byForm.get("财决03");
    expect(prior?.rows.map(({ key }) => key)).toEqual(current.rows.map(({ key }) => key));
    for (const [cell, value] of (prior?.value ?? []).entries())
      plant({ table: current, cell }, value);
    expect(diagnosed(copied).culprits[0]?.clue).toBe("整张表与上年相同，疑似照抄上年数。");
  });

  test("明细填错，同一张表的合计都随它算错", async () => {
    const { culprits, at } = await culpritAfter((books) => {
      const place = placeOf(books, ...DETAIL);
      const { table } = place;
      const rows = ["2010301", "20103", "201", "合计"];
      for (const row of rows) {
        for (const column of ["30102", "301", "合计"]) {
          const each = placeOf(books, "财决05-1", row, column);
          plant(each, amountAt(each) + 1_111_100);
        }
      }
      expect(table.rows.length).toBeGreaterThan(4);
      return place;
    });
    expect(isAt(culprits[0], at)).toBe(true);
    expect(culprits[0]?.clue).toContain("同一张表里的合计随它一起错了");
    expect(culprits[0]?.together).toHaveLength(11);
  });
});

describe("只违反大小关系", () => {
  test("其中数大于总数：倒回常见的笔误就成立", async () => {
    const books = await freshBooks();
    const part = placeOf(books, "财决01", "性质.基本建设类项目", "年初预算数");
    const whole = placeOf(books, "财决01", "性质.项目支出", "年初预算数");
    plant(part, Math.floor(amountAt(whole) / 500_000) * 10_000 * 10_000);
    const { culprits } = diagnosed(books);
    expect(isAt(culprits[0], part)).toBe(true);
    expect(culprits[0]?.clue).toContain("应有的数请再核对");
  });
});

describe("找不到是哪一格时，问题上仍有线索", () => {
  test("没有问题就没有疑点", async () => {
    const { culprits, findings, result } = diagnosed(await freshBooks());
    expect(culprits).toEqual([]);
    expect(findings).toBe(result.findings);
  });
});
