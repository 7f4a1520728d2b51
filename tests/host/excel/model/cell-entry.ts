import { HostError } from "../host-error.ts";

export type CellValue = string | number | boolean;

/** 单元格里存的：值，有公式的另记公式文字（带等号）。 */
export interface StoredCell {
  readonly value: CellValue;
  readonly formula?: string;
  /** 以单引号开头录入，之后编辑也仍是文字。 */
  readonly quoted?: boolean;
}

const MAX_TEXT = 32_767;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+|\d{1,3}(,\d{3})+(\.\d*)?)(e[+-]?\d+)?$/i;
const DAY_MS = 86_400_000;

/** 公式怎样算出值；测试宿主只会照抄一格。 */
export type Calculate = (formula: string) => CellValue;

/**
 * 像在 Excel 里录入那样得到单元格：以 = 开头是公式，单引号开头是文字，格式为 `@` 的原样是文字，
 * 看着像数字、百分数、日期、TRUE 的变成数字、日期序列值、逻辑值；空文本清空（返回 undefined）。
 */
export function enter(
  raw: unknown,
  numberFormat: string,
  calculate: Calculate,
): StoredCell | undefined {
  if (typeof raw === "number" || typeof raw === "boolean") return { value: raw };
  if (typeof raw !== "string") throw new HostError("InvalidArgument", "单元格的值不对");
  if (raw.length > MAX_TEXT) throw new HostError("InvalidArgument", "文字超过 32767 个字符");
  if (raw === "") return undefined;
  if (raw.startsWith("'")) return { value: raw.slice(1), quoted: true };
  if (numberFormat === "@") return { value: raw };
  if (raw.startsWith("=") && raw.length > 1) return { value: calculate(raw), formula: raw };
  if (/^[+-][^\d.]/.test(raw) || /^@\w/.test(raw)) {
    // 以 + - @ 开头又不是数字的文字，Excel 也当公式，多半录不进去。
    throw new HostError("InvalidArgument", `“${raw.slice(0, 20)}”被当成了公式`);
  }
  return { value: guess(raw) };
}

function guess(text: string): CellValue {
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return trimmed.toLowerCase() === "true";
  if (NUMBER.test(trimmed)) return Number(trimmed.replaceAll(",", ""));
  if (/%$/.test(trimmed) && NUMBER.test(trimmed.slice(0, -1))) {
    return Number(trimmed.slice(0, -1).replaceAll(",", "")) / 100;
  }
  return dateSerial(trimmed) ?? text;
}

/** `2024-12-31`、`2024/12/31`、`12/31`、`2024年12月31日` 成为日期序列值。 */
function dateSerial(text: string): number | undefined {
  const full =
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  const short = /^()(\d{1,2})[-/](\d{1,2})$/.exec(text);
  const [, year, month, day] = full ?? short ?? [];
  if (month === undefined || Number(month) > 12 || Number(month) === 0) return undefined;
  if (Number(day) === 0 || Number(day) > 31) return undefined;
  return serialOf(Number(year || 2024), Number(month), Number(day));
}

/** 1900 年日期制的序列值（1900-03-01 以后）。 */
export function serialOf(year: number, month: number, day: number): number {
  return Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / DAY_MS);
}
