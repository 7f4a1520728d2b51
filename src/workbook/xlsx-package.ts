import { SheetDamage } from "./sheet-damage.ts";
import { damagedFile } from "./workbook-refused.ts";
import { decodeXml, scanXml } from "./xml-scan.ts";
import type { ZipArchive } from "./zip-archive.ts";

/** workbook.xml 里列出的一张工作表，及其部件。 */
export interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** 关系类型的最后一段：worksheet、chartsheet、dialogsheet、xlMacrosheet 等；关系缺失时为 `undefined`。 */
  readonly type: string | undefined;
  /** 部件名，不带开头的斜线；关系缺失时为 `undefined`。 */
  readonly part: string | undefined;
}

/** 一个 .xlsx 的骨架：有哪些部件，各是什么。 */
export interface XlsxPackage {
  readonly sheets: readonly ListedSheet[];
  readonly date1904: boolean;
  readonly sharedStringsPart: string | undefined;
  readonly stylesPart: string | undefined;
  readonly hasMacros: boolean;
  /** 关系表里有、目录里却没有列出的工作表部件。 */
  readonly unlistedParts: readonly string[];
}

interface Relationship {
  readonly type: string;
  readonly target: string;
}

/** 读骨架（包关系、workbook.xml 及其关系）。任何一处坏了都不知道有哪些表，抛 WorkbookRefused。 */
export function readPackage(zip: ZipArchive, fileName: string): XlsxPackage {
  try {
    return readParts(zip);
  } catch (error) {
    if (error instanceof SheetDamage) throw damagedFile(fileName, error.message);
    throw error;
  }
}

function readParts(zip: ZipArchive): XlsxPackage {
  const workbookPart =
    [...readRelationships(zip, "").values()].find((one) => one.type === "officeDocument")?.target ??
    "xl/workbook.xml";
  const relationships = readRelationships(zip, workbookPart);
  const partOfType = (type: string): string | undefined =>
    [...relationships.values()].find((one) => one.type === type)?.target;

  const sheets: ListedSheet[] = [];
  let date1904 = false;
  let inSheets = false;
  scanXml(decodeXml(zip.read(workbookPart), "工作簿目录"), "工作簿目录 workbook.xml ", {
    open(name, attributes) {
      if (name === "workbookPr") date1904 = /^(1|true)$/i.test(attributes.date1904 ?? "");
      if (name === "sheets") inSheets = true;
      if (name !== "sheet" || !inSheets) return;
      const id = Object.entries(attributes).find(([key]) => /:id$/.test(key))?.[1] ?? "";
      const relationship = relationships.get(id);
      sheets.push({
        name: attributes.name ?? "",
        hidden: attributes.state === "hidden" || attributes.state === "veryHidden",
        type: relationship?.type,
        part: relationship?.target,
      });
    },
    close(name) {
      if (name === "sheets") inSheets = false;
    },
  });
  if (sheets.length === 0) throw new SheetDamage("工作簿目录 workbook.xml 里没有列出任何工作表");
  const listedParts = new Set(sheets.map(({ part }) => part));
  return {
    sheets,
    unlistedParts: [...relationships.values()]
      .filter(({ type, target }) => type === "worksheet" && !listedParts.has(target))
      .map(({ target }) => target),
    date1904,
    sharedStringsPart: partOfType("sharedStrings"),
    stylesPart: partOfType("styles"),
    hasMacros:
      partOfType("vbaProject") !== undefined ||
      zip.names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name)),
  };
}

/** 读一个部件的关系表，按关系编号。`part` 为空字符串时读整个包的关系表。 */
function readRelationships(zip: ZipArchive, part: string): Map<string, Relationship> {
  const slash = part.lastIndexOf("/") + 1;
  const relationshipsPart = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  const what = `关系表 ${relationshipsPart} `;
  const relationships = new Map<string, Relationship>();
  scanXml(decodeXml(zip.read(relationshipsPart), what), what, {
    open(name, attributes) {
      if (name !== "Relationship" || attributes.TargetMode === "External") return;
      const type = attributes.Type ?? "";
      relationships.set(attributes.Id ?? "", {
        type: type.slice(type.lastIndexOf("/") + 1),
        target: resolvePart(part.slice(0, slash), attributes.Target ?? ""),
      });
    },
  });
  return relationships;
}

/** 关系目标解成部件名：`/xl/a.xml` 从包根起，`worksheets/a.xml`、`../a.xml` 从 `folder` 起。 */
function resolvePart(folder: string, target: string): string {
  const path: string[] = target.startsWith("/") ? [] : folder.split("/").slice(0, -1);
  for (const segment of target.split("/")) {
    if (segment === "..") path.pop();
    else if (segment !== "." && segment !== "") path.push(segment);
  }
  return path.join("/");
}
