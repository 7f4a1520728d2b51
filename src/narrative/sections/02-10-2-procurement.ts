import type { DraftContext } from "../context.ts";
import { isZero } from "../facts/known.ts";
import { procurement } from "../facts/operations.ts";
import type { SectionBuilder } from "../section.ts";
import { wan } from "../wording/figures.ts";
import { headed } from "../wording/headed.ts";
import { itemisedRuns } from "../wording/itemised.ts";
import { gap, paragraph, type Run } from "../wording/run.ts";
import { shareRuns } from "../wording/share.ts";
import { self, thisYear } from "../wording/years.ts";

const ID = "二.十.（二）";

export const section: SectionBuilder = {
  id: ID,
  order: 217,
  build: (context) =>
    headed(ID, "（二）政府采购支出情况", "heading2", [
      paragraph(`${ID}/正文`, "body", body(context)),
    ]),
};

function body(context: DraftContext): Run[] {
  const { style } = context;
  const facts = procurement(context.current);
  const none = isZero(facts.total);
  if (none && style.zeroRows === "不列") {
    return [thisYear(context), `，${self(context)}未发生政府采购支出。`];
  }
  const of = "政府采购支出总额的";
  return [
    thisYear(context),
    `，${self(context)}政府采购支出总额`,
    wan(facts.total, style),
    "，其中：政府采购货物支出",
    wan(facts.goods, style),
    "、政府采购工程支出",
    wan(facts.works, style),
    "、政府采购服务支出",
    wan(facts.services, style),
    none ? "" : ["。", uses(context)],
    "。授予中小企业合同金额",
    wan(facts.smallAndMedium, style),
    shareRuns(facts.smallAndMedium, facts.total, style, of),
    "，其中：授予小微企业合同金额",
    wan(facts.smallAndMicro, style),
    shareRuns(facts.smallAndMicro, facts.total, style, of),
    "。",
  ];
}

function uses(context: DraftContext): Run {
  const { procurementUses } = context.inputs;
  if (procurementUses === null) {
    const asks = "政府采购主要买了什么；可以逐件写明内容和金额（元）。";
    return ["主要用于", gap("采购用途", asks, ["政府采购", "主要用途"])];
  }
  return [
    typeof procurementUses === "string" ? "主要用于" : "主要用于：",
    itemisedRuns(procurementUses, "政府采购.主要用途", context.style),
  ];
}
