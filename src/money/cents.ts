declare const brand: unique symbol;

/** 金额，以分计的安全整数（绝对值小于 2^53）。 */
export type Cents = number & { readonly [brand]: "分" };

/** 确认 `n` 是以分计的金额；不是安全整数（有小数、超过 2^53、NaN）时抛 RangeError。 */
export function cents(n: number): Cents {
  if (!Number.isSafeInteger(n)) {
    throw new RangeError(`${n} 不是以分计的整数金额，或超出可精确表示的范围`);
  }
  // 加 0 去掉负零，免得印出 “-0.00”。
  return (n + 0) as Cents;
}

/** 两个以分计的金额之和；和超出安全整数时抛 RangeError。 */
export function addCents(a: number, b: number): Cents {
  return cents(a + b);
}

/** 两个以分计的金额之差 a − b；差超出安全整数时抛 RangeError。 */
export function subtractCents(a: number, b: number): Cents {
  return cents(a - b);
}

/** 若干以分计的金额之和；任何一步超出安全整数时抛 RangeError。空清单为 0。 */
export function sumCents(amounts: Iterable<number>): Cents {
  let sum = cents(0);
  for (const amount of amounts) sum = cents(sum + amount);
  return sum;
}

/** 以分计的金额写成以元计、两位小数的十进制文本，如 -123450 → `-1234.50`。不是安全整数时抛 RangeError。 */
export function yuanText(c: number): string {
  const amount = cents(c);
  const digits = String(Math.abs(amount)).padStart(3, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
