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

/** 百分数写作“不足0.01%”“超过100%”的，是界限，不是数。 */
export type RateBound = "不足" | "超过";

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
  /** 写作“不足r%”“超过r%”的：是界限。 */
  readonly bound?: RateBound;
  /** 不查的，说明是哪一类：日期、文号、表号、序号、学时等。 */
  readonly exempt: string;
}

export interface Shape {
  readonly text: string;
  readonly figures: readonly Figure[];
  /** 骨架各字符在段落文本里的下标。用到时才算：只有要报告位置时用得着。 */
  readonly at: Int32Array;
  /** 骨架下标 → 数；不是数的位置没有。用到时才算。 */
  readonly byPosition: ReadonlyMap<number, Figure>;
}

const COUNT_UNITS =
  "人次|批次|台（套）|台/套|台套|辆次|个|次|批|辆|台|套|人|名|件|条|项|户|家|篇|期|场|份|组|处|把|张|部|幢|平方米|岁|天|小时|分钟|分|倍|亩|公里|吨|届|级|股|只|支|所|间|座|册|本|头|栋|宗|起|例|轮|科|村|镇";

/** 数后面的单位，从数字末尾起认。 */
const UNIT = new RegExp(
  `亿元|万元|亿|万|元|%|‰|[余多]?(?:${COUNT_UNITS})|[余多](?:万元|万|元)?`,
  "y",
);
const UNIT_STARTS = new Set([
  ..."亿万元%‰余多",
  ...COUNT_UNITS.split("|").map((unit) => unit.charAt(0)),
]);

