import { replaceIllegal } from "../ooxml/xml.ts";

/** 已经是 HTML 的一段，不再转义。 */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Content = string | number | Markup | readonly Markup[];

/** 写一段 HTML：`${…}` 里的文字一律转义，Markup 照原样放进去。 */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(
    parts.reduce((text, part, place) => text + written(contents[place - 1]) + part),
  );
}

export const NOTHING = new Markup("");

function written(content: Content | undefined): string {
  if (content === undefined) return "";
  if (content instanceof Markup) return content.text;
  if (typeof content === "object") return content.map(({ text }) => text).join("");
  return escaped(String(content));
}

function escaped(text: string): string {
  return replaceIllegal(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
