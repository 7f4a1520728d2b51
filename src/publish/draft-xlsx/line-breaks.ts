/** 全角字符按一个字宽算，半角按 0.56 个：代用字体的数字、字母比仿宋略宽，宁可估高。 */
const NARROW = 0.56;

/**
 * 不能拆到两行的一小段：开头标点 + 一个字或一串半角字符 + 收尾标点（避头尾）。
 * 待补充整块另算，见 `splitParagraph`。
 */
const UNITS = /[（《〈“‘【［]*(?:[\u0021-\u007e]+|.)[，。、；：？！）》〉”’】］…]*/gsu;

/** 文字切成折行时不能拆开的小段，依次相接即为原文。 */
export function lineUnits(text: string): string[] {
  return text.match(UNITS) ?? [];
}

/** 文字按字宽折行要占的行数，至少一行；`capacity` 为一行容纳的全角字数。 */
export function countLines(text: string, capacity: number): number {
  return text
    .split("\n")
    .map((line) => countWrapped(line, capacity))
    .reduce((sum, lines) => sum + lines, 0);
}

function countWrapped(line: string, capacity: number): number {
  let lines = 1;
  let used = 0;
  const place = (width: number) => {
    if (used + width > capacity && used > 0) {
      lines += 1;
      used = 0;
    }
    used += width;
  };
  for (const unit of lineUnits(line)) {
    if (textWidth(unit) <= capacity) place(textWidth(unit));
    else for (const character of unit) place(textWidth(character));
  }
  return lines;
}

/** 以全角字宽为 1 的宽度。 */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    width += (character.codePointAt(0) ?? 0) < 0x80 ? NARROW : 1;
  }
  return width;
}
