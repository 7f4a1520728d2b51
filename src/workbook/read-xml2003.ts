import { SheetDamage } from "./sheet-damage.ts";
import { loadSpreadsheetLibrary, type SpreadsheetLibrary } from "./spreadsheet-library.ts";
import { readTwice, type SecondReading, secondReadingName } from "./two-readings.ts";
import type { Workbook } from "./workbook.ts";
import { damagedFile } from "./workbook-refused.ts";
import { scanXml2003, type Xml2003Sheet } from "./xml2003-content.ts";

/**
 * 读 XML 电子表格 2003（常以 .xml 或 .xls 为扩展名）。XML 不完整就整份拒绝（WorkbookRefused）；
 * 单张表读不懂，或读取库复核不一致，记入 `damaged`。
 */
export async function readXml2003(xml: string, fileName: string): Promise<Workbook> {
  const library = await loadSpreadsheetLibrary();
  const { sheets, damaged } = readTwice(
    fileName,
    listSheets(xml, fileName),
    ({ content, rows }) => {
      if (content instanceof SheetDamage) throw content;
      return { content, rows };
    },
    (read) =>
      secondReading(
        read.map(({ rows }) => rows),
        library,
      ),
  );
  return { fileName, format: "xml", sheets, damaged, notices: [] };
}

function listSheets(xml: string, fileName: string): Xml2003Sheet[] {
  try {
    const sheets = scanXml2003(xml);
    if (sheets.length === 0) throw damagedFile(fileName, "里面没有任何工作表");
    return sheets;
  } catch (error) {
    if (error instanceof SheetDamage) throw damagedFile(fileName, error.message);
    throw error;
  }
}

const NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet";

/** 只把各表的行交给读取库，样式与列定义不给（`ss:Span` 之类的重复次数会说谎）。 */
function secondReading(rows: readonly string[], library: SpreadsheetLibrary): SecondReading {
  const worksheets = rows.map(
    (body, index) =>
      `<Worksheet ss:Name="${secondReadingName(index)}"><Table>${body}</Table></Worksheet>`,
  );
  const workbook = library.read(
    `<?xml version="1.0"?><Workbook xmlns="${NAMESPACE}" xmlns:ss="${NAMESPACE}">${worksheets.join(
      "",
    )}</Workbook>`,
  );
  return (index) => workbook?.Sheets[secondReadingName(index)];
}
