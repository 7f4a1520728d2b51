export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** XML 1.0 不允许出现的字符：控制符、孤立代理项、U+FFFE 与 U+FFFF。 */
const ILLEGAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: 要找的正是这些控制符。
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** XML 里写不出的字符换成 U+FFFD，看得出此处原有一个坏字符。 */
export function replaceIllegal(text: string): string {
  return text.replace(ILLEGAL, "\ufffd");
}

/** 元素内容的转义。 */
export function escapeText(text: string): string {
  return replaceIllegal(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

/** 属性值的转义；换行、制表符写成字符引用，否则读者会把它们当空格。 */
export function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;")
    .replaceAll("\t", "&#9;");
}
