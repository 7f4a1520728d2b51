import { describe, expect, test } from "vitest";
import { groupFindings } from "../../src/publish/check-groups.ts";
import { writeCheckHtml } from "../../src/publish/check-html/check-html.ts";
import { parseXml } from "./open-package.ts";
import { SHEET, sampleReport } from "./sample-report.ts";

const page = writeCheckHtml(sampleReport);
const nothing = { ...sampleReport, findings: [], culprits: [], accepted: [] };

/** 标签成对、属性都有引号：去掉没有尾标签的几种，余下的按 XML 严格解析。 */
function wellFormed(text: string): string {
  return text.replace("<!DOCTYPE html>\n", "").replace(/<meta [^>]*>/g, "");
}

describe("分组", () => {
  test("先按笔误，再是整本的错误、各表、上年，末尾是其他；一条不漏不重", () => {
    const groups = groupFindings(sampleReport);
    expect(groups.map(({ title, findings }) => [title, findings.map(({ rule }) => rule)])).toEqual([
      [`${SHEET}!E37`, ["A09"]],
      [`财决01　${SHEET}`, ["A01"]],
      [`上年工作簿　${SHEET}`, ["K01"]],
      ["其他", ["接受/对不上"]],
    ]);
    expect(groups[0]?.alternatives.map(({ address }) => address)).toEqual(["O37"]);
    expect(groups.flatMap(({ findings }) => findings)).toHaveLength(sampleReport.findings.length);
  });
});

describe("网页报告", () => {
  test("标签写得完整；没有脚本，不引外部内容", () => {
    expect(() => parseXml(wellFormed(page))).not.toThrow();
    expect(page).not.toMatch(/<script|src=|href="(?!#)|url\(|@import/);
    expect(page).toContain("default-src 'none'");
  });

  test("先结论和条数，再笔误、问题、已接受的、没有执行的", () => {
    const order = [
      "有错误，须更正",
      "错误 2 条，警告 1 条，提示 1 条；另有 1 条已说明理由、不再计较",
      "最可能填错的单元格",
      "疑为 Z01 收入支出决算总表!E37 填错",
      "已说明理由、不再计较的（1 条）",
      "没有执行的规则（2 条）",
      "有一部分没有核对到的规则（1 条）",
    ].map((text) => page.indexOf(text));
    expect(order.every((place) => place > 0)).toBe(true);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
  });

  test("每条问题写明数、格、为什么、怎么办；金额加千分位，计数不加", () => {
    expect(page).toContain("左边 12,345,678.90，右边 12,345,668.90，左边减右边差 10.00");
    expect(page).toContain("左边 3，右边 4，左边减右边差 -1");
    expect(page).toContain("<dt>为什么</dt><dd>收支必须平衡。</dd>");
    expect(page).toContain("<dt>接受理由</dt><dd>新增项目，见批复</dd>");
    expect(page).toContain("上年·Z01 收入支出决算总表!E8");
    expect(page).toContain("另有 8 个单元格");
    expect(page).toContain("缺少财决10（2 条）");
  });

  test("表里、文件名里的字一律转义", () => {
    expect(page).toContain("示范县&lt;办公室&gt;");
    expect(page).not.toContain("<办公室>");
    expect(page).toContain("12345678.90 元 &amp; 支出总计");
  });

  test("只剩提示、只剩已接受的，不说都通过", () => {
    const notes = sampleReport.findings.filter(({ severity }) => severity === "note");
    expect(writeCheckHtml({ ...nothing, findings: notes })).toContain("没有错误和警告，另有提示");
    const accepted = writeCheckHtml({ ...nothing, accepted: sampleReport.accepted });
    expect(accepted).toContain("没有待处理的问题，有的已说明理由");
  });

  test("没有问题也写得出；同样的结果得同样的文字", () => {
    expect(writeCheckHtml(nothing)).toContain("已执行的规则都通过");
    expect(writeCheckHtml(nothing)).not.toContain("<h2>问题</h2>");
    expect(writeCheckHtml(structuredClone(sampleReport))).toBe(page);
  });
});
