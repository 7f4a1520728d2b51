import type { DraftContext } from "../context.ts";
import type { Reason } from "../inputs/inputs.ts";
import { proposeReason } from "../reasons/propose.ts";
import { isEmptyReason } from "../reasons/reason-quality.ts";
import { compareWords } from "../reasons/same-words.ts";
import { proposalRun } from "./proposal.ts";
import { gap, type Run } from "./run.ts";

/**
 * 原因：填报文件 `原因` 下的 `key`。已确认的直接写进句子；没有填的看表里有没有依据，有就拟一句，写成
 * 【据表推断：…】等人确认；没有依据，或填明“待补充”（不要推断）的，留成待补充。`asks` 写清是什么数怎样变动的。
 */
export function reasonRun(context: DraftContext, key: string, what: string, asks: string): Run {
  return reasonAt(context, [key], context.inputs.reasons.get(key), what, asks);
}

/** 各项决算数与预算数不等（或要写明相等）的原因；相等时可以用一条共同的。 */
export function itemReasonRun(
  context: DraftContext,
  code: string,
  asks: string,
  common?: string,
): Run {
  const { reasons, itemReasons } = context.inputs;
  const own = itemReasons.get(code);
  if (common === undefined || own !== undefined) {
    return reasonAt(context, ["各项完成预算", code], own, "原因", asks);
  }
  return reasonAt(context, [common], reasons.get(common), "原因", asks);
}

/** 各项决算数与年初预算数不等的原因。 */
export function initialItemReasonRun(context: DraftContext, code: string, asks: string): Run {
  const typed = context.inputs.initialItemReasons.get(code);
  return reasonAt(context, ["各项完成年初预算", code], typed, "原因", asks);
}

function reasonAt(
  context: DraftContext,
  path: readonly string[],
  typed: Reason | undefined,
  what: string,
  asks: string,
): Run {
  const key = ["原因", ...path];
  if (typed?.status === "待补充") return gap(what, asks, key);
  const proposed = proposeReason(context, path);
  if (typed === undefined || isEmptyReason(typed.text)) {
    return proposed === null
      ? gap(what, asks, key)
      : proposalRun(proposed.runs, asks, key, proposed.evidence);
  }
  // 原样确认的推断仍用拟的那一句，里面的数才追得到单元格。
  const same = proposed !== null && compareWords(typed.text, proposed.text) === "same";
  const said = same ? proposed.runs : withoutFullStop(typed.text);
  return typed.status === "已确认" ? said : proposalRun(said, asks, key, proposed?.evidence ?? []);
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
