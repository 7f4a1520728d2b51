import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { auditText } from "../../src/audit/audit.ts";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { writeDraftDocx } from "../../src/publish/draft-docx/draft-docx.ts";
import { readNarrativeText } from "../../src/workbook/read-narrative-text.ts";
import { WorkbookRefused } from "../../src/workbook/workbook-refused.ts";
import { exampleBooks } from "./drafts.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

function docx(body: string, numbering?: string): Uint8Array {
  const open = `<?xml version="1.0" encoding="UTF-8"?>`;
  const ns = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`;
  return zipSync({
    "word/document.xml": utf8(`${open}<w:document ${ns}><w:body>${body}</w:body></w:document>`),
    ...(numbering === undefined
      ? {}
      : { "word/numbering.xml": utf8(`${open}<w:numbering ${ns}>${numbering}</w:numbering>`) }),
  });
}

const p = (text: string, properties = "") =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

function refusal(bytes: Uint8Array): string {
  try {
    readNarrativeText(bytes, "说明");
  } catch (error) {
    if (error instanceof WorkbookRefused) return error.what;
    throw error;
  }
  return "";
}

describe("读说明的文字", () => {
  test("自己写的 .docx 读回来，每段都在，审不出问题", async () => {
    for (const { current, prior, inputs } of await exampleBooks()) {
      const draft = draftNarrative({ current, prior, inputs });
      const text = readNarrativeText(await writeDraftDocx(draft), "说明.docx");
      for (const { paragraphs } of draft.sections) {
        for (const paragraph of paragraphs) {
          if (paragraph.chart === undefined) expect(text).toContain(paragraph.text);
        }
      }
      const result = auditText(text, { fileName: "说明.docx", current, prior });
      expect(result.findings.map(({ what }) => what)).toEqual([]);
    }
  });

  test("修订按已接受，表格一行一行，域代码不读", () => {
    const body =
      `<w:p><w:r><w:t>支出</w:t></w:r><w:del><w:r><w:delText>12.00万元</w:delText></w:r></w:del>` +
      `<w:ins><w:r><w:t>21.00万元</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>` +
      `<w:tbl><w:tr><w:tc>${p("预算数")}</w:tc><w:tc>${p("165")}</w:tc></w:tr></w:tbl>`;
    expect(readNarrativeText(docx(body), "x.docx")).toBe("支出21.00万元\n\t预算数\t165");
  });

  test("自动编号照印出来", () => {
    const level = (index: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering =
      `<w:abstractNum w:abstractNumId="0">${level(0, "chineseCounting", "%1、")}${level(1, "decimal", "（%2）")}</w:abstractNum>` +
      `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const at = (index: number) =>
      `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="1"/></w:numPr>`;
    const body = [p("甲", at(0)), p("子", at(1)), p("丑", at(1)), p("乙", at(0)), p("寅", at(1))];
    expect(readNarrativeText(docx(body.join(""), numbering), "x.docx").split("\n")).toEqual([
      "一、甲",
      "（1）子",
      "（2）丑",
      "二、乙",
      "（1）寅",
    ]);
  });

  test("UTF-8、带标记的 UTF-8、GB18030 的文本", () => {
    const gbk = Uint8Array.from([0xbe, 0xf6, 0xcb, 0xe3, 0x0d, 0x0a, 0xcb, 0xb5, 0xc3, 0xf7]);
    expect(readNarrativeText(utf8("决算\r\n说明"), "x.txt")).toBe("决算\n说明");
    expect(readNarrativeText(utf8("\ufeff决算"), "x.txt")).toBe("决算");
    expect(readNarrativeText(gbk, "x.txt")).toBe("决算\n说明");
  });

  test("读不了的说明白", () => {
    expect(refusal(new Uint8Array())).toContain("空文件");
    expect(refusal(utf8("%PDF-1.7"))).toContain("PDF");
    expect(refusal(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]))).toContain(".doc");
    expect(refusal(zipSync({ "xl/workbook.xml": utf8("<x/>") }))).toContain("不是 Word 文件");
    expect(refusal(docx("<w:p>"))).toContain("损坏");
  });

  test("别的年度的工作簿：说明白，不对照", async () => {
    const [books] = await exampleBooks();
    if (books === undefined) throw new Error("没有示例");
    const text =
      "第二部分 2019年度部门决算情况说明\n九、国有资本经营预算支出决算情况说明\n2019年度国有资本经营预算财政拨款支出0万元。";
    const { findings } = auditText(text, { fileName: "x.txt", current: books.current });
    expect(findings.map(({ what }) => what)).toEqual([expect.stringContaining("没有对照")]);
  });
});
