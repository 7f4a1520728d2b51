import type { Marker } from "./paragraph.ts";

const FORMS: readonly (readonly [Marker["level"], RegExp])[] = [
  ["part", /^第([一二三四五六七八九十]{1,3})部分/],
  ["section", /^([一二三四五六七八九十]{1,3})、/],
  ["topic", /^（([一二三四五六七八九十]{1,3})）/],
  ["detail", /^（(\d{1,2})）/],
  ["item", /^(\d{1,2})[.、](?!\d)/],
];

const FIRST = new Set("第一二三四五六七八九十（0123456789");

/** 段首的序号；没有为 null。 */
export function readMarker(text: string): Marker | null {
  if (!FIRST.has(text.charAt(0))) return null;
  for (const [level, form] of FORMS) {
    const match = form.exec(text);
    if (match !== null) {
      const printed = match[0];
      return {
        level,
        number: match[1] ?? "",
        title: text.slice(printed.length).trim(),
        printed,
      };
    }
  }
  // 扫描件会丢掉左括号：`三）一般公共预算…`。
  const halved = /^([一二三四五六七八九十]{1,2})）/.exec(text);
  if (halved === null) return null;
  return {
    level: "topic",
    number: halved[1] ?? "",
    title: text.slice(halved[0].length),
    printed: halved[0],
  };
}
