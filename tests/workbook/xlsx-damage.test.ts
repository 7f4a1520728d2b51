import { strFromU8, strToU8 } from "fflate";
import { beforeAll, expect, describe as group, test } from "vitest";
import type { Workbook } from "../../src/workbook/workbook.ts";
import { WorkbookRefused } from "../../src/workbook/workbook-refused.ts";
import { EXAMPLES, exampleBytes } from "./library-files.ts";
import { outcome, refusalOf, workbookOf } from "./outcome.ts";
import { changePart, type Part, readParts, writeZip } from "./zip-surgery.ts";

const EXAMPLE = EXAMPLES[3] ?? "";
const parts = readParts(exampleBytes(EXAMPLE));
const worksheetParts = parts
  .map(({ name }) => name)
  .filter((name) => /worksheets\/sheet/.test(name));

let intact: Workbook;
beforeAll(async () => {
  intact = await workbookOf(exampleBytes(EXAMPLE));
});

/** 部件对应的工作表名：示例里第 n 张表就是 sheetn.xml。 */
function sheetOf(part: string): string {
  return intact.sheets[Number(/(\d+)\.xml$/.exec(part)?.[1]) - 1]?.name ?? "";
}

function cut(part: Part, share: number): Part {
  return { ...part, data: part.data.subarray(0, Math.floor(part.data.length * share)) };
}

function edit(part: Part, change: (text: string) => string): Part {
  return { ...part, data: strToU8(change(strFromU8(part.data))) };
}

const DAMAGES: [string, (part: Part) => Part | undefined][] = [
  ["截断到一成", (part) => cut(part, 0.1)],
  ["截断到一半", (part) => cut(part, 0.5)],
  ["截断到九成", (part) => cut(part, 0.9)],
  ["缺最后一个字节", (part) => ({ ...part, data: part.data.subarray(0, -1) })],
  ["在两行之间截断", (part) => edit(part, (text) => text.slice(0, text.indexOf("</row>") + 6))],
  [
    "截断后补上结束标签之外的尾巴",
    (part) => edit(part, (text) => `${text.slice(0, text.indexOf("</row>") + 6)}</worksheet>`),
  ],
  ["换成乱码", (part) => ({ ...part, data: part.data.map((byte, at) => (byte * 7 + at) & 0xff) })],
  ["换成空白", (part) => ({ ...part, data: new Uint8Array(0) })],
  ["换成别的 XML", (part) => edit(part, () => "<html><body/></html>")],
  [
    "删去 sheetData",
    (part) => edit(part, (text) => text.replace(/<sheetData>.*<\/sheetData>/s, "")),
  ],
  [
    "掏空 sheetData",
    (part) => edit(part, (text) => text.replace(/<sheetData>.*<\/sheetData>/s, "<sheetData/>")),
  ],
  ["删去部件", () => undefined],
  ["目录里的大小变小", (part) => ({ ...part, central: { size: part.data.length - 100 } })],
  ["目录里的校验码改了", (part) => ({ ...part, central: { crc: 0x12345678 } })],
  ["目录里的大小变大", (part) => ({ ...part, central: { size: part.data.length + 100 } })],
  ["两处的大小都变小", (part) => lieTwice(part, { size: part.data.length - 100 })],
  ["两处的大小都变成零", (part) => lieTwice(part, { size: 0 })],
  ["两处的大小与压缩大小都变成零", (part) => lieTwice(part, { size: 0, compressedSize: 0 })],
  ["压缩大小变大", (part) => lieTwice(part, { compressedSize: part.data.length * 2 })],
  ["声明一个天文数字的大小", (part) => lieTwice(part, { size: 0xfffffff0 })],
  ["两处的校验码都改了", (part) => lieTwice(part, { crc: 0x12345678 })],
  ["本地头的名字改了", (part) => ({ ...part, local: { name: part.name.replace("xml", "xmm") } })],
  ["换了压缩方法", (part) => lieTwice(part, { method: 12 })],
  ["指到别的部件上", (part) => ({ ...part, central: { offset: 0 } })],
];

