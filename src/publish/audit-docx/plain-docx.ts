import { OFFICE_RELATIONSHIPS, packParts } from "../ooxml/package.ts";
import { escapeText, XML_DECLARATION } from "../ooxml/xml.ts";

const NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const DOCUMENT = "word/document.xml";
const STYLES = "word/styles.xml";

/** A4，版心和字号同公文：三号仿宋，行距 28 磅。 */
const PAGE = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>`;
const DEFAULTS =
  `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312" w:cs="Times New Roman"/>` +
  `<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>` +
  `<w:pPrDefault><w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>`;

/** 一行一段的 .docx；读回来与 `text` 相同（XML 写不出的字符换成 U+FFFD，长度不变）。 */
export function plainDocx(text: string): Uint8Array {
  const body = text.split("\n").map(paragraphXml).join("");
  return packParts(
    [
      {
        path: DOCUMENT,
        contentType: `${TYPE}.document.main+xml`,
        content: `${XML_DECLARATION}<w:document xmlns:w="${NAMESPACE}"><w:body>${body}${PAGE}</w:body></w:document>`,
        relationships: [{ id: "rId1", type: `${OFFICE_RELATIONSHIPS}/styles`, target: STYLES }],
      },
      {
        path: STYLES,
        contentType: `${TYPE}.styles+xml`,
        content: `${XML_DECLARATION}<w:styles xmlns:w="${NAMESPACE}">${DEFAULTS}</w:styles>`,
      },
    ],
    DOCUMENT,
  );
}

function paragraphXml(line: string): string {
  if (line === "") return "<w:p/>";
  const runs = line
    .split("\t")
    .map((part) => (part === "" ? "" : `<w:t xml:space="preserve">${escapeText(part)}</w:t>`))
    .join("<w:tab/>");
  return `<w:p><w:r>${runs}</w:r></w:p>`;
}
