import { describe, expect, test } from "vitest";
import type { Passage, Statement } from "../../src/audit/claims/claims.ts";
import {
  FigureIndex,
  listsByPassage,
  StatementIndex,
} from "../../src/audit/claims/statement-index.ts";
import { readContext } from "./passages.ts";

const context = readContext(`第二部分 2023年度部门决算情况说明
一、收入支出决算总体情况说明
我局的情况如下。
2023年度收、支总计1.00万元。
2023年度收、支总计2.00万元，收、支总计3.00万元。
四、财政拨款收入支出决算总体情况说明
财政拨款收、支总计4.00万元。
七、财政拨款“三公”经费支出决算情况说明
公务接待费上年支出5.00万元，公务接待费年初预算6.00万元，公务接待费预算7.00万元，公务接待费支出8.00万元。
第四部分 附件
一、收入支出
收、支总计9.00万元。
二、其他
某某情况。
第五部分 附表
某某表。
`);

function passageWith(words: string): Passage {
  const found = context.passages.find(({ paragraph }) => paragraph.text.includes(words));
  if (found === undefined) throw new Error(`没有“${words}”一段`);
  return found;
}
const printed = (statement: Statement | null) =>
  statement === null ? null : context.printed(statement);
const index = new StatementIndex(context.book.statements);

describe("同一个数的各处说法", () => {
  test("按先后列出，各时态分开", () => {
    const all = (key: string, tense: Statement["tense"]) => index.all(key, tense).map(printed);
    expect(all("总计", "actual")).toEqual(["1.00万元", "2.00万元", "3.00万元", "9.00万元"]);
    expect(all("三公.接待", "actual")).toEqual(["8.00万元"]);
    expect(all("三公.接待", "prior")).toEqual(["5.00万元"]);
    expect(all("三公.接待", "initial")).toEqual(["6.00万元"]);
    expect(all("三公.接待", "budget")).toEqual(["7.00万元"]);
    expect(all("机关运行经费", "actual")).toEqual([]);
  });

  test("一段里的决算数", () => {
    const inside = (key: string, words: string) =>
      index.inPassage(key, passageWith(words)).map(printed);
    expect(inside("总计", "2.00万元")).toEqual(["2.00万元", "3.00万元"]);
    expect(inside("总计", "8.00万元")).toEqual([]);
    expect(inside("三公.接待", "8.00万元")).toEqual(["8.00万元"]);
    expect(inside("机关运行经费", "8.00万元")).toEqual([]);
  });

  test.each([
    ["同一段的，取这一段最先说的", "总计", "2.00万元", "2.00万元"],
    ["同一节的，取这一节最先说的", "总计", "我局的情况如下", "1.00万元"],
    ["别的节里，取同一部分最先说的", "总计", "8.00万元", "1.00万元"],
    ["附件里取附件里的", "总计", "某某情况", "9.00万元"],
    ["附表里没有说，取第二部分的", "总计", "某某表", "1.00万元"],
    ["上年数、预算数不算", "三公.接待", "某某表", "8.00万元"],
    ["没有说过", "机关运行经费", "某某表", null],
  ])("就近取一处：%s", (_, key, words, expected) => {
    expect(printed(index.nearest(key, passageWith(words)))).toBe(expected);
  });
});

test("由数找说它的话；边读边查，后读到的也找得到", () => {
  const [first, second] = context.book.statements;
  if (first === undefined || second === undefined) throw new Error("应读出两处以上");
  const read: Statement[] = [first];
  const figures = new FigureIndex(read);
  expect(figures.statementOf(first.figure)).toBe(first);
  expect(figures.statementOf(second.figure)).toBeNull();
  read.push({ ...first, key: "另一种说法" }, second);
  expect(figures.statementOf(second.figure)).toBe(second);
  expect(figures.statementOf(first.figure)).toBe(first);
});

test("各段里的列举", () => {
  const { lists } = readContext(
    "第二部分 2023年度部门决算情况说明\n三、支出决算情况说明\n本年支出合计3.00万元，其中：基本支出2.00万元，项目支出1.00万元。基本支出2.00万元，其中：人员经费1.50万元，公用经费0.50万元。\n另有支出5.00万元，其中：甲支出2.00万元，乙支出3.00万元。",
  ).book;
  const byPassage = listsByPassage(lists);
  expect([...byPassage.values()].map((list) => list.map(({ total }) => total.digits))).toEqual([
    ["3.00", "2.00"],
    ["5.00"],
  ]);
});
