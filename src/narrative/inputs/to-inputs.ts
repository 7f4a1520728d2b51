import type { DraftStyle } from "../style.ts";
import type {
  Inputs,
  PerformanceReview,
  PerformanceStage,
  Reason,
  TextOrItems,
  VehicleHolding,
  VehiclePurchase,
} from "./inputs.ts";
import { type RawInputs, REASON_KEYS } from "./schema.ts";

/** 把校验过的填报文件整理成起草用的样子。 */
export function toInputs(raw: RawInputs): Inputs {
  return {
    level: raw.级别,
    year: raw.年度,
    formerUnitName: raw.上年单位名称,
    unitNature: raw.单位性质,
    style: styleOf(raw.写法),
    reasons: filled(REASON_KEYS.map((key) => [key, reasonOf(raw.原因[key])])),
    itemReasons: filled(
      Object.entries(raw.原因.各项完成预算).map(([code, value]) => [code, reasonOf(value)]),
    ),
    initialItemReasons: filled(
      Object.entries(raw.原因.各项完成年初预算).map(([code, value]) => [code, reasonOf(value)]),
    ),
    causes: filled(Object.entries(raw.原因库)),
    itemBudgets: filled(Object.entries(raw.项级全年预算数)),
    initialItemBudgets: filled(Object.entries(raw.项级年初预算数)),
    itemBudgetsEqualActuals: raw.各项全年预算数等于决算数 ?? false,
    texts: filled(textEntries(raw)),
    counts: filled(countEntries(raw)),
    amounts: filled(amountEntries(raw)),
    purchases: purchasesOf(raw),
    holdings: holdingsOf(raw),
    receptions: textOrItems(raw.公务接待.国内接待内容),
    procurementUses: textOrItems(raw.政府采购.主要用途),
    performance: {
      evaluated: stageOf(raw.绩效管理.事前评估),
      targeted: stageOf(raw.绩效管理.绩效目标),
      monitored: stageOf(raw.绩效管理.绩效监控),
      reviewed: stageOf(raw.绩效管理.绩效自评),
      whole: raw.绩效管理.整体自评 === null ? null : reviewOf("", raw.绩效管理.整体自评),
      projects: (raw.绩效管理.项目自评 ?? []).map((each) => reviewOf(each.名称, each)),
      attachment: raw.绩效管理.附件,
    },
    terms: filled(Object.entries(raw.名词解释)),
    termsConfirmed: raw.名词解释已核对 ?? false,
    whole: raw.整本 ?? false,
    subordinates: raw.概况.下属单位 ?? [],
    attachments: raw.附件,
    accepted: (raw.已接受的问题 ?? []).map(({ 规则, 单元格, 理由, 内容 }) => ({
      rule: 规则.trim(),
      cells: 单元格,
      reason: 理由.trim(),
      what: 内容,
    })),
    template: templateOf(raw),
  };
}

/** 选定的说明模板：正用着的自己的一套，不然就是随附的那一套。 */
function templateOf({ 说明模板, 自己的说明模板: own }: RawInputs): Inputs["template"] {
  if (own?.在用 !== true) return 说明模板?.trim() || null;
  return {
    name: own.名称,
    files: own.文件.map(({ 名称, 文字 }) => ({ name: 名称, text: 文字 })),
  };
}

function filled<T>(entries: readonly (readonly [string, T | null])[]): ReadonlyMap<string, T> {
  return new Map(
    entries.flatMap(([key, value]): [string, T][] => (value === null ? [] : [[key, value]])),
  );
}

/** 写法各键换成起草用的；没有写的不在里面。 */
export function styleOf(raw: RawInputs["写法"]): Partial<DraftStyle> {
  const chosen: { [K in keyof DraftStyle]: DraftStyle[K] | null } = {
    totals: raw.收支总计,
    changeWords: raw.增减用词,
    showBase: raw.写出上年数,
    yearWord: raw.年度用词,
    zeroRows: raw.为零的行,
    amountZeros: raw.金额末尾的零,
    grouping: raw.千分位,
    percentDecimals: raw.百分比小数位数,
    percentZeros: raw.百分比末尾的零,
    exactNumbers: raw.零和整百,
    itemBudget: raw.写出预算数,
    onBudget: raw.等于预算数时,
    economicItems: raw.经济科目,
    vehicleUses: raw.车辆用途,
    noForeignGuests: raw.没有外事接待时,
    reasonRate: raw.原因门槛增减率,
    reasonAmount: raw.原因门槛增减额,
    reasonWhen: raw.原因门槛关系,
    reasonShare: raw.推断说明比例,
    rounding: raw.尾差说明,
  };
  return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== null));
}

