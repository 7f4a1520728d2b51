import { defaultStyle } from "../style.ts";

const yesNo = (value: boolean) => (value ? "是" : "否");

/** 写法各键、缺省值和可选的值。 */
const LINES: readonly (readonly [key: string, value: string, options: string])[] = [
  ["收支总计", defaultStyle.totals, "合写、分写"],
  ["增减用词", defaultStyle.changeWords, "增长下降（减少…下降）、增加减少（减少…减少）"],
  ["写出上年数", yesNo(defaultStyle.showBase), "是、否"],
  ["年度用词", defaultStyle.yearWord, "年度、年"],
  ["为零的行", defaultStyle.zeroRows, "不列、列出"],
  ["金额末尾的零", defaultStyle.amountZeros, "去掉、保留"],
  ["千分位", yesNo(defaultStyle.grouping), "是、否"],
  ["百分比小数位数", String(defaultStyle.percentDecimals), "1、2"],
  ["百分比末尾的零", defaultStyle.percentZeros, "去掉、保留"],
  ["零和整百", defaultStyle.exactNumbers, "不带小数（0万元、100%）、带小数（0.00万元、100.00%）"],
  ["写出预算数", yesNo(defaultStyle.itemBudget), "是、否"],
  ["等于预算数时", defaultStyle.onBudget, "不写、写明、写明原因"],
  ["经济科目", defaultStyle.economicItems, "只列名称、列名称和金额"],
  ["车辆用途", defaultStyle.vehicleUses, "只列有车的、全部列出"],
  ["没有外事接待时", defaultStyle.noForeignGuests, "写明、不写"],
  ["原因门槛增减率", String(defaultStyle.reasonRate), "增减率不到百分之几不写原因，0 为不设"],
  ["原因门槛增减额", String(defaultStyle.reasonAmount / 100), "增减额不到多少元不写原因，0 为不设"],
  ["原因门槛关系", defaultStyle.reasonWhen, "任一达到就写、同时达到才写；只设一个门槛时只看那一个"],
  ["推断说明比例", String(defaultStyle.reasonShare), "推断原因时列到占全部变动的百分之几"],
  ["尾差说明", defaultStyle.rounding, "不写、写明（印出的各部分与合计差尾数时加一句）"],
];

/** “写法”一段，各项是注释，列着缺省值和可选的值：不写的随说明模板，抄出来不改就不盖过它。 */
export function styleTemplate(): string {
  return [
    "写法:",
    "  # 没有写的随说明模板。要改哪一项，去掉那一行前面的 # 再改；后面列着可以写的值。",
    ...LINES.map(([key, value, options]) => `  # ${key}: ${value} # ${options}`),
  ].join("\n");
}
