/**
 * 段落里的数，以及把每个数换成一个记号的“骨架”。句式都在骨架上认：一个数不论几位都是一个字符，
 * 于是 `本年收入合计1165.69万元，占99%` 的骨架是 `本年收入合计Ａ，占Ｒ`，句式读起来就是句子本身。
 */
export type FigureKind = "money" | "percent" | "count" | "bare" | "year" | "date" | "exempt";

export const TOKEN: Readonly<Record<FigureKind, string>> = {
  money: "\ue000",
  percent: "\ue001",
  count: "\ue002",
  bare: "\ue003",
  year: "\ue004",
  date: "\ue005",
  exempt: "\ue006",
};

export interface Figure {
  /** 段内第几个数。 */
  readonly index: number;
  readonly kind: FigureKind;
  /** 印出的数字部分（归一后），如 `-1234.50`。 */
  readonly digits: string;
  /** 小数位数。 */
  readonly places: number;
  /** 印出的单位，如 `万元`、`万`、`元`、`%`、`辆`；没有写为空。 */
  readonly unit: string;
  /** 在段落文本里的下标：数字开头、数字末尾、连单位的末尾。 */
  readonly start: number;
  readonly digitsEnd: number;
  readonly end: number;
  /** 在骨架里的下标。 */
  readonly shapeAt: number;
  /** 不查的，说明是哪一类：日期、文号、表号、序号、学时等。 */
  readonly exempt: string;
}

export interface Shape {
  readonly text: string;
  readonly figures: readonly Figure[];
  /** 骨架各字符在段落文本里的下标。 */
  readonly at: Int32Array;
  /** 骨架下标 → 数；不是数的位置没有。 */
  readonly byPosition: ReadonlyMap<number, Figure>;
}

const COUNT_UNITS =
  "人次|批次|台（套）|台/套|台套|辆次|个|次|批|辆|台|套|人|名|件|条|项|户|家|篇|期|场|份|组|处|把|张|部|幢|平方米|岁|天|小时|分钟|分|倍|亩|公里|吨|届|级|股|只|支|所|间|座|册|本|头|栋|宗|起|例|轮|科|村|镇";

/** 依次为：年份、日期、数及其单位。 */
const NUMBER = new RegExp(
  String.raw`(-?\d+(?:\.\d+)?)(亿元|万元|亿|万(?!余)|元|%|‰|余?(?:${COUNT_UNITS})|[余多](?:万元|万|元)?)?`,
  "g",
);
const YEAR = /^(?:19|20)\d\d$/;

/** 数的前面是这些的，不是报告的数字。 */
const EXEMPT_BEFORE: readonly (readonly [RegExp, string])[] = [
  [/(?:财决|公开|附|CS|附表|附图|附件|图|表|第|款|目|No\.?)[（]?$/i, "表号、图号、序号"],
  [/[A-Za-z#＃]$/, "代号"],
  [/[号令]〔?$/, "文号"],
];

/** 把一段里的数找出来，并写出骨架。时间与段落长度成正比。 */
export function readShape(text: string): Shape {
  const figures: Figure[] = [];
  const at = new Int32Array(text.length);
  const byPosition = new Map<number, Figure>();
  let shape = "";
  let from = 0;
  const copy = (to: number) => {
    for (let index = from; index < to; index += 1) {
      at[shape.length] = index;
      shape += text.charAt(index);
    }
  };
  for (const match of text.matchAll(NUMBER)) {
    const figure = readFigure(text, match, figures.length, shape.length + match.index - from);
    copy(figure.start);
    at[shape.length] = figure.start;
    shape += TOKEN[figure.kind];
    from = figure.end;
    figures.push(figure);
    byPosition.set(figure.shapeAt, figure);
  }
  copy(text.length);
  return { text: shape, figures, at: at.subarray(0, shape.length), byPosition };
}

function readFigure(text: string, match: RegExpExecArray, index: number, shapeAt: number): Figure {
  const digits = match[1] ?? "";
  const unit = match[2] ?? "";
  const start = match.index;
  const digitsEnd = start + digits.length;
  const after = text.slice(digitsEnd, digitsEnd + 4);
  const before = text.slice(Math.max(0, start - 6), start);
  const base = {
    index,
    digits,
    places: digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0,
    start,
    digitsEnd,
    shapeAt,
  };
  const made = (kind: FigureKind, end: number, printedUnit = "", exempt = ""): Figure => ({
    ...base,
    kind,
    unit: printedUnit,
    end,
    exempt,
  });
  if (YEAR.test(digits) && /^年/.test(after)) {
    return made("year", digitsEnd + (after.startsWith("年度") ? 2 : 1), "年", "年份");
  }
  if (/^\d{1,2}$/.test(digits) && /^(?:月|日|时(?!候)|号)/.test(after)) {
    return made("date", digitsEnd + 1, after.charAt(0), "日期");
  }
  if (YEAR.test(digits) && /^[、-]?(?:19|20)?\d*[)）]/.test(after)) {
    return made("exempt", digitsEnd, "", "年份");
  }
  if (start === 0 && /^[.、]/.test(after) && digits.length <= 2) {
    return made("exempt", digitsEnd, "", "序号");
  }
  if (/（$/.test(before) && /^）/.test(after) && digits.length <= 2) {
    return made("exempt", digitsEnd, "", "序号");
  }
  if (/[：；。]$/.test(before) && /^[.、]/.test(after) && digits.length <= 2) {
    return made("exempt", digitsEnd, "", "序号");
  }
  for (const [form, why] of EXEMPT_BEFORE) {
    if (form.test(before)) return made("exempt", digitsEnd, "", why);
  }
  if (/\d-$/.test(before) || (/^-/.test(digits) && /\d$/.test(before))) {
    return made("exempt", digitsEnd, "", "表号、区间");
  }
  if (/^(?:表|号|-\d)/.test(after)) return made("exempt", digitsEnd, "", "表号、文号");
  const end = digitsEnd + unit.length;
  if (unit === "%") return made("percent", end, unit);
  if (/^(?:亿元|万元|亿|万|元)$/.test(unit)) return classifyMoney(text, unit, end, made);
  if (/^[余多]/.test(unit) && /[万元]$/.test(unit)) {
    return made("exempt", end, unit, "概数");
  }
  if (unit === "")
    return made(YEAR.test(digits) ? "exempt" : "bare", end, "", YEAR.test(digits) ? "年份" : "");
  if (/^(?:小时|分钟|天|岁|届|级|分|倍)$/.test(unit))
    return made("exempt", end, unit, "时间、分值、等级");
  return made("count", end, unit);
}

/** `单价50万元以上通用设备` 里的是门槛，不是金额；`675万`（阅读量）后面没有元也不在金额里。 */
function classifyMoney(
  text: string,
  unit: string,
  end: number,
  made: (kind: FigureKind, end: number, unit?: string, exempt?: string) => Figure,
): Figure {
  const after = text.slice(end, end + 6);
  if (/^(?:（含）)?(?:及?以上|以下|以内|余)/.test(after)) {
    return made("exempt", end, unit, "标准、门槛");
  }
  return made("money", end, unit);
}
