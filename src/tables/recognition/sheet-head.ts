import type { Sheet } from "../../workbook/workbook.ts";
import { flatten, isFootText, isHeaderMark, normaliseLabel } from "./labels.ts";

/** 表头以上的几行说了什么。 */
export interface SheetHead {
  /** 像标题的文字（已去空白），从上到下。 */
  readonly titles: readonly string[];
  /** 表号，如 `财决01-1表`、`公开06表`、`决算01表`；没有则为 null。 */
  readonly corner: string | null;
  /** 编制单位。 */
  readonly unit: string | null;
  readonly year: number | null;
  /** 印出的金额单位原文，如 `万元`、`千元`、`人、个`；没有则为 null。 */
  readonly moneyUnit: string | null;
  /** 标题、表号、编制单位等所在的最后一行，从 0 起；没有则为 -1。 */
  readonly lastRow: number;
}

const CORNER = /(财决批复|财决公开|财决|公开|决算|CS|附表)(附?)(\d{1,2})(?:-(\d))?表?/;
const SCAN_ROWS = 40;
const UNIT_PREFIX = /^(?:编制单位|填报单位|公开单位|部门名称|公开部门|单位名称|部门|单位)[:：]\s*/;
const UNIT_END = /\s{2,}|\s*(?:19|20)\d{2}\s*年|\s*金额单位|\s*单位[:：]/;
const MONEY_UNIT = /(?:金额)?单位:(?:人民币)?((?:亿|千|百万|万)?元(?![素器])|人[、,].{0,6}|个|辆)/;
const CHINESE_DIGITS = "〇一二三四五六七八九";

/** 读标题、表号、编制单位、年度、金额单位；遇到表头（项目、科目名称、行次）即止。 */
export function readHead(sheet: Sheet): SheetHead {
  const titles: string[] = [];
  let corner: string | null = null;
  let unit: string | null = null;
  let year: number | null = null;
  let moneyUnit: string | null = null;
  let lastRow = -1;
  for (let r = 0; r < Math.min(sheet.rowCount, SCAN_ROWS); r++) {
    const row = sheet.rows[r];
    if (row === undefined) continue;
    const texts = row.map((cell) => cell?.text ?? "");
    if (isHeaderRow(texts) || texts.some(isFootText)) break;
    for (let c = 0; c < row.length; c++) {
      const cell = row[c];
      if (cell === undefined || cell.text.length > 120) continue;
      const text = flatten(cell.text);
      if (text === "") continue;
      const before = lastRow;
      lastRow = r;
      const foundCorner = cornerIn(text);
      const foundYear = yearIn(text);
      const foundUnit = unitIn(cell.text, sheet, r, c);
      const foundMoney = MONEY_UNIT.exec(text)?.[1];
      if (foundMoney !== undefined) moneyUnit ??= foundMoney;
      if (foundUnit !== null) unit ??= foundUnit;
      if (foundCorner !== null) corner ??= foundCorner;
      if (foundYear !== null && foundUnit === null) year ??= foundYear;
      const titled = isTitle(text);
      if (titled) titles.push(text);
      const known =
        titled ||
        foundMoney !== undefined ||
        foundUnit !== null ||
        foundCorner !== null ||
        /^\d{4}年?度?$/.test(text);
      if (!known) lastRow = before;
    }
  }
  return { titles, corner, unit, year, moneyUnit, lastRow };
}

const HEADER_WORDS = new Set([
  "项目",
  "行次",
  "栏次",
  "收入",
  "支出",
  "合计",
  "预算数",
  "决算数",
  "年初预算数",
]);

/** 表头行：有“科目名称”“科目编码”，或恰为“项目”“行次”一类的格。 */
function isHeaderRow(texts: readonly string[]): boolean {
  return texts.some((text) => {
    if (text === "" || text.length > 40) return false;
    const label = normaliseLabel(text);
    return (
      HEADER_WORDS.has(label) ||
      label.startsWith("项目(") ||
      label.includes("科目名称") ||
      label.includes("科目编码")
    );
  });
}

/** 取出统一写法的表号：`财决附03表`、`财决01-1表`、`公开06表`、`决算01表`、`CS01表`、`附表1-1`。 */
export function cornerIn(text: string): string | null {
  const match = CORNER.exec(text);
  if (match === null) return null;
  const [whole, family = "", annex = "", number = "", part] = match;
  if (!whole.endsWith("表") && family !== "CS" && family !== "附表") return null;
  const suffix = part === undefined ? "" : `-${part}`;
  if (family === "附表") return `附表${number}${suffix}`;
  const name = family === "财决公开" ? "公开" : family;
  return `${name}${annex}${number.padStart(2, "0")}${suffix}表`;
}

/** 年度：`2023年度`、`2023年`、`二〇二三年度`，也认恰为四位年份的格。 */
export function yearIn(text: string): number | null {
  const match = /(?:^|\D)((?:19|20)\d{2})年|^((?:19|20)\d{2})$/.exec(text);
  if (match !== null) return Number(match[1] ?? match[2]);
  const chinese = /二[〇○零O0]([〇○零O0一二三四五六七八九])([〇○零O0一二三四五六七八九])年/.exec(
    text,
  );
  if (chinese === null) return null;
  const digit = (char = ""): number => Math.max(0, CHINESE_DIGITS.indexOf(char));
  return 2000 + digit(chinese[1]) * 10 + digit(chinese[2]);
}

/** `编制单位：某某` 的某某；值写在右边一格时取右边一格。 */
function unitIn(raw: string, sheet: Sheet, row: number, column: number): string | null {
  const text = raw.trim();
  const prefix = UNIT_PREFIX.exec(text)?.[0];
  if (prefix === undefined) return null;
  const rest = text.slice(prefix.length);
  const end = rest.search(UNIT_END);
  const name = (end < 0 ? rest : rest.slice(0, end)).replace(/[\s\u3000]/g, "");
  if (name === "") {
    const right = sheet.rows[row]
      ?.slice(column + 1)
      .find((cell) => cell?.text.trim() !== undefined);
    const text = right?.text.replace(/[\s\u3000]/g, "") ?? "";
    return text === "" || /[:：]|^\d/.test(text) ? null : text;
  }
  return /^(?:人民币)?[万千亿百]*元|^[人个辆][、，,]?/.test(name) && name.length <= 6 ? null : name;
}

function isTitle(text: string): boolean {
  if (text.includes(":") || isHeaderMark(text)) return false;
  const bare = stripBrackets(text);
  return (
    bare.length >= 4 &&
    (/(?:表|代码)$/.test(bare) || /决算报表|总决算/.test(bare)) &&
    cornerIn(bare) !== bare
  );
}

/** 去掉标题尾部的括号，如 `（公开01表）`、`（汇总）`。 */
export function stripBrackets(title: string): string {
  return title.replace(/(?:\([^()]*\))+$/, "");
}