function lieTwice(part: Part, lie: Part["central"] & object): Part {
  return { ...part, central: lie, local: lie };
}

/** 只坏一张，逐张试的几种。 */
const ONE_BY_ONE = new Set([
  "截断到一半",
  "换成乱码",
  "删去 sheetData",
  "删去部件",
  "目录里的大小变小",
]);

/** 不压缩地写回去：快，而且大小、偏移都还是真的。 */
function write(changed: readonly Part[]): Uint8Array {
  return writeZip(changed.map((part) => ({ ...part, stored: true })));
}

group.each(DAMAGES.filter(([label]) => ONE_BY_ONE.has(label)))("只坏一张：%s", (_, damage) => {
  test.each(worksheetParts)("%s", async (name) => {
    const workbook = await workbookOf(write(changePart(parts, name, damage)), EXAMPLE);
    expect(workbook.damaged.map((sheet) => sheet.name)).toEqual([sheetOf(name)]);
    expect(workbook.damaged[0]?.reason).toMatch(/\p{Script=Han}/u);
    expect(workbook.sheets).toEqual(intact.sheets.filter((sheet) => sheet.name !== sheetOf(name)));
  });
});

test.each(DAMAGES)("每张都坏：%s", async (_, damage) => {
  const all = worksheetParts.reduce((done, name) => changePart(done, name, damage), parts);
  const result = await outcome(write(all), EXAMPLE);
  if (result instanceof WorkbookRefused) {
    expect(result.message).toContain("xl/worksheets/sheet");
    expect(result.message).toContain(EXAMPLE);
    return;
  }
  expect(result.sheets).toEqual([]);
  expect(result.damaged.map(({ name }) => name)).toEqual(intact.sheets.map(({ name }) => name));
});

group("骨架坏了，整份拒绝", () => {
  test.each(["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels", "xl/styles.xml"])(
    "%s",
    async (name) => {
      for (const damage of [() => undefined, (part: Part) => cut(part, 0.5)]) {
        const refused = await refusalOf(writeZip(changePart(parts, name, damage)), EXAMPLE);
        expect(refused.code).toBe("damaged");
        expect(refused.message).toContain(EXAMPLE);
      }
    },
  );

  test("压缩包在任何地方截断", async () => {
    const bytes = exampleBytes(EXAMPLE);
    for (let share = 0.05; share < 1; share += 0.05) {
      const refused = await refusalOf(bytes.subarray(0, Math.floor(bytes.length * share)));
      expect(refused.code).toBe("truncated");
    }
    expect((await refusalOf(bytes.subarray(0, -1))).code).toBe("truncated");
  });
});

group("共享字符串表坏了，用到它的表全部列为损坏", () => {
  test.each<[string, (part: Part) => Part | undefined]>([
    ["删去", () => undefined],
    ["截断", (part) => cut(part, 0.5)],
    [
      "少了最后十个字符串",
      (part) =>
        edit(part, (text) => text.replace(/(<si>(?:(?!<si>).)*<\/si>){10}<\/sst>/s, "</sst>")),
    ],
    ["校验码不符", (part) => lieTwice(part, { crc: 1 })],
  ])("%s", async (label, damage) => {
    const workbook = await workbookOf(
      writeZip(changePart(parts, "xl/sharedStrings.xml", damage)),
      EXAMPLE,
    );
    expect(workbook.damaged.length).toBeGreaterThan(0);
    expect(workbook.damaged[0]?.reason).toContain("共享字符串");
    // 没有列为损坏的表，内容必须与原来一样。
    for (const sheet of workbook.sheets) {
      expect(sheet).toEqual(intact.sheets.find(({ name }) => name === sheet.name));
    }
    expect(workbook.sheets.length + workbook.damaged.length).toBe(intact.sheets.length);
    if (!label.startsWith("少了")) expect(workbook.sheets).toEqual([]);
  });
});
