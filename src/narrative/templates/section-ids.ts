const NUMERALS = "一二三四五六七八九十";
const NUMERAL = "十?[一二三四五六七八九]|十";
const SHAPE = new RegExp(`^(${NUMERAL})(?:\\.(${NUMERAL})(?:\\.（(${NUMERAL})）)?)?$`);

/** 封面的编号，排在最前。 */
export const COVER = "封面";

/** 节的编号（`封面`、`二`、`二.五`、`二.五.（三）`）换成可以排先后的数；不是节的编号时为 null。 */
export function sectionOrder(id: string): number | null {
  if (id === COVER) return 0;
  const match = SHAPE.exec(id);
  if (match === null) return null;
  const [, part = "", section = "", subsection = ""] = match;
  return (numberOf(part) * 100 + numberOf(section)) * 100 + numberOf(subsection);
}

/** 一至十九；空串为 0。 */
function numberOf(numeral: string): number {
  return [...numeral].reduce((sum, digit) => sum + NUMERALS.indexOf(digit) + 1, 0);
}

/** 文件名里第一个空格之前的节编号，半角括号、全角空格也认。 */
export function sectionIdOf(fileName: string): string {
  const [id = ""] = fileName.replace(/\.txt$/i, "").split(/[ \u3000]/);
  return id.replaceAll("(", "（").replaceAll(")", "）").replaceAll("．", ".");
}
