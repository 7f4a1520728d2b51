import { decodeXml, scanXml } from "../../workbook/xml-scan.ts";
import { escapeAttribute, escapeText, XML_DECLARATION } from "../ooxml/xml.ts";

/** 一条批注：一行一段，第一行加粗。 */
export interface Comment {
  readonly id: number;
  readonly lines: readonly string[];
}

export const COMMENT_AUTHOR = "决算审核";
const INITIALS = "审";

/** 新的批注部件；`namespace` 为 document.xml 用的命名空间。不写日期，同样的稿子得同样的字节。 */
export function newCommentsXml(namespace: string, comments: readonly Comment[]): string {
  const content = comments.map((comment) => commentXml(comment, "w:")).join("");
  return `${XML_DECLARATION}<w:comments xmlns:w="${escapeAttribute(namespace)}">${content}</w:comments>`;
}

/** 原有的批注部件：各条照原样留着，新的接在后面。 */
export function extendCommentsXml(xml: string, comments: readonly Comment[]): string {
  const prefix = /<([^\s:/>?!]+:)?comments[\s/>]/.exec(xml)?.[1] ?? "";
  const content = comments.map((comment) => commentXml(comment, prefix)).join("");
  const end = xml.lastIndexOf(`</${prefix}comments`);
  if (end >= 0) return xml.slice(0, end) + content + xml.slice(end);
  const empty = xml.lastIndexOf("/>");
  return `${xml.slice(0, empty)}>${content}</${prefix}comments>${xml.slice(empty + 2)}`;
}

/** 原有批注用到的最大编号；没有为 −1。坏了的抛 SheetDamage。 */
export function highestCommentId(part: Uint8Array): number {
  let highest = -1;
  scanXml(decodeXml(part, "批注"), "批注 ", {
    open: (name, attributes) => {
      if (name !== "comment") return;
      for (const [key, value] of Object.entries(attributes)) {
        if (/(?:^|:)id$/.test(key) && /^\d+$/.test(value)) {
          highest = Math.max(highest, Number(value));
        }
      }
    },
  });
  return highest;
}

function commentXml({ id, lines }: Comment, w: string): string {
  const paragraphs = lines.map((line, index) => {
    const bold = index === 0 ? `<${w}rPr><${w}b/></${w}rPr>` : "";
    return `<${w}p><${w}r>${bold}<${w}t xml:space="preserve">${escapeText(line)}</${w}t></${w}r></${w}p>`;
  });
  return `<${w}comment ${w}id="${id}" ${w}author="${COMMENT_AUTHOR}" ${w}initials="${INITIALS}">${paragraphs.join("")}</${w}comment>`;
}
