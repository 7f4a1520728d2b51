import type { TemplateKind, Value } from "../catalogue/entry.ts";
import type { Money } from "../facts/known.ts";
import type { DraftStyle } from "../style.ts";
import { plainText } from "../wording/plain-text.ts";

/** 筛选的一个参数。 */
export interface FilterArgument {
  readonly name: string;
  readonly kind: TemplateKind;
  readonly meaning: string;
  readonly optional?: true;
}

/** 筛选：把一个值写成另一个样子，如 `{收入总计｜增减 上年收入总计}`。一个文件一个。 */
export interface TemplateFilter {
  readonly name: string;
  readonly meaning: string;
  /** 写法和写出来的样子，写进模板手册。 */
  readonly example: string;
  /** 可以用在哪几种值上。 */
  readonly accepts: readonly TemplateKind[];
  /** 可省的参数写在后面。 */
  readonly args: readonly FilterArgument[];
  readonly gives: TemplateKind;
  /** 值和参数的种类已经核对过；没有给的参数为 undefined。不抛错。 */
  readonly apply: (value: Value, args: readonly (Value | undefined)[], style: DraftStyle) => Value;
}

/** 值里的金额；种类不符是程序的错，模板在起草之前已经核对过种类。 */
export function moneyOf(value: Value | undefined): Money {
  if (value?.kind !== "金额") throw new TypeError(`应为金额，却是${value?.kind ?? "没有给"}`);
  return value.fact;
}

/** 可省的文字参数；没有给的用 `otherwise`。 */
export function textOf(value: Value | undefined, otherwise: string): string {
  if (value === undefined) return otherwise;
  if (value.kind !== "文字") throw new TypeError(`应为文字，却是${value.kind}`);
  return plainText(value.run);
}
