import { HostError } from "../host-error.ts";
import { HostObject } from "../host-object.ts";
import type { ModelWorkbook, XmlPart } from "../model/workbook.ts";
import { itemNotFound, text } from "./arguments.ts";

export function customXmlParts(model: ModelWorkbook): HostObject {
  const get = (id: unknown) => {
    const part = model.xmlParts.find((each) => each.id === id);
    if (part === undefined) throw itemNotFound(`XML 部件 ${String(id)}`);
    return xmlPart(model, part);
  };
  return new HostObject("CustomXmlPartCollection", {
    items: () => model.xmlParts.map((part) => xmlPart(model, part)),
    item: get,
    methods: {
      getItem: get,
      add: (xml) => xmlPart(model, model.addXmlPart(wellFormed(xml))),
      getByNamespace: (namespace) =>
        new HostObject("CustomXmlPartScopedCollection", {
          items: () =>
            model.xmlParts
              .filter(({ xml }) => namespaceOf(xml) === namespace)
              .map((part) => xmlPart(model, part)),
          item: get,
        }),
    },
  });
}

function xmlPart(model: ModelWorkbook, part: XmlPart): HostObject {
  return new HostObject("CustomXmlPart", {
    id: part.id,
    get: { id: () => part.id, namespaceUri: () => namespaceOf(part.xml) },
    methods: {
      getXml: () => part.xml,
      setXml: (xml) => {
        part.xml = wellFormed(xml);
      },
      delete: () => {
        model.xmlParts.splice(model.xmlParts.indexOf(part), 1);
      },
    },
  });
}

function namespaceOf(xml: string): string {
  return /^\s*(?:<\?xml[^>]*\?>\s*)?<[^\s>]+[^>]*?\sxmlns="([^"]*)"/.exec(xml)?.[1] ?? "";
}

/** XML 里不许有的控制符、没有转义的 & 和 < 会被拒绝；换行按 XML 的规定统一。 */
function wellFormed(value: unknown): string {
  const xml = text(value, "XML");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: 要找的正是 XML 不许有的控制符。
  const bad = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml);
  const loose = /&(?!amp;|lt;|gt;|quot;|apos;|#)/.test(xml);
  const surrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(
    xml,
  );
  if (bad || loose || surrogate) throw new HostError("InvalidArgument", "不是良构的 XML");
  return xml.replace(/\r\n?/g, "\n");
}
