import type { DraftContext } from "../context.ts";
import type { Reason } from "../inputs/inputs.ts";
import { gap, type Run } from "./run.ts";

/**
 * 原因：填报文件 `原因` 下的 `key`；没有填、或状态是待补充的，留成待补充。
 * `asks` 写清是什么数怎样变动的。
 */
export function reasonRun(context: DraftContext, key: string, what: string, asks: string): Run {
  return written(context.inputs.reasons.get(key)) ?? gap(what, asks, ["原因", key]);
}

/** 各项决算数与预算数不等（或要写明相等）的原因；相等时可以用一条共同的。 */
export function itemReasonRun(
  context: DraftContext,
  code: string,
  asks: string,
  common?: string,
): Run {
  const own = written(context.inputs.itemReasons.get(code));
  const shared = common === undefined ? null : written(context.inputs.reasons.get(common));
  const key = common === undefined ? ["原因", "各项完成预算", code] : ["原因", common];
  return own ?? shared ?? gap("原因", asks, key);
}

function written(reason: Reason | undefined): string | null {
  if (reason === undefined || reason.status === "待补充") return null;
  return withoutFullStop(reason.text);
}

/** 人写的话放进句子里，去掉首尾空白和末尾的句号。 */
export function withoutFullStop(text: string): string {
  return text.trim().replace(/[。.；;，,]+$/, "");
}

/** 填报文件里的一段文字，路径如 `公务接待.国内接待用途`；没有填的留成待补充。 */
export function textRun(
  context: DraftContext,
  path: readonly string[],
  what: string,
  asks: string,
): Run {
  const text = context.inputs.texts.get(path.join("."));
  return text === undefined ? gap(what, asks, path) : withoutFullStop(text);
}