/** 数的前面是这些的，不是报告的数字。 */
const EXEMPT_BEFORE: readonly (readonly [RegExp, string])[] = [
  [/(?:财决|公开|附|CS|附表|附图|附件|图|表|第|No\.?)[（]?$/i, "表号、图号、序号"],
  [/[A-Za-z#＃]$/, "代号"],
  [/[号令]（?$/, "文号"],
];
/** 上面各种写法的最后一个字。 */
const EXEMPT_ENDS = /[A-Za-z#＃.（决开附图件表第款目号令]/;

const MINUS = 0x2d;
const POINT = 0x2e;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** 把一段里的数找出来，并写出骨架。时间与段落长度成正比。 */
export function readShape(text: string): Shape {
  const figures: Figure[] = [];
  let shape = "";
  let copied = 0;
  let read = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (!isDigit(text.charCodeAt(index))) continue;
    const start = index > read && text.charCodeAt(index - 1) === MINUS ? index - 1 : index;
    const digitsEnd = endOfNumber(text, index);
    const unit = unitAt(text, digitsEnd);
    const shapeAt = shape.length + start - copied;
    const figure = readFigure(text, start, digitsEnd, unit, figures.length, shapeAt);
    shape += text.slice(copied, start) + TOKEN[figure.kind];
    copied = figure.end;
    figures.push(figure);
    read = digitsEnd + unit.length;
    index = read - 1;
  }
  return new FigureShape(figures.length === 0 ? text : shape + text.slice(copied), figures);
}

class FigureShape implements Shape {
  private positions: ReadonlyMap<number, Figure> | null = null;
  private offsets: Int32Array | null = null;

  constructor(
    readonly text: string,
    readonly figures: readonly Figure[],
  ) {}

  get byPosition(): ReadonlyMap<number, Figure> {
    this.positions ??= new Map(this.figures.map((figure) => [figure.shapeAt, figure]));
    return this.positions;
  }

  get at(): Int32Array {
    this.offsets ??= offsetsOf(this.text.length, this.figures);
    return this.offsets;
  }
}

function offsetsOf(length: number, figures: readonly Figure[]): Int32Array {
  const at = new Int32Array(length);
  let written = 0;
  let from = 0;
  for (const figure of figures) {
    for (; from < figure.start; from += 1) at[written++] = from;
    at[written++] = figure.start;
    from = figure.end;
  }
  for (; written < length; from += 1) at[written++] = from;
  return at;
}

/** 整数部分和小数部分之后。 */
function endOfNumber(text: string, start: number): number {
  let end = start + 1;
  while (isDigit(text.charCodeAt(end))) end += 1;
  if (text.charCodeAt(end) !== POINT || !isDigit(text.charCodeAt(end + 1))) return end;
  end += 2;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

function unitAt(text: string, at: number): string {
  if (!UNIT_STARTS.has(text.charAt(at))) return "";
  UNIT.lastIndex = at;
  return UNIT.exec(text)?.[0] ?? "";
}

/** 一个数是哪一种、连单位到哪里为止。 */
interface Reading {
  readonly kind: FigureKind;
  readonly end: number;
  readonly unit: string;
  readonly exempt: string;
}

function readFigure(
  text: string,
  start: number,
  digitsEnd: number,
  printedUnit: string,
  index: number,
  shapeAt: number,
): Figure {
  const digits = text.slice(start, digitsEnd);
  const point = digits.indexOf(".");
  const places = point < 0 ? 0 : digits.length - point - 1;
  const { kind, unit, end, exempt } =
    byNeighbours(text, digits, start, digitsEnd, printedUnit) ??
    byUnit(text, digits, digitsEnd, printedUnit);
  const figure = { index, kind, digits, places, unit, start, digitsEnd, end, shapeAt, exempt };
  const bound = kind === "percent" ? BOUNDS.get(text.slice(start - 2, start)) : undefined;
  return bound === undefined ? figure : { ...figure, bound };
}

const exempt = (end: number, why: string, unit = ""): Reading => ({
  kind: "exempt",
  end,
  unit,
  exempt: why,
});

/** 由左右的字看出是年份、日期、序号、表号、文号的；不是这些为 null。 */
function byNeighbours(
  text: string,
  digits: string,
  start: number,
  digitsEnd: number,
  unit: string,
): Reading | null {
  const last = text.charAt(start - 1);
  const next = text.charAt(digitsEnd);
  if (isYear(digits)) {
    if (next === "年") {
      const end = digitsEnd + (text.charAt(digitsEnd + 1) === "度" ? 2 : 1);
      return { kind: "year", end, unit: "年", exempt: "年份" };
    }
    if (/^[、-]?(?:19|20)?\d*[)）]/.test(text.slice(digitsEnd, digitsEnd + 4))) {
      return exempt(digitsEnd, "年份");
    }
  }
  if (digits.length <= 2) {
    const day = next === "时" ? text.charAt(digitsEnd + 1) !== "候" : isDateWord(next);
    if (day && digits.charAt(0) !== "-") {
      return { kind: "date", end: digitsEnd + 1, unit: next, exempt: "日期" };
    }
    const listed = next === "." || next === "、" || next === "）";
    const heads = start === 0 || last === "：" || last === "；" || last === "。";
    const within = next === "）" && (last === "，" || last === "、");
    if ((listed && (heads || within)) || (last === "（" && next === "）"))
      return exempt(digitsEnd, "序号");
  }
  if (unit === "" && SUBJECT_CODE.test(digits)) {
    const named = /[类款项]）（?$/.test(text.slice(Math.max(0, start - 3), start));
    if (named || (last === "（" && next === "）" && digits.length > 3)) {
      return exempt(digitsEnd, "科目编码");
    }
  }
  if (last === "为" && text.slice(start - 3, start) === "基数为") {
    return exempt(digitsEnd, "说明不可比的零");
  }
  // 带着单位的是数，不是序号：`财政拨款30万元`。
  if (EXEMPT_ENDS.test(last) && !MONEY_UNITS.has(unit) && unit !== "%") {
    const before = text.slice(Math.max(0, start - 6), start);
    // `科目301`、`项目1` 是代号，`项目3个` 是个数。
    const coded = unit === "" && /[款目][（]?$/.test(before);
    if (coded) return exempt(digitsEnd, "表号、图号、序号");
    const found = EXEMPT_BEFORE.find(([form]) => form.test(before));
    if (found !== undefined) return exempt(digitsEnd, found[1]);
  }
  const ranged = last === "-" ? text.charCodeAt(start - 2) : text.charCodeAt(start - 1);
  if ((last === "-" || digits.charAt(0) === "-") && isDigit(ranged)) {
    return exempt(digitsEnd, "表号、区间");
  }
  const joined = next === "-" && isDigit(text.charCodeAt(digitsEnd + 1));
  return next === "表" || next === "号" || joined ? exempt(digitsEnd, "表号、文号") : null;
}

const BOUNDS: ReadonlyMap<string, RateBound> = new Map([
  ["不足", "不足"],
  ["超过", "超过"],
]);
/** 类、款、项的编码：`行政运行（项）（2010301）`。 */
const SUBJECT_CODE = /^[23]\d{2}(?:\d{2}){0,2}$/;
const isYear = (digits: string): boolean =>
  digits.length === 4 &&
  (digits.startsWith("19") || digits.startsWith("20")) &&
  !digits.includes(".");
const isDateWord = (word: string): boolean => word === "月" || word === "日" || word === "号";

function byUnit(text: string, digits: string, digitsEnd: number, unit: string): Reading {
  const end = digitsEnd + unit.length;
  if (unit === "%") return { kind: "percent", end, unit, exempt: "" };
  if (unit === "") {
    return isYear(digits) ? exempt(end, "年份") : { kind: "bare", end, unit, exempt: "" };
  }
  if (MONEY_UNITS.has(unit)) {
    const after = text.slice(end, end + 6);
    if (/^(?:余(?!额)|多)/.test(after)) return exempt(end, "概数", unit);
    // `单价50万元以上通用设备` 里的是门槛。
    return /^(?:（含）)?(?:及?以上|以下|以内)/.test(after)
      ? exempt(end, "标准、门槛", unit)
      : { kind: "money", end, unit, exempt: "" };
  }
  if (/^[余多]/.test(unit)) return exempt(end, "概数", unit);
  if (unit === "‰") return exempt(end, "千分数", unit);
  if (TIME_UNITS.has(unit)) return exempt(end, "时间、分值、等级", unit);
  return { kind: "count", end, unit, exempt: "" };
}

const MONEY_UNITS = new Set(["亿元", "万元", "亿", "万", "元"]);
const TIME_UNITS = new Set(["小时", "分钟", "天", "岁", "届", "级", "分", "倍"]);
