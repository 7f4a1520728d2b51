import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { writeAuditDocx } from "../../src/publish/audit-docx/audit-docx.ts";
import { readDocxText } from "../../src/workbook/read-docx-text.ts";
import { openZip } from "../../src/workbook/zip-archive.ts";
import { docxOf, resultAt, WORD } from "./audit-samples.ts";
import { descendants, openPackage, packageFaults, parseXml, partText } from "./open-package.ts";

const textOf = (bytes: Uint8Array) => readDocxText(openZip(bytes, "说明.docx"), "说明.docx").text;
const documentOf = (bytes: Uint8Array) => partText(openPackage(bytes), "word/document.xml");
const commentsOf = (bytes: Uint8Array) =>
  descendants(parseXml(partText(openPackage(bytes), "word/comments.xml")), "w:comment");

/** 在 `quotes` 各自第一次出现的地方各批一条；第 0 条批注是小结。 */
function annotate(original: Uint8Array, ...quotes: string[]): Uint8Array {
  const text = textOf(original);
  const places = quotes.map((quote) => {
    const start = text.indexOf(quote);
    if (start < 0) throw new Error(`没有“${quote}”`);
    return [start, start + quote.length] as const;
  });
  return writeAuditDocx(resultAt(text, places), original);
}

/** 批注 `id` 圈住的字：标记之间、没有删去的 w:t。 */
function covered(xml: string, id: number): string {
  let text = "";
  let inside = false;
  let deleted = 0;
  const parser = new SaxesParser();
  const names: string[] = [];
  parser.on("opentag", ({ name, attributes }) => {
    names.push(name);
    if (name === "w:del") deleted += 1;
    if (attributes["w:id"] !== String(id)) return;
    if (name === "w:commentRangeStart") inside = true;
    if (name === "w:commentRangeEnd") inside = false;
  });
  parser.on("closetag", ({ name }) => {
    names.pop();
    if (name === "w:del") deleted -= 1;
  });
  parser.on("text", (part) => {
    if (inside && deleted === 0 && names.at(-1) === "w:t") text += part;
  });
  parser.write(xml).close();
  return text;
}

const MARKS =
  /<w:commentRange(?:Start|End) w:id="\d+"\/>|<w:r><w:commentReference w:id="\d+"\/><\/w:r>/g;