/** 只写一句话的，视为已确认；写了内容没写状态的也是。写明待补充而没有内容的，是不要程序推断。 */
function reasonOf(
  raw: string | { 内容: string | null; 状态: Reason["status"] | null } | null,
): Reason | null {
  if (raw === null) return null;
  if (typeof raw === "string") return { text: raw, status: "已确认" };
  if (raw.内容 !== null) return { text: raw.内容, status: raw.状态 ?? "已确认" };
  return raw.状态 === "待补充" ? { text: "", status: "待补充" } : null;
}

function textEntries(raw: RawInputs): [string, string | null][] {
  const overseas = raw["因公出国（境）费"];
  const { 公务用车: vehicles, 公务接待: guests } = raw;
  return [
    ["因公出国（境）费.开支内容", overseas.开支内容],
    ["公务用车.购置用途", vehicles.购置用途],
    ["公务用车.运行维护用途", vehicles.运行维护用途],
    ["公务接待.国内接待用途", guests.国内接待用途],
    ["公务接待.外事接待用途", guests.外事接待用途],
    ["国有资产.其他用车用途", raw.国有资产.其他用车用途],
    ["其他收入主要内容", raw.其他收入主要内容],
    ["公开时间", raw.公开时间],
    ["概况.职责", raw.概况.职责],
    ["概况.年度重点工作", raw.概况.年度重点工作],
    ["概况.机构设置", raw.概况.机构设置],
    ["概况.人员情况", raw.概况.人员情况],
    ...prefixed("一般公共预算支出用途", raw.一般公共预算支出用途),
    ...prefixed("政府性基金预算支出用途", raw.政府性基金预算支出用途),
    ...prefixed("国有资本经营预算支出用途", raw.国有资本经营预算支出用途),
  ];
}

function countEntries(raw: RawInputs): [string, number | null][] {
  const overseas = raw["因公出国（境）费"];
  const { 公务用车: vehicles, 公务接待: guests } = raw;
  return [
    ["因公出国（境）费.团组数", overseas.团组数],
    ["因公出国（境）费.人次数", overseas.人次数],
    ["公务用车.购置数", vehicles.购置数],
    ["公务用车.保有量", vehicles.保有量],
    ["公务接待.国内接待批次", guests.国内接待批次],
    ["公务接待.国内接待人次", guests.国内接待人次],
    ["公务接待.外事接待批次", guests.外事接待批次],
    ["公务接待.外事接待人次", guests.外事接待人次],
  ];
}

function amountEntries({ 政府采购: procurement }: RawInputs): [string, number | null][] {
  return [
    ["政府采购.预留中小企业金额", procurement.预留中小企业金额],
    ["政府采购.预留小微企业金额", procurement.预留小微企业金额],
  ];
}

function prefixed(
  key: string,
  values: Readonly<Record<string, string | null>>,
): [string, string | null][] {
  return Object.entries(values).map(([code, value]) => [`${key}.${code}`, value]);
}

function purchasesOf(raw: RawInputs): VehiclePurchase[] {
  return Object.entries(raw.公务用车.购置车型).flatMap(([type, value]) =>
    value === null || value.数量 === null || value.金额 === null
      ? []
      : [{ type, count: value.数量, cents: value.金额 }],
  );
}

function holdingsOf(raw: RawInputs): VehicleHolding[] {
  return Object.entries(raw.公务用车.保有车型).flatMap(([type, count]) =>
    count === null ? [] : [{ type, count }],
  );
}

function textOrItems(
  raw: string | { 内容: string; 金额: number | null }[] | null,
): TextOrItems | null {
  if (raw === null || typeof raw === "string") return raw;
  return raw.map(({ 内容, 金额 }) => ({ text: 内容, cents: 金额 }));
}

function stageOf(raw: { 项目数: number | null; 项目: string[] | null }): PerformanceStage {
  const projects = raw.项目 ?? [];
  return { count: raw.项目数 ?? (projects.length > 0 ? projects.length : null), projects };
}

function reviewOf(
  name: string,
  raw: {
    得分: string | null;
    全年预算数: number | null;
    执行数: number | null;
    综述: string | null;
  },
): PerformanceReview {
  return {
    name,
    score: raw.得分,
    budget: raw.全年预算数,
    actual: raw.执行数,
    summary: raw.综述,
  };
}
