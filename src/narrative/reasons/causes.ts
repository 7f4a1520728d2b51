import type { PartKind } from "../evidence/evidence.ts";

/** 常见原因说的是哪一类事。 */
export type CauseKind =
  | "人员增减"
  | "工资标准"
  | "社保公积金"
  | "政策调整"
  | "项目进度"
  | "过紧日子"
  | "结转资金"
  | "机构职能"
  | "公务用车"
  | "公务接待"
  | "因公出国（境）"
  | "预算执行";

/** 变动的方向；与预算比的说大于、小于、等于。 */
export type Direction = "增加" | "减少" | "大于" | "小于" | "等于";

/** 表里什么动了可以佐证：某个旁证，某些部分，或新增、不再有支出的项目。 */
export type Sign =
  | { readonly of: "旁证"; readonly label: string }
  | { readonly of: "部分"; readonly kind: PartKind; readonly keys: RegExp }
  | { readonly of: "新项目" }
  | { readonly of: "旧项目" };

/** 一条常见原因。`text` 放在“主要原因是”之后。 */
export interface CommonCause {
  readonly kind: CauseKind;
  /** 用在哪些变动上，以变动的键的开头认。 */
  readonly changes: RegExp;
  readonly directions: readonly Direction[];
  readonly text: string;
  readonly sign?: Sign;
}

const SPENDING = /^(?:收支|支出|财政拨款|一般公共预算)/;
const OPERATING = /^机关运行经费/;
const BUDGET = /^(?:各项完成预算|各项完成年初预算|一般公共预算财政拨款支出完成年初预算)/;
const INITIAL_BUDGET = /^(?:各项|一般公共预算财政拨款支出)完成年初预算/;
const THREE_BUDGET = /^三公经费完成(?:年初)?预算/;
const OVERSEAS = /^(?:因公出国|三公经费增减)/;
const VEHICLES = /^(?:公务用车|三公经费增减)/;
const GUESTS = /^(?:公务接待|三公经费增减)/;

const STAFF: Sign = { of: "旁证", label: "在职人员" };
const WAGES: Sign = { of: "部分", kind: "经济科目", keys: /^3010[1-7]/ };
const INSURANCE: Sign = { of: "部分", kind: "经济科目", keys: /^301(?:08|09|10|11|12|13)/ };

