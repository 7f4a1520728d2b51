import { OFFICE_RELATIONSHIPS, type Part } from "../ooxml/package.ts";
import { escapeText, XML_DECLARATION } from "../ooxml/xml.ts";

/** 底稿放在这个命名空间的自定义 XML 部件里：Word、WPS、LibreOffice 另存时都原样留着。 */
export const CARRIED_NAMESPACE = "urn:juesuan-check:draft:1";

/** 部件的编号，固定不变：同样的草稿得同样的字节。 */
const ITEM_ID = "{5C1B7E2A-3D64-4F0B-9A57-6E1D2C8F4B90}";
const DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";

export interface CarriedParts {
  readonly item: Part;
  readonly properties: Part;
}

/** 随文档带着的各行文字（见 `baseLines`），一行一个元素。 */
export function carriedParts(lines: readonly string[]): CarriedParts {
  const properties: Part = {
    path: "customXml/itemProps1.xml",
    contentType: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    content: `${XML_DECLARATION}<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${DATA_STORE}"><ds:schemaRefs><ds:schemaRef ds:uri="${CARRIED_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
  };
  const items = lines.map((line) => `<line>${escapeText(line)}</line>`);
  return {
    properties,
    item: {
      path: "customXml/item1.xml",
      contentType: "application/xml",
      content: `${XML_DECLARATION}<draft xmlns="${CARRIED_NAMESPACE}">${items.join("")}</draft>`,
      relationships: [
        { id: "rId1", type: `${OFFICE_RELATIONSHIPS}/customXmlProps`, target: properties.path },
      ],
    },
  };
}
