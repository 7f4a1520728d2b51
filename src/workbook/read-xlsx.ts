import { strToU8, zipSync } from "fflate";
import { macroNotice, noCellsNotice, unlistedNotice } from "./notices.ts";
import { SheetDamage } from "./sheet-damage.ts";
import { loadSpreadsheetLibrary, type SpreadsheetLibrary } from "./spreadsheet-library.ts";
import { readTwice, type SecondReading, secondReadingName } from "./two-readings.ts";
import type { Workbook } from "./workbook.ts";
import { damagedFile } from "./workbook-refused.ts";
import { type ListedSheet, readPackage, type XlsxPackage } from "./xlsx-package.ts";
import { readSharedStrings } from "./xlsx-strings.ts";
import { readDateStyles } from "./xlsx-styles.ts";
import { type ScannedWorksheet, scanWorksheet, type WorksheetContext } from "./xlsx-worksheet.ts";
import { decodeXml } from "./xml-scan.ts";
import type { ZipArchive } from "./zip-archive.ts";

/**
 * 读 .xlsx（含 .xlsm、存成 OOXML 的 .et）。每张表先由我们自己严格读一遍，再由读取库复核；
 * 骨架坏了抛 WorkbookRefused，单张表坏了记入 `damaged`。
 */
export async function readXlsx(zip: ZipArchive, fileName: string): Promise<Workbook> {
  const library = await loadSpreadsheetLibrary();
  const parts = readPackage(zip, fileName);
  const strings = readStrings(zip, parts);
  const context = worksheetContext(zip, parts, strings, library, fileName);
  const hasCells = ({ type }: ListedSheet): boolean => type === undefined || type === "worksheet";
  const { sheets, damaged } = readTwice(
    fileName,
    parts.sheets.filter(hasCells),
    (listed) => {
      if (parts.sheets.filter(({ part }) => part === listed.part).length > 1) {
        throw new SheetDamage("目录让它与另一张表指向同一处内容");
      }
      return scanWorksheet(worksheetXml(zip, listed), context);
    },
    (read) => secondReading(read, "xml" in strings ? strings.xml : undefined, library),
  );
  const notices = [
    ...(parts.hasMacros ? [macroNotice(fileName)] : []),
    ...parts.unlistedParts.map((part) => unlistedNotice(fileName, part)),
    ...parts.sheets.filter((sheet) => !hasCells(sheet)).map(({ name }) => noCellsNotice(name)),
  ];
  return { fileName, format: "xlsx", sheets, damaged, notices };
}

function worksheetXml(zip: ZipArchive, listed: ListedSheet): string {
  if (listed.part === undefined) throw new SheetDamage("工作簿目录没有说明它的内容在哪里");
  return decodeXml(zip.read(listed.part), "工作表内容");
}

/** 共享字符串表；没有这个部件时是空表。读不出来时留下错误，等用到它的工作表来领。 */
type SharedStrings =
  | { readonly strings: readonly string[]; readonly xml: string | undefined }
  | { readonly damage: SheetDamage };

function readStrings(zip: ZipArchive, parts: XlsxPackage): SharedStrings {
  if (parts.sharedStringsPart === undefined) return { strings: [], xml: undefined };
  try {
    const xml = decodeXml(zip.read(parts.sharedStringsPart), "共享字符串表");
    return { strings: readSharedStrings(xml), xml };
  } catch (error) {
    if (error instanceof SheetDamage) return { damage: error };
    throw error;
  }
}

function worksheetContext(
  zip: ZipArchive,
  parts: XlsxPackage,
  strings: SharedStrings,
  library: SpreadsheetLibrary,
  fileName: string,
): WorksheetContext {
  let dateStyles: readonly boolean[] = [];
  try {
    if (parts.stylesPart !== undefined) {
      dateStyles = readDateStyles(
        decodeXml(zip.read(parts.stylesPart), "样式表"),
        library.isDateFormat,
      );
    }
  } catch (error) {
    // 样式表坏了就分不清日期与金额，哪张表都不能信。
    if (error instanceof SheetDamage) throw damagedFile(fileName, error.message);
    throw error;
  }
  return {
    date1904: parts.date1904,
    isDateStyle: (style) => dateStyles[style] ?? false,
    sharedString(index) {
      if ("damage" in strings) {
        throw new SheetDamage(`表中文字存在共享字符串表里，而${strings.damage.message}`);
      }
      const text = strings.strings[index];
      if (text === undefined) {
        throw new SheetDamage(
          `用到第 ${index} 个共享字符串，而共享字符串表只有 ${strings.strings.length} 个`,
        );
      }
      return text;
    },
  };
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * 让读取库再读一遍。只把已查过的单元格数据与共享字符串重新装成一个最小的包给它：
 * 它看不到自称的范围、超链接、批注、宏，也看不到工作表的名字（`__proto__` 之类的名字会害它丢表）。
 */
function secondReading(
  sheets: readonly ScannedWorksheet[],
  stringsXml: string | undefined,
  library: SpreadsheetLibrary,
): SecondReading {
  const numbers = sheets.map((_, index) => index + 1);
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${CONTENT}.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}.xml"/>`;
  const parts: Record<string, Uint8Array> = {
    "[Content_Types].xml": strToU8(
      `<Types xmlns="${PACKAGE}/content-types">${override("workbook", "sheet.main")}${
        stringsXml === undefined ? "" : override("sharedStrings", "sharedStrings")
      }${numbers.map((n) => override(`worksheets/sheet${n}`, "worksheet")).join("")}</Types>`,
    ),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>${numbers
        .map((n) => `<sheet name="${secondReadingName(n - 1)}" sheetId="${n}" r:id="r${n}"/>`)
        .join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships">${numbers
        .map((n) => relation(`r${n}`, "worksheet", `worksheets/sheet${n}`))
        .join("")}</Relationships>`,
    ),
  };
  if (stringsXml !== undefined) parts["xl/sharedStrings.xml"] = strToU8(stringsXml);
  sheets.forEach(({ sheetData }, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(
      `<worksheet xmlns="${MAIN}">${sheetData}</worksheet>`,
    );
  });
  const workbook = library.read(zipSync(parts, { level: 0 }));
  return (index) => workbook?.Sheets[secondReadingName(index)];
}
