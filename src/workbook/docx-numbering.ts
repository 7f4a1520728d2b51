import { decodeXml, scanXml } from "./xml-scan.ts";

/** 一级编号的写法：`%1、`、`（%2）`、`%3.`。 */
interface NumberLevel {
  format: string;
  text: string;
  start: number;
}

/** Word 自动编号：文中看得见、正文里却没有的序号。 */
export interface DocxNumbering {
  /** 用到这个编号的下一段，返回印出的序号；没有编号、项目符号为空串。 */
  next(numId: string, level: number): string;
}

/** 读 numbering.xml；`xml` 为 null（没有自动编号）时总返回空串。损坏时抛 SheetDamage。 */
export function readDocxNumbering(bytes: Uint8Array | null): DocxNumbering {
  const abstract = new Map<string, Map<number, NumberLevel>>();
  const instances = new Map<string, string>();
  if (bytes !== null) scanNumbering(decodeXml(bytes, "编号"), abstract, instances);
  const counters = new Map<string, number[]>();
  return {
    next(numId, level) {
      const owner = instances.get(numId);
      const levels = owner === undefined ? undefined : abstract.get(owner);
      const own = levels?.get(level);
      if (owner === undefined || own === undefined || own.format === "bullet") return "";
      const counts = counters.get(owner) ?? [];
      counters.set(owner, counts);
      counts[level] = (counts[level] ?? own.start - 1) + 1;
      counts.length = level + 1;
      return own.text.replace(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const format = levels?.get(at)?.format ?? "decimal";
        return printNumber(counts[at] ?? levels?.get(at)?.start ?? 1, format);
      });
    },
  };
}

function scanNumbering(
  xml: string,
  abstract: Map<string, Map<number, NumberLevel>>,
  instances: Map<string, string>,
): void {
  let levels: Map<number, NumberLevel> | null = null;
  let level: NumberLevel | null = null;
  let numId = "";
  scanXml(xml, "编号 numbering.xml ", {
    open(name, attributes) {
      const value = attributes["w:val"] ?? "";
      if (name === "abstractNum") {
        levels = new Map();
        abstract.set(attributes["w:abstractNumId"] ?? "", levels);
      } else if (name === "lvl" && levels !== null) {
        level = { format: "decimal", text: "", start: 1 };
        levels.set(Number(attributes["w:ilvl"] ?? "0"), level);
      } else if (name === "numFmt" && level !== null) level.format = value;
      else if (name === "lvlText" && level !== null) level.text = value;
      else if (name === "start" && level !== null) level.start = Number(value) || 1;
      else if (name === "num") numId = attributes["w:numId"] ?? "";
      else if (name === "abstractNumId" && numId !== "") instances.set(numId, value);
    },
    close(name) {
      if (name === "lvl") level = null;
      if (name === "abstractNum") levels = null;
    },
  });
}

const CHINESE = /chinese|ideograph|japaneseCounting|taiwanese/i;
const DIGITS = "零一二三四五六七八九";

function printNumber(value: number, format: string): string {
  if (CHINESE.test(format) && value > 0 && value < 100) {
    const tens = Math.floor(value / 10);
    const ones = value % 10;
    const head = tens === 0 ? "" : tens === 1 ? "十" : `${DIGITS.charAt(tens)}十`;
    return `${head}${ones === 0 ? "" : DIGITS.charAt(ones)}`;
  }
  return String(value);
}
