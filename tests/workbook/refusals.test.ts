import { readFileSync } from "node:fs";
import fc from "fast-check";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { WorkbookRefused } from "../../src/workbook/workbook-refused.ts";
import { library } from "./library-files.ts";
import { outcome, refusalOf, workbookOf } from "./outcome.ts";
import { row, sheetData, smallParts } from "./small-xlsx.ts";
import { utf8, writeZip } from "./zip-surgery.ts";

function compound(streams: Record<string, Uint8Array>): Uint8Array {
  const file = library.CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) {
    library.CFB.utils.cfb_add(file, name, content);
  }
  return Uint8Array.from(library.CFB.write(file, { type: "array" }));
}

const zip = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, utf8("<x/>")])));

test.each<[string, Uint8Array, string, string]>([
  ["空文件.xlsx", new Uint8Array(0), "empty", "0 字节"],
  ["随机.xlsx", Uint8Array.of(1, 2, 3, 4, 5), "not-a-workbook", "认不出"],
  ["说明.txt", utf8("一般公共预算财政拨款支出决算"), "not-a-workbook", "文本"],
  ["表.csv", utf8("科目,金额\n201,1.00\n"), "not-a-workbook", "CSV"],
  ["说明.pdf", utf8("%PDF-1.7\n"), "not-a-workbook", "PDF"],
  ["截图.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), "not-a-workbook", "PNG"],
  ["照片.jpg", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), "not-a-workbook", "JPEG"],
  ["说明.docx", zip("[Content_Types].xml", "word/document.xml"), "not-a-workbook", "Word"],
  ["汇报.pptx", zip("[Content_Types].xml", "ppt/presentation.xml"), "not-a-workbook", "演示"],
  ["公文.ofd", zip("OFD.xml"), "not-a-workbook", "OFD"],
  ["打包.zip", zip("2023.xlsx", "2022.xlsx"), "not-a-workbook", "解压"],
  ["二进制.xlsb", zip("[Content_Types].xml", "xl/workbook.bin"), "unsupported-format", "xlsb"],
  ["单网页.xls", utf8("MIME-Version: 1.0\n"), "unsupported-format", "mht"],
  ["别的.xml", utf8('<?xml version="1.0"?><root/>'), "not-a-workbook", "不是表格"],
  ["别的.html", utf8("<html><body>无</body></html>"), "not-a-workbook", "没有表格"],
  [
    "密码.xlsx",
    compound({ EncryptedPackage: utf8("x"), EncryptionInfo: utf8("y") }),
    "encrypted",
    "密码",
  ],
  ["旧说明.doc", compound({ WordDocument: utf8("x") }), "not-a-workbook", "Word"],
  ["别的复合文档.xls", compound({ Other: utf8("x") }), "not-a-workbook", "没有工作簿"],
])("%s", async (fileName, bytes, code, says) => {
  const refused = await refusalOf(bytes, fileName);
  expect(refused.code).toBe(code);
  expect(refused.message).toContain(says);
  expect(refused.message).toBe(refused.what + refused.why + refused.todo);
  expect(refused.what).toContain(fileName);
  for (const part of [refused.what, refused.why, refused.todo]) {
    expect(part).toMatch(/。$/);
  }
});

test("示例文件旁的文本文件不是工作簿", async () => {
  const refused = await refusalOf(new Uint8Array(readFileSync("package.json")), "package.json");
  expect(refused.code).toBe("not-a-workbook");
});

test("含宏的工作簿照读，宏不理会，并说明", async () => {
  const parts = smallParts({
    sheets: [{ name: "表", inner: sheetData(row(1, '<c r="A1"><v>1</v></c>')) }],
  });
  const macros = { name: "xl/vbaProject.bin", data: utf8("宏") };
  const workbook = await workbookOf(writeZip([...parts, macros]), "含宏.xlsm");
  expect(workbook.sheets[0]?.rows[0]?.[0]?.text).toBe("1");
  expect(workbook.notices).toEqual([expect.stringContaining("含宏.xlsm")]);
});

test("任意字节都只会读成或被拒绝，不会有别的异常", async () => {
  const starts = [[], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], [0x3c]];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...starts),
      fc.uint8Array({ minLength: 1, maxLength: 2000 }),
      async (start, rest) => {
        const result = await outcome(Uint8Array.from([...start, ...rest]));
        expect(result).toBeInstanceOf(WorkbookRefused);
      },
    ),
    { numRuns: 300 },
  );
});
