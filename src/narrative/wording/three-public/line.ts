import type { DraftContext } from "../../context.ts";
import type { Money } from "../../facts/known.ts";
import {
  type ThreePublicLine,
  threePublicActual,
  threePublicBudget,
  threePublicInitialBudget,
} from "../../facts/three-public.ts";
import { changeWording } from "../change.ts";
import { completionWording } from "../completion.ts";
import { wan } from "../figures.ts";
import { plainText } from "../plain-text.ts";
import { reasonRun } from "../reason.ts";
import type { Run } from "../run.ts";
import { lastYear } from "../years.ts";

/** `公务接待费支出30万元，完成预算100%`。 */
export function amountAndCompletion(
  context: DraftContext,
  subject: string,
  line: ThreePublicLine,
): Run {
  const actual = threePublicActual(context.current, line);
  const completion = completionWording(
    actual,
    threePublicBudget(context.current, line),
    context.style,
    { initial: threePublicInitialBudget(context.current, line) },
  );
  return [subject, wan(actual, context.style), "，", completion.words];
}

/** `公务接待费支出决算比2022年度增加A，增长r%。主要原因是…。` 持平时不写率和原因。 */
export function yearOnYear(
  context: DraftContext,
  subject: string,
  line: ThreePublicLine,
  reasonKey: string,
): Run {
  const actual: Money = threePublicActual(context.current, line);
  const prior = threePublicActual(context.prior, line);
  const { direction, words } = changeWording(actual, prior, context.style);
  if (direction === "持平") return [subject, "决算与", lastYear(context), "持平。"];
  const sentence: Run = [subject, "决算比", lastYear(context), words, "。"];
  if (direction === "未知") return sentence;
  const asks = `${subject}决算比上年${plainText(words)}，主要原因是什么。`;
  return [sentence, "主要原因是", reasonRun(context, reasonKey, "增减原因", asks), "。"];
}
