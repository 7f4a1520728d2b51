import { type Part, utf8, writeZip } from "./zip-surgery.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export interface SmallSheet {
  readonly name: string;
  /** `<worksheet>` 里的内容；`part` 优先。 */
  readonly inner?: string;
  /** 整个部件的原文。 */
  readonly part?: string;
  readonly state?: "hidden" | "veryHidden";
}

export interface SmallBook {
  readonly sheets: readonly SmallSheet[];
  readonly sharedStrings?: string;
  readonly styles?: string;
  readonly date1904?: boolean;
}

/** 手写一个最小的 .xlsx，各部件原文可以随意写坏。 */
export function smallXlsx(book: SmallBook): Uint8Array {
  return writeZip(smallParts(book));
}

export function smallParts(book: SmallBook): Part[] {
  const texts: [string, string | undefined][] = [
    [
      "[Content_Types].xml",
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/></Types>`,
    ],
    [
      "_rels/.rels",
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><workbookPr date1904="${book.date1904 ? 1 : 0}"/><sheets>${book.sheets
        .map(
          ({ name, state }, index) =>
            `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index}"${state ? ` state="${state}"` : ""}/>`,
        )
        .join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${PACKAGE}/relationships">${book.sheets
        .map(
          (_, index) =>
            `<Relationship Id="r${index}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
        )
        .join(
          "",
        )}<Relationship Id="ss" Type="${RELATIONSHIPS}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="st" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ["xl/sharedStrings.xml", book.sharedStrings ?? `<sst xmlns="${MAIN}"/>`],
    [
      "xl/styles.xml",
      book.styles ??
        `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>`,
    ],
    ...book.sheets.map(({ inner, part }, index): [string, string] => [
      `xl/worksheets/sheet${index + 1}.xml`,
      part ?? `<worksheet xmlns="${MAIN}">${inner ?? "<sheetData/>"}</worksheet>`,
    ]),
  ];
  return texts.flatMap(([name, text]) =>
    text === undefined ? [] : { name, data: utf8(`<?xml version="1.0" encoding="UTF-8"?>${text}`) },
  );
}

/** 一行里的几个 `<c>`。 */
export function row(number: number, cells: string): string {
  return `<row r="${number}">${cells}</row>`;
}

export function sheetData(rows: string): string {
  return `<sheetData>${rows}</sheetData>`;
}
