import { describe, expect, test } from "vitest";
import { auditText } from "../../src/audit/audit.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import { readExample } from "../fixtures/examples.ts";

const tables = (async () => ({
  current: recogniseTables(await readExample("2024-中共乐山市金口河区委办公室.xlsx"), "current"),
  prior: recogniseTables(await readExample("2023-中共乐山市金口河区委办公室.xlsx"), "prior"),
}))();

/** 对照示例工作簿审一节。 */
async function audit(section: string) {
  return auditText(`第二部分 2024年度部门决算情况说明\n${section}`, {
    fileName: "说明.txt",
    ...(await tables),
  }).findings;
}

describe("表和文中别处都说同一个数不对，并成一条", () => {
  test("占比：一条，有单元格，线索里有文中的算法", async () => {
    const [finding, ...others] = await audit(
      "三、支出决算情况说明\n2024年度本年支出合计863.25万元，其中：基本支出535.68万元，占61.05%；项目支出327.57万元，占37.95%。",
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ stated: "61.05%", expected: "62.05%", severity: "error" });
    expect(finding?.cells.length).toBeGreaterThan(0);
    expect(finding?.clue).toContain("文中的数也对不上：535.68万元占863.25万元");
    expect(finding?.also.map(({ quote }) => quote)).toEqual(["863.25万元"]);
    expect(finding?.todo).toMatch(/表无误的，改为62.05%；表有误的，先更正表/);
  });

  test("增减写反：表说的、文中说的是一条", async () => {
    const findings = await audit(
      "十、其他重要事项的情况说明\n（一）机关运行经费支出情况\n2024年度，机关运行经费支出47.51万元，比2023年度增加2.85万元，增长5.66%。主要原因是厉行节约。",
    );
    expect(findings.map(({ kind, stated, expected }) => [kind, stated, expected])).toEqual([
      ["direction", "增加2.85万元", "减少2.85万元"],
    ]);
  });

  test("同一处说的是另一个数，不并", async () => {
    const findings = await audit(
      "三、支出决算情况说明\n2024年度本年支出合计863.25万元，其中：基本支出535.68元，占61.05%；项目支出327.57万元，占37.95%。",
    );
    expect(findings.map(({ kind }) => kind)).toContain("unit");
    expect(findings.filter(({ kind }) => kind === "table-text")).toHaveLength(1);
  });
});

describe("文中对不上的，线索里写明哪个数与表不符", () => {
  const SECTIONS = (item: string, klass: string) =>
    `五、一般公共预算财政拨款支出决算情况说明
（二）一般公共预算财政拨款支出决算结构情况
住房保障支出${klass}万元。
（三）一般公共预算财政拨款支出决算具体情况
1.住房保障支出（类）住房改革支出（款）住房公积金（项）：支出决算为${item}万元。`;

  test("类对，项错：类那里的一条指到项", async () => {
    const findings = await audit(SECTIONS("30.60", "30.06"));
    const [disagreement, table] = findings.filter(({ quote }) => /30\.0?6/.test(quote));
    expect(disagreement?.clue).toBe("对照决算表：“30.60万元”与表不符（表里是30.06万元）");
    expect(table).toMatchObject({ stated: "30.60万元", expected: "30.06万元" });
  });

  test("没有给工作簿：没有这样的线索，也不并", () => {
    const findings = auditText(`第二部分 2024年度部门决算情况说明\n${SECTIONS("30.60", "30.06")}`, {
      fileName: "说明.txt",
    }).findings;
    expect(findings).toHaveLength(1);
    expect(findings[0]?.clue).toBeUndefined();
  });
});
