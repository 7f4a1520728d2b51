import { expect, test } from "vitest";
import { auditText } from "../../src/audit/audit.ts";
import type { AuditResult } from "../../src/audit/audit-result.ts";
import { sectionName } from "../../src/audit/structure/section-name.ts";
import { writeAuditLetter } from "../../src/publish/audit-letter.ts";
import { draftText, exampleBooks } from "../audit/drafts.ts";

const NO_BOOKS = { current: null, prior: null };

const WRONG = `第二部分 2024年度部门决算情况说明
三、支出决算情况说明
2024年度本年支出合计863.25万元，其中：基本支出535.68万元，占61.05%；项目支出327.57万元，占37.95%。
`;

function letterOf(result: AuditResult): string {
  return writeAuditLetter(result, result.findings, NO_BOOKS);
}

test("只审文字：写明依据、位置、原文、问题、两种更正；单位、期限、署名、日期留着待补充", () => {
  const letter = letterOf(auditText(WRONG, { fileName: "说明.txt" }));
  expect(letter).toBe(`关于【待补充：单位名称】2024年度决算情况说明的整改意见

【待补充：单位名称】：

　　你单位报送的2024年度决算情况说明（说明.txt）已经审阅：核对了文中各数之间的关系（没有与决算工作簿对照）。决算情况说明共有 5 个数，核对了 5 个，0 个没有材料可以核对。现将需要核实更正的 1 处列在下面。

一、必须更正的（错误）　共 1 处

1．位置：第二部分 三　占比
　　原文：“2024年度本年支出合计863.25万元，其中：基本支出535.68万元，占61.05%；”，其中“基本支出535.68万元，占61.05%”
　　问题：535.68万元占863.25万元的比重写61.05%，按这两个数算是62.05%。占比等于部分除以整体，按所印小数位数的全部舍入可能都算不出所写的数。
　　应为：请对照决算表核实：金额无误的，占比改为62.05%；占比无误的，两个金额有一个写错。
　　另一处：第二部分 三“863.25万元”。

　　以上各条只指出互相对不上的数，不断定是哪一边写错。请于【待补充：回复期限】前对照账簿、决算报表逐条核实，更正说明或者报表，并将核实情况连同更正后的说明一并报回。

【待补充：审核单位、审核人】
【待补充：日期】
`);
});

test("对照了工作簿：依据写到文件、工作表和格；与表不符的，表错文错两种更正都给", async () => {
  const books = (await exampleBooks()).find(({ name }) => name.includes("泸县"));
  if (books === undefined) throw new Error("没有示例");
  const { current, prior } = books;
  const total = /支出总计(\d+\.\d+)万元/;
  const text = draftText(books).replace(total, "支出总计1.23万元");
  const result = auditText(text, { fileName: "说明.docx", current, prior });
  const letter = writeAuditLetter(result, result.findings, {
    current: current.fileName,
    prior: prior.fileName,
  });
  expect(letter).toContain(
    `与本年决算工作簿《${current.fileName}》、上年决算工作簿《${prior.fileName}》`,
  );
  expect(letter.startsWith(`关于${current.unit}${current.year}年度`)).toBe(true);
  const [finding] = result.findings.filter(({ cells }) => cells.length > 0);
  const [cell] = finding?.cells ?? [];
  expect(letter).toContain(`本年《${current.fileName}》“${cell?.sheet}”${cell?.address}`);
  expect(letter).toMatch(/应为：.*表无误的，改为.*表有误的，先更正表/);
});

test("一条也不写：说没有要列的；没有填的、没有核对的照样列出", () => {
  const text = `${WRONG}2024年参加培训31.5人天。公务接待费主要用于【待补充：接待用途】。\n`;
  const result = auditText(text, { fileName: "说明.txt" });
  const letter = writeAuditLetter(result, [], NO_BOOKS);
  expect(letter).toContain("没有需要列出的问题");
  expect(letter).toContain("另有 1 处还没有填写");
  expect(letter).toContain("【待补充：接待用途】");
  expect(letter).not.toContain("必须更正的");
  expect(letter).not.toContain("以上各条");
  expect(result.claims.unchecked.length).toBeGreaterThan(0);
  for (const { quote } of result.claims.unchecked) expect(letter).toContain(`“${quote}”`);
});

test("不写程序不知道的日期、名字", () => {
  const letter = letterOf(auditText(WRONG, { fileName: "说明.txt" }));
  expect(letter.match(/\d{4}年\d+月/)).toBeNull();
  expect(letter.match(/【待补充：[^】]+】/g)).toEqual([
    "【待补充：单位名称】",
    "【待补充：单位名称】",
    "【待补充：回复期限】",
    "【待补充：审核单位、审核人】",
    "【待补充：日期】",
  ]);
});

test("一节的名称", () => {
  expect(["", "二", "二.三", "二.五.（三）"].map(sectionName)).toEqual([
    "封面、目录",
    "第二部分",
    "第二部分 三",
    "第二部分 五（三）",
  ]);
});
