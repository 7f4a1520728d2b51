import { describe, expect, it } from "vitest";
import type { Draft } from "../../src/narrative/draft.ts";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import type { Inputs } from "../../src/narrative/inputs/inputs.ts";
import { readInputs } from "../../src/narrative/inputs/read-inputs.ts";
import { writeDraftDocx } from "../../src/publish/draft-docx/draft-docx.ts";
import { writeWholeDocx } from "../../src/publish/draft-docx/whole-docx.ts";
import { writeDraftText } from "../../src/publish/draft-text.ts";
import { readBookmarkedDocument } from "../../src/workbook/read-draft-docx.ts";
import { openZip } from "../../src/workbook/zip-archive.ts";
import { narratives, openExample, paragraphsOf } from "../narrative/example-drafts.ts";
import { withPart } from "../narrative/redraft/edited-files.ts";
import {
  descendants,
  type Element,
  openPackage,
  packageFaults,
  parseXml,
  partText,
} from "./open-package.ts";

const FILLED = `
整本: 是
公开时间: 2024年9月20日
概况:
  职责: |
    负责机关日常运转。
    承担综合协调、督查督办。
  年度重点工作: 完成年度各项任务。
  机构设置: 内设机构五个。
  下属单位: [机关事务服务中心, 电子政务中心]
  人员情况: 编制二十名。
附件:
  - 附件/部门整体支出绩效评价报告.docx
  - 项目支出绩效自评表.xlsx
`;

const [first] = narratives;
if (first === undefined) throw new Error("没有示例");
const example = await openExample(first);

function filled(yaml = FILLED): Inputs {
  const { inputs, findings } = readInputs(yaml, "填报.yaml");
  expect(findings).toEqual([]);
  return { ...inputs, termsConfirmed: true };
}

const draftOf = (level: "部门" | "单位", inputs = filled()): Draft =>
  draftNarrative({ current: example.current, prior: example.prior, inputs, level });

const textsIn = (draft: Draft, id: string) =>
  draft.sections.find((section) => section.id === id)?.paragraphs.map(({ text }) => text) ?? [];

describe("整本的各部分", () => {
  it("不写整本时只有第二、第三部分，写整本时这两部分一字不差", () => {
    const whole = draftOf("部门");
    const plain = draftOf("部门", { ...filled(), whole: false });
    expect(plain.sections.map(({ id }) => id[0])).not.toContain("一");
    const both = whole.sections.filter(({ id }) => /^[二三]/.test(id));
    expect(both).toEqual(plain.sections);
    expect(whole.sections.map(({ id }) => id).filter((id) => !/^[二三]/.test(id))).toEqual([
      "封面",
      "一",
      "四",
      "五",
    ]);
  });

  it("填了的照写，一行一段；附件的标题去掉文件夹和扩展名", () => {
    const draft = draftOf("部门");
    expect(textsIn(draft, "封面")).toEqual([
      `${draft.year}年度`,
      draft.unit,
      "部门决算",
      "公开时间：2024年9月20日",
    ]);
    expect(textsIn(draft, "一")).toEqual([
      "第一部分　部门概况",
      "一、部门职责",
      "（一）主要职责",
      "负责机关日常运转。",
      "承担综合协调、督查督办。",
      `（二）${draft.year}年度重点工作完成情况`,
      "完成年度各项任务。",
      "二、机构设置",
      "内设机构五个。",
      `${draft.unit}下属二级预算单位2个：机关事务服务中心、电子政务中心。`,
      "编制二十名。",
    ]);
    expect(textsIn(draft, "四")).toEqual([
      "第四部分　附件",
      "附件1　部门整体支出绩效评价报告",
      "附件2　项目支出绩效自评表",
    ]);
  });

  it("第五部分列出十三张公开表，编号连续", () => {
    const [title, ...tables] = textsIn(draftOf("部门"), "五");
    expect(title).toBe("第五部分　附表");
    expect(tables.map((text) => text.split("、")[0])).toEqual([
      ...["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三"],
    ]);
    expect(tables[0]).toBe("一、收入支出决算总表");
    expect(tables[12]).toBe("十三、财政拨款“三公”经费支出决算表");
  });

  it("部门、单位通篇随级别；单位决算没有下属单位", () => {
    const unit = draftOf("单位");
    const words = (draft: Draft) => writeDraftText(draft).replaceAll("部门整体支出", "");
    expect(textsIn(unit, "封面")).toContain("单位决算");
    expect(textsIn(unit, "一").slice(0, 2)).toEqual(["第一部分　单位概况", "一、主要职责"]);
    expect(words(unit)).not.toMatch(/部门概况|部门决算|部门职责|本部门|下属二级预算单位/);
    expect(words(draftOf("部门"))).not.toMatch(/单位概况|单位决算|本单位/);
  });

  it("什么也没有填，各处都是待补充，逐处写明填在哪里；填了就没有", () => {
    const bare = draftOf("部门", filled("整本: 是"));
    const keys = bare.sections
      .filter(({ id }) => /^[封一四五]/.test(id))
      .flatMap(({ paragraphs }) => paragraphs.flatMap(({ gaps }) => gaps))
      .map(({ key }) => key?.join("."));
    expect(keys).toEqual([
      "公开时间",
      "概况.职责",
      "概况.年度重点工作",
      "概况.机构设置",
      "概况.人员情况",
      "附件",
    ]);
    const frame = draftOf("部门").sections.filter(({ id }) => /^[封一四五]/.test(id));
    expect(frame.flatMap((each) => each.paragraphs.flatMap(({ gaps }) => gaps))).toEqual([]);
    expect(textsIn(draftOf("部门", filled("整本: 是\n附件: []")), "四")).toEqual([
      "第四部分　附件",
      "本部门没有附件。",
    ]);
  });
});

