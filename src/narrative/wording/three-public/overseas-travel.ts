import type { DraftContext } from "../../context.ts";
import type { Paragraph } from "../../draft.ts";
import { occurs } from "../../facts/known.ts";
import { statistic, threePublicActual } from "../../facts/three-public.ts";
import { textRun } from "../reason.ts";
import { paragraph } from "../run.ts";
import { countOrAsk } from "./counts.ts";
import { amountAndCompletion, yearOnYear } from "./line.ts";

const LINE = "因公出国（境）费";

/** 七（二）1：因公出国（境）经费。没有出国的不写开支内容。 */
export function overseasParagraphs(context: DraftContext, id: string): Paragraph[] {
  const spent = threePublicActual(context.current, LINE);
  const groups = statistic(context.current, "因公出国（境）团组数");
  const persons = statistic(context.current, "因公出国（境）人次数");
  const asked = [LINE, "团组数"];
  const paragraphs = [
    paragraph(id, "body", [
      "1.",
      amountAndCompletion(context, "因公出国（境）经费支出", LINE),
      "。全年安排因公出国（境）团组",
      countOrAsk(context, groups, spent, asked, "团组数"),
      "个，出国（境）",
      countOrAsk(context, persons, spent, [LINE, "人次数"], "人次数"),
      "人次。",
      yearOnYear(context, "因公出国（境）支出", LINE, "因公出国（境）费增减"),
    ]),
  ];
  if (!occurs(spent) && !occurs(groups)) return paragraphs;
  return [
    ...paragraphs,
    paragraph(`${id}/开支内容`, "body", [
      "开支内容包括：",
      textRun(
        context,
        [LINE, "开支内容"],
        "团组名称、出访地点、取得成效",
        "各团组的名称、出访地点和取得的成效。",
      ),
      "。",
    ]),
  ];
}
