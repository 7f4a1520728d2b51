/** 填着的值写成输入框里的文字。 */
export function textOf(value: unknown): string {
  return value === null || value === undefined || typeof value === "object" ? "" : String(value);
}

/** 计数：是整数的记成数，不是的原样记下（由校验指出），空着为没有填。 */
export function countOf(typed: string): number | string | undefined {
  const text = typed.trim();
  if (text === "") return undefined;
  return /^\d{1,15}$/.test(text) ? Number(text) : typed;
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

/** 换一个键；空了的键去掉，全空为 undefined。 */
export function withKey(
  record: Readonly<Record<string, unknown>>,
  key: string,
  value: unknown,
): Record<string, unknown> | undefined {
  const next = Object.entries({ ...record, [key]: value }).filter(
    ([, each]) => each !== undefined && each !== "",
  );
  return next.length === 0 ? undefined : Object.fromEntries(next);
}
