import type { DraftContext } from "../context.ts";
import { isMissing, isZero, occurs } from "../facts/known.ts";
import { largeEquipment, vehiclesByUse, vehicleTotal } from "../facts/operations.ts";
import type { SectionBuilder } from "../section.ts";
import { countRun } from "../wording/figures.ts";
import { headed } from "../wording/headed.ts";
import { textRun } from "../wording/reason.ts";
import { join, paragraph, type Run } from "../wording/run.ts";
import { asOfYearEnd, self } from "../wording/years.ts";

const ID = "二.十.（三）";

export const section: SectionBuilder = {
  id: ID,
  order: 218,
  build: (context) =>
    headed(ID, "（三）国有资产占有使用情况", "heading2", [
      paragraph(`${ID}/正文`, "body", [
        asOfYearEnd(context),
        "，",
        vehicles(context),
        "。",
        equipment(context),
      ]),
    ]),
};

function vehicles(context: DraftContext): Run {
  const total = vehicleTotal(context.current);
  if (isZero(total)) return `${self(context)}无公务用车`;
  const uses = vehiclesByUse(context.current).filter(
    ({ count }) => context.style.vehicleUses === "全部列出" || occurs(count),
  );
  const other = uses.find(({ label }) => label === "其他用车");
  return [
    `${self(context)}共有车辆`,
    countRun(total),
    "辆",
    uses.length === 0 || isMissing(total)
      ? ""
      : [
          "，其中：",
          join(
            uses.map(({ label, count }) => [label, countRun(count), "辆"]),
            "、",
          ),
        ],
    other === undefined || !occurs(other.count)
      ? ""
      : [
          "，其他用车主要用于",
          textRun(
            context,
            ["国有资产", "其他用车用途"],
            "其他用车用途",
            "其他用车主要用于哪些工作。",
          ),
        ],
  ];
}

/** 大型设备：表上有哪几行写哪几行（各年度口径不同）。 */
function equipment(context: DraftContext): Run {
  const rows = largeEquipment(context.current);
  if (rows.length === 0) return "";
  return [
    join(
      rows.map(({ label, count }) => [label, countRun(count), "台（套）"]),
      "、",
    ),
    "。",
  ];
}
