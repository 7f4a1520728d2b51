import { yuanText } from "../money/cents.ts";
import { printWan } from "../money/print.ts";
import type { DocumentStyle } from "./arithmetic/quantity.ts";

/** 以分计的金额按这份说明通行的单位写出，如 `844.58万元`。 */
export function moneyText(cents: number, style: DocumentStyle): string {
  return style.moneyUnit === "元"
    ? `${yuanText(cents)}元`
    : `${printWan(cents, { trimZeros: false })}万元`;
}