describe("整本写成文字处理文档", async () => {
  const draft = draftOf("部门");
  const bytes = await writeWholeDocx(draft);
  const parts = openPackage(bytes);
  const body = parseXml(partText(parts, "word/document.xml"));
  const paragraphs = descendants(body, "w:p");
  const styleOf = (paragraph: Element) =>
    descendants(paragraph, "w:pStyle")[0]?.attributes["w:val"] ?? "";
  const entries = paragraphs.filter((paragraph) => /^TOC\d$/.test(styleOf(paragraph)));

  it("包完整，同样的草稿得同样的字节", async () => {
    expect(packageFaults(parts)).toEqual([]);
    expect(Buffer.from(await writeWholeDocx(draft)).equals(Buffer.from(bytes))).toBe(true);
  });

  it("目录列出各部分题、一级标题，次序与正文相同；页码从 1 起，不回头", () => {
    const headings = paragraphsOf(draft).filter(({ style }) => /^(?:part|heading1)$/.test(style));
    const shown = entries.map(entryOf);
    expect(shown.map(({ title }) => title)).toEqual(headings.map(({ text }) => text));
    const pages = shown.map(({ page }) => page);
    expect(pages[0]).toBe(1);
    expect(pages).toEqual([...pages].sort((a, b) => a - b));
    expect(pages.at(-1)).toBeGreaterThan(8);
  });

  it("每条的页码是指着标题的域，不在目录域里；打开时不询问要不要更新", () => {
    const xml = partText(parts, "word/document.xml");
    // 在目录域里的，LibreOffice 当作写死的字，不按自己的排版算。
    expect(xml).not.toMatch(/<w:instrText[^>]*>TOC /);
    expect(xml).not.toContain("Table of Contents");
    expect(xml).not.toContain('w:dirty="true"');
    expect(partText(parts, "word/settings.xml")).not.toContain("updateFields");
    for (const entry of entries) {
      const [link, ...others] = descendants(entry, "w:hyperlink");
      expect(others).toEqual([]);
      const anchor = link?.attributes["w:anchor"] ?? "";
      const fields = descendants(entry, "w:instrText").map(({ text }) => text);
      expect(fields).toEqual([`PAGEREF ${anchor} \\h`]);
      const types = descendants(entry, "w:fldChar").map((each) => each.attributes["w:fldCharType"]);
      expect(types).toEqual(["begin", "separate", "end"]);
    }
  });

  it("点得到正文里的标题", () => {
    const marks = new Set(
      descendants(body, "w:bookmarkStart").map((mark) => mark.attributes["w:name"]),
    );
    for (const link of descendants(body, "w:hyperlink")) {
      expect(marks).toContain(link.attributes["w:anchor"]);
    }
  });

  it("部分题是一级标题、各自另起一页，“一、”是二级，第二个附件另起一页", () => {
    const byText = new Map(
      paragraphs.filter((each) => !entries.includes(each)).map((each) => [each.text, each]),
    );
    const breaks = (text: string) =>
      descendants(byText.get(text) ?? body, "w:pageBreakBefore").length > 0;
    for (const { text, style } of paragraphsOf(draft)) {
      if (style !== "part" && style !== "heading1") continue;
      const paragraph = byText.get(text);
      expect(paragraph && styleOf(paragraph)).toBe(style === "part" ? "Heading1" : "Heading2");
      const opens = (style === "part" && !text.startsWith("第一部分")) || /^附件2/.test(text);
      expect([text, breaks(text)]).toEqual([text, opens]);
    }
  });

  it("封面、目录没有页码，正文从第 1 页起", () => {
    const sections = descendants(body, "w:sectPr");
    expect(sections).toHaveLength(2);
    const [front, main] = sections;
    expect(front && descendants(front, "w:footerReference")).toEqual([]);
    expect(main && descendants(main, "w:footerReference")).toHaveLength(2);
    expect(main && descendants(main, "w:pgNumType")[0]?.attributes["w:start"]).toBe("1");
  });

  it("当旧稿读回来：目录不算成文，其余各段都认得", () => {
    const { paragraphs: read } = readBookmarkedDocument(openZip(bytes, "整本.docx"), "整本.docx");
    expect(read.map(({ text }) => text)).toEqual(paragraphsOf(draft).map(({ text }) => text));
  });

  it("别的软件另存，样式换了编号：目录照样不算成文", () => {
    const saved = withPart(Buffer.from(bytes), "word/document.xml", (xml) =>
      xml.replace(/w:val="(?:TOC(\d)|ContentsTitle)"/g, (_, level) => `w:val="${level ?? "a"}0"`),
    );
    const { paragraphs: read } = readBookmarkedDocument(openZip(saved, "另存.docx"), "另存.docx");
    expect(read.map(({ text }) => text)).toEqual(paragraphsOf(draft).map(({ text }) => text));
  });

  it("人在 Word 里另插的自动目录，也不算成文", () => {
    const saved = withPart(Buffer.from(bytes), "word/document.xml", (xml) =>
      xml
        .replace(/<\/?w:hyperlink[^>]*>/g, "")
        .replace(/w:val="TOC\d"/g, 'w:val="a0"')
        .replace(
          /(<w:p><w:pPr><w:pStyle w:val="a0".*?)(<w:p><w:pPr><w:sectPr)/s,
          '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>$1</w:sdtContent></w:sdt>$2',
        ),
    );
    const { paragraphs: read } = readBookmarkedDocument(openZip(saved, "目录.docx"), "目录.docx");
    expect(read.map(({ text }) => text)).toEqual(paragraphsOf(draft).map(({ text }) => text));
  });

  it("页码没有排的（任务窗格），页码留给软件更新，条目照样写着", async () => {
    const xml = partText(openPackage(await writeDraftDocx(draft)), "word/document.xml");
    expect(xml).toContain('w:dirty="true"');
    expect(xml).not.toMatch(/<w:instrText[^>]*>TOC /);
    expect(xml).toContain("第五部分　附表");
  });

  it("不是整本的，与原来写的一字不差", async () => {
    const plain = draftOf("部门", { ...filled(), whole: false });
    const [one, other] = [await writeWholeDocx(plain), await writeDraftDocx(plain)];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it("自己排的页码与各段所在的页相符：每个部分另起一页，页数不少于部分数", () => {
    const pageOf = new Map(entries.map(entryOf).map(({ title, page }) => [title, page]));
    const partPages = paragraphsOf(draft)
      .filter(({ style }) => style === "part")
      .map(({ text }) => pageOf.get(text) ?? 0);
    expect(new Set(partPages).size).toBe(5);
    expect(partPages[1]).toBe(2);
  });
});

/** 目录的一条：标题和页码。 */
function entryOf(paragraph: Element): { title: string; page: number } {
  const texts = descendants(paragraph, "w:t").map(({ text }) => text);
  return { title: texts.slice(0, -1).join(""), page: Number(texts.at(-1)) };
}
