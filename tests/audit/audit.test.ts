import { describe, expect, test } from "vitest";
import { auditText } from "../../src/audit/audit.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import { readExample } from "../fixtures/examples.ts";
import { inSection } from "./passages.ts";

const UNIT = "泸县人民政府办公室";
const current = recogniseTables(await readExample(`2023-${UNIT}.xlsx`), "current");
const prior = recogniseTables(await readExample(`2022-${UNIT}.xlsx`), "prior");
const fileName = "说明.txt";
const audit = (text: string) => auditText(text, { fileName });

test("什么也没有的文本：没有数，没有问题", () => {
  expect(audit("")).toEqual({
    file: fileName,
    unit: null,
    year: null,
    books: { current: null, prior: null },
    text: "",
    claims: {
      found: 0,
      checked: 0,
      againstTables: 0,
      withinText: [],
      sensible: [],
      unchecked: [],
      exempt: [],
      verdicts: [],
      gaps: [],
    },
    findings: [],
  });
});

describe("单位名称：文中写的在先，文中看不出的照工作簿", () => {
  const body = inSection("收入", "本年收入合计1.00万元。");
  test.each([
    ["文中写了", "2023年度泸县教育局部门决算\n", { current }, "泸县教育局"],
    ["文中没有写", "", { current }, UNIT],
    ["工作簿也没有写", "", { current: { ...current, unit: null } }, null],
    ["没有给工作簿", "", {}, null],
  ])("%s", (_, front, books, unit) => {
    expect(auditText(`${front}${body}`, { fileName, ...books }).unit).toBe(unit);
  });
});

test("行尾改为换行符之后的原文；报的每一处都指得回去", () => {
  const text = inSection("收入", "本年收入合计1.00元，，其他收入1.00万元。").replaceAll(
    "\n",
    "\r\n",
  );
  const result = audit(text);
  expect(result.text).toBe(text.replaceAll("\r\n", "\n"));
  expect(result.findings.length).toBeGreaterThan(0);
  for (const { quote, start, end, section, text: place } of result.findings) {
    expect(result.text.slice(start, end)).toBe(quote);
    expect(place).toEqual({ quote, start, end, section });
  }
});

test("一条问题：编号按种类，写明错在哪里、为什么要紧、怎么办", () => {
  const [found, ...others] = audit(
    inSection("收入", "2023年度本年收入合计100.00万元，其中：事业收入60.00万元，占61%。"),
  ).findings.filter(({ kind }) => kind === "share");
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    rule: "text/share",
    kind: "share",
    severity: "error",
    quote: "事业收入60.00万元，占61%",
    section: "二.二",
    stated: "61%",
    expected: "60.00%",
    verdict: "不一致",
    cells: [],
    also: [{ quote: "100.00万元", section: "二.二" }],
  });
  expect(found?.message).toBe(`${found?.what}${found?.why}${found?.todo}`);
});

describe("工作簿不是这份说明的", () => {
  const body = inSection("收入", "我局收入正常。\n2023年度本年收入合计1.00万元。");

  test("另一年度的：报在第二部分开头，不拿来对照", () => {
    const stranger = { ...current, year: 2021 };
    const { findings, books, claims } = auditText(body, { fileName, current: stranger, prior });
    expect(findings.map(({ quote, severity }) => [quote, severity])).toEqual([
      ["第二部分 2023年度部门决算情况说明", "error"],
    ]);
    expect(books.current?.why).toContain("2021年度");
    expect(claims.againstTables).toBe(0);
  });

  test("没有第二部分的，报在开头", () => {
    const { findings } = auditText("2022年度泸县教育局部门决算\n第一部分 概况\n我局的职责。", {
      fileName,
      current,
      sameUnitOnly: true,
    });
    expect(findings.filter(({ kind }) => kind === "table-text").map(({ quote }) => quote)).toEqual([
      "2022年度泸县教育局部门决算",
    ]);
  });

  test("空文本没有地方可报", () => {
    expect(
      auditText("", { fileName, current: { ...current, year: 2021 }, sameUnitOnly: true }).findings,
    ).toEqual([]);
  });

  test("是这份说明的，逐数对照", () => {
    const { findings, books, claims } = auditText(body, { fileName, current, prior });
    expect(books.current).toEqual({ file: current.fileName, why: "" });
    expect(claims.againstTables).toBe(1);
    expect(findings.some(({ cells }) => cells.length > 0)).toBe(true);
  });
});

test("通行的单位只看第二部分：附件里成片的“元”不算", () => {
  const text = `${inSection("收入", "本年收入合计1.00万元。本年收入合计2.00。")}\n第四部分 附件\n甲1元，乙2元，丙3元，丁4元。`;
  expect(audit(text).findings.map(({ kind, expected }) => [kind, expected])).toContainEqual([
    "unit",
    "2.00万元",
  ]);
});
