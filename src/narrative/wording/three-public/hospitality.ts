import type { DraftContext } from "../../context.ts";
import type { Paragraph } from "../../draft.ts";
import { type Count, isMissing, isZero, type Money } from "../../facts/known.ts";
import { type Hospitality, hospitality } from "../../facts/three-public.ts";
import { wan } from "../figures.ts";
import { itemisedRuns, itemisedTotal } from "../itemised.ts";
import { textRun } from "../reason.ts";
import { gap, paragraph, type Run } from "../run.ts";
import { countOrAsk } from "./counts.ts";
import { amountAndCompletion, yearOnYear } from "./line.ts";

const INPUT = "公务接待";

/** 七（二）3：公务接待费。没有接待的只写第一段。 */
export function hospitalityParagraphs(context: DraftContext, id: string): Paragraph[] {
  const facts = hospitality(context.current);
  const nothing = isZero(facts.domestic) && isZero(facts.foreign) && isZero(facts.domesticBatches);
  const noForeign = isZero(facts.foreign) && isZero(facts.foreignBatches);
  const first = paragraph(id, "body", [
    "3.",
    amountAndCompletion(context, "公务接待费支出", "公务接待费"),
    "。",
    yearOnYear(context, "公务接待费支出", "公务接待费", "公务接待费增减"),
    nothing ? "" : "其中：",
  ]);
  if (nothing) return [first];
  return [
    first,
    domesticParagraph(context, `${id}/国内`, facts),
    ...(noForeign && context.style.noForeignGuests === "不写"
      ? []
      : [foreignParagraph(context, `${id}/外事`, facts)]),
  ];
}

function domesticParagraph(context: DraftContext, id: string, facts: Hospitality): Paragraph {
  const { domestic, domesticBatches, domesticGuests } = facts;
  return paragraph(id, "body", [
    "国内公务接待支出",
    wan(domestic, context.style),
    isZero(domestic)
      ? ""
      : [
          "，主要用于",
          textRun(
            context,
            [INPUT, "国内接待用途"],
            "国内接待主要用途",
            "国内公务接待费主要用于哪些开支。",
          ),
        ],
    "。国内公务接待",
    visits(context, domestic, domesticBatches, domesticGuests, "国内接待"),
    isZero(domestic) ? "" : ["，具体内容包括：", receptionRuns(context, domestic)],
    "。",
  ]);
}

/** 逐项接待内容；逐项金额合计小于国内公务接待支出的，后加“等”。 */
function receptionRuns(context: DraftContext, domestic: Money): Run {
  const { receptions } = context.inputs;
  if (receptions === null) {
    return gap("接待具体项目、金额", "国内公务接待逐项的事由和金额（元）。", [
      INPUT,
      "国内接待内容",
    ]);
  }
  const total = itemisedTotal(receptions);
  const partial = total !== null && !isMissing(domestic) && total < domestic.cents;
  return [itemisedRuns(receptions, `${INPUT}.国内接待内容`, context.style), partial ? "等" : ""];
}

function foreignParagraph(context: DraftContext, id: string, facts: Hospitality): Paragraph {
  const { foreign, foreignBatches, foreignGuests } = facts;
  return paragraph(id, "body", [
    "外事接待支出",
    wan(foreign, context.style),
    isZero(foreign)
      ? ""
      : [
          "，主要用于",
          textRun(
            context,
            [INPUT, "外事接待用途"],
            "外事接待主要用途",
            "外事接待费主要用于接待谁、什么事。",
          ),
        ],
    "。外事接待",
    visits(context, foreign, foreignBatches, foreignGuests, "外事接待"),
    "。",
  ]);
}

/** `167批次，2096人次（不包括陪同人员），共计支出30万元`。 */
function visits(
  context: DraftContext,
  money: Money,
  batches: Count,
  guests: Count,
  input: string,
): Run {
  return [
    countOrAsk(context, batches, money, [INPUT, `${input}批次`], `${input}批次`),
    "批次，",
    countOrAsk(context, guests, money, [INPUT, `${input}人次`], `${input}人次`),
    "人次（不包括陪同人员），共计支出",
    wan(money, context.style),
  ];
}
