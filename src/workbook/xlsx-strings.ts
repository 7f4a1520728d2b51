import { scanXml } from "./xml-scan.ts";

const PART = "共享字符串表";

/**
 * 读 xl/sharedStrings.xml，按序号给出文本：富文本各段相连，注音（rPh）不算。
 * 不是完整的 XML、或不是共享字符串表时抛 SheetDamage。
 */
export function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  const path: string[] = [];
  let text: string | null = null;
  let phonetic = 0;
  scanXml(xml, PART, {
    open(name) {
      path.push(name);
      if (name === "si") text = "";
      if (name === "rPh") phonetic++;
    },
    text(chunk) {
      if (text !== null && phonetic === 0 && path.at(-1) === "t") text += chunk;
    },
    close(name) {
      path.pop();
      if (name === "rPh") phonetic--;
      if (name === "si") {
        strings.push(decodeEscapes(text ?? ""));
        text = null;
      }
    },
  });
  return strings;
}

/** OOXML 把 XML 里写不出的字符写成 `_x000D_` 的样子（ECMA-376 第 1 部分 22.9.2.19）。 */
export function decodeEscapes(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
