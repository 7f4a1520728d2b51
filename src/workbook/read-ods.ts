import { strToU8, zipSync } from "fflate";
import { type OdsTable, scanOdsContent } from "./ods-content.ts";
import { SheetDamage } from "./sheet-damage.ts";
import { loadSpreadsheetLibrary, type SpreadsheetLibrary } from "./spreadsheet-library.ts";
import { readTwice, type SecondReading, secondReadingName } from "./two-readings.ts";
import type { Workbook } from "./workbook.ts";
import { damagedFile, encryptedFile } from "./workbook-refused.ts";
import { decodeXml } from "./xml-scan.ts";
import type { ZipArchive } from "./zip-archive.ts";

/**
 * 读 .ods。所有表同在 content.xml 里，它不完整就整份拒绝（WorkbookRefused）；
 * 单张表内容读不懂，或读取库复核不一致，记入 `damaged`。
 */
export async function readOds(zip: ZipArchive, fileName: string): Promise<Workbook> {
  const library = await loadSpreadsheetLibrary();
  const tables = readTables(zip, fileName);
  const { sheets, damaged } = readTwice(
    fileName,
    tables,
    ({ content, body }) => {
      if (content instanceof SheetDamage) throw content;
      return { content, body };
    },
    (read) =>
      secondReading(
        read.map(({ body }) => body),
        library,
      ),
  );
  return { fileName, format: "ods", sheets, damaged, notices: [] };
}

function readTables(zip: ZipArchive, fileName: string): OdsTable[] {
  try {
    const manifest = decodeXml(zip.read("META-INF/manifest.xml"), "文件清单");
    if (/[<:]encryption-data\b/.test(manifest)) throw encryptedFile(fileName);
    const tables = scanOdsContent(decodeXml(zip.read("content.xml"), "表格内容"));
    if (tables.length === 0) throw damagedFile(fileName, "里面没有任何工作表");
    return tables;
  } catch (error) {
    if (error instanceof SheetDamage) throw damagedFile(fileName, error.message);
    throw error;
  }
}

const OASIS = "urn:oasis:names:tc:opendocument:xmlns";

function secondReading(bodies: readonly string[], library: SpreadsheetLibrary): SecondReading {
  const names = ["office", "table", "text"]
    .map((prefix) => `xmlns:${prefix}="${OASIS}:${prefix}:1.0"`)
    .join(" ");
  const tables = bodies.map(
    (body, index) => `<table:table table:name="${secondReadingName(index)}">${body}</table:table>`,
  );
  const workbook = library.read(
    zipSync(
      {
        "META-INF/manifest.xml": strToU8("<manifest/>"),
        "styles.xml": strToU8("<styles/>"),
        "content.xml": strToU8(
          `<office:document-content ${names}><office:body><office:spreadsheet>${tables.join(
            "",
          )}</office:spreadsheet></office:body></office:document-content>`,
        ),
      },
      { level: 0 },
    ),
  );
  return (index) => workbook?.Sheets[secondReadingName(index)];
}
