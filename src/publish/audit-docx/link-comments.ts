import { DOCUMENT_PART } from "../../workbook/read-docx-text.ts";
import { decodeXml, scanXml } from "../../workbook/xml-scan.ts";
import type { ZipArchive } from "../../workbook/zip-archive.ts";
import { relationshipsPath, relationshipsXml, relationshipXml } from "../ooxml/package.ts";

const CONTENT_TYPES = "[Content_Types].xml";
const COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
/** ISO 严格格式用另一套关系名。 */
const STRICT = "http://purl.oclc.org/ooxml/";
const RELATIONSHIPS = {
  strict: "http://purl.oclc.org/ooxml/officeDocument/relationships",
  usual: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};

/**
 * 批注部件的路径。原来没有批注的，在 `files` 的关系清单、内容类型清单里各登记一条，返回新部件的路径。
 * 清单损坏的抛 SheetDamage。
 */
export function linkComments(
  zip: ZipArchive,
  files: Map<string, string | Uint8Array>,
  namespace: string,
): string {
  const relsPath = nameOf(zip, relationshipsPath(DOCUMENT_PART));
  const rels = zip.has(relsPath) ? decodeXml(zip.read(relsPath), "关系清单") : null;
  const known = rels === null ? { comments: null, ids: [] } : relationshipsOf(rels);
  if (known.comments !== null) return known.comments;
  const target = freePath(zip);
  const link = {
    id: freeId(known.ids),
    type: `${namespace.startsWith(STRICT) ? RELATIONSHIPS.strict : RELATIONSHIPS.usual}/comments`,
    target,
  };
  files.set(
    relsPath,
    rels === null
      ? relationshipsXml(DOCUMENT_PART, [link])
      : insertIntoRoot(rels, "Relationships", relationshipXml(link, DOCUMENT_PART)),
  );
  const typesPath = nameOf(zip, CONTENT_TYPES);
  const types = decodeXml(zip.read(typesPath), "内容类型清单");
  files.set(
    typesPath,
    insertIntoRoot(
      types,
      "Types",
      `<Override PartName="/${target}" ContentType="${COMMENTS_TYPE}"/>`,
    ),
  );
  return target;
}

function relationshipsOf(xml: string): { comments: string | null; ids: readonly string[] } {
  const ids: string[] = [];
  let comments: string | null = null;
  scanXml(xml, "关系清单 ", {
    open: (name, { Id = "", Type = "", Target = "" }) => {
      if (name !== "Relationship") return;
      ids.push(Id);
      if (Type.endsWith("/relationships/comments")) {
        comments = decodeURI(new URL(Target, `part:///${DOCUMENT_PART}`).pathname).slice(1);
      }
    },
  });
  return { comments, ids };
}

function freeId(ids: readonly string[]): string {
  let number = ids.length + 1;
  while (ids.includes(`rId${number}`)) number += 1;
  return `rId${number}`;
}

function freePath(zip: ZipArchive): string {
  let path = "word/comments.xml";
  for (let number = 2; zip.has(path); number += 1) path = `word/comments${number}.xml`;
  return path;
}

/** 根元素末尾加一个下级；元素名不带前缀的清单（各家软件都这样写）。 */
function insertIntoRoot(xml: string, root: string, element: string): string {
  const prefix = new RegExp(`<([^\\s:/>?!]+:)?${root}[\\s/>]`).exec(xml)?.[1] ?? "";
  const own = element.replace(/^</, `<${prefix}`);
  const end = xml.lastIndexOf(`</${prefix}${root}`);
  if (end >= 0) return xml.slice(0, end) + own + xml.slice(end);
  const empty = xml.lastIndexOf("/>");
  return `${xml.slice(0, empty)}>${own}</${prefix}${root}>${xml.slice(empty + 2)}`;
}

function nameOf(zip: ZipArchive, path: string): string {
  return zip.names.find((name) => name.toLowerCase() === path.toLowerCase()) ?? path;
}
