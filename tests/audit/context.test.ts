import { describe, expect, test } from "vitest";
import type { Verdict } from "../../src/audit/audit-result.ts";
import type { Figure } from "../../src/audit/text/figures.ts";
import { inSection, readContext } from "./passages.ts";

/** 一段话和里面的各个数。 */
function contextOf(words: string) {
  const context = readContext(inSection("收入", words));
  const passage = context.passages.at(-1);
  if (passage === undefined) throw new Error("没有读出正文");
  const figure = (index: number): Figure => {
    const found = passage.shape.figures[index];
    if (found === undefined) throw new Error(`没有第 ${index} 个数`);
    return found;
  };
  return { context, passage, figure };
}

describe("一个数参加几次比较，结论取最坏的一次", () => {
  const worst = (...verdicts: Verdict[]) => {
    const { context, figure } = contextOf("余额7.00万元。");
    for (const verdict of verdicts) context.record(verdict, [null, figure(0)]);
    return context.verdictOf(figure(0));
  };
  test.each<readonly [Verdict[], Verdict | null]>([
    [[], null],
    [["一致"], "一致"],
    [["无法核对", "一致"], "一致"],
    [["一致", "尾差可解释"], "尾差可解释"],
    [["凑整", "尾差可解释"], "凑整"],
    [["不一致", "一致"], "不一致"],
    [["单位或方向错误", "不一致"], "单位或方向错误"],
    [["不一致", "单位或方向错误", "一致"], "单位或方向错误"],
  ])("%j → %s", (verdicts, expected) => expect(worst(...verdicts)).toBe(expected));
});

describe("只看出大小合理", () => {
  test("没有别的印证的，看了几遍也只是合理", () => {
    const { context, figure } = contextOf("接待2批次，9人次。");
    context.recordSensible(true, [figure(0), figure(1)]);
    context.recordSensible(true, [figure(0)]);
    expect(context.verdictOf(figure(0))).toBe("一致");
    expect([0, 1].map((index) => context.isOnlySensible(figure(index)))).toEqual([true, true]);
  });

  test("先印证过、后又印证了的，不止是合理", () => {
    const { context, figure } = contextOf("接待2批次，9人次。");
    context.record("一致", [figure(0)]);
    context.recordSensible(true, [figure(0), figure(1)]);
    expect([0, 1].map((index) => context.isOnlySensible(figure(index)))).toEqual([false, true]);
    context.record("一致", [figure(1)]);
    expect(context.isOnlySensible(figure(1))).toBe(false);
  });

  test("不合理的是不一致", () => {
    const { context, figure } = contextOf("接待9批次，2人次。");
    context.recordSensible(false, [figure(0)]);
    expect(context.verdictOf(figure(0))).toBe("不一致");
    expect(context.isOnlySensible(figure(0))).toBe(false);
  });
});

test("与表对照的结果：比过几次的取不相符的一次", () => {
  const { context, figure } = contextOf("余额7.00万元，利率2%，另有3.00万元。");
  expect(context.tableCheckOf(figure(0))).toBeNull();
  context.recordAgainstTables("尾差可解释", figure(0), "7.00万元");
  expect(context.tableCheckOf(figure(0))).toEqual({ same: true, right: "7.00万元" });
  context.recordAgainstTables("不一致", figure(0), "8.00万元");
  context.recordAgainstTables("一致", figure(0), "7.00万元");
  expect(context.tableCheckOf(figure(0))).toEqual({ same: false, right: "8.00万元" });
  expect(context.verdictOf(figure(0))).toBe("不一致");
  context.recordAgainstTables("一致", figure(1), "2%");
  expect(context.tableCheckOf(figure(1))).toEqual({ same: true, right: "2%" });
  context.recordAgainstTables("单位或方向错误", figure(2), null);
  expect(context.tableCheckOf(figure(2))).toEqual({ same: false, right: null });
});

describe("一个数是多少", () => {
  const { context, passage, figure } = contextOf(
    "结余7.00万元，另有5.00元，利率2%，3辆，编为88，折合6.00，截至5月1日。",
  );
  const point = (index: number) => context.quantity(figure(index))?.point ?? null;

  test("金额以分计；个数照印；百分数、日期不是量", () => {
    expect([0, 1, 2, 3, 4, 5, 6].map(point)).toEqual([
      7_000_000,
      500,
      null,
      3,
      88,
      // 没有写单位的，按全文通行的万元。
      6_000_000,
      null,
    ]);
    expect(context.quantity(figure(0))).toEqual({
      low: 6_995_000,
      high: 7_004_999,
      point: 7_000_000,
    });
  });

  test("看定了单位的按看定的", () => {
    expect(context.unitOf(figure(1))).toBe("元");
    context.unitReadings.set(figure(1), "万元");
    expect(context.unitOf(figure(1))).toBe("万元");
    expect(point(1)).toBe(5_000_000);
  });

  test("数在原文里的印法", () => {
    expect(passage.shape.figures.map((each) => context.printed({ passage, figure: each }))).toEqual(
      ["7.00万元", "5.00元", "2%", "3辆", "88", "6.00", "5月", "1日"],
    );
  });
});

test("各处说法、列举的查找", () => {
  const { context, passage, figure } = contextOf(
    "上年本年收入合计8.00万元，2023年度本年收入合计7.00万元，其中：事业收入7.00万元。",
  );
  const digits = (list: readonly { readonly figure: Figure }[]) =>
    list.map((each) => each.figure.digits);
  expect(digits(context.statementsOf("本年收入"))).toEqual(["7.00"]);
  expect(digits(context.statementsOf("本年收入", "prior"))).toEqual(["8.00"]);
  expect(digits(context.statementsIn(passage, "收入.事业收入"))).toEqual(["7.00"]);
  expect(context.statement("收入.事业收入", passage)?.figure).toBe(passage.shape.figures.at(-1));
  expect(context.statementOf(figure(0))?.tense).toBe("prior");
  expect(context.listsIn(passage)).toHaveLength(1);
  const [heading] = context.passages;
  expect(heading === undefined ? null : context.listsIn(heading)).toEqual([]);
});
