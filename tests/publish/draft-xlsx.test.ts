import * as XLSX from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { writeDraftXlsx } from "../../src/publish/draft-xlsx/draft-xlsx.ts";
import {
  descendants,
  type Element,
  openPackage,
  packageFaults,
  parseXml,
  partText,
} from "./open-package.ts";
import { sampleDraft } from "./sample-draft.ts";

const bytes = await writeDraftXlsx(sampleDraft);
const parts = openPackage(bytes);
const workbook = XLSX.read(bytes, { type: "array", cellStyles: true, cellFormula: true });
const paragraphs = sampleDraft.sections.flatMap((section) => section.paragraphs);

function sheet(name: string): XLSX.WorkSheet {
  const found = workbook.Sheets[name];
  if (found === undefined) throw new Error(`没有工作表 ${name}`);
  return found;
}

function grid(name: string): string[][] {
  return XLSX.utils.sheet_to_json<string[]>(sheet(name), { header: 1, defval: "", raw: true });
}

/** 由隐藏栏认回的各段：编号相同的各截依次相接，去掉段首缩进。 */
function paragraphsFromSheet(): Map<string, string> {
  const found = new Map<string, string>();
  for (const [text = "", id = "", part = ""] of grid("决算说明")) {
    const known = found.get(id);
    expect(part.startsWith(known === undefined ? "1/" : "")).toBe(true);
    found.set(id, known === undefined ? text.replace(/^　　/, "") : known + text);
  }
  return found;
}

