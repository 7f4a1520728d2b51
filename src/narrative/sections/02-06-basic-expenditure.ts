import type { DraftContext } from "../context.ts";
import type { Paragraph } from "../draft.ts";
import { basicExpenditure } from "../facts/basic-expenditure.ts";
import type { NamedMoney } from "../facts/income.ts";
import { isZero, type Money } from "../facts/known.ts";
import { missingTable } from "../facts/read-cells.ts";
import type { SectionBuilder } from "../section.ts";
import { missingRun, wan } from "../wording/figures.ts";
import { headed } from "../wording/headed.ts";
import { join, paragraph, type Run } from "../wording/run.ts";
import { thisYear } from "../wording/years.ts";

const ID = "二.六";

export const section: SectionBuilder = {
  id: ID,
  order: 209,
  build: (context) => {
    const basic = basicExpenditure(context.current);
    const parts = isZero(basic.total)
      ? []
      : [
          part(context, "人员经费", basic.personnel, basic.personnelItems),
          part(context, "公用经费", basic.public, basic.publicItems),
        ];
    return headed(ID, "六、一般公共预算财政拨款基本支出决算情况说明", "heading1", [
      paragraph(`${ID}/基本支出`, "body", [
        thisYear(context),
        "一般公共预算财政拨款基本支出",
        wan(basic.total, context.style),
        parts.length === 0 ? "。" : "，其中：",
      ]),
      ...parts,
    ]);
  },
};

function part(
  context: DraftContext,
  name: string,
  amount: Money,
  items: readonly NamedMoney[] | null,
): Paragraph {
  return paragraph(`${ID}/${name}`, "body", [
    name,
    wan(amount, context.style),
    isZero(amount) ? "" : ["，主要包括：", itemList(context, name, items)],
    "。",
  ]);
}

function itemList(context: DraftContext, name: string, items: readonly NamedMoney[] | null): Run {
  if (items === null) {
    return missingRun(missingTable(context.current, `${name}的经济分类科目`, "财决08-1"));
  }
  const withAmounts = context.style.economicItems === "列名称和金额";
  return join(
    items.map(({ label, amount }) => (withAmounts ? [label, wan(amount, context.style)] : label)),
    "、",
  );
}
