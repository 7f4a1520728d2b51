import * as XLSX from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { bookmarkNames, paragraphIdOf } from "../../src/publish/draft-docx/bookmark-names.ts";
import { writeDraftDocx } from "../../src/publish/draft-docx/draft-docx.ts";
import {
  descendants,
  type Element,
  openPackage,
  packageFaults,
  parseXml,
  partText,
} from "./open-package.ts";
import { sampleDraft } from "./sample-draft.ts";

const bytes = await writeDraftDocx(sampleDraft);
const parts = openPackage(bytes);
const body = parseXml(partText(parts, "word/document.xml"));
const styles = parseXml(partText(parts, "word/styles.xml"));
const paragraphs = sampleDraft.sections.flatMap((section) => section.paragraphs);

const attribute = (element: Element | undefined, name: string) => element?.attributes[name];
const first = (element: Element | undefined, name: string) =>
  element === undefined ? undefined : descendants(element, name)[0];

function bookmarked(): { id: string | null; paragraph: Element }[] {
  return descendants(body, "w:p").flatMap((paragraph) => {
    const names = descendants(paragraph, "w:bookmarkStart").map((mark) =>
      attribute(mark, "w:name"),
    );
    if (names.length === 0) return [];
    return [{ id: paragraphIdOf(names.map((name) => name ?? "")), paragraph }];
  });
}

function style(id: string): Element | undefined {
  return descendants(styles, "w:style").find((item) => item.attributes["w:styleId"] === id);
}

