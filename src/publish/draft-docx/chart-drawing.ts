import { OFFICE_RELATIONSHIPS } from "../ooxml/package.ts";
import { escapeAttribute } from "../ooxml/xml.ts";

const EMU_PER_POINT = 12_700;
const CHART_NS = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const SHAPE_NS = "http://schemas.openxmlformats.org/drawingml/2006/main";
const INLINE_NS = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

/** 图的宽、高，磅。宽略小于版心；高使一页常能放下两节（题、三行正文、图和图题）。 */
const WIDTH = 430;
const HEIGHT = 165;

export function chartRelationshipId(number: number): string {
  return `rIdChart${number}`;
}

/** 正文里放图的一处：嵌入行内，图的内容在另一个部件里。 */
export function chartDrawingXml(number: number, name: string, description: string): string {
  const size = `cx="${WIDTH * EMU_PER_POINT}" cy="${HEIGHT * EMU_PER_POINT}"`;
  return [
    // w 前缀在文档的根上声明过；写在这里，排版的库就认不出这是嵌入行内的图。
    `<w:drawing><wp:inline xmlns:wp="${INLINE_NS}" distT="0" distB="0" distL="0" distR="0">`,
    `<wp:extent ${size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>`,
    `<wp:docPr id="${number}" name="${escapeAttribute(name)}" descr="${escapeAttribute(description)}"/><wp:cNvGraphicFramePr/>`,
    `<a:graphic xmlns:a="${SHAPE_NS}"><a:graphicData uri="${CHART_NS}"><c:chart xmlns:c="${CHART_NS}" xmlns:r="${OFFICE_RELATIONSHIPS}" r:id="${chartRelationshipId(number)}"/></a:graphicData></a:graphic>`,
    "</wp:inline></w:drawing>",
  ].join("");
}
