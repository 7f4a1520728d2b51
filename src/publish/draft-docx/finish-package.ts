import { strFromU8, unzipSync } from "fflate";
import {
  OFFICE_RELATIONSHIPS,
  type Part,
  type Relationship,
  relationshipsPath,
  relationshipsXml,
  relationshipXml,
  zipFiles,
} from "../ooxml/package.ts";
import type { CarriedParts } from "./carried-parts.ts";
import { chartRelationshipId } from "./chart-drawing.ts";
import { pageReferencesOnly } from "./contents-fields.ts";
import { FONT_TABLE } from "./font-table.ts";

const DOCUMENT = "word/document.xml";
const COMMENTS = "word/comments.xml";
const CARRIED_RELATIONSHIP = "rIdBase";

/** 把图表部件、底稿部件加进文档包，去掉每次不同的东西（时间、书签的流水号），重新打包。 */
export function finishPackage(
  bytes: Uint8Array,
  charts: readonly { readonly chart: Part; readonly workbook: Part }[],
  carried: CarriedParts,
): Uint8Array {
  const files = new Map<string, string | Uint8Array>();
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    if (!path.endsWith("/")) files.set(path, strFromU8(content));
  }
  edit(files, DOCUMENT, (xml) => pageReferencesOnly(renumberContents(renumberBookmarks(xml))));
  edit(files, "docProps/core.xml", withoutTimes);
  if (files.has(COMMENTS)) edit(files, COMMENTS, withoutCommentTimes);
  files.set("word/fontTable.xml", FONT_TABLE);

  const relationships: Relationship[] = [];
  const overrides: string[] = [];
  for (const [index, { chart, workbook }] of charts.entries()) {
    for (const part of [chart, workbook]) {
      files.set(part.path, part.content);
      overrides.push(`<Override PartName="/${part.path}" ContentType="${part.contentType}"/>`);
      if (part.relationships !== undefined) {
        files.set(relationshipsPath(part.path), relationshipsXml(part.path, part.relationships));
      }
    }
    relationships.push({
      id: chartRelationshipId(index + 1),
      type: `${OFFICE_RELATIONSHIPS}/chart`,
      target: chart.path,
    });
  }
  for (const part of [carried.item, carried.properties]) files.set(part.path, part.content);
  files.set(
    relationshipsPath(carried.item.path),
    relationshipsXml(carried.item.path, carried.item.relationships ?? []),
  );
  overrides.push(
    `<Override PartName="/${carried.properties.path}" ContentType="${carried.properties.contentType}"/>`,
  );
  relationships.push({
    id: CARRIED_RELATIONSHIP,
    type: `${OFFICE_RELATIONSHIPS}/customXml`,
    target: carried.item.path,
  });
  edit(files, relationshipsPath(DOCUMENT), (xml) =>
    insertBeforeEnd(
      xml,
      "</Relationships>",
      relationships.map((item) => relationshipXml(item, DOCUMENT)),
    ),
  );
  edit(files, "[Content_Types].xml", (xml) => insertBeforeEnd(xml, "</Types>", overrides));
  return zipFiles(inFixedOrder(files));
}

/** 内容类型清单放最前（有的软件靠它认文件类型），其余按路径排。 */
function inFixedOrder(files: ReadonlyMap<string, string | Uint8Array>) {
  const first = ["[Content_Types].xml", "_rels/.rels"];
  const rank = (path: string) => (first.includes(path) ? first.indexOf(path) : first.length);
  const compare = (a: string, b: string) => rank(a) - rank(b) || (a < b ? -1 : 1);
  return new Map([...files].sort(([a], [b]) => compare(a, b)));
}

function edit(
  files: Map<string, string | Uint8Array>,
  path: string,
  change: (xml: string) => string,
): void {
  const xml = files.get(path);
  if (typeof xml !== "string") throw new Error(`文档包里缺少“${path}”。`);
  files.set(path, change(xml));
}

function insertBeforeEnd(xml: string, end: string, items: readonly string[]): string {
  const position = xml.lastIndexOf(end);
  if (position < 0) throw new Error(`文档包里的清单没有写完整，找不到“${end}”。`);
  return xml.slice(0, position) + items.join("") + xml.slice(position);
}

/** 书签的起止由编号配对，库里的编号随已写过的文档递增，改为从 1 起。 */
function renumberBookmarks(xml: string): string {
  const numbers = new Map<string, number>();
  return xml.replace(/<w:bookmark(?:Start|End)\b[^>]*>/g, (tag) =>
    tag.replace(/ w:id="([^"]*)"/, (_, id: string) => {
      const number = numbers.get(id) ?? numbers.size + 1;
      numbers.set(id, number);
      return ` w:id="${number}"`;
    }),
  );
}

/** 目录条目指向的书签名里也有流水号，同样改为从 1 起。 */
function renumberContents(xml: string): string {
  const names = new Map<string, string>();
  return xml.replace(
    /( w:(?:name|anchor)="|PAGEREF )(_Toc\d+)/g,
    (_, before: string, name: string) => {
      const renamed = names.get(name) ?? `_Toc${names.size + 1}`;
      names.set(name, renamed);
      return before + renamed;
    },
  );
}

function withoutTimes(xml: string): string {
  return xml.replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, "");
}

function withoutCommentTimes(xml: string): string {
  return xml.replace(/(<w:comment\b[^>]*?) w:date="[^"]*"/g, "$1");
}
