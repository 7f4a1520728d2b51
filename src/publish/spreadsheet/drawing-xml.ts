import { OFFICE_RELATIONSHIPS } from "../ooxml/package.ts";
import { escapeAttribute, XML_DECLARATION } from "../ooxml/xml.ts";
import type { PlacedChart } from "./model.ts";
import { DRAWING_NS } from "./namespaces.ts";

const EMU_PER_POINT = 12_700;
const CHART_NS = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const SHAPE_NS = "http://schemas.openxmlformats.org/drawingml/2006/main";

/** 图形部件：各图依次用关系编号 rId1、rId2 ……，固定在各自的行里，随单元格移动而不变形。 */
export function drawingXml(charts: readonly PlacedChart[]): string {
  const anchors = charts.map((chart, index) => anchorXml(chart, index + 1));
  return `${XML_DECLARATION}<xdr:wsDr xmlns:xdr="${DRAWING_NS}" xmlns:a="${SHAPE_NS}">${anchors.join("")}</xdr:wsDr>`;
}

function anchorXml(chart: PlacedChart, number: number): string {
  const marker = (left: number, top: number) =>
    `<xdr:col>0</xdr:col><xdr:colOff>${emu(left)}</xdr:colOff><xdr:row>${chart.row}</xdr:row><xdr:rowOff>${emu(top)}</xdr:rowOff>`;
  return [
    '<xdr:twoCellAnchor editAs="oneCell">',
    `<xdr:from>${marker(chart.left, 2)}</xdr:from>`,
    `<xdr:to>${marker(chart.left + chart.width, 2 + chart.height)}</xdr:to>`,
    '<xdr:graphicFrame macro="">',
    `<xdr:nvGraphicFramePr><xdr:cNvPr id="${number + 1}" name="${escapeAttribute(chart.name)}" descr="${escapeAttribute(chart.description)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    `<a:graphic><a:graphicData uri="${CHART_NS}"><c:chart xmlns:c="${CHART_NS}" xmlns:r="${OFFICE_RELATIONSHIPS}" r:id="rId${number}"/></a:graphicData></a:graphic>`,
    "</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>",
  ].join("");
}

function emu(points: number): number {
  return Math.round(points * EMU_PER_POINT);
}
