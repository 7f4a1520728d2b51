import type { Cell } from "./workbook.ts";

/** 公式没有缓存结果时单元格的 `text`（`kind` 为 error）：值未知，既不是空白也不是 0。 */
export const NO_CACHED_VALUE = "#无缓存值";

const SECONDS_PER_DAY = 86_400;
/** 9999-12-31 的序列值；Excel 不显示更大的日期。 */
const LAST_SERIAL = 2_958_465;
const DAYS_FROM_1900_TO_1904 = 1462;

/** 双精度数写成能还原它的最短十进制文本，不用科学记数法：`1e21` → `1000000000000000000000`。 */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`不是有限的数：${value}`);
  const shortest = String(Object.is(value, -0) ? 0 : value);
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(shortest);
  if (match === null) return shortest;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + "0".repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/**
 * 日期序列值写成 ISO 文本：整日 `2024-12-31`，带时刻 `2024-12-31T08:30:00`，不足一日 `08:30:00`
 * （秒以下四舍五入）。超出日期范围，以及 1900 年并不存在的 2 月 29 日，返回 `undefined`（仍按数字看）。
 */
export function isoDate(serial: number, date1904: boolean): string | undefined {
  if (!(serial > 0)) return undefined;
  const seconds = Math.round(serial * SECONDS_PER_DAY);
  const time = seconds % SECONDS_PER_DAY;
  const day = (seconds - time) / SECONDS_PER_DAY + (date1904 ? DAYS_FROM_1900_TO_1904 : 0);
  const clock = new Date(time * 1000).toISOString().slice(11, 19);
  if (day === 0) return clock;
  if (day > LAST_SERIAL || day === 60) return undefined;
  // 1900 年日期制多算了一个 2 月 29 日，之前的日期要少减一天。
  const epoch = Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const date = new Date(epoch + day * SECONDS_PER_DAY * 1000).toISOString().slice(0, 10);
  return time === 0 ? date : `${date}T${clock}`;
}

/** 数字单元格；数字格式是日期时为日期单元格。 */
export function numberCell(
  value: number,
  formula: boolean,
  format: { isDate: boolean; date1904: boolean },
): Cell {
  const date = format.isDate ? isoDate(value, format.date1904) : undefined;
  return date === undefined
    ? { kind: "number", text: numberText(value), formula }
    : { kind: "date", text: date, formula };
}

export function booleanCell(value: boolean, formula: boolean): Cell {
  return { kind: "boolean", text: value ? "TRUE" : "FALSE", formula };
}

export function errorCell(text: string, formula: boolean): Cell {
  return { kind: "error", text, formula };
}

/** 文本单元格；空文本等于空白，没有单元格。换行一律为 `\n`。 */
export function textCell(text: string, formula: boolean): Cell | undefined {
  const unified = text.replace(/\r\n?/g, "\n");
  return unified === "" ? undefined : { kind: "text", text: unified, formula };
}
