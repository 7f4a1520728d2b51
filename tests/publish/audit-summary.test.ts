import { describe, expect, test } from "vitest";
import { writeAuditDocx } from "../../src/publish/audit-docx/audit-docx.ts";
import { writeAuditHtml } from "../../src/publish/audit-html/audit-html.ts";
import { writeAuditJson } from "../../src/publish/audit-json.ts";
import { writeAuditText } from "../../src/publish/audit-text.ts";
import { resultAt } from "./audit-samples.ts";
import { descendants, openPackage, parseXml, partText } from "./open-package.ts";

/** 第二部分有 `found` 个数，查了 `checked` 个。 */
function coverage(found: number, checked: number) {
  const result = resultAt("占61.05%", [[1, 7]]);
  return { ...result, claims: { ...result.claims, found, checked } };
}

describe("一半以上的数没有看懂，各种输出都先说", () => {
  const half = coverage(10, 4);

  test("文本：第一行", () => {
    expect(writeAuditText(half).split("\n")[0]).toContain("一半以上的数没有看懂");
    expect(writeAuditText(coverage(10, 5))).not.toContain("一半以上");
    expect(writeAuditText(coverage(10, 5)).split("\n")[0]).toContain("有错误，须更正");
  });

  test("JSON：第一个键", () => {
    expect(Object.entries(JSON.parse(writeAuditJson(half)))[0]).toEqual([
      "remarks",
      [expect.stringContaining("10 个里只核对了 4 个")],
    ]);
    expect(JSON.parse(writeAuditJson(coverage(10, 5))).remarks).toEqual([]);
  });

  test("网页：在标题之前", () => {
    const page = writeAuditHtml(half);
    const at = page.indexOf("一半以上的数没有看懂");
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThan(page.indexOf("<h1>"));
  });

  test("批注：文首小结的第一句", () => {
    const parts = openPackage(writeAuditDocx(half, null));
    const [summary] = descendants(parseXml(partText(parts, "word/comments.xml")), "w:comment");
    expect(summary?.text.startsWith("注意：一半以上的数没有看懂")).toBe(true);
  });

  test("一个数也没有找到：说可能给错了文件", () => {
    expect(writeAuditText(coverage(0, 0)).split("\n")[0]).toContain("没有找到决算情况说明的数字");
  });
});
