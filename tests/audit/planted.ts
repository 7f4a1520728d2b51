/** 在没有错的说明里种一个错：返回改过的全文和种在哪里；这份文本里种不下的为 null。 */
export interface Planting {
  readonly kind: string;
  readonly plant: (text: string, pick: (count: number) => number) => Planted | null;
}

export interface Planted {
  readonly text: string;
  /** 种错处所在行的文字，供报错时看。 */
  readonly line: string;
  /** 改动之处在 `text` 里的范围；漏列的没有改动之处，是那一行。 */
  readonly start: number;
  readonly end: number;
}

const NARRATIVE_END = /\n(?:第四部分|第三部分[^\n]*名词解释|名词解释)/;

/** 第二部分里合式样的各处中任取一处，换成 `change` 给的文字；给 null 的不取。 */
function replaceOne(
  text: string,
  form: RegExp,
  pick: (count: number) => number,
  change: (match: RegExpExecArray) => string | null,
): Planted | null {
  const stop = text.search(NARRATIVE_END);
  const body = stop < 0 ? text : text.slice(0, stop);
  const places = [...body.matchAll(form)].flatMap((match) => {
    const changed = change(match);
    const chart = /［图/.test(lineAt(text, match.index));
    return changed === null || chart || insideGap(body, match.index) ? [] : [{ match, changed }];
  });
  const chosen = places[pick(places.length)];
  if (chosen === undefined) return null;
  const { match, changed } = chosen;
  const planted = `${text.slice(0, match.index)}${changed}${text.slice(match.index + match[0].length)}`;
  const line = lineAt(planted, match.index);
  const lineStart = planted.lastIndexOf("\n", match.index - 1) + 1;
  return changed === ""
    ? { text: planted, line, start: lineStart, end: lineStart + line.length }
    : { text: planted, line, start: match.index, end: match.index + changed.length };
}

/** 在【待补充：…】【据表推断：…】里的不是说明的话。 */
function insideGap(text: string, at: number): boolean {
  const open = text.lastIndexOf("【", at);
  return open >= 0 && text.indexOf("】", open) > at;
}

function lineAt(text: string, at: number): string {
  const start = text.lastIndexOf("\n", at) + 1;
  const end = text.indexOf("\n", at);
  return text.slice(start, end < 0 ? text.length : end);
}

/** 末位加减 `steps`，位数不变。 */
function nudge(digits: string, steps: number): string {
  const places = digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0;
  return (Number(digits.replaceAll(",", "")) + steps / 10 ** places).toFixed(places);
}

/** 万元数舍入后真值恰在两个百分数之间：凑上去的也说得通，谁也分不出。 */
function isBetween(line: string, amount: string, rate: string): boolean {
  const total = /(\d[\d,]*\.\d+)万元/.exec(line)?.[1]?.replaceAll(",", "");
  const exact = (Number(amount) / Number(total ?? amount)) * 100;
  return Math.abs(exact - (Number(rate) - 0.005)) < 0.002;
}

const AMOUNT = String.raw`(\d[\d,]*(?:\.\d+)?)万元`;