/** 去掉我们插入的标记；相邻的、`w:rsidR` 相同的 w:r 是从同一个拆开的，接回去。 */
function withoutMarks(xml: string): string {
  const split =
    /(<w:r w:rsidR="\d+">(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)((?:(?!<\/w:r>).)*)<\/w:r>\1/s;
  let bare = xml.replace(MARKS, "");
  while (split.test(bare)) bare = bare.replace(split, "$1$2");
  return bare.replaceAll('</w:t><w:t xml:space="preserve">', "");
}

const t = (text: string) =>
  `<w:t xml:space="preserve">${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</w:t>`;
const r = (text: string, properties = "") => `<w:r>${properties}${t(text)}</w:r>`;
const p = (...content: string[]) => `<w:p>${content.join("")}</w:p>`;

describe("把批注加进交来的 .docx", () => {
  test("圈住的就是那几个字：在一截中间、跨几截、同一处两条、首尾相接", () => {
    const bold = "<w:rPr><w:b/></w:rPr>";
    const original = docxOf(
      p(r("本年支出合计863.25万元，其中：基本"), r("支出535.68", bold), r("万元，占61.05%；")),
    );
    const out = annotate(
      original,
      "支出535.68万元，占61.05%",
      "863.25万元",
      "支出535.68",
      "占61.05%",
    );
    const xml = documentOf(out);
    expect([1, 2, 3, 4].map((id) => covered(xml, id))).toEqual([
      "支出535.68万元，占61.05%",
      "863.25万元",
      "支出535.68",
      "占61.05%",
    ]);
    expect(textOf(out)).toBe(textOf(original));
    expect(xml).toContain(`<w:r>${bold}${t("支出535.68")}</w:r>`);
  });

  test("批注写明错在哪里、为什么、怎么办；作者是决算审核，没有日期；文首一条小结", () => {
    const [summary, finding] = commentsOf(annotate(docxOf(p(r("占61.05%"))), "61.05%"));
    expect(summary?.text).toContain("审稿小结：有错误，须更正。错误 1 条");
    expect(finding?.text).toBe(
      "【错误】占比：第1条。为什么：占比等于部分除以整体。怎么办：请核实。",
    );
    expect(finding?.attributes).toEqual({
      "w:id": "1",
      "w:author": "决算审核",
      "w:initials": "审",
    });
  });

  test("表格、超链接、修订、域里的照样圈得住", () => {
    const original = docxOf(
      p(r("目录"), `<w:hyperlink w:anchor="a">${r("支出1.00万元")}</w:hyperlink>`) +
        `<w:tbl><w:tr><w:tc>${p(r("预算数"))}</w:tc><w:tc>${p(r("165.00万元"))}</w:tc></w:tr></w:tbl>` +
        p(
          r("增加"),
          `<w:del w:id="9" w:author="甲"><w:r><w:delText>3.00</w:delText></w:r></w:del>`,
          `<w:ins w:id="8" w:author="甲">${r("2.00万")}</w:ins>`,
          `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r("元，占5%")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
        ),
    );
    const out = annotate(original, "1.00万元", "165.00", "2.00万元", "预算数\t165.00万元");
    const xml = documentOf(out);
    expect([1, 2, 3, 4].map((id) => covered(xml, id))).toEqual([
      "1.00万元",
      "165.00",
      "2.00万元",
      "预算数165.00万元",
    ]);
    expect(packageFaults(openPackage(out))).toEqual([]);
    const rejoined = (text: string) =>
      withoutMarks(text).replaceAll('</w:t></w:r><w:r><w:t xml:space="preserve">', "");
    expect(rejoined(xml)).toBe(rejoined(documentOf(original)));
  });

  test("文本框、公式、内容控件、兼容写法里放不了批注：圈住整个；脚注里的圈住引用处", () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>${p(r("框里占1.00%"))}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback>${p(r("框里占1.00%"))}</mc:Fallback></mc:AlternateContent></w:r>`;
    const formula = `<m:oMath><m:r><m:t>式中占2.00%</m:t></m:r></m:oMath>`;
    const control = `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${r("控件占3.00%")}</w:sdtContent></w:sdt>`;
    const reference = `<w:r><w:footnoteReference w:id="2"/></w:r>`;
    const original = docxOf(
      p(r("题")) + p(r("前"), box, formula, control, r("注"), reference, r("后")),
      {
        "word/footnotes.xml": {
          kind: "footnotes",
          xml: `<w:footnotes xmlns:w="${WORD}"><w:footnote w:id="2">${p(r("脚注占4.00%"))}</w:footnote></w:footnotes>`,
        },
      },
    );
    const out = annotate(original, "1.00%", "2.00%", "3.00%", "占4.00%");
    const xml = documentOf(out);
    const around = (id: number, inner: string) =>
      `<w:commentRangeStart w:id="${id}"/>${inner}<w:commentRangeEnd w:id="${id}"/>`;
    expect(xml).toContain(around(1, box));
    expect(xml).toContain(around(2, formula));
    expect(xml).toContain(around(3, control));
    expect(xml).toContain(around(4, reference));
    expect(withoutMarks(xml)).toBe(documentOf(original));
    expect(partText(openPackage(out), "word/footnotes.xml")).not.toContain("comment");
  });

  test("自动编号没有字可圈：圈住这一段的第一个字", () => {
    const numbering = `<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const numbered = `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>`;
    const original = docxOf(p(numbered, r("收入")) + p(numbered, r("支出")), {
      "word/numbering.xml": { kind: "numbering", xml: numbering },
    });
    const out = annotate(original, "二、");
    expect(covered(documentOf(out), 1)).toBe("支");
  });

  test("实体、没有声明保留空白的、补充平面的字、同一个 w:r 里的几截", () => {
    const original = docxOf(
      `<w:p><w:r w:rsidR="01"><w:t>甲&amp;乙 丙&#x4E01;</w:t><w:tab/><w:t>戊𠮷己</w:t></w:r></w:p>`,
    );
    const text = textOf(original);
    const out = annotate(original, "乙 ", "丁", "戊", "\u{20BB7}己");
    const xml = documentOf(out);
    expect(textOf(out)).toBe(text);
    expect([1, 2, 3, 4].map((id) => covered(xml, id))).toEqual(["乙 ", "丁", "戊", "𠮷己"]);
    for (const match of xml.matchAll(/<w:t( [^>]*)?>([^<]*)</g)) {
      if (/^\s|\s$/.test(match[2] ?? "")) expect(match[1]).toContain("preserve");
    }
    const middle = text.indexOf("𠮷") + 1;
    const half = writeAuditDocx(resultAt(text, [[middle, middle + 2]]), original);
    expect(textOf(half)).toBe(text);
  });

  test("原有的批注都在，编号接着排；别的部件一个字节不动", () => {
    const mine = `<w:comment w:id="5" w:author="甲"><w:p>${r("先前的批注")}</w:p></w:comment>`;
    const original = docxOf(
      p(
        `<w:commentRangeStart w:id="5"/>`,
        r("占61.05%"),
        `<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>`,
      ),
      {
        "word/comments.xml": {
          kind: "comments",
          xml: `<w:comments xmlns:w="${WORD}">${mine}</w:comments>`,
        },
        "word/styles.xml": {
          kind: "styles",
          xml: `<w:styles xmlns:w="${WORD}"><!-- 原样 --></w:styles>`,
        },
      },
    );
    const out = annotate(original, "61.05%");
    expect(commentsOf(out).map(({ attributes }) => attributes["w:id"])).toEqual(["5", "6", "7"]);
    expect(partText(openPackage(out), "word/comments.xml")).toContain(mine);
    expect(covered(documentOf(out), 7)).toBe("61.05%");
    const before = openPackage(original);
    const changed = [...openPackage(out)].filter(
      ([path, content]) => partText(before, path) !== new TextDecoder().decode(content),
    );
    expect(changed.map(([path]) => path).sort()).toEqual([
      "word/comments.xml",
      "word/document.xml",
    ]);
    const empty = docxOf(p(r("占61.05%")), {
      "word/comments.xml": { kind: "comments", xml: `<w:comments xmlns:w="${WORD}"/>` },
    });
    expect(commentsOf(annotate(empty, "61.05%"))).toHaveLength(2);
  });

  test("原来没有批注：登记新部件，包仍完整；同样的稿子得同样的字节", () => {
    const original = docxOf(p(r("占61.05%")));
    const out = annotate(original, "61.05%");
    expect(packageFaults(openPackage(out))).toEqual([]);
    expect(annotate(original, "61.05%")).toEqual(out);
  });

  test("任意拆法、任意多条：字不变，圈得准，去掉标记就是原文", () => {
    const run = fc.record({
      parts: fc.array(fc.stringMatching(/^[支出12.% &<]{1,6}$/), { minLength: 1, maxLength: 3 }),
      bold: fc.boolean(),
      wrap: fc.constantFrom("", "w:ins", "w:hyperlink", "w:smartTag", "w:del"),
    });
    const paragraphs = fc.array(fc.array(run, { maxLength: 5 }), { minLength: 1, maxLength: 4 });
    const cuts = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(9)), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(paragraphs, cuts, (content, picks) => {
        let number = 10;
        const body = content.map((runs) =>
          p(
            ...runs.map(({ parts, bold, wrap }) => {
              number += 1;
              const inner = parts.map(t).join("<w:tab/>");
              const text = wrap === "w:del" ? inner.replaceAll("w:t", "w:delText") : inner;
              const own = `<w:r w:rsidR="${number}">${bold ? "<w:rPr><w:b/></w:rPr>" : ""}${text}</w:r>`;
              return wrap === "" ? own : `<${wrap} w:id="${number}">${own}</${wrap}>`;
            }),
          ),
        );
        const original = docxOf(body.join(""));
        const text = textOf(original);
        if (!/[支出12.%&<]/.test(text)) return;
        const places = picks.map(([at, length]): [number, number] => {
          const start = Math.floor(at * (text.length - 1));
          return [start, Math.min(text.length, start + 1 + length)];
        });
        const out = writeAuditDocx(resultAt(text, places), original);
        const xml = documentOf(out);
        expect(textOf(out)).toBe(text);
        expect(withoutMarks(xml)).toBe(documentOf(original));
        for (const [index, [start, end]] of places.entries()) {
          const quote = text.slice(start, end).replace(/[\n\t]/g, "");
          if (quote !== "") expect(covered(xml, index + 1)).toBe(quote);
        }
        expect(packageFaults(openPackage(out))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe("不是 .docx 的", () => {
  test("把文字写成一份新的，读回来一字不差", () => {
    const text = "第二部分 2024年度部门决算情况说明\n\n\t预算数\t165\n占61.05%，<甲>&“乙”。";
    const start = text.indexOf("61.05%");
    const out = writeAuditDocx(resultAt(text, [[start, start + 6]]), null);
    expect(textOf(out)).toBe(text);
    expect(covered(documentOf(out), 1)).toBe("61.05%");
    expect(packageFaults(openPackage(out))).toEqual([]);
  });
});

test("文字与所审的不同、整篇没有字：不乱放批注", () => {
  const original = docxOf(p(r("占61.05%")));
  expect(() => writeAuditDocx(resultAt("别的字", []), original)).toThrow("与所审的不同");
  const blank = docxOf("<w:p/>");
  expect(openPackage(writeAuditDocx(resultAt("", []), blank))).toEqual(openPackage(blank));
});
