/**
 * 写法：各地、各单位的说明在这些地方不同，其余一样。缺省值取公开文本里最常见的写法
 * （五份样本中：去掉末尾零三份，百分比两位小数三份，等于预算数时不写原因三份，增长/下降三份）。
 */
export interface DraftStyle {
  /** 合写：收、支总计均为 A；分写：收入总计 A，其中年初结转 B；支出总计 A。 */
  readonly totals: "合写" | "分写";
  /** 增长下降：增加…增长、减少…下降；增加减少：增加…增加、减少…减少。 */
  readonly changeWords: "增长下降" | "增加减少";
  /** 增减句里写不写上年数。 */
  readonly showBase: boolean;
  /** `2023年度` 还是 `2023年`，通篇一律。 */
  readonly yearWord: "年度" | "年";
  /** 为零的收入来源、支出性质列不列出。 */
  readonly zeroRows: "不列" | "列出";
  /** 金额（万元，两位小数）末尾的零。 */
  readonly amountZeros: "去掉" | "保留";
  /** 金额整数部分加不加千分位逗号。 */
  readonly grouping: boolean;
  readonly percentDecimals: 1 | 2;
  /** 百分比末尾的零。 */
  readonly percentZeros: "去掉" | "保留";
  /** 恰为零的金额、恰为 0% 和 100% 的百分比：`0万元`、`100%`，还是 `0.00万元`、`100.00%`。 */
  readonly exactNumbers: "不带小数" | "带小数";
  /** 五（三）逐项写不写全年预算数。 */
  readonly itemBudget: boolean;
  /** 决算数恰等于预算数时怎么写。 */
  readonly onBudget: "不写" | "写明" | "写明原因";
  /** 六：经济科目列不列金额。 */
  readonly economicItems: "只列名称" | "列名称和金额";
  /** 十（三）：车辆用途。 */
  readonly vehicleUses: "只列有车的" | "全部列出";
  /** 七（二）：没有外事接待时写不写那一句。 */
  readonly noForeignGuests: "写明" | "不写";
  /** 增减率不到这个百分数的不写原因；0 为不设。 */
  readonly reasonRate: number;
  /** 增减额不到这个数（分）的不写原因；0 为不设。 */
  readonly reasonAmount: number;
  /** 两个门槛都设了时：任一达到就写，还是同时达到才写。 */
  readonly reasonWhen: "任一达到" | "同时达到";
  /** 推断原因时列出最大的几个部分，到占全部变动的百分之几为止。 */
  readonly reasonShare: number;
  /** 印出的各部分加起来与合计差个尾数时，要不要写一句。 */
  readonly rounding: "不写" | "写明";
}

export const defaultStyle: DraftStyle = {
  totals: "合写",
  changeWords: "增长下降",
  showBase: false,
  yearWord: "年度",
  zeroRows: "不列",
  amountZeros: "去掉",
  grouping: false,
  percentDecimals: 2,
  percentZeros: "保留",
  exactNumbers: "不带小数",
  itemBudget: false,
  onBudget: "不写",
  economicItems: "只列名称",
  vehicleUses: "只列有车的",
  noForeignGuests: "写明",
  reasonRate: 0,
  reasonAmount: 0,
  reasonWhen: "任一达到",
  reasonShare: 80,
  rounding: "不写",
};

/** 只给要改的几项，其余用填报文件里的，再其余用缺省。 */
export type DraftOptions = Partial<DraftStyle>;
