import { describe, expect, it } from "vitest";
import { breakdownOf, ranked } from "../../../src/narrative/evidence/breakdown.ts";
import type { Breakdown, Driver } from "../../../src/narrative/evidence/evidence.ts";
import { driverAmount, joined, type Part, pairs } from "../../../src/narrative/evidence/parts.ts";
import type { MoneyFact } from "../../../src/narrative/fact.ts";
import { currentBook } from "../../../src/narrative/facts/book.ts";
import { handBuilt } from "../hand-built.ts";

const money = (name: string, cents: number, formula = ""): MoneyFact => ({
  kind: "money",
  name,
  cents,
  formula,
  from: [{ book: "current", sheet: "表", address: name }],
});
const part = (key: string, cents: number, more: Partial<Part> = {}): Part => ({
  key,
  label: key,
  kind: "项",
  amount: money(key, cents),
  ...more,
});
const unread = (key: string): Part =>
  part(key, 0, { amount: { kind: "missing", name: key, gap: key, asks: key } });
const driver = (now: number, before: number, label = "甲"): Driver => ({
  key: label,
  label,
  kind: "项",
  now: money(label, now),
  before: money(`上年.${label}`, before),
  cents: now - before,
});

/** 各部分（今、上年）拆开一个变动；没有另给总数时就是各部分之和。 */
function split(
  amounts: Readonly<Record<string, readonly [number, number]>>,
  { share = 100, now, before }: { share?: number; now?: number; before?: number } = {},
): Breakdown {
  const entries = Object.entries(amounts);
  const total = (side: 0 | 1) => entries.reduce((sum, [, each]) => sum + each[side], 0);
  return breakdownOf(
    "按某种分法",
    pairs(
      entries.map(([key, [cents]]) => part(key, cents)),
      entries.map(([key, [, cents]]) => part(key, cents)),
    ),
    { now: money("今", now ?? total(0)), before: money("前", before ?? total(1)), share },
  );
}
const labels = ({ drivers }: Breakdown) => drivers.map(({ label }) => label);

describe("变动拆成各部分", () => {
  it("从大到小不分正负，一样大的按编码；没有变的不列", () => {
    const found = split({ 丙: [3, 1], 乙: [1, 9], 丁: [5, 5], 甲: [0, 2] });
    expect(labels(found)).toEqual(["乙", "丙", "甲"]);
    expect(found).toMatchObject({ explained: -8, rest: 0, others: 0, unlisted: 0, unread: [] });
    expect(labels(split({ B: [2, 0], A: [2, 0], C: [2, 0] }))).toEqual(["A", "B", "C"]);
  });

  it("恰好到比例就停；至少列一个；没有列的数着", () => {
    const amounts = { 甲: [80, 0], 乙: [19, 0], 丙: [1, 0] } as const;
    expect(labels(split(amounts, { share: 80 }))).toEqual(["甲"]);
    expect(labels(split(amounts, { share: 81 }))).toEqual(["甲", "乙"]);
    expect(labels(split(amounts, { share: 0 }))).toEqual(["甲"]);
    expect(split(amounts, { share: 80 })).toMatchObject({ others: 2, explained: 80, rest: 20 });
  });

  it("比例以正负各自累计的变动为底", () => {
    expect(labels(split({ 甲: [60, 0], 乙: [0, 40] }, { share: 60 }))).toEqual(["甲"]);
    expect(labels(split({ 甲: [60, 0], 乙: [0, 40] }, { share: 61 }))).toEqual(["甲", "乙"]);
  });

  it("各部分加起来与变动不等，差额记在 unlisted", () => {
    expect(split({ 甲: [60, 0] }, { now: 100, before: 10 })).toMatchObject({
      explained: 60,
      rest: 30,
      unlisted: 30,
    });
  });

  it("只有一个部分、两边都占到总数九成，才算把总数又说一遍", () => {
    const restates = (now: number, before: number) =>
      split({ 甲: [now, before] }, { now: 100, before: 200 }).restates;
    expect(restates(90, 180)).toBe(true);
    expect(restates(89, 180)).toBe(false);
    expect(restates(90, 179)).toBe(false);
    expect(split({ 甲: [90, 180], 乙: [10, 20] }, { now: 100, before: 200 }).restates).toBe(false);
    expect(split({ 甲: [-95, 0] }, { now: -100, before: 0 }).restates).toBe(true);
    expect(split({ 甲: [95, 0] }, { now: -100, before: 0 }).restates).toBe(false);
  });

  it("读不出的不算进来，记下名称", () => {
    const found = breakdownOf("某", pairs([part("甲", 5), unread("乙")], [part("甲", 2)]), {
      now: money("今", 9),
      before: money("前", 2),
      share: 100,
    });
    expect(found).toMatchObject({ unread: ["乙"], explained: 3, rest: 4, unlisted: 4 });
  });
});

