import { escapeAttribute, XML_DECLARATION } from "../ooxml/xml.ts";

/** 各字体的替代名：新版 Windows 的仿宋、楷体不带 _GB2312，小标宋要另装，没有时依次用后面的。 */
const ALTERNATIVES: readonly (readonly [string, string])[] = [
  ["方正小标宋简体", "方正小标宋_GBK,华文中宋,宋体"],
  ["仿宋_GB2312", "仿宋,华文仿宋"],
  ["楷体_GB2312", "楷体,华文楷体"],
  ["黑体", "SimHei"],
  ["宋体", "SimSun"],
];

/** word/fontTable.xml：只写字体名，不嵌入字体。 */
export const FONT_TABLE = [
  `${XML_DECLARATION}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`,
  ...ALTERNATIVES.map(
    ([name, alternatives]) =>
      `<w:font w:name="${escapeAttribute(name)}"><w:altName w:val="${escapeAttribute(alternatives)}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`,
  ),
  "</w:fonts>",
].join("");
