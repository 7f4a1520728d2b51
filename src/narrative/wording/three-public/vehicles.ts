import type { DraftContext } from "../../context.ts";
import type { Paragraph } from "../../draft.ts";
import { isZero, occurs } from "../../facts/known.ts";
import { statistic, threePublicActual } from "../../facts/three-public.ts";
import { typedCount, wan } from "../figures.ts";
import { textRun } from "../reason.ts";
import { gap, paragraph, type Run } from "../run.ts";
import { asOfYearEnd, self } from "../years.ts";
import { countOrAsk } from "./counts.ts";
import { amountAndCompletion, yearOnYear } from "./line.ts";

const INPUT = "公务用车";

/** 七（二）2：公务用车购置及运行维护费。车型只能由人填报；没有车的不写车型、用途。 */
export function vehicleParagraphs(context: DraftContext, id: string): Paragraph[] {
  const { style } = context;
  const purchase = threePublicActual(context.current, "公务用车购置费");
  const operation = threePublicActual(context.current, "公务用车运行维护费");
  const bought = statistic(context.current, "公务用车购置数");
  const kept = statistic(context.current, "公务用车保有量");
  const typedKept = context.inputs.counts.get(`${INPUT}.保有量`) ?? 0;
  // 有运行维护费就有车，保有量空着只是没有填。
  const hasVehicles = occurs(kept) || typedKept > 0 || occurs(operation);
  const keptRun = countOrAsk(context, kept, operation, [INPUT, "保有量"], "公务用车保有量");
  return [
    paragraph(id, "body", [
      "2.",
      amountAndCompletion(context, "公务用车购置及运行维护费支出", "公务用车购置及运行维护费"),
      "。",
      yearOnYear(
        context,
        "公务用车购置及运行维护费支出",
        "公务用车购置及运行维护费",
        "公务用车购置及运行维护费增减",
      ),
    ]),
    paragraph(`${id}/购置`, "body", [
      "其中：公务用车购置支出",
      wan(purchase, style),
      "。全年按规定更新购置公务用车",
      countOrAsk(context, bought, purchase, [INPUT, "购置数"], "公务用车购置数"),
      "辆",
      purchasesByType(context, occurs(bought) || occurs(purchase)),
      "。",
      asOfYearEnd(context),
      hasVehicles
        ? [`，${self(context)}共有公务用车`, keptRun, "辆", holdingsByType(context)]
        : `，${self(context)}无公务用车`,
      "。",
    ]),
    paragraph(`${id}/运行维护`, "body", [
      "公务用车运行维护费支出",
      wan(operation, style),
      isZero(operation)
        ? ""
        : [
            "，主要用于",
            textRun(
              context,
              [INPUT, "运行维护用途"],
              "公务用车主要用途",
              "公务用车运行维护费主要用于哪些工作，如应急保障、下乡。",
            ),
            "等所需的公务用车燃料费、维修费、过路过桥费、保险费等支出",
          ],
      "。",
    ]),
  ];
}

/** `，其中：轿车2辆、金额35.20万元，越野车0辆、金额0万元，主要用于…`。 */
function purchasesByType(context: DraftContext, needed: boolean): Run {
  const { purchases } = context.inputs;
  const path = `${INPUT}.购置车型`;
  if (purchases.length === 0 && !needed) return "";
  const list: Run =
    purchases.length === 0
      ? gap("购置车型、数量和金额", "购置的公务用车各是什么车型、几辆、多少元。", [
          INPUT,
          "购置车型",
        ])
      : purchases.map(({ type, count, cents }, index) => [
          index === 0 ? "" : "，",
          type,
          typedCount(count, `${path}.${type}.数量`),
          "辆、金额",
          wan(
            { kind: "money", name: type, cents, formula: `填报：${path}.${type}.金额`, from: [] },
            context.style,
          ),
        ]);
  const use: Run = needed
    ? [
        "，主要用于",
        textRun(context, [INPUT, "购置用途"], "购置用途", "购置的公务用车主要用于哪些工作。"),
      ]
    : "";
  return ["，其中：", list, use];
}

/** `，其中：轿车6辆、越野车7辆、载客汽车1辆`。 */
function holdingsByType(context: DraftContext): Run {
  const { holdings } = context.inputs;
  if (holdings.length === 0) {
    return [
      "，其中：",
      gap("各车型数量", "年末保有的公务用车各是什么车型、几辆。", [INPUT, "保有车型"]),
    ];
  }
  return [
    "，其中：",
    holdings.map(({ type, count }, index) => [
      index === 0 ? "" : "、",
      type,
      typedCount(count, `${INPUT}.保有车型.${type}`),
      "辆",
    ]),
  ];
}
