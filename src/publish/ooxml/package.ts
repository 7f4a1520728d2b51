import { strToU8, type Zippable, zipSync } from "fflate";
import { escapeAttribute, XML_DECLARATION } from "./xml.ts";

/**
 * 从一个部件指向另一个部件。`target` 是包内绝对路径，不带开头的斜杠；
 * `external` 为真时指向包外，`target` 是 URI，照原样写。
 */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external?: boolean;
}

/** 包里的一个部件。`path` 不带开头的斜杠。 */
export interface Part {
  readonly path: string;
  readonly contentType: string;
  readonly content: string | Uint8Array;
  readonly relationships?: readonly Relationship[];
}

const PACKAGE_NS = "http://schemas.openxmlformats.org/package/2006";
export const OFFICE_RELATIONSHIPS =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** zip 里一律写这个时刻（格式允许的最早一天），同样的内容才得同样的字节。用本地时间是因为 fflate 按本地时间写。 */
const FIXED_TIME = new Date(1980, 0, 1, 0, 0, 0);

/** 把部件、关系和内容类型清单打成一个 OOXML 包；`rootTarget` 是主部件路径。 */
export function packParts(parts: readonly Part[], rootTarget: string): Uint8Array {
  const files = new Map<string, string | Uint8Array>([
    ["[Content_Types].xml", contentTypesXml(parts)],
    [
      "_rels/.rels",
      relationshipsXml("", [
        { id: "rId1", type: `${OFFICE_RELATIONSHIPS}/officeDocument`, target: rootTarget },
      ]),
    ],
  ]);
  for (const part of parts) {
    files.set(part.path, part.content);
    if (part.relationships !== undefined && part.relationships.length > 0) {
      files.set(relationshipsPath(part.path), relationshipsXml(part.path, part.relationships));
    }
  }
  return zipFiles(files);
}

/** 按给定的先后打成 zip，时间固定。 */
export function zipFiles(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  for (const [path, content] of files) {
    entries[path] = typeof content === "string" ? strToU8(content) : content;
  }
  return zipSync(entries, { mtime: FIXED_TIME, level: 6 });
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`。 */
export function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf("/");
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
}

/** 关系清单里的一条。 */
export function relationshipXml(relationship: Relationship, source: string): string {
  const { id, type, target, external = false } = relationship;
  const written = external ? target : relativePath(source, target);
  const mode = external ? ' TargetMode="External"' : "";
  return `<Relationship Id="${escapeAttribute(id)}" Type="${type}" Target="${escapeAttribute(written)}"${mode}/>`;
}

/** 一个部件的关系清单。 */
export function relationshipsXml(source: string, relationships: readonly Relationship[]): string {
  const items = relationships.map((relationship) => relationshipXml(relationship, source));
  return `${XML_DECLARATION}<Relationships xmlns="${PACKAGE_NS}/relationships">${items.join("")}</Relationships>`;
}

/** 关系目标写成相对来源部件所在文件夹的路径：有的软件不认绝对路径。 */
function relativePath(source: string, target: string): string {
  const from = source.split("/").slice(0, -1);
  const to = target.split("/");
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}

function contentTypesXml(parts: readonly Part[]): string {
  const overrides = parts.map(
    ({ path, contentType }) => `<Override PartName="/${path}" ContentType="${contentType}"/>`,
  );
  return `${XML_DECLARATION}<Types xmlns="${PACKAGE_NS}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`;
}