describe("Word 版工作表", () => {
  test("包完整：XML 合规、关系指得到、内容类型齐全", () => {
    expect(packageFaults(parts)).toEqual([]);
  });

  test("另一个读取库读回的段落、先后、编号、文字与草稿相同", () => {
    expect([...paragraphsFromSheet()]).toEqual(paragraphs.map(({ id, text }) => [id, text]));
  });

  test("编号栏、分段栏隐藏，正文栏宽为 A4 版心 156 毫米", () => {
    const columns = sheet("决算说明")["!cols"] ?? [];
    expect(columns.map((column) => column?.hidden ?? false)).toEqual([false, true, true]);
    const width = Number(/<col min="1" max="1" width="([\d.]+)"/.exec(sheetXml(1))?.[1]);
    // 默认字体的数字宽 6 磅。
    expect((width * 6 * 25.4) / 72).toBeCloseTo(156, 0);
  });

  test("行高不超过 409 磅；很长的段落拆成几截", () => {
    const heights = (sheet("决算说明")["!rows"] ?? []).map((row) => row.hpt ?? 0);
    expect(heights).toHaveLength(grid("决算说明").length);
    for (const height of heights) {
      expect(height).toBeGreaterThan(0);
      expect(height).toBeLessThanOrEqual(409);
    }
    const long = grid("决算说明").filter(([, id]) => id === "二.六/人员");
    expect(long.length).toBeGreaterThan(1);
    expect(long.map(([, , part]) => part)).toEqual(long.map((_, i) => `${i + 1}/${long.length}`));
    for (const [text = ""] of long.slice(0, -1)) expect(text).toMatch(/。$/);
  });

  test("页面：A4 纵向，GB/T 9704 页边距，宽度缩到一页", () => {
    const xml = sheetXml(1);
    expect(xml).toContain('paperSize="9"');
    expect(xml).toContain('orientation="portrait"');
    const margins = parseXml(xml).children.find((child) => child.name === "pageMargins");
    const millimetres = (side: string) => Number(margins?.attributes[side]) * 25.4;
    expect(["top", "bottom", "left", "right"].map((side) => Math.round(millimetres(side)))).toEqual(
      [37, 35, 28, 26],
    );
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
  });

  test("像公式的文字仍是文字，没有一格正文是公式", () => {
    const cells = Object.values(sheet("决算说明")) as XLSX.CellObject[];
    expect(cells.filter((cell) => cell?.f !== undefined)).toEqual([]);
    expect(paragraphsFromSheet().get("二.七/像公式")).toMatch(/^=SUM/);
    expect(paragraphsFromSheet().get("二.七/负号题")).toMatch(/^-1\.5/);
    expect(paragraphsFromSheet().get("二.七/负号题")).toMatch(/_x4E00_$/);
  });

  test("以 = + - @ 开头的单元格带前缀引号，改动后也不会变成公式", async () => {
    const risky = ["=1", "+1", "-1", "@x"];
    const draft = {
      ...sampleDraft,
      sections: [
        {
          id: "二",
          title: "",
          paragraphs: risky.map((text, index) => ({
            id: `二/${index}`,
            style: "title" as const,
            text,
            edited: false,
            figures: [],
            gaps: [],
          })),
        },
      ],
    };
    const riskyParts = openPackage(await writeDraftXlsx(draft));
    const styles = descendants(parseXml(partText(riskyParts, "xl/styles.xml")), "cellXfs")[0];
    const cells = descendants(parseXml(partText(riskyParts, "xl/worksheets/sheet1.xml")), "c");
    const texts = cells.filter((cell) => /^A/.test(cell.attributes.r ?? ""));
    expect(texts).toHaveLength(risky.length);
    for (const cell of texts) {
      expect(cell.attributes.t).toBe("s");
      expect(styles?.children[Number(cell.attributes.s)]?.attributes.quotePrefix).toBe("1");
    }
  });

  test("待补充处，且只有待补充处，是红字；所在单元格有底色", () => {
    const strings = parseXml(partText(parts, "xl/sharedStrings.xml")).children;
    const table = parseXml(partText(parts, "xl/styles.xml"));
    const [fills] = descendants(table, "fills");
    const [formats] = descendants(table, "cellXfs");
    const red: string[] = [];
    for (const cell of descendants(parseXml(sheetXml(1)), "c")) {
      if (!/^A\d/.test(cell.attributes.r ?? "")) continue;
      const item = strings[Number(cell.text)];
      const gaps = item === undefined ? [] : descendants(item, "r").filter(isRed);
      red.push(...gaps.map((run) => run.text));
      const format = formats?.children[Number(cell.attributes.s)];
      const fill = fills?.children[Number(format?.attributes.fillId)];
      const colour = fill && descendants(fill, "fgColor")[0]?.attributes.rgb;
      expect(colour).toBe(gaps.length > 0 ? "FFFFF2CC" : undefined);
    }
    expect(red).toEqual(paragraphs.flatMap((item) => item.gaps.map((gap) => gap.text)));
  });

  test("图1至图7都在，缓存的值就是数据区单元格里的值", () => {
    const charts = [...parts.keys()].filter((path) => /^xl\/charts\/chart\d+\.xml$/.test(path));
    expect(charts).toHaveLength(7);
    const data = sheet("数据来源");
    for (const path of charts) {
      const xml = parseXml(partText(parts, path));
      for (const [element, cache] of [
        ["c:strRef", "c:strCache"],
        ["c:numRef", "c:numCache"],
      ] as const) {
        for (const reference of descendants(xml, element)) {
          const formula = descendants(reference, "c:f")[0]?.text ?? "";
          const range = XLSX.utils.decode_range(formula.split("!")[1]?.replaceAll("$", "") ?? "");
          const cached = descendants(reference, cache).flatMap((item) =>
            descendants(item, "c:v").map((value) => value.text),
          );
          const cells: string[] = [];
          for (let r = range.s.r; r <= range.e.r; r++) {
            cells.push(String(data[XLSX.utils.encode_cell({ r, c: range.s.c })]?.v));
          }
          expect(cached).toEqual(cells);
        }
      }
    }
  });

  test("图固定在图题所在的行", () => {
    const rows = grid("决算说明").map(([, id]) => id);
    const expected = paragraphs.filter((item) => item.chart).map((item) => rows.indexOf(item.id));
    const drawing = parseXml(partText(parts, "xl/drawings/drawing1.xml"));
    const anchored = descendants(drawing, "xdr:from").map((from) =>
      Number(descendants(from, "xdr:row")[0]?.text),
    );
    expect(anchored).toEqual(expected);
  });

  test("数据来源逐个列出文中的数、精确值、出处和算式", () => {
    const rows = grid("数据来源")
      .slice(1)
      .filter(([section]) => section !== "");
    const figures = sampleDraft.sections.flatMap((section) =>
      section.paragraphs.flatMap((paragraph) =>
        paragraph.figures.map((figure) => ({ paragraph, figure })),
      ),
    );
    expect(rows).toHaveLength(figures.length);
    for (const [index, { paragraph, figure }] of figures.entries()) {
      const [, id, text, value, unit, from = "", formula] = rows[index] ?? [];
      expect(id).toBe(paragraph.id);
      expect(text).toBe(figure.text);
      expect(Number(value)).toBe(Number(figure.value));
      expect(unit).toBe(figure.moneyUnit ? "元" : figure.text.endsWith("%") ? "比率" : "计数");
      expect(from.split("；")).toHaveLength(figure.from.length);
      for (const { address } of figure.from) expect(from).toContain(`!${address}`);
      expect(formula).toBe(figure.formula);
    }
  });

  test("同样的草稿写两次，字节相同", async () => {
    expect(Buffer.from(await writeDraftXlsx(sampleDraft)).equals(Buffer.from(bytes))).toBe(true);
  });

  test("没有内容的草稿也写得出可读的文件", async () => {
    const empty = await writeDraftXlsx({ ...sampleDraft, sections: [] });
    expect(packageFaults(openPackage(empty))).toEqual([]);
    expect(XLSX.read(empty, { type: "array" }).SheetNames).toEqual([
      "决算说明",
      "数据来源",
      "起草底稿",
    ]);
  });
});

function isRed(run: Element): boolean {
  return descendants(run, "color")[0]?.attributes.rgb === "FFC00000";
}

function sheetXml(number: number): string {
  return partText(parts, `xl/worksheets/sheet${number}.xml`);
}