describe("两年的各部分对上", () => {
  const cents = (now: readonly Part[], before: readonly Part[]) =>
    pairs(now, before).map((each) => (each.unread ? [each.label] : [each.label, each.cents]));

  it("一边没有的计为零；同键的先合成一个", () => {
    expect(
      cents([part("甲", 5), part("甲", 2), part("乙", 1)], [part("甲", 3), part("丙", 4)]),
    ).toEqual([
      ["甲", 4],
      ["乙", 1],
      ["丙", -4],
    ]);
    const [only] = pairs([part("甲", 5)], []);
    expect(only).toMatchObject({ before: { name: "上年.甲", cents: 0, from: [] } });
    const gone = part("丙", 4, { amount: { ...money("丙", 4), name: "上年.丙" } });
    expect(pairs([], [gone])[0]).toMatchObject({ now: { name: "丙", cents: 0, from: [] } });
  });

  it("名称改了而代码相同的对上；本年、上年都有那个名称的不动", () => {
    const project = (key: string, amount: number, alias: string) => part(key, amount, { alias });
    expect(cents([project("新名", 5, "1")], [project("旧名", 3, "1")])).toEqual([["新名", 2]]);
    expect(cents([project("甲", 5, "1")], [project("甲", 3, "9"), project("乙", 2, "1")])).toEqual([
      ["甲", 2],
      ["乙", -2],
    ]);
    expect(
      cents([project("新", 5, ""), part("甲", 1)], [project("旧", 3, ""), part("乙", 1)]),
    ).toEqual([
      ["新", 5],
      ["甲", 1],
      ["旧", -3],
      ["乙", -1],
    ]);
    expect(cents([project("新", 5, "1"), project("留", 1, "2")], [project("留", 3, "1")])).toEqual([
      ["新", 5],
      ["留", -2],
    ]);
  });

  it("有一边读不出，就是读不出", () => {
    expect(cents([unread("甲")], [part("甲", 1)])).toEqual([["甲"]]);
    expect(cents([part("甲", 1)], [unread("甲")])).toEqual([["甲"]]);
  });

  it("几张清单连起来，有一张缺表即缺", () => {
    const book = currentBook(handBuilt("current", { year: 2023, tables: {} }));
    const list = joined(
      () => [part("甲", 1)],
      () => [part("乙", 2)],
    );
    expect(list(book)?.map(({ key }) => key)).toEqual(["甲", "乙"]);
    expect(
      joined(
        () => [part("甲", 1)],
        () => null,
      )(book),
    ).toBeNull();
  });
});

describe("变动额", () => {
  it("恒为正，算式是大的减小的", () => {
    expect(driverAmount(driver(5, 3))).toMatchObject({
      name: "甲变动额",
      cents: 2,
      formula: "甲 − 上年.甲",
    });
    expect(driverAmount(driver(3, 5))).toMatchObject({ cents: 2, formula: "上年.甲 − 甲" });
  });

  it("小的一边表上没有：就是大的那个数，沿用它的算式", () => {
    const nothing = { ...money("上年.甲", 0, "表上没有，计为零"), from: [] };
    expect(driverAmount({ ...driver(5, 0), before: nothing })).toMatchObject({
      cents: 5,
      formula: "",
    });
    expect(driverAmount(driver(5, 0)).formula).toBe("甲 − 上年.甲");
    const derived = { ...nothing, cents: -1 };
    expect(driverAmount({ ...driver(5, -1), before: derived }).formula).toContain("甲 − 上年.甲");
  });
});

describe("几种分法排先后", () => {
  const one = (by: string, more: Partial<Breakdown> = {}): Breakdown => ({
    by,
    drivers: [driver(5, 3)],
    explained: 2,
    rest: 0,
    others: 0,
    unlisted: 0,
    unread: [],
    restates: false,
    ...more,
  });
  const order = (...breakdowns: readonly Breakdown[]) => ranked(breakdowns).map(({ by }) => by);
  const two = [driver(5, 3), driver(2, 1, "乙")];

  it("没有部分的不用；把总数又说一遍的最后，粗的次之，加不起来的再次", () => {
    expect(order(one("空", { drivers: [] }), one("有"))).toEqual(["有"]);
    expect(order(one("重说", { restates: true }), one("粗", { grain: "粗" }))).toEqual([
      "粗",
      "重说",
    ]);
    expect(order(one("粗", { grain: "粗" }), one("有差", { unlisted: 1 }))).toEqual(["有差", "粗"]);
    expect(order(one("有差", { unlisted: -1 }), one("多", { drivers: two }))).toEqual([
      "多",
      "有差",
    ]);
  });

  it("部分少的在前，细的让一个；一样多时细的在前，再看剩下的多少", () => {
    expect(order(one("多", { drivers: two }), one("少", { rest: 9 }))).toEqual(["少", "多"]);
    expect(order(one("少"), one("细", { drivers: two, grain: "细", rest: 9 }))).toEqual([
      "细",
      "少",
    ]);
    const three = [...two, driver(9, 1, "丙")];
    expect(order(one("细", { drivers: three, grain: "细" }), one("少"))).toEqual(["少", "细"]);
    expect(order(one("剩多", { rest: -5 }), one("剩少", { rest: 4 }))).toEqual(["剩少", "剩多"]);
    expect(order(one("先", { rest: -5 }), one("后", { rest: 5 }))).toEqual(["先", "后"]);
  });
});
