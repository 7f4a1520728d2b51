import { expect, test } from "vitest";
import { auditText } from "../../src/audit/audit.ts";
import { auditRemarks, coverageText } from "../../src/publish/audit-summary.ts";
import { draftText, exampleBooks } from "./drafts.ts";

const narrative = (sentence: string) =>
  auditText(
    `第二部分 2023年度单位决算情况说明\n七、财政拨款“三公”经费支出决算情况说明\n（二）“三公”经费财政拨款支出决算具体情况说明\n3.公务接待费支出3万元。国内公务接待支出3万元。${sentence}`,
    { fileName: "说明.txt" },
  );

test("只看出大小合理的数另外列明，不冒充印证过", () => {
  const result = narrative("国内公务接待12批次，30人次（不包括陪同人员），共计支出3万元。");
  expect(result.claims.sensible.map(({ quote }) => quote)).toEqual(["12批次", "30人次"]);
  expect(coverageText(result)).toContain("2 个只看出大小合理");
});

test("不合理的是问题，不在其内", () => {
  const result = narrative("国内公务接待30批次，12人次（不包括陪同人员），共计支出3万元。");
  expect(result.claims.sensible).toEqual([]);
  expect(result.findings.some(({ kind }) => kind === "contradiction")).toBe(true);
});

test("四分之一以上的数与表不符，先说可能拿错了工作簿", async () => {
  const books = await exampleBooks();
  const [one, other] = books.filter(({ current }) => current.year === 2023);
  if (one === undefined || other === undefined) throw new Error("应有两个 2023 年度的示例");
  const text = draftText(one);
  const remarks = (against: typeof one) =>
    auditRemarks(
      auditText(text, { fileName: "说明.txt", current: against.current, prior: against.prior }),
    );
  expect(remarks(one)).toEqual([]);
  expect(remarks(other)).toEqual([expect.stringMatching(/有 \d+ 处与工作簿的表不符/)]);
});
