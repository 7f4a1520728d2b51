import { TOKEN } from "./text/figures.ts";

/** 各种说法共用的词语，都写成可以拼进正则的片段。只有定长、有界的写法，匹配时间与句长成正比。 */

/** 金额（漏了单位的也算）。 */
export const AMOUNT = `[${TOKEN.money}${TOKEN.bare}]`;
export const RATE = TOKEN.percent;
export const COUNT = `[${TOKEN.count}${TOKEN.bare}]`;
export const YEAR = TOKEN.year;

export const UP_WORDS = ["增加", "增长", "上升", "提高", "增多", "上涨"] as const;
export const DOWN_WORDS = ["减少", "下降", "降低", "下浮", "缩减", "压缩"] as const;
export const DIRECTION = `(?:${[...UP_WORDS, ...DOWN_WORDS].join("|")})`;

/** `与2022年相比`、`比上年`、`较2022年度`。 */
export const COMPARE = `(?:与|比|较|同|和|对比|相较于?|相比)(?:${YEAR}|上年度?|去年|上一年度?|上年同期)(?:度)?(?:(?:支出)?决算数?|同期|支出数|收入数|数)?`;

/** `较年初预算数`、`比2023年年初预算`：比的是预算，不是上年。 */
export const COMPARE_BUDGET = `(?:与|比|较|同|和|相较于?)(?:${YEAR})?(?:年初|全年|调整后?|本年)?(?:“?三公”?经费)?(?:财政拨款)?(?:年初|全年)?预算(?:安排)?数?`;

/** 到下一个标点、数、增减方向为止的几个字：比较对象后面的主语（`比2017年度决算总收入Ａ`）。 */
export const PLAIN = `(?:(?!${DIRECTION})[^，。；：、\ue000-\ue006]){0,16}`;

export function directionOf(word: string): "增加" | "减少" {
  return (DOWN_WORDS as readonly string[]).includes(word) ? "减少" : "增加";
}

/** 说的是年初预算，还是全年（调整）预算；没有写明的算全年预算。 */
export function basisOf(words: string): "budget" | "initial" {
  return words.includes("年初") ? "initial" : "budget";
}

/** `大于（年初、全年）预算数`、`与（年初、全年）预算数持平`：依次取出比的是哪种预算、大小的说法。 */
export const BUDGET_RELATION =
  "决算数?(?:(?<word>大于|高于|超过|超出|超|小于|低于|少于|等于)(?<than>年初|全年|调整后?)?预算数?|与(?<as>年初|全年|调整后?)?预算数?(?:基本)?(?:持平|一致|相等|相同))";

/** 上面的话说的是哪一种大小，比的是哪种预算（没有写明为空）。 */
export function relationOf(match: RegExpExecArray): {
  readonly word: "大于" | "小于" | "等于";
  readonly against: string;
} {
  const { word = "等于", than, as } = match.groups ?? {};
  const [less, equal] = [/小于|低于|少于/.test(word), word === "等于"];
  return { word: equal ? "等于" : less ? "小于" : "大于", against: than ?? as ?? "" };
}

/** 写明没有可比的上年数。 */
export const NOT_COMPARABLE = /不可比|无法比较|上年无|基数为/;
