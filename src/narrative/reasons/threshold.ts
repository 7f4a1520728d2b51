import { compareRatio, ratio } from "../../money/ratio.ts";
import type { DraftContext } from "../context.ts";
import { isMissing, type Money } from "../facts/known.ts";

/** 门槛的百分数化成整数比：两位小数的百分数是万分之几。 */
const PER_PERCENT = 100;

/** 与年初预算比的各项，键写作 `各项完成年初预算.科目编码`。 */
const INITIAL = "各项完成年初预算.";

/**
 * 这个变动要不要写原因。缺省一律要写。写法里设了门槛的：
 * - `原因门槛增减率`：增减额 ÷ 基数（上年数、预算数）达到这个百分数；基数为零或为负，率不可比，算达到；
 * - `原因门槛增减额`：增减额（不论增减）达到这个数；
 * - 两个都设了，`原因门槛关系` 为“任一达到”时达到一个就写，“同时达到”时两个都达到才写；只设一个的只看那一个。
 *
 * 恰好等于门槛算达到。两头恰好相等的不归门槛管（要不要写由各句自己定）；有一头取不到的照写，句子自己会留待补充；
 * 填报里已经确认了原因的一律写，人写的话不丢。`key` 是 `原因` 以下的键，各项完成预算写科目编码，
 * 各项完成年初预算写 `各项完成年初预算.科目编码`。
 */
export function reasonWanted(
  { style, inputs }: Pick<DraftContext, "style" | "inputs">,
  key: string,
  current: Money,
  base: Money,
): boolean {
  if (isMissing(current) || isMissing(base) || current.cents === base.cents) return true;
  const typed = key.startsWith(INITIAL)
    ? inputs.initialItemReasons.get(key.slice(INITIAL.length))
    : (inputs.reasons.get(key) ?? inputs.itemReasons.get(key));
  if (typed?.status === "已确认" && typed.text.trim() !== "") return true;
  const amount = Math.abs(current.cents - base.cents);
  const tests: boolean[] = [];
  if (style.reasonRate > 0) {
    const rate = ratio(Math.round(style.reasonRate * PER_PERCENT), 100 * PER_PERCENT);
    tests.push(base.cents <= 0 || compareRatio(ratio(amount, base.cents), rate) >= 0);
  }
  if (style.reasonAmount > 0) tests.push(amount >= style.reasonAmount);
  if (tests.length === 0) return true;
  return style.reasonWhen === "任一达到" ? tests.includes(true) : !tests.includes(false);
}