/** 各类错误；占比、增减率改得超出舍入解释得了的范围。 */
export const PLANTINGS: readonly Planting[] = [
  {
    kind: "占比写错",
    plant: (text, pick) =>
      replaceOne(text, /，占([^，。；]{0,12})(\d+\.\d+)%/g, pick, ([, of = "", rate = ""]) =>
        Number(rate) === 0 ? null : `，占${of}${nudge(rate, Number(rate) > 50 ? -700 : 700)}%`,
      ),
  },
  {
    kind: "增减率用错基数",
    plant: (text, pick) =>
      replaceOne(text, /(增长|下降)(\d+\.\d+)%/g, pick, ([, word = "", rate = ""]) => {
        const r = Number(rate) / 100;
        if (r < 0.03 || r > 5) return null;
        const wrong = ((word === "增长" ? r / (1 + r) : r / (1 - Math.min(r, 0.9))) * 100).toFixed(
          2,
        );
        return Math.abs(Number(wrong) - Number(rate)) < 0.1 ? null : `${word}${wrong}%`;
      }),
  },
  {
    kind: "增减写反",
    plant: (text, pick) =>
      replaceOne(
        text,
        new RegExp(`(增加|减少)${AMOUNT}，(增长|下降)(\\d+\\.\\d+)%`, "g"),
        pick,
        ([, word = "", amount = "", , rate = ""]) =>
          Number(rate) < 1
            ? null
            : word === "增加"
              ? `减少${amount}万元，下降${rate}%`
              : `增加${amount}万元，增长${rate}%`,
      ),
  },
  {
    kind: "漏写万",
    plant: (text, pick) =>
      replaceOne(
        text,
        /([支收]出?入?|总计均为|决算为?)(\d+\.\d+)万元/g,
        pick,
        ([, before = "", amount = ""]) => (Number(amount) < 1 ? null : `${before}${amount}元`),
      ),
  },
  {
    kind: "数字颠倒",
    plant: (text, pick) =>
      replaceOne(
        text,
        /(支出决算为|支出|收入)(\d)(\d)(\d*\.\d+)万元/g,
        pick,
        ([, before = "", a = "", b = "", rest = ""]) =>
          a === b || b === "0" ? null : `${before}${b}${a}${rest}万元`,
      ),
  },
  {
    kind: "年份写错",
    plant: (text, pick) =>
      replaceOne(
        text,
        /(与|比)(20\d\d)(年度?)/g,
        pick,
        ([, word = "", year = "", unit = ""]) => `${word}${Number(year) - 1}${unit}`,
      ),
  },
  {
    kind: "漏列一项",
    plant: (text, pick) =>
      replaceOne(
        text,
        /；([^；。：\n]{2,20}支出)(\d+\.\d+)万元，占(\d+\.\d+)%/g,
        pick,
        ([, , amount = "0"]) => (Number(amount) < 0.2 ? null : ""),
      ),
  },
  {
    kind: "两节不一致",
    plant: (text, pick) =>
      replaceOne(
        text,
        /(一般公共预算支出决算数为|基本支出(?=\d+\.\d+万元，其中：)|国内公务接待支出)(\d+\.\d+)万元/g,
        pick,
        ([, before = "", amount = ""]) => `${before}${nudge(amount, 100)}万元`,
      ),
  },
  {
    kind: "量词写错",
    plant: (text, pick) =>
      replaceOne(
        text,
        /(公务用车|共有车辆|用车|轿车|越野车)(\d+)辆/g,
        pick,
        ([, before = "", count = ""]) => `${before}${count}人`,
      ),
  },
  {
    kind: "取成上年的数",
    plant: (text, pick) =>
      replaceOne(
        text,
        new RegExp(
          `(机关运行经费支出|公务接待费支出)${AMOUNT}([^\\n]{0,60}?(?:比|较)[^\\n]{0,8}?(增加|减少))${AMOUNT}`,
          "g",
        ),
        pick,
        ([, name = "", amount = "", between = "", word = "", change = ""]) => {
          const sign = word === "增加" ? -1 : 1;
          const prior =
            Number(amount.replaceAll(",", "")) + sign * Number(change.replaceAll(",", ""));
          return Number(change) < 0.1
            ? null
            : `${name}${prior.toFixed(2)}万元${between}${change}万元`;
        },
      ),
  },
  {
    kind: "凑整的占比",
    plant: (text, pick) =>
      replaceOne(text, /(\d+\.\d+)万元，占(\d+\.\d\d)%/g, pick, (match) => {
        const [, amount = "", rate = ""] = match;
        const plugged = nudge(rate, 1);
        if (Number(amount) < 500 || Number(rate) > 99.9) return null;
        return isBetween(lineAt(text, match.index), amount, plugged)
          ? null
          : `${amount}万元，占${plugged}%`;
      }),
  },
];