/** 各地说明里常见的原因，另行写成的话。人选了才用，程序不替人选。 */
export const COMMON_CAUSES: readonly CommonCause[] = [
  {
    kind: "人员增减",
    changes: SPENDING,
    directions: ["增加"],
    text: "在职人员增加，人员经费和日常公用经费相应增加",
    sign: STAFF,
  },
  {
    kind: "人员增减",
    changes: SPENDING,
    directions: ["减少"],
    text: "在职人员减少，人员经费和日常公用经费相应减少",
    sign: STAFF,
  },
  {
    kind: "工资标准",
    changes: SPENDING,
    directions: ["增加"],
    text: "调整工资和津贴补贴标准、正常晋升工资档次，人员经费增加",
    sign: WAGES,
  },
  {
    kind: "工资标准",
    changes: SPENDING,
    directions: ["减少"],
    text: "绩效、目标考核奖励的发放标准或发放时间调整，人员经费减少",
    sign: WAGES,
  },
  {
    kind: "社保公积金",
    changes: SPENDING,
    directions: ["增加"],
    text: "社会保险、住房公积金缴费基数提高，单位缴费增加",
    sign: INSURANCE,
  },
  {
    kind: "社保公积金",
    changes: SPENDING,
    directions: ["减少"],
    text: "缴费人数或缴费基数变动，社会保险、住房公积金的单位缴费减少",
    sign: INSURANCE,
  },
  {
    kind: "政策调整",
    changes: SPENDING,
    directions: ["增加"],
    text: "落实当年出台的政策和上级部署的任务，安排的专项支出增加",
    sign: { of: "新项目" },
  },
  {
    kind: "政策调整",
    changes: SPENDING,
    directions: ["减少"],
    text: "政策到期或任务调整，有关专项支出不再安排",
    sign: { of: "旧项目" },
  },
  {
    kind: "项目进度",
    changes: SPENDING,
    directions: ["增加"],
    text: "项目实施进度加快，本年支付的款项增加",
    sign: { of: "部分", kind: "项目", keys: /./ },
  },
  {
    kind: "项目进度",
    changes: SPENDING,
    directions: ["减少"],
    text: "部分项目上年已经完成，本年支付的款项减少",
    sign: { of: "旧项目" },
  },
  {
    kind: "过紧日子",
    changes: SPENDING,
    directions: ["减少"],
    text: "落实过紧日子要求，压减一般性支出",
  },
  {
    kind: "结转资金",
    changes: SPENDING,
    directions: ["增加"],
    text: "上年结转的资金在本年继续使用",
    sign: { of: "部分", kind: "结转结余", keys: /年初/ },
  },
  {
    kind: "结转资金",
    changes: SPENDING,
    directions: ["减少"],
    text: "上年结转到本年使用的资金减少",
    sign: { of: "部分", kind: "结转结余", keys: /年初/ },
  },
  {
    kind: "机构职能",
    changes: SPENDING,
    directions: ["增加"],
    text: "职能划入、下属单位并入，收支规模相应扩大",
  },
  {
    kind: "机构职能",
    changes: SPENDING,
    directions: ["减少"],
    text: "职能划出、下属单位调整，收支规模相应缩小",
  },

  {
    kind: "人员增减",
    changes: OPERATING,
    directions: ["增加"],
    text: "在职人员增加，按定额核定的日常公用经费相应增加",
    sign: STAFF,
  },
  {
    kind: "人员增减",
    changes: OPERATING,
    directions: ["减少"],
    text: "在职人员减少，按定额核定的日常公用经费相应减少",
    sign: STAFF,
  },
  {
    kind: "过紧日子",
    changes: OPERATING,
    directions: ["减少"],
    text: "落实过紧日子要求，压减办公、会议、差旅等日常开支",
  },
  {
    kind: "政策调整",
    changes: OPERATING,
    directions: ["增加"],
    text: "当年承担的工作任务增多，差旅、办公、维修等日常开支增加",
  },

  {
    kind: "因公出国（境）",
    changes: OVERSEAS,
    directions: ["增加"],
    text: "按批准的计划安排的因公出国（境）团组增加",
    sign: { of: "旁证", label: "因公出国（境）团组" },
  },
  {
    kind: "因公出国（境）",
    changes: OVERSEAS,
    directions: ["减少"],
    text: "按批准的计划安排的因公出国（境）团组减少",
    sign: { of: "旁证", label: "因公出国（境）团组" },
  },
  {
    kind: "公务用车",
    changes: VEHICLES,
    directions: ["增加"],
    text: "按规定报废更新车辆，购置支出增加",
    sign: { of: "部分", kind: "三公", keys: /购置费/ },
  },
  {
    kind: "公务用车",
    changes: VEHICLES,
    directions: ["增加"],
    text: "车辆使用年限较长，维修费用增加",
    sign: { of: "部分", kind: "三公", keys: /运行维护费/ },
  },
  {
    kind: "公务用车",
    changes: VEHICLES,
    directions: ["减少"],
    text: "本年没有购置车辆，购置支出减少",
    sign: { of: "部分", kind: "三公", keys: /购置费/ },
  },
  {
    kind: "公务用车",
    changes: VEHICLES,
    directions: ["减少"],
    text: "加强用车管理，出车次数和燃料、维修费用减少",
    sign: { of: "部分", kind: "三公", keys: /运行维护费/ },
  },
  {
    kind: "公务接待",
    changes: GUESTS,
    directions: ["增加"],
    text: "上级检查、外地考察交流增多，接待批次和人次增加",
    sign: { of: "旁证", label: "国内公务接待" },
  },
  {
    kind: "公务接待",
    changes: GUESTS,
    directions: ["减少"],
    text: "严格执行接待标准和审批，接待批次和人次减少",
    sign: { of: "旁证", label: "国内公务接待" },
  },

  {
    kind: "过紧日子",
    changes: THREE_BUDGET,
    directions: ["小于"],
    text: "落实过紧日子要求，从严控制“三公”经费开支",
  },
  {
    kind: "因公出国（境）",
    changes: THREE_BUDGET,
    directions: ["小于"],
    text: "预算安排的因公出国（境）任务没有成行",
    sign: { of: "部分", kind: "三公", keys: /出国/ },
  },
  {
    kind: "公务接待",
    changes: THREE_BUDGET,
    directions: ["小于"],
    text: "实际接待的批次和人次少于预计",
    sign: { of: "部分", kind: "三公", keys: /接待/ },
  },
  {
    kind: "公务用车",
    changes: THREE_BUDGET,
    directions: ["小于"],
    text: "车辆更新计划没有实施，运行维护费用少于预计",
    sign: { of: "部分", kind: "三公", keys: /公务用车/ },
  },
  {
    kind: "预算执行",
    changes: THREE_BUDGET,
    directions: ["大于"],
    text: "年中经批准调剂追加了支出",
  },
  { kind: "预算执行", changes: THREE_BUDGET, directions: ["等于"], text: "按批准的预算安排支出" },

  {
    kind: "项目进度",
    changes: BUDGET,
    directions: ["小于"],
    text: "项目尚未实施完毕，款项结转下年支付",
    sign: { of: "部分", kind: "未使用", keys: /./ },
  },
  {
    kind: "人员增减",
    changes: BUDGET,
    directions: ["小于"],
    text: "年中人员调出、退休，实际支出少于预算",
  },
  {
    kind: "过紧日子",
    changes: BUDGET,
    directions: ["小于"],
    text: "落实过紧日子要求，压减开支，收回了没有使用的预算",
  },
  {
    kind: "预算执行",
    changes: /^各项完成预算/,
    directions: ["大于"],
    text: "年中追加的支出没有计入全年预算数",
  },
  {
    kind: "预算执行",
    changes: INITIAL_BUDGET,
    directions: ["大于"],
    text: "年中经批准调剂追加了支出",
  },
  {
    kind: "结转资金",
    changes: BUDGET,
    directions: ["大于"],
    text: "使用了上年结转资金",
    sign: { of: "部分", kind: "使用结转", keys: /./ },
  },
  {
    kind: "预算执行",
    changes: /^各项(?:完成预算|完成年初预算|与预算持平)/,
    directions: ["等于"],
    text: "按批准的预算安排支出",
  },
];
