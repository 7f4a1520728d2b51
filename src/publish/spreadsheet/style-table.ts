import { escapeAttribute, XML_DECLARATION } from "../ooxml/xml.ts";
import type { CellFont, CellStyle } from "./model.ts";
import { MAIN_NS } from "./namespaces.ts";

/**
 * 列宽以默认字体的数字宽度计。Times New Roman 12 磅的数字恰为 8 像素（6 磅），
 * 各种软件、各种替代字体量出来都一样，列宽才能准确等于版心宽。
 */
export const DEFAULT_FONT: CellFont = { name: "Times New Roman", size: 12 };
export const DIGIT_WIDTH_POINTS = 6;

/** 自定义数字格式的编号从这里起，之前的是软件内置的。 */
const FIRST_CUSTOM_FORMAT = 164;

/** 收集用到的字体、底色、数字格式和样式，编号，最后写成 styles.xml。 */
export class StyleTable {
  readonly #fonts = new Numbering([fontXml(DEFAULT_FONT)]);
  readonly #fills = new Numbering([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]);
  readonly #formats = new Numbering([]);
  readonly #styles = new Numbering([
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  ]);

  /** 样式的编号。`quoted` 的单元格编辑后仍是文字，不会变成公式。 */
  indexOf(style: CellStyle, quoted: boolean): number {
    const font = this.#fonts.add(fontXml(style.font));
    const fill = style.fill === undefined ? 0 : this.#fills.add(fillXml(style.fill));
    const format =
      style.numberFormat === undefined
        ? 0
        : FIRST_CUSTOM_FORMAT + this.#formats.add(style.numberFormat);
    const attributes = [
      `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${style.border ? 1 : 0}" xfId="0"`,
      quoted ? ' quotePrefix="1"' : "",
      format === 0 ? "" : ' applyNumberFormat="1"',
      ' applyFont="1"',
      fill === 0 ? "" : ' applyFill="1"',
      style.border ? ' applyBorder="1"' : "",
      ' applyAlignment="1"',
    ];
    return this.#styles.add(`<xf ${attributes.join("")}>${alignmentXml(style)}</xf>`);
  }

  toXml(): string {
    const formats = this.#formats.items.map(
      (code, index) =>
        `<numFmt numFmtId="${FIRST_CUSTOM_FORMAT + index}" formatCode="${escapeAttribute(code)}"/>`,
    );
    const side = (name: string) => `<${name} style="thin"><color rgb="FFA6A6A6"/></${name}>`;
    return [
      `${XML_DECLARATION}<styleSheet xmlns="${MAIN_NS}">`,
      formats.length === 0
        ? ""
        : `<numFmts count="${formats.length}">${formats.join("")}</numFmts>`,
      list("fonts", this.#fonts.items),
      list("fills", this.#fills.items),
      list("borders", [
        "<border><left/><right/><top/><bottom/><diagonal/></border>",
        `<border>${side("left")}${side("right")}${side("top")}${side("bottom")}<diagonal/></border>`,
      ]),
      list("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
      list("cellXfs", this.#styles.items),
      list("cellStyles", ['<cellStyle name="常规" xfId="0" builtinId="0"/>']),
      "</styleSheet>",
    ].join("");
  }
}

/** 富文本片段的字体；各项的先后由格式规定，与单元格字体不同。 */
export function runFontXml(font: CellFont): string {
  return `<rPr><rFont val="${escapeAttribute(font.name)}"/>${charsetXml(font)}${familyXml(font)}${boldXml(font)}${colorXml(font)}${sizeXml(font)}</rPr>`;
}

function fontXml(font: CellFont): string {
  return `<font>${boldXml(font)}${font.underline ? "<u/>" : ""}${sizeXml(font)}${colorXml(font)}<name val="${escapeAttribute(font.name)}"/>${familyXml(font)}${charsetXml(font)}</font>`;
}

/** 中文字体标明简体中文字符集：电脑上没有这个字体时，软件据此换成别的中文字体。 */
function charsetXml(font: CellFont): string {
  return isChinese(font) ? '<charset val="134"/>' : "";
}

function familyXml(font: CellFont): string {
  return `<family val="${isChinese(font) ? 3 : 1}"/>`;
}

function isChinese(font: CellFont): boolean {
  return /\p{Script=Han}/u.test(font.name);
}

function boldXml(font: CellFont): string {
  return font.bold ? "<b/>" : "";
}

function sizeXml(font: CellFont): string {
  return `<sz val="${font.size}"/>`;
}

function colorXml(font: CellFont): string {
  return `<color rgb="FF${font.color ?? "000000"}"/>`;
}

function fillXml(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function alignmentXml({ horizontal, vertical, wrap }: CellStyle): string {
  const attributes = [
    horizontal === undefined ? "" : ` horizontal="${horizontal}"`,
    ` vertical="${vertical ?? "center"}"`,
    wrap ? ' wrapText="1"' : "",
  ];
  return `<alignment${attributes.join("")}/>`;
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join("")}</${name}>`;
}

/** 相同的内容得相同的编号，编号按首次出现的先后。 */
class Numbering {
  readonly #index = new Map<string, number>();
  readonly items: string[] = [];

  constructor(initial: readonly string[]) {
    for (const item of initial) this.add(item);
  }

  add(item: string): number {
    const known = this.#index.get(item);
    if (known !== undefined) return known;
    this.#index.set(item, this.items.length);
    this.items.push(item);
    return this.items.length - 1;
  }
}
