import type { DraftStyle } from "../../../src/narrative/style.ts";

/** 一项写法：填报文件“写法”下的键，可以选的值，和一套写法里它是哪个值。 */
export interface StyleChoice {
  readonly key: string;
  readonly options: readonly { readonly value: string | number; readonly label: string }[];
  readonly of: (style: DraftStyle) => string | number;
}

const yesNo = (value: boolean) => (value ? "是" : "否");

function choice(
  key: string,
  of: StyleChoice["of"],
  ...values: readonly (string | number)[]
): StyleChoice {
  return {
    key,
    of,
    options: values.map((value) => ({ value, label: LABELS[`${key}=${value}`] ?? String(value) })),
  };
}

/** 光看值不明白的，写出样子。 */
const LABELS: Readonly<Record<string, string>> = {
  "收支总计=合写": "合写：收、支总计均为……",
  "收支总计=分写": "分写：收入总计……支出总计……",
  "增减用词=增长下降": "增加……增长、减少……下降",
  "增减用词=增加减少": "增加……增加、减少……减少",
  "年度用词=年度": "2023年度",
  "年度用词=年": "2023年",
  "金额末尾的零=去掉": "去掉：30万元",
  "金额末尾的零=保留": "保留：30.00万元",
  "百分比小数位数=1": "一位：9.9%",
  "百分比小数位数=2": "两位：9.85%",
  "百分比末尾的零=去掉": "去掉：9.8%",
  "百分比末尾的零=保留": "保留：9.80%",
  "零和整百=不带小数": "不带小数：0万元、100%",
  "零和整百=带小数": "带小数：0.00万元、100.00%",
  "原因门槛增减率=0": "不设",
  "原因门槛增减率=5": "不到5%不写",
  "原因门槛增减率=10": "不到10%不写",
  "原因门槛增减率=20": "不到20%不写",
  "原因门槛增减额=0": "不设",
  "原因门槛增减额=10000": "不到1万元不写",
  "原因门槛增减额=50000": "不到5万元不写",
  "原因门槛增减额=100000": "不到10万元不写",
  "推断说明比例=60": "列到60%",
  "推断说明比例=80": "列到80%",
  "推断说明比例=90": "列到90%",
  "尾差说明=写明": "写明：因四舍五入……",
  "千分位=是": "加：1,186.95万元",
  "千分位=否": "不加：1186.95万元",
};

/** 各项写法，次序同填报文件。 */
export const STYLE_CHOICES: readonly StyleChoice[] = [
  choice("收支总计", (style) => style.totals, "合写", "分写"),
  choice("增减用词", (style) => style.changeWords, "增长下降", "增加减少"),
  choice("写出上年数", (style) => yesNo(style.showBase), "否", "是"),
  choice("年度用词", (style) => style.yearWord, "年度", "年"),
  choice("为零的行", (style) => style.zeroRows, "不列", "列出"),
  choice("金额末尾的零", (style) => style.amountZeros, "去掉", "保留"),
  choice("千分位", (style) => yesNo(style.grouping), "否", "是"),
  choice("百分比小数位数", (style) => style.percentDecimals, 1, 2),
  choice("百分比末尾的零", (style) => style.percentZeros, "去掉", "保留"),
  choice("零和整百", (style) => style.exactNumbers, "不带小数", "带小数"),
  choice("写出预算数", (style) => yesNo(style.itemBudget), "否", "是"),
  choice("等于预算数时", (style) => style.onBudget, "不写", "写明", "写明原因"),
  choice("经济科目", (style) => style.economicItems, "只列名称", "列名称和金额"),
  choice("车辆用途", (style) => style.vehicleUses, "只列有车的", "全部列出"),
  choice("没有外事接待时", (style) => style.noForeignGuests, "写明", "不写"),
  choice("原因门槛增减率", (style) => style.reasonRate, 0, 5, 10, 20),
  choice("原因门槛增减额", (style) => style.reasonAmount / 100, 0, 10_000, 50_000, 100_000),
  choice("原因门槛关系", (style) => style.reasonWhen, "任一达到", "同时达到"),
  choice("推断说明比例", (style) => style.reasonShare, 60, 80, 90),
  choice("尾差说明", (style) => style.rounding, "不写", "写明"),
];

/** 一个值的样子；不在可选之列的照写。 */
export function choiceLabel({ options }: StyleChoice, value: string | number): string {
  return options.find((option) => option.value === value)?.label ?? String(value);
}