describe("文字处理文档", () => {
  test("包完整：XML 合规、关系指得到、内容类型齐全", () => {
    expect(packageFaults(parts)).toEqual([]);
  });

  test("段落、先后、文字与草稿相同，书签还原得出段落编号", () => {
    expect(bookmarked().map(({ id, paragraph }) => [id, paragraph.text])).toEqual(
      paragraphs.map(({ id, text }) => [id, text]),
    );
  });

  test("书签编号成对、不重复", () => {
    const ids = (name: string) =>
      descendants(body, name).map((mark) => attribute(mark, "w:id") ?? "");
    const starts = ids("w:bookmarkStart");
    expect(new Set(starts).size).toBe(starts.length);
    expect(ids("w:bookmarkEnd").sort()).toEqual([...starts].sort());
  });

  test("标题用真正的标题样式，字体字号符合公文版式", () => {
    const used = new Map(
      bookmarked().map(({ id, paragraph }) => [
        id,
        attribute(first(paragraph, "w:pStyle"), "w:val"),
      ]),
    );
    expect(used.get("二/文题")).toBe("Title");
    expect(used.get("二.一/题")).toBe("Heading1");
    expect(used.get("二.五.（一）/题")).toBe("Heading2");
    expect(used.get("二.五.（三）/2010301")).toBe("Heading3");
    const looks = (id: string) => [
      attribute(first(style(id), "w:rFonts"), "w:eastAsia"),
      attribute(first(style(id), "w:sz"), "w:val"),
      attribute(first(style(id), "w:outlineLvl"), "w:val"),
    ];
    expect(looks("Title")).toEqual(["方正小标宋简体", "44", undefined]);
    expect(looks("Heading1")).toEqual(["黑体", "32", "0"]);
    expect(looks("Heading2")).toEqual(["楷体_GB2312", "32", "1"]);
    expect(looks("Heading3")).toEqual(["仿宋_GB2312", "32", "2"]);
    expect(attribute(first(style("BodyText"), "w:ind"), "w:firstLineChars")).toBe("200");
    const spacing = first(first(style("BodyText"), "w:pPr"), "w:spacing");
    expect([spacing?.attributes["w:line"], spacing?.attributes["w:lineRule"]]).toEqual([
      "579",
      "exact",
    ]);
  });

  test("A4 纸，页边距 37、35、28、26 毫米，页码在页脚", () => {
    const size = first(body, "w:pgSz");
    expect([size?.attributes["w:w"], size?.attributes["w:h"]]).toEqual(["11906", "16838"]);
    const margins = first(body, "w:pgMar");
    const millimetres = (side: string) =>
      Math.round((Number(margins?.attributes[`w:${side}`]) / 1440) * 25.4);
    expect(["top", "bottom", "left", "right"].map(millimetres)).toEqual([37, 35, 28, 26]);
    const footers = [...parts.keys()].filter((path) => /^word\/footer\d+\.xml$/.test(path));
    expect(footers).toHaveLength(2);
    for (const path of footers) {
      expect(partText(parts, path)).toContain("PAGE");
      expect(parseXml(partText(parts, path)).text.replace("PAGE", "1")).toBe("— 1 —");
    }
  });

  test("待补充处，且只有待补充处，黄色突出显示", () => {
    const highlighted = descendants(body, "w:r")
      .filter((run) => attribute(first(run, "w:highlight"), "w:val") === "yellow")
      .map((run) => run.text);
    expect(highlighted).toEqual(paragraphs.flatMap((item) => item.gaps.map((gap) => gap.text)));
  });

  test("图1至图7在各自图题之前，内嵌工作簿里的值与图的缓存相同", () => {
    const charts = paragraphs.flatMap((paragraph) => (paragraph.chart ? [paragraph] : []));
    const all = descendants(body, "w:p");
    const pictures = all.filter((paragraph) => descendants(paragraph, "w:drawing").length > 0);
    expect(pictures).toHaveLength(7);
    for (const [index, picture] of pictures.entries()) {
      const caption = all[all.indexOf(picture) + 1];
      expect(caption?.text).toBe(charts[index]?.text);
      const chart = parseXml(partText(parts, `word/charts/chart${index + 1}.xml`));
      const embedded = parts.get(`word/embeddings/chart${index + 1}.xlsx`) ?? new Uint8Array();
      expect(packageFaults(openPackage(embedded))).toEqual([]);
      const rows = XLSX.utils.sheet_to_json<(string | number)[]>(
        XLSX.read(embedded, { type: "array" }).Sheets.Sheet1 ?? {},
        { header: 1 },
      );
      const cached = (name: string) =>
        descendants(chart, name).map((item) => descendants(item, "c:v").map((value) => value.text));
      expect(cached("c:numCache")).toEqual([rows.slice(1).map((row) => String(row[1]))]);
      expect(cached("c:strCache")).toEqual([[rows[0]?.[1]], rows.slice(1).map((row) => row[2])]);
      expect(descendants(chart, "c:externalData")).toHaveLength(1);
    }
  });

  test("同样的草稿写两次，字节相同；文件里没有写作时间", async () => {
    expect(Buffer.from(await writeDraftDocx(sampleDraft)).equals(Buffer.from(bytes))).toBe(true);
    expect(partText(parts, "docProps/core.xml")).not.toContain("dcterms:created");
  });

  test("XML 写不出的字符换成替换符，换行写成换行", async () => {
    const odd = {
      id: "二/怪",
      style: "body" as const,
      text: "甲\u0001乙\n丙\ud800丁",
      edited: false,
      figures: [],
      gaps: [],
    };
    const draft = { ...sampleDraft, sections: [{ id: "二", title: "", paragraphs: [odd] }] };
    const oddParts = openPackage(await writeDraftDocx(draft));
    expect(packageFaults(oddParts)).toEqual([]);
    const xml = parseXml(partText(oddParts, "word/document.xml"));
    expect(descendants(xml, "w:br")).toHaveLength(1);
    expect(descendants(xml, "w:p")[0]?.text).toBe("甲\ufffd乙丙\ufffd丁");
  });

  test("很长的编号用几个书签写全", async () => {
    const id = `二.五.（三）/${"很长的项目名称（二期）".repeat(5)}`;
    expect(bookmarkNames(id).length).toBeGreaterThan(1);
    const paragraph = { ...paragraphs[3], id } as (typeof paragraphs)[number];
    const draft = { ...sampleDraft, sections: [{ id: "二", title: "", paragraphs: [paragraph] }] };
    const xml = parseXml(partText(openPackage(await writeDraftDocx(draft)), "word/document.xml"));
    const names = descendants(xml, "w:bookmarkStart").map(
      (mark) => mark.attributes["w:name"] ?? "",
    );
    expect(paragraphIdOf(names)).toBe(id);
  });
});
