import { zipSync } from "fflate";
import type { AuditFinding, AuditResult, ClaimsReport } from "../../src/audit/audit-result.ts";

export const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";

const utf8 = (text: string) => new TextEncoder().encode(text);

/** 一份 .docx：`body` 是 w:body 的内容；`more` 是别的部件（路径 → 内容和种类）。 */
export function docxOf(
  body: string,
  more: Readonly<Record<string, { readonly xml: string; readonly kind: string }>> = {},
): Uint8Array {
  const others = Object.entries(more);
  return zipSync({
    "[Content_Types].xml": utf8(
      `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/>${others.map(([path, { kind }]) => `<Override PartName="/${path}" ContentType="${TYPES}.${kind}+xml"/>`).join("")}</Types>`,
    ),
    "_rels/.rels": utf8(
      `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": utf8(
      `<?xml version="1.0" encoding="UTF-8"?>\n<w:document xmlns:w="${WORD}" xmlns:mc="mc" xmlns:m="m" xmlns:wps="wps"><w:body>${body}</w:body></w:document>`,
    ),
    ...(others.length === 0
      ? {}
      : {
          "word/_rels/document.xml.rels": utf8(
            `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${PACKAGE}/relationships">${others.map(([path, { kind }], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${path.replace("word/", "")}"/>`).join("")}</Relationships>`,
          ),
        }),
    ...Object.fromEntries(others.map(([path, { xml }]) => [path, utf8(xml)])),
  });
}

export const NO_CLAIMS: ClaimsReport = {
  found: 0,
  checked: 0,
  againstTables: 0,
  withinText: [],
  unchecked: [],
  exempt: [],
  verdicts: [],
  sensible: [],
  gaps: [],
};

/** 结果：在 `text` 的各处各有一条问题。 */
export function resultAt(
  text: string,
  places: readonly (readonly [start: number, end: number])[],
): AuditResult {
  return {
    file: "说明.docx",
    unit: "示范县办公室",
    year: 2024,
    books: { current: null, prior: null },
    text,
    claims: { ...NO_CLAIMS, found: 2, checked: 2 },
    findings: places.map(([start, end], index) => findingAt(text, start, end, `第${index + 1}条`)),
  };
}

export function findingAt(text: string, start: number, end: number, what: string): AuditFinding {
  const place = { quote: text.slice(start, end), start, end, section: "二.三" };
  const parts = { what: `${what}。`, why: "占比等于部分除以整体。", todo: "请核实。" };
  return {
    rule: "text/share",
    severity: "error",
    kind: "share",
    ...parts,
    message: `${parts.what}${parts.why}${parts.todo}`,
    cells: [],
    ...place,
    text: place,
    verdict: null,
    also: [],
  };
}
