import { openZip } from "../../../src/workbook/zip-archive.ts";
import { fromXml, KEPT_NAMESPACE } from "../kept-xml-text.ts";

/** 一本 .xlsx 里由窗格随工作簿保存的数据（JSON 文本）；没有、读不出的为 null。 */
export function keptInFile(bytes: Uint8Array): string | null {
  try {
    const archive = openZip(bytes, "");
    const parts = archive.names
      .filter((name) => /^customXml\/item\d+\.xml$/i.test(name))
      .map((name) => new TextDecoder().decode(archive.read(name)))
      .filter((xml) => xml.includes(`"${KEPT_NAMESPACE}"`));
    return parts.map(fromXml).findLast((json) => json !== null) ?? null;
  } catch {
    return null;
  }
}
