import { describe, expect, test } from "vitest";
import { auditText } from "../../src/audit/audit.ts";
import { writeAuditHtml } from "../../src/publish/audit-html/audit-html.ts";
import { findingAt, NO_CLAIMS, resultAt } from "./audit-samples.ts";
import { descendants, type Element, parseXml } from "./open-package.ts";

const WRONG = `第二部分 2024年度部门决算情况说明
三、支出决算情况说明
2024年度本年支出合计863.25万元，其中：基本支出535.68万元，占61.05%；项目支出327.57万元，占37.95%。
2024年参加培训31.5人天。公务接待费主要用于【待补充：接待用途】。
`;
const result = auditText(WRONG, { fileName: "说明.txt" });
const page = writeAuditHtml(result);

function parsed(text: string): Element {
  return parseXml(text.replace("<!DOCTYPE html>\n", "").replace(/<meta [^>]*>/g, ""));
}

/** 全文一栏的各行，去掉编号。 */
function linesOf(text: string): string[] {
  return descendants(parsed(text), "p")
    .filter(({ attributes }) => attributes.class?.startsWith("line"))
    .map((line) => {
      const numbers = descendants(line, "a").map((each) => each.text);
      return numbers.reduce((left, number) => left.replace(number, ""), line.text);
    });
}

describe("审稿网页", () => {
  test("标签写得完整；没有脚本，不引外部内容；同样的结果得同样的文字", () => {
    expect(() => parsed(page)).not.toThrow();
    expect(page).not.toMatch(/<script|src=|href="(?!#)|url\(|@import| on\w+=/);
    expect(page).toContain("default-src 'none'");
    expect(writeAuditHtml(structuredClone(result))).toBe(page);
  });

  test("先结论、条数和覆盖情况，再全文，再问题", () => {
    const order = [
      "有错误，须更正",
      "错误 1 条",
      "决算情况说明共有 6 个数",
      "问题种类",
      "还没有填写的（1 处）",
      "无法核对的数（1 个）",
      'id="text"',
      'id="findings"',
      "<dt>为什么</dt>",
    ].map((text) => page.indexOf(text));
    expect(order.every((place) => place > 0)).toBe(true);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
  });

  test("每个链接都指得到；文中和问题互相指；不只用颜色分轻重", () => {
    const body = parsed(page);
    const ids = new Set(
      ["a", "article", "span", "h2"].flatMap((name) =>
        descendants(body, name).flatMap(({ attributes }) => attributes.id ?? []),
      ),
    );
    const links = descendants(body, "a").map(({ attributes }) => attributes.href ?? "");
    expect(links.filter((link) => !ids.has(link.slice(1)))).toEqual([]);
    expect(links).toEqual(expect.arrayContaining(["#f1", "#m1", "#u1"]));
    const [mark] = descendants(body, "a").filter(({ attributes }) => attributes.id === "m1");
    expect(mark?.text).toBe("错1");
    expect(page).toMatch(/mark\.error \{[^}]*underline solid/);
    expect(page).toMatch(/mark\.warning \{[^}]*underline dashed/);
  });

  test("全文一字不差；叠在一起、跨行的都标得出", () => {
    expect(linesOf(page)).toEqual(WRONG.split("\n").filter((line) => line !== ""));
    const text = "甲乙丙丁\n戊己庚\n辛";
    const nested = resultAt(text, [
      [0, 4],
      [1, 3],
      [2, 7],
      [2, 3],
    ]);
    const overlapping = writeAuditHtml({
      ...nested,
      findings: nested.findings.map((each, index) =>
        index === 1 ? { ...each, severity: "warning" } : each,
      ),
    });
    expect(linesOf(overlapping)).toEqual(["甲乙丙丁", "戊己庚", "辛"]);
    const marked = descendants(parsed(overlapping), "mark").map((each) => each.text);
    expect(marked).toEqual(["甲", "乙", "丙", "丁", "戊己"]);
  });

  test("文里、文件名里、问题里的字一律转义", () => {
    const hostile = `<script>alert(1)</script>"'&\u0000<img src=x onerror=y>`;
    const bad = resultAt(hostile, []);
    const finding = { ...findingAt(hostile, 0, hostile.length, hostile), section: hostile };
    const cell = { book: "current", sheet: hostile, address: "A1", row: hostile, column: hostile };
    const attacked = writeAuditHtml({
      ...bad,
      file: hostile,
      unit: hostile,
      claims: {
        ...NO_CLAIMS,
        found: 1,
        unchecked: [{ ...finding.text, start: 0, end: 9, sentence: hostile, why: hostile }],
        exempt: [{ why: hostile, count: 1 }],
        gaps: [finding.text],
      },
      findings: [
        {
          ...finding,
          stated: hostile,
          expected: hostile,
          clue: hostile,
          cells: [{ ...cell, book: "current", value: hostile }],
          also: [{ ...finding.text, section: hostile }],
        },
      ],
    });
    expect(() => parsed(attacked)).not.toThrow();
    expect(attacked).not.toMatch(/<script|<img/);
    expect(attacked).not.toContain("\u0000");
    expect(
      descendants(parsed(attacked), "mark")
        .map(({ text }) => text)
        .join(""),
    ).toBe(hostile.replace("\u0000", "\ufffd"));
  });

  test("没有问题也写得出", () => {
    const clean = writeAuditHtml(resultAt("一行", []));
    expect(clean).toContain("没有发现问题");
    expect(clean).not.toContain("问题种类");
  });
});
