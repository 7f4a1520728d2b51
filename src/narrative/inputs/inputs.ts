import type { Acceptance } from "../../findings/acceptance.ts";
import type { DraftOptions } from "../style.ts";

/** 一条由人写的话和它的把握程度。 */
export interface Reason {
  readonly text: string;
  readonly status: "待补充" | "据表推断" | "已确认";
}

/** 带金额（分）的一件事；`cents` 为 null 表示没有写金额。 */
export interface Item {
  readonly text: string;
  readonly cents: number | null;
}

/** 一段文字，或逐件列出。 */
export type TextOrItems = string | readonly Item[];

/** 某类车的购置数量和金额（分）。 */
export interface VehiclePurchase {
  readonly type: string;
  readonly count: number;
  readonly cents: number;
}

export interface VehicleHolding {
  readonly type: string;
  readonly count: number;
}

/** 绩效管理的一个阶段：项目数和项目名称。 */
export interface PerformanceStage {
  readonly count: number | null;
  readonly projects: readonly string[];
}

/** 自评或绩效目标完成情况中的一项。`score` 保留填写的原文；金额以分计。 */
export interface PerformanceReview {
  readonly name: string;
  readonly score: string | null;
  readonly budget: number | null;
  readonly actual: number | null;
  readonly summary: string | null;
}

export interface Performance {
  readonly evaluated: PerformanceStage;
  readonly targeted: PerformanceStage;
  readonly monitored: PerformanceStage;
  readonly reviewed: PerformanceStage;
  readonly whole: PerformanceReview | null;
  readonly projects: readonly PerformanceReview[];
  /** 报告放在哪里，如 `绩效自评报告详见附件`。 */
  readonly attachment: string | null;
}

/** 填报文件的内容，已校验。没有填的为空。 */
export interface Inputs {
  readonly level: "部门" | "单位" | null;
  readonly year: number | null;
  /** 单位更名前的名称，核对上年工作簿是不是同一单位时用。 */
  readonly formerUnitName: string | null;
  readonly unitNature: "行政单位" | "参公单位" | "其他事业单位" | null;
  readonly style: DraftOptions;
  /** 原因，键为填报文件 `原因` 下的键。 */
  readonly reasons: ReadonlyMap<string, Reason>;
  /** 各项决算数与预算数不等（或要写明相等）的原因，键为科目编码。 */
  readonly itemReasons: ReadonlyMap<string, Reason>;
  /** 各项决算数与年初预算数不等的原因，键为科目编码。 */
  readonly initialItemReasons: ReadonlyMap<string, Reason>;
  /** 本单位自己的原因库，键为 `原因` 下的键或 `通用`。 */
  readonly causes: ReadonlyMap<string, readonly string[]>;
  /** 各项全年预算数（分），键为科目编码。 */
  readonly itemBudgets: ReadonlyMap<string, number>;
  /** 各项年初预算数（分），键为科目编码。 */
  readonly initialItemBudgets: ReadonlyMap<string, number>;
  /** 由人声明：各项全年预算数等于决算数。 */
  readonly itemBudgetsEqualActuals: boolean;
  /** 其余文字，键为填报文件里的路径，用 `.` 连接，如 `公务接待.国内接待用途`。 */
  readonly texts: ReadonlyMap<string, string>;
  /** 其余计数，键同上，如 `公务用车.保有量`。 */
  readonly counts: ReadonlyMap<string, number>;
  /** 其余金额（分），键同上，如 `政府采购.预留中小企业金额`。 */
  readonly amounts: ReadonlyMap<string, number>;
  readonly purchases: readonly VehiclePurchase[];
  readonly holdings: readonly VehicleHolding[];
  readonly receptions: TextOrItems | null;
  readonly procurementUses: TextOrItems | null;
  readonly performance: Performance;
  /** 名词解释，键为科目编码或名词。 */
  readonly terms: ReadonlyMap<string, string>;
  readonly termsConfirmed: boolean;
  /** 写出整本决算公开：封面、目录和全部五个部分。 */
  readonly whole: boolean;
  /** 下属二级预算单位的名称。 */
  readonly subordinates: readonly string[];
  /** 附件的文件名；没有填为 null，填明没有附件为空。 */
  readonly attachments: readonly string[] | null;
  /** 核对时由人说明理由、不再计较的问题。 */
  readonly accepted: readonly Acceptance[];
  /** 记着要用的说明模板（窗格里选的，导出时带着）：随附的名称，或自己的一套文件；没有记为 null。 */
  readonly template: string | OwnTemplate | null;
}

/** 一套自己的说明模板，各文件已读成文字。 */
export interface OwnTemplate {
  readonly name: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

const noStage: PerformanceStage = { count: null, projects: [] };

/** 什么也没有填。 */
export const noInputs: Inputs = {
  level: null,
  year: null,
  formerUnitName: null,
  unitNature: null,
  style: {},
  reasons: new Map(),
  itemReasons: new Map(),
  initialItemReasons: new Map(),
  causes: new Map(),
  itemBudgets: new Map(),
  initialItemBudgets: new Map(),
  itemBudgetsEqualActuals: false,
  texts: new Map(),
  counts: new Map(),
  amounts: new Map(),
  purchases: [],
  holdings: [],
  receptions: null,
  procurementUses: null,
  performance: {
    evaluated: noStage,
    targeted: noStage,
    monitored: noStage,
    reviewed: noStage,
    whole: null,
    projects: [],
    attachment: null,
  },
  terms: new Map(),
  termsConfirmed: false,
  whole: false,
  subordinates: [],
  attachments: null,
  accepted: [],
  template: null,
};
