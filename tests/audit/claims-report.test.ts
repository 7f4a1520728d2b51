import { describe, expect, test } from "vitest";
import { auditText } from "../../src/audit/audit.ts";
import type { ClaimsReport } from "../../src/audit/audit-result.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import { readExample } from "../fixtures/examples.ts";
import { inSection } from "./passages.ts";

function claimsOf(text: string): ClaimsReport {
  return auditText(text, { fileName: "说明.txt" }).claims;
}
const quotes = (places: readonly { readonly quote: string }[]) => places.map(({ quote }) => quote);

test("每个数都有着落：查了的、没查的、不查的，加起来一个不少", () => {
  const claims = claimsOf(
    inSection(
      "收入",
      "2023年度本年收入合计100.00万元，其中：事业收入60.00万元，占60%；其他收入40.00万元，占40%。另有3个账户，余额7.00万元，利率2.5%，得分较高，为88。",
    ),
  );
  expect(claims.found).toBe(9);
  expect(claims.checked).toBe(5);
  expect(quotes(claims.withinText)).toEqual(["100.00万元", "60.00万元", "60%", "40.00万元", "40%"]);
  expect(quotes(claims.unchecked)).toEqual(["3个", "7.00万元", "2.5%", "88"]);
  expect(claims.verdicts).toEqual([
    { verdict: "一致", count: 5 },
    { verdict: "无法核对", count: 4 },
  ]);
  expect(claims.exempt).toEqual([{ why: "年份", count: 2 }]);
});

test("只数第二部分", () => {
  const claims = claimsOf(
    `第一部分 概况\n编制30人，余额7.00万元。\n${inSection("收入", "本年收入合计100.00万元。")}\n第四部分 附件\n项目总投资9.00万元【待补充：出处】。`,
  );
  expect(quotes(claims.unchecked)).toEqual(["100.00万元"]);
  expect(claims.gaps).toEqual([]);
});

test("没有查的数写明在哪一句里；断行照原文", () => {
  const text = inSection(
    "收入",
    "收入情况如下。我局在全年之中取得的本年收入合计为\n100.00万元，较好。支出正常。",
  );
  expect(claimsOf(text).unchecked.map(({ sentence }) => sentence)).toEqual([
    "我局在全年之中取得的本年收入合计为\n100.00万元，较好。",
  ]);
});

describe("没有查的数，说明为什么", () => {
  const whyOf = (body: string, section: "收入" | "三公" = "收入") =>
    claimsOf(inSection(section, body)).unchecked.map(({ quote, why }) => `${quote}：${why}`);
  test.each([
    ["余额7.00万元。", "7.00万元：没有给工作簿，文中没有与这个金额有加总、占比、增减关系的数。"],
    ["利率2.5%。", "2.5%：没有给工作簿，没有认出这个百分数由哪两个数相除。"],
    ["开设3个账户。", "3个：没有给工作簿，文中也没有别处可与这个个数相互印证。"],
    ["得分较高，为88。", "88：没有给工作簿，没有认出这个数说的是什么。"],
  ])("%s", (body, why) => expect(whyOf(body)).toEqual([why]));

  test("绩效一节的数由单位自评", () => {
    const text = `第二部分 2023年度部门决算情况说明\n十、其他重要事项的情况说明\n（四）预算绩效管理情况\n自评得94.5，共3个项目，平均96%。`;
    expect(claimsOf(text).unchecked.map(({ why }) => why)).toEqual([
      "绩效部分的数由单位自评，表里没有。",
      "没有给工作簿，文中也没有别处可与这个个数相互印证。",
      "没有给工作簿，没有认出这个百分数由哪两个数相除。",
    ]);
  });

  test("给了工作簿的，分清是表里没有，还是没有用上", async () => {
    const book = await readExample("2023-泸县人民政府办公室.xlsx");
    const current = recogniseTables(book, "current");
    const why = (year: number) =>
      auditText(`第二部分 ${year}年度部门决算情况说明\n二、收入决算情况说明\n余额7.00万元。`, {
        fileName: "说明.txt",
        current,
      }).claims.unchecked.map((each) => each.why);
    expect(why(2023)).toEqual([
      "工作簿里没有这个数，文中没有与这个金额有加总、占比、增减关系的数。",
    ]);
    expect(why(2022)).toEqual([
      "给的工作簿没有用上，文中没有与这个金额有加总、占比、增减关系的数。",
    ]);
  });
});

describe("不查的各类另计", () => {
  test.each([
    ["年份、日期", "截至2023年12月31日，工作正常。", { 年份: 1, 日期: 2 }],
    ["压平的表格", "项目\t金额\n甲项目\t7.00万元\t占2%\n", { 表格: 2 }],
    ["图题与图的数据", "图2：收入决算结构图 98.5% 1.5%", { "表号、图号、序号": 1, 图里的数: 2 }],
    ["图题没有序号", "图：收入决算结构 98.5%", { 图里的数: 1 }],
    ["图题在括号里", "（图：收入决算结构 98.5%）", { 图里的数: 1 }],
    ["图题用中文序号", "【图二 收入决算结构 98.5%】", { 图里的数: 1 }],
    ["图书馆不是图", "图书馆免费开放经费35.00万元。", {}],
    ["附图在句中", "见附图：共35.00万元。", {}],
    ["还没有确认的推断", "收入减少【据表推断：其他收入减少7.00万元】。", { 待确认的推断: 1 }],
    ["还没有核实的释义", "事业收入【释义待核实：指7.00万元】。", { 待确认的推断: 1 }],
    ["推断之外的照查", "收入【据表推断：减少】7.00万元。", {}],
    ["推断之前的照查", "收入7.00万元【据表推断：减少】。", {}],
  ])("%s", (_, body, exempt) => {
    const claims = claimsOf(`第二部分 部门决算情况说明\n二、收入决算情况说明\n${body}`);
    expect(Object.fromEntries(claims.exempt.map(({ why, count }) => [why, count]))).toEqual(exempt);
  });
});

test("还没有填的、没有确认的，逐处列出", () => {
  const text = inSection(
    "收入",
    "收入增加【待补充：原因】，其中【据表推断：其他收入增加】。事业收入【释义待核实：某某】，【注】。",
  );
  const { gaps } = claimsOf(text);
  expect(quotes(gaps)).toEqual([
    "【待补充：原因】",
    "【据表推断：其他收入增加】",
    "【释义待核实：某某】",
  ]);
  for (const { quote, start, end } of gaps) expect(text.slice(start, end)).toBe(quote);
});

test("没有查的数，位置就是它在原文里的位置", () => {
  const text = inSection("收入", "余额 7.00 万元，利率2.5%。");
  for (const { quote, start, end, section } of claimsOf(text).unchecked) {
    expect(text.slice(start, end)).toBe(quote);
    expect(section).toBe("二.二");
  }
});
