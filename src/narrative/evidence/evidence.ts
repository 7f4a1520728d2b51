import type { MoneyFact } from "../fact.ts";
import type { Count, Money } from "../facts/known.ts";

/**
 * 要说明原因的变动：`原因` 下的各键，另加分写时的两个支出总计、三公经费比上年的增减；
 * 各项与预算相比的写作 `各项完成预算.科目编码`。
 */
export type ChangeKey = string;

/** 一个部分是什么，决定怎么称呼它。 */
export type PartKind =
  | "项"
  | "经济科目"
  | "项目"
  | "项目列支"
  | "收入来源"
  | "结转结余"
  | "性质"
  | "三公"
  | "未使用"
  | "使用结转"
  | "预算调整";

/** 变动的一个部分：今数、基数（上年数或预算数）和两者之差，都带单元格。 */
export interface Driver {
  readonly key: string;
  readonly label: string;
  readonly kind: PartKind;
  readonly now: MoneyFact;
  readonly before: MoneyFact;
  /** 今数 − 基数，以分计，可正可负。 */
  readonly cents: number;
}

/** 同一变动的一种分法。`explained` + `rest` 恰等于变动，以分计。 */
export interface Breakdown {
  /** 按什么分，如 `按支出项`。 */
  readonly by: string;
  /** 变动最大的几个部分，从大到小，直到占全部变动（正负各自累计）的一定比例。 */
  readonly drivers: readonly Driver[];
  /** 列出的各部分之和。 */
  readonly explained: number;
  /** 变动 − explained。 */
  readonly rest: number;
  /** 没有列出的部分有几个变动了。 */
  readonly others: number;
  /** 变动 − 全部部分之和；各表相互一致时为零。 */
  readonly unlisted: number;
  /** 读不出、因而没有算进来的部分。 */
  readonly unread: readonly string[];
  /** 只有一个部分，而它两边都占了总数的九成以上：说它变了等于没有说。 */
  readonly restates: boolean;
  /** 细：说到了项目；粗：只说到总在那里的一两项。 */
  readonly grain?: "细" | "粗";
}

/** 旁证：人数、车辆、批次之类，与变动摆在一起看；不参加金额的拆分。 */
export interface EvidenceFact {
  readonly label: string;
  readonly unit: string;
  readonly now: Count | Money;
  /** 没有上年的为 null。 */
  readonly before: Count | Money | null;
  /** 与变动同向时可以写进推断的原因。 */
  readonly cause: boolean;
}

/** 一个变动的依据。 */
export interface Evidence {
  readonly change: ChangeKey;
  /** 供人看的名称，如 `收、支总计`。 */
  readonly subject: string;
  /** 与什么比。 */
  readonly against: "上年" | "预算";
  readonly now: MoneyFact;
  readonly before: MoneyFact;
  /** 今数 − 基数，以分计。 */
  readonly cents: number;
  /** 用最少的部分说明了最多变动的一种分法；没有可用的表时为 null。 */
  readonly main: Breakdown | null;
  /** 其余的分法。 */
  readonly alternatives: readonly Breakdown[];
  readonly facts: readonly EvidenceFact[];
  /** 新增、本年不再有支出的项目。 */
  readonly newProjects: readonly Driver[];
  readonly endedProjects: readonly Driver[];
}
