/** 我们的数据放在这个命名空间的自定义 XML 部件里，随工作簿保存。 */
export const KEPT_NAMESPACE = "urn:juesuan-check:data:1";

/**
 * JSON 文本放进 XML。XML 不许有的字符（孤立代理、U+FFFE 等）只会出现在 JSON 的字符串里，
 * 写成 \u 转义意思不变；回车单独转义，免得被统一成换行。
 */
export function toXml(json: string): string {
  const safe = json
    .replace(
      /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    )
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
  return `<data xmlns="${KEPT_NAMESPACE}">${safe}</data>`;
}

export function fromXml(xml: string): string | null {
  const inner = /<data [^>]*>([\s\S]*)<\/data>\s*$/.exec(xml)?.[1];
  return inner === undefined
    ? null
    : inner
        .replaceAll("&#13;", "\r")
        .replaceAll("&#xD;", "\r")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&apos;", "'")
        .replaceAll("&amp;", "&");
}
