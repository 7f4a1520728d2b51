import { SaxesParser } from "saxes";
import { SheetDamage } from "./sheet-damage.ts";

export type XmlAttributes = Readonly<Record<string, string>>;

/** 扫描 XML 时的回调。名字一律去掉命名空间前缀；属性名保留前缀。 */
export interface XmlVisitor {
  /** `position`：开始标签之后第一个字符在原文里的位置。 */
  open?(name: string, attributes: XmlAttributes, position: number): void;
  /** `position`：结束标签之后第一个字符在原文里的位置。 */
  close?(name: string, position: number): void;
  text?(text: string): void;
}

/**
 * 从头到尾严格扫描一段 XML。不合语法、没有闭合、含 DOCTYPE（因而可能含实体定义）时抛 SheetDamage，
 * `what` 是这段 XML 的名字，写进错误信息。
 */
export function scanXml(xml: string, what: string, visitor: XmlVisitor): void {
  const parser = new SaxesParser({ xmlns: false, fragment: false, position: true });
  const fail = (detail: string): never => {
    throw new SheetDamage(`${what}${detail}`);
  };
  parser.on("error", (error) => fail(`不是完整的 XML（${positionOf(error.message)}）`));
  parser.on("doctype", () => fail("含有 DOCTYPE 声明，正常软件不会这样写"));
  parser.on("opentag", (tag) => {
    visitor.open?.(localName(tag.name), tag.attributes, parser.position);
  });
  parser.on("closetag", (tag) => visitor.close?.(localName(tag.name), parser.position));
  if (visitor.text !== undefined) {
    const text = visitor.text.bind(visitor);
    parser.on("text", text);
    parser.on("cdata", text);
  }
  parser.write(xml).close();
}

/** 去掉命名空间前缀：`x:row` → `row`。 */
export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** saxes 的错误信息形如 `12:34: unclosed tag: row`；只取行列号，英文说明对读者没有用处。 */
function positionOf(message: string): string {
  const match = /^(\d+):(\d+):/.exec(message);
  return match === null ? "提前结束" : `第 ${match[1]} 行第 ${match[2]} 个字符处`;
}

/**
 * 把部件的字节解成文本。OOXML 与 ODF 只许 UTF-8 与 UTF-16；字节不合编码时抛 SheetDamage，
 * 不用替换字符蒙混过去。
 */
export function decodeXml(bytes: Uint8Array, what: string): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new SheetDamage(`${what}的文字编码已损坏`);
  }
  const declared = /^<\?xml[^>]*?\sencoding=["']([^"']+)["']/.exec(text.slice(0, 200))?.[1];
  if (declared !== undefined && !/^utf-?(8|16)$/i.test(declared)) {
    throw new SheetDamage(`${what}用了不支持的文字编码 ${declared}`);
  }
  return text;
}
