import { type IsDateFormat, isDateFormatId } from "./number-formats.ts";
import { scanXml } from "./xml-scan.ts";

/** 读 xl/styles.xml，给出每个单元格样式（按序号）的数字格式是不是日期。 */
export function readDateStyles(xml: string, isDateFormat: IsDateFormat): boolean[] {
  const formats = new Map<number, string>();
  const formatIds: number[] = [];
  let inCellFormats = false;
  scanXml(xml, "样式表", {
    open(name, attributes) {
      if (name === "numFmt") {
        formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      } else if (name === "cellXfs") {
        inCellFormats = true;
      } else if (name === "xf" && inCellFormats) {
        formatIds.push(Number(attributes.numFmtId ?? 0));
      }
    },
    close(name) {
      if (name === "cellXfs") inCellFormats = false;
    },
  });
  return formatIds.map((id) => isDateFormatId(id, formats, isDateFormat));
}
