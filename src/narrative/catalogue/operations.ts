import type { DraftContext } from "../context.ts";
import {
  agencyOperatingExpense,
  largeEquipment,
  type NamedCount,
  type Procurement,
  procurement,
  vehiclesByUse,
  vehicleTotal,
} from "../facts/operations.ts";
import { unitNature } from "../facts/unit-nature.ts";
import { gap } from "../wording/run.ts";
import {
  count,
  countEntry,
  item,
  listEntry,
  moneyEntry,
  testEntry,
  text,
  textEntry,
  thisAndLastYear,
} from "./build.ts";
import { changeReasonEntries } from "./change-reason.ts";
import type { CatalogueEntry } from "./entry.ts";
import { itemisedEntry, typedMoneyEntry, typedTextEntry, untypedEntry } from "./typed.ts";

/** 十（一）：机关运行经费。 */
const operating: readonly CatalogueEntry[] = [
  ...thisAndLastYear(
    { name: "机关运行经费", meaning: "机关运行经费合计（附03，统计数）。" },
    agencyOperatingExpense,
  ),
  ...changeReasonEntries({
    key: "机关运行经费增减",
    asks: ["机关运行经费比上年", "，主要原因是什么。"],
    of: ({ current, prior }) => [agencyOperatingExpense(current), agencyOperatingExpense(prior)],
  }),
  textEntry(
    {
      name: "单位性质",
      meaning:
        "“机关”（行政单位、参公单位）或“其他”，取自填报的“单位性质”，没有填的取自封面；都没有时待补充。只有机关才有机关运行经费。",
    },
    ({ tables, inputs }) => {
      const nature = unitNature(tables, inputs);
      if (nature !== "未知") return nature;
      const asks =
        "封面没有写明单位基本性质；行政单位、参公单位要写机关运行经费，其他事业单位写没有。";
      return gap("单位性质", asks, ["单位性质"]);
    },
  ),
];

const PROCUREMENT: readonly (readonly [name: string, of: keyof Procurement])[] = [
  ["政府采购支出总额", "total"],
  ["政府采购货物支出", "goods"],
  ["政府采购工程支出", "works"],
  ["政府采购服务支出", "services"],
  ["授予中小企业合同金额", "smallAndMedium"],
  ["授予小微企业合同金额", "smallAndMicro"],
];

/** 十（二）：政府采购。 */
const purchases: readonly CatalogueEntry[] = [
  ...PROCUREMENT.map(([name, of]) =>
    moneyEntry({ name, meaning: `${name}（附03，统计数）。` }, ({ current }) => {
      return procurement(current)[of];
    }),
  ),
  itemisedEntry(
    ["政府采购", "主要用途"],
    "政府采购买了什么",
    ({ inputs }) => inputs.procurementUses,
  ),
  untypedEntry(
    ["政府采购", "主要用途"],
    "采购用途",
    "政府采购主要买了什么；可以逐件写明内容和金额（元）。",
    ({ inputs }) => inputs.procurementUses !== null,
  ),
  typedMoneyEntry(
    ["政府采购", "预留中小企业金额"],
    "预留中小企业采购金额",
    "政府采购预算里预留给中小企业的金额（元），含预留给小微企业的。",
  ),
  typedMoneyEntry(
    ["政府采购", "预留小微企业金额"],
    "预留小微企业采购金额",
    "政府采购预算里预留给小微企业的金额（元）。",
  ),
  testEntry(
    { name: "采购用途逐件列出", meaning: "“政府采购 › 主要用途”是逐件填报的，不是一段话。" },
    ({ inputs }) => inputs.procurementUses !== null && typeof inputs.procurementUses !== "string",
  ),
];

/** 十（三）：国有资产。 */
const assets: readonly CatalogueEntry[] = [
  countEntry({ name: "车辆数合计", meaning: "年末车辆总数（附03，统计数）。" }, ({ current }) =>
    vehicleTotal(current),
  ),
  namedCounts("车辆用途", "按用途分的车辆数（附03），按表中次序，含为零的。", ({ current }) =>
    vehiclesByUse(current),
  ),
  typedTextEntry(["国有资产", "其他用车用途"], "其他用车用途", "其他用车主要用于哪些工作。"),
  namedCounts(
    "大型设备",
    "大型设备的台（套）数（附03）；各年度表上的行不同，有哪几行列哪几行，含为零的。",
    ({ current }) => largeEquipment(current),
  ),
];

export const entries: readonly CatalogueEntry[] = [...operating, ...purchases, ...assets];

function namedCounts(
  name: string,
  meaning: string,
  of: (context: DraftContext) => readonly NamedCount[],
): CatalogueEntry {
  return listEntry(
    { name, meaning },
    [
      { name: "名称", kind: "文字", meaning: "表上的行名。" },
      { name: "数量", kind: "计数", meaning: "这一行的数（附03，统计数）。" },
    ],
    (context) =>
      of(context).map(({ label, count: number }) =>
        item({ 名称: text(label), 数量: count(number) }),
      ),
  );
}
