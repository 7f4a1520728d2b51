/** 一段文字里的一截，UTF-16 下标。 */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** 说明增减方向的词（正则的一截）。前面有它的数，方向变了也是数变了。 */
export const DIRECTION_WORDS = "增加|增长|上升|提高|减少|下降|降低";

const DIRECTION = new RegExp(`(?:${DIRECTION_WORDS})$`);

export function printed(text: string, { start, end }: Place): string {
  return text.slice(start, end);
}

/** 连同前面紧挨着的方向词。 */
export function withDirection(text: string, { start, end }: Place): Place {
  const word = DIRECTION.exec(text.slice(0, start))?.[0] ?? "";
  return { start: start - word.length, end };
}

/**
 * 文中 `place` 处的数与新稿的 `expected` 处相同，两边都有方向词时方向也相同。人另起的写法（100 与 100.00）算相同。
 */
export function agrees(text: string, place: Place, freshText: string, expected: Place): boolean {
  if (plain(printed(text, place)) !== plain(printed(freshText, expected))) return false;
  const mine = text.slice(withDirection(text, place).start, place.start);
  const theirs = freshText.slice(withDirection(freshText, expected).start, expected.start);
  return mine === "" || theirs === "" || rises(mine) === rises(theirs);
}

function plain(figure: string): string {
  const value = figure.replaceAll(/[,，\s]|[辆个人批次台套项]$/g, "").replace("％", "%");
  return value.includes(".") ? value.replace(/\.?0+(?=\D*$)/, "") : value;
}

function rises(word: string): boolean {
  return /增|升|提/.test(word);
}

/** 文中 `place` 处的数，与新稿这一段的哪个数相同。 */
export function isAmong(
  fresh: { readonly text: string; readonly figures: readonly Place[] },
  text: string,
  place: Place,
): boolean {
  return fresh.figures.some((figure) => agrees(text, place, fresh.text, figure));
}
