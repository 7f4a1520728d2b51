import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { auditText } from "../../src/audit/audit.ts";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { writeDraftDocx } from "../../src/publish/draft-docx/draft-docx.ts";
import { writeDraftXlsx } from "../../src/publish/draft-xlsx/draft-xlsx.ts";
import { readNarrativeText } from "../../src/workbook/read-narrative-text.ts";
import { WorkbookRefused } from "../../src/workbook/workbook-refused.ts";
import { smallXlsx } from "../workbook/small-xlsx.ts";
import { exampleBooks } from "./drafts.ts";

const everyBook = await exampleBooks();
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

/** 一张表的工作簿，A 栏一行一段。 */
function sheetOf(name: string, lines: readonly string[]): Uint8Array {
  const rows = lines.map(
    (line, row) =>
      `<row r="${row + 1}"><c r="A${row + 1}" t="inlineStr"><is><t>${line}</t></is></c></row>`,
  );
  return smallXlsx({
    sheets: [{ name, inner: `<sheetData>${rows.join("")}</sheetData>` }],
  });
}

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await readNarrativeText(bytes, "说明");
  } catch (error) {
    if (error instanceof WorkbookRefused) return error.what;
    throw error;
  }
  return "";
}

describe("读说明的文字", () => {
  test("自己写的 .docx 读回来，每段都在，审不出问题", async () => {
    for (const { current, prior, inputs } of everyBook) {
      const draft = draftNarrative({ current, prior, inputs });
      const text = await readNarrativeText(await writeDraftDocx(draft), "说明.docx");
      for (const { paragraphs } of draft.sections) {
        for (const paragraph of paragraphs) {
          if (paragraph.chart === undefined) expect(text).toContain(paragraph.text);
        }
      }
      const result = auditText(text, { fileName: "说明.docx", current, prior });
      expect(result.findings.map(({ what }) => what)).toEqual([]);
    }
  });

  test("修订按已接受，表格一行一行，域代码不读", async () => {
    const body =
      `<w:p><w:r><w:t>支出</w:t></w:r><w:del><w:r><w:delText>12.00万元</w:delText></w:r></w:del>` +
      `<w:ins><w:r><w:t>21.00万元</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>` +
      `<w:tbl><w:tr><w:tc>${p("预算数")}</w:tc><w:tc>${p("165")}</w:tc></w:tr></w:tbl>`;
    expect(await readNarrativeText(docx(body), "x.docx")).toBe("支出21.00万元\n\t预算数\t165");
  });

  test("自动编号照印出来", async () => {
    const level = (index: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering =
      `<w:abstractNum w:abstractNumId="0">${level(0, "chineseCounting", "%1、")}${level(1, "decimal", "（%2）")}</w:abstractNum>` +
      `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const at = (index: number) =>
      `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="1"/></w:numPr>`;
    const body = [p("甲", at(0)), p("子", at(1)), p("丑", at(1)), p("乙", at(0)), p("寅", at(1))];
    const text = await readNarrativeText(docx(body.join(""), numbering), "x.docx");
    expect(text.split("\n")).toEqual(["一、甲", "（1）子", "（2）丑", "二、乙", "（1）寅"]);
  });

  test("UTF-8、带标记的 UTF-8、GB18030 的文本", async () => {
    const gbk = Uint8Array.from([0xbe, 0xf6, 0xcb, 0xe3, 0x0d, 0x0a, 0xcb, 0xb5, 0xc3, 0xf7]);
    expect(await readNarrativeText(utf8("决算\r\n说明"), "x.txt")).toBe("决算\n说明");
    expect(await readNarrativeText(utf8("\ufeff决算"), "x.txt")).toBe("决算");
    expect(await readNarrativeText(gbk, "x.txt")).toBe("决算\n说明");
  });

  test("工作簿里的“决算说明”：本程序写的接回整段，别人写的一行一段", async () => {
    for (const books of everyBook) {
      const draft = draftNarrative(books);
      const text = await readNarrativeText(await writeDraftXlsx(draft), "说明.xlsx");
      for (const { paragraphs } of draft.sections) {
        for (const paragraph of paragraphs) {
          if (paragraph.chart === undefined) expect(text).toContain(paragraph.text);
        }
      }
      const { current, prior } = books;
      const { findings } = auditText(text, { fileName: "说明.xlsx", current, prior });
      expect(findings.map(({ what }) => what)).toEqual([]);
    }
    const foreign = sheetOf("决算说明", ["第二部分 决算情况说明", "支出合计1.00万元。"]);
    expect(await readNarrativeText(foreign, "x.xlsx")).toBe(
      "第二部分 决算情况说明\n支出合计1.00万元。",
    );
  });

  test("PDF 由给的程序读；没有给就说这里不能读", async () => {
    const bytes = utf8("%PDF-1.7 内容");
    const text = await readNarrativeText(bytes, "x.pdf", async (given, name) => {
      expect(given).toBe(bytes);
      return `${name}\r\n说明`;
    });
    expect(text).toBe("x.pdf\n说明");
    expect(await refusal(bytes)).toContain("PDF");
  });

  test("读不了的说明白", async () => {
    expect(await refusal(new Uint8Array())).toContain("空文件");
    expect(await refusal(utf8(" \n\t"))).toContain("没有文字");
    expect(await refusal(docx("<w:p/>"))).toContain("没有文字");
    expect(await refusal(utf8("字".repeat(500_001)))).toContain("500001 个字");
    expect(await refusal(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]))).toContain("图片");
    expect(await refusal(utf8("{\\rtf1 "))).toContain("RTF");
    const old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0];
    expect(await refusal(Uint8Array.from(old))).toContain(".doc");
    const stream = [..."EncryptedPackage"].flatMap((each) => [each.charCodeAt(0), 0]);
    expect(await refusal(Uint8Array.from([...old, ...stream]))).toContain("打开密码");
    expect(await refusal(zipSync({ "a.txt": utf8("x") }))).toContain("不是 Word 文件");
    expect(await refusal(sheetOf("Z01", ["支出"]))).toContain("没有工作表“决算说明”");
    expect(await refusal(docx("<w:p>"))).toContain("损坏");
  });

  test("别的年度的工作簿：说明白，不对照", async () => {
    const [books] = everyBook;
    if (books === undefined) throw new Error("没有示例");
    const text =
      "第二部分 2019年度部门决算情况说明\n九、国有资本经营预算支出决算情况说明\n2019年度国有资本经营预算财政拨款支出0万元。";
    const { findings } = auditText(text, { fileName: "x.txt", current: books.current });
    expect(findings.map(({ what }) => what)).toEqual([expect.stringContaining("没有对照")]);
  });

  test("别的单位的工作簿：要求同一单位时说明白，不对照；简称、本级不算别的单位", async () => {
    const [books, other] = everyBook;
    if (books === undefined || other === undefined) throw new Error("没有示例");
    const { current } = books;
    const text = (unit: string | null) =>
      `${unit}${current.year}年度部门决算\n第二部分 ${current.year}年度部门决算情况说明\n三、支出决算情况说明\n${current.year}年度本年支出合计0.01万元。`;
    const kinds = (unit: string | null, sameUnitOnly: boolean) =>
      auditText(text(unit), { fileName: "x.txt", current, sameUnitOnly }).findings.map(
        ({ what }) => what,
      );
    expect(kinds(other.current.unit, true)).toEqual([
      expect.stringMatching(`“${other.current.unit}”.*“${current.unit}”.*没有对照`),
    ]);
    expect(kinds(other.current.unit, false)).toContainEqual(expect.stringContaining("0.01万元"));
    expect(kinds(current.unit, true)).toContainEqual(expect.stringContaining("0.01万元"));
    expect(kinds(`${current.unit}（本级）`, true)).toContainEqual(
      expect.stringContaining("0.01万元"),
    );
  });
});
