import { strFromU8, strToU8 } from "fflate";
import { expect, describe as group, test } from "vitest";
import { refusalOf, workbookOf } from "./outcome.ts";
import { row, type SmallBook, sheetData, smallParts, smallXlsx } from "./small-xlsx.ts";
import { changePart, type Part, writeZip } from "./zip-surgery.ts";

const ONE: SmallBook = {
  sheets: [{ name: "表", inner: sheetData(row(1, '<c r="A1"><v>1</v></c>')) }],
};
const PART = "xl/worksheets/sheet1.xml";

function withPart(change: (part: Part) => Part): Uint8Array {
  return writeZip(changePart(smallParts(ONE), PART, change));
}

/** 只有一张表的工作簿里，那张表损坏的原因。 */
async function damageOf(inner: string): Promise<string> {
  const workbook = await workbookOf(smallXlsx({ sheets: [{ name: "表", inner }] }));
  expect(workbook.sheets).toEqual([]);
  expect(workbook.damaged.map(({ name }) => name)).toEqual(["表"]);
  return workbook.damaged[0]?.reason ?? "";
}

group("压缩包", () => {
  test("文件太多", async () => {
    const many = Array.from({ length: 2001 }, (_, index) => ({
      name: `xl/media/${index}.png`,
      data: new Uint8Array(1),
    }));
    const refused = await refusalOf(writeZip([...smallParts(ONE), ...many]));
    expect(refused.code).toBe("too-large");
    expect(refused.message).toContain("2000");
  });

  test("压缩炸弹：压缩比过高", async () => {
    const bomb = { name: "xl/media/a.bin", data: new Uint8Array(8 * 1024 * 1024) };
    const refused = await refusalOf(writeZip([...smallParts(ONE), bomb]));
    expect(refused.code).toBe("too-large");
    expect(refused.message).toContain("xl/media/a.bin");
  });

  test("压缩炸弹：声明的总大小超过 300 MB", async () => {
    const data = new Uint8Array(2);
    const lies = Array.from({ length: 40 }, (_, index) => ({
      name: `xl/media/${index}.bin`,
      data,
      central: { size: 8_000_000, compressedSize: 7_000_000 },
    }));
    expect((await refusalOf(writeZip([...smallParts(ONE), ...lies]))).code).toBe("too-large");
  });

  test("压缩炸弹：声明得小，实际很大，不会撑开内存", async () => {
    const workbook = await workbookOf(
      withPart((part) => ({
        ...part,
        data: new Uint8Array(64 * 1024 * 1024).fill(32),
        central: { size: 1000 },
        local: { size: 1000 },
      })),
    );
    expect(workbook.damaged.map(({ name }) => name)).toEqual(["表"]);
  });

  test.each(["", "XL/Worksheets/Sheet1.XML"])("同名的部件（%s）", async (name) => {
    const twin = { name: name || PART, data: strToU8("<worksheet/>") };
    const refused = await refusalOf(writeZip([...smallParts(ONE), twin]));
    expect(refused.code).toBe("suspicious");
  });

  test("部件互相重叠", async () => {
    const parts = smallParts(ONE);
    const lied = changePart(parts, "xl/styles.xml", (part) => ({
      ...part,
      central: { compressedSize: 100_000 },
      local: { compressedSize: 100_000 },
    }));
    expect((await refusalOf(writeZip(lied))).code).toBe("damaged");
  });

  test("加密的压缩包", async () => {
    const refused = await refusalOf(withPart((part) => ({ ...part, central: { flags: 1 } })));
    expect(refused.code).toBe("encrypted");
  });
});

