import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { auditText } from "../../src/audit/audit.ts";
import { type PdfText, readPdfText } from "../../src/workbook/read-pdf-text.ts";
import { WorkbookRefused } from "../../src/workbook/workbook-refused.ts";
import { smallPdf } from "./small-pdf.ts";

const C_MAPS = createRequire(import.meta.url)
  .resolve("pdfjs-dist/package.json")
  .replace("package.json", "cmaps/");

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../fixtures/pdf/${name}`, import.meta.url)));
const read = (bytes: Uint8Array): Promise<PdfText> => readPdfText(bytes, "说明.pdf", C_MAPS);

async function refusal(bytes: Uint8Array): Promise<WorkbookRefused> {
  try {
    await read(bytes);
  } catch (error) {
    if (error instanceof WorkbookRefused) return error;
    throw error;
  }
  throw new Error("没有拒绝");
}

/** 版心 26 个字宽（16 磅）。 */
const FULL = "本年度一般公共预算财政拨款支出决算情况与上年相比有所增长";

describe("读 PDF 的文字", () => {
  test("由办公软件存成的：段落接好，页码去掉，图里的字放在一边，审出种下的错", async () => {
    const { text, imagePages } = await read(fixture("说明.pdf"));
    const lines = text.split("\n");
    expect(imagePages).toEqual([]);
    expect(lines).toContain(
      "2023年收入总计1970.68万元，其中年初结转和结余0万元，，支出总计1907.68万元。与2022年相比，收入总计减少84.56万元，减少4.11%；支出总计减少84.56万元，减少4.11%。主要变动原因是厉行节约，压缩不必要的支出。",
    );
    expect(lines).toContain(
      "2023年本年支出合计1970.68万元，其中：基本支出1290.10万元，占56.46%；项目支出680.58万元，占34.54%；上缴上级支出0万元，占0%；经营支出0万元，占0%；对附属单位补助支出0万元，占0%。",
    );
    expect(text).not.toMatch(/—\s*\d\s*—/);
    expect(lines.filter((line) => /2055\.24/.test(line))).toEqual(["\t2055.24"]);
    const { findings, claims } = auditText(text, { fileName: "说明.pdf" });
    expect(claims.checked).toBe(claims.found);
    expect(findings.map(({ kind, quote }) => [kind, quote])).toEqual([
      ["punctuation", "结余0万元，，"],
      ["cross-section", "支出总计1907.68万元"],
      ["growth", "减少84.56万元，减少4.11%"],
      ["share", "基本支出1290.10万元，占56.46%"],
    ]);
  });

  test("字体没有嵌入也读得出；行内断开的数接上，缩进的另起一段", async () => {
    const { text } = await read(
      smallPdf([
        [
          { text: FULL.slice(0, 24), x: 122, y: 700 },
          { text: `${FULL.slice(0, 20)}共计863.`, y: 672 },
          { text: "25万元，占62.05%。", y: 644 },
          { text: FULL.slice(0, 24), x: 122, y: 616 },
          { text: "完。", y: 588 },
        ],
      ]),
    );
    expect(text.split("\n")).toEqual([
      `${FULL.slice(0, 24)}${FULL.slice(0, 20)}共计863.25万元，占62.05%。`,
      `${FULL.slice(0, 24)}完。`,
    ]);
  });

  test("写在哪里就读在哪里，与文件里的先后无关；隔得远的是另一格", async () => {
    const { text } = await read(
      smallPdf([
        [
          { text: FULL, y: 600 },
          { text: "预算数", x: 90, y: 700 },
          { text: "决算数", x: 300, y: 700 },
          { text: "165.00", x: 300, y: 672 },
          { text: "165.00", x: 90, y: 672 },
        ],
      ]),
    );
    expect(text.split("\n")).toEqual(["预算数\t决算数", "165.00\t165.00", FULL]);
  });

  test("页眉、页码去掉，跨页的段接上；页末单独成行的数不是页码的留着", async () => {
    const page = (number: number, last: string) => [
      { text: "示范县办公室2024年度部门决算", x: 200, y: 800, size: 9 },
      { text: FULL, y: 728 },
      { text: FULL, y: 700 },
      { text: last, y: 672 },
      { text: String(number), x: 290, y: 40, size: 10 },
    ];
    const { text } = await read(
      smallPdf([page(3, FULL), page(4, FULL), page(5, "支出合计。"), page(6, "12")]),
    );
    expect(text).not.toContain("示范县");
    expect(text).toBe(`${FULL.repeat(8)}支出合计。\n${FULL.repeat(2)}12`);
  });

  test("扫描件、密码、损坏：各说各的，都说怎么办", async () => {
    const scanned = await refusal(smallPdf([[], [], [{ text: "封面", y: 700 }]]));
    expect(scanned.what).toContain("扫描件");
    expect(scanned.todo).toContain("识别");
    expect((await refusal(fixture("有密码.pdf"))).what).toContain("打开密码");
    const whole = fixture("说明.pdf");
    expect((await refusal(whole.slice(0, 4000))).what).toContain("损坏");
    expect((await refusal(new TextEncoder().encode("%PDF-1.7\n"))).what).toContain("损坏");
  });

  test("没有字符对照表时，认不出字的不当作读出了", async () => {
    const page = Array.from({ length: 20 }, (_, line) => ({ text: FULL, y: 780 - line * 28 }));
    await expect(readPdfText(smallPdf([page]), "说明.pdf", "/没有/")).rejects.toThrow(
      WorkbookRefused,
    );
  });

  test("没有文字的页列出来；读过以后原来的字节还在", async () => {
    const page = [728, 700, 672].map((y) => ({ text: FULL, y }));
    const bytes = smallPdf([page, [], page]);
    const copy = bytes.slice();
    expect((await read(bytes)).imagePages).toEqual([2]);
    expect(bytes).toEqual(copy);
  });
});