group("工作表内容", () => {
  test("DOCTYPE 与实体一概拒绝", async () => {
    const xml = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>`;
    const workbook = await workbookOf(withPart((part) => ({ ...part, data: strToU8(xml) })));
    expect(workbook.damaged[0]?.reason).toContain("DOCTYPE");
  });

  test("自称 A1:XFD1048576，实际一格：立刻读完", async () => {
    const inner = `<dimension ref="A1:XFD1048576"/>${sheetData(
      row(1, '<c r="A1"><v>1</v></c>'),
    )}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>`;
    const started = performance.now();
    const workbook = await workbookOf(smallXlsx({ sheets: [{ name: "表", inner }] }));
    expect(performance.now() - started).toBeLessThan(1000);
    expect(workbook.damaged).toEqual([]);
    expect(workbook.sheets[0]?.rowCount).toBe(1);
    expect(workbook.sheets[0]?.columnCount).toBe(1);
  });

  test("自称有内容却一行也没有", async () => {
    expect(await damageOf('<dimension ref="A1:AG41"/><sheetData/>')).toContain("A1:AG41");
  });

  test("行数、列数、合并区域的上限", async () => {
    expect(await damageOf(sheetData(row(20_001, '<c r="A20001"><v>1</v></c>')))).toContain(
      "20000 行",
    );
    expect(await damageOf(sheetData(row(1, '<c r="WC1"><v>1</v></c>')))).toContain("600 列");
    const merges = Array.from(
      { length: 20_001 },
      (_, at) => `<mergeCell ref="A${at + 1}:B${at + 1}"/>`,
    );
    expect(await damageOf(`<sheetData/><mergeCells>${merges.join("")}</mergeCells>`)).toContain(
      "合并",
    );
  });

  test("只设了格式、没有内容的行列不算超限", async () => {
    const inner = sheetData(
      `${row(1, '<c r="A1"><v>1</v></c>')}${row(1_048_576, '<c r="XFD1048576" s="0"/>')}`,
    );
    const workbook = await workbookOf(smallXlsx({ sheets: [{ name: "表", inner }] }));
    expect(workbook.sheets[0]?.rowCount).toBe(1);
  });

  test("单元格总数的上限", async () => {
    const cells = Array.from({ length: 600 }, () => "<c><v>1</v></c>").join("");
    const inner = sheetData(`<row>${cells}</row>`.repeat(1000));
    const sheets = Array.from({ length: 6 }, (_, index) => ({ name: `表${index}`, inner }));
    const stored = smallParts({ sheets }).map((part) => ({ ...part, stored: true }));
    expect((await refusalOf(writeZip(stored))).code).toBe("too-large");
  });

  test("字节不合 UTF-8 的部件列为损坏，不用替换字符蒙混", async () => {
    const workbook = await workbookOf(
      withPart((part) => ({
        ...part,
        data: Uint8Array.from([
          ...strToU8("<worksheet><sheetData><!--"),
          0xc4,
          0xe3,
          ...strToU8("--></sheetData></worksheet>"),
        ]),
      })),
    );
    expect(workbook.damaged[0]?.reason).toContain("编码");
  });
});

test("反斜线分隔的部件名照读", async () => {
  const parts = smallParts(ONE).map((part) => {
    const name = part.name.replaceAll("/", "\\");
    return { ...part, name };
  });
  const workbook = await workbookOf(writeZip(parts));
  expect(workbook.sheets[0]?.rows[0]?.[0]?.text).toBe("1");
});

test("两张表指向同一处内容：都不可信", async () => {
  const parts = smallParts({ sheets: [...ONE.sheets, { name: "另一张" }] });
  const twins = changePart(parts, "xl/_rels/workbook.xml.rels", (part) => ({
    ...part,
    data: strToU8(strFromU8(part.data).replace("sheet2.xml", "sheet1.xml")),
  }));
  const workbook = await workbookOf(writeZip(twins));
  expect(workbook.sheets).toEqual([]);
  expect(workbook.damaged.map(({ name }) => name)).toEqual(["表", "另一张"]);
});

test("有内容没有列在目录里：说明", async () => {
  const parts = smallParts({ sheets: [...ONE.sheets, { name: "另一张" }] });
  const unlisted = changePart(parts, "xl/workbook.xml", (part) => ({
    ...part,
    data: strToU8(strFromU8(part.data).replace(/<sheet name="另一张"[^>]*>/, "")),
  }));
  const workbook = await workbookOf(writeZip(unlisted));
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["表"]);
  expect(workbook.notices).toEqual([expect.stringContaining("sheet2.xml")]);
});

test("满是没有闭合的标签的网页：立刻拒绝", async () => {
  const started = performance.now();
  for (const tag of ["<table ", "<table>", "</table><table>", "<!--", "<td"]) {
    await refusalOf(strToU8(`<html>${tag.repeat(200_000)}`));
  }
  expect(performance.now() - started).toBeLessThan(3000);
});
