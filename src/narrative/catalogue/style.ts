import type { DraftStyle } from "../style.ts";
import { testEntry, textEntry } from "./build.ts";
import type { CatalogueEntry } from "./entry.ts";

/** 写法里影响句子写不写、写哪几句的开关；名称是“写法.”加填报文件“写法”下的键。只影响数字样子的不在这里。 */
const CHOICES: readonly (readonly [
  key: string,
  of: (style: DraftStyle) => string,
  options: string,
])[] = [
  ["收支总计", (style) => style.totals, "“合写”或“分写”"],
  ["为零的行", (style) => style.zeroRows, "“不列”或“列出”"],
  ["等于预算数时", (style) => style.onBudget, "“不写”“写明”或“写明原因”"],
  ["经济科目", (style) => style.economicItems, "“只列名称”或“列名称和金额”"],
  ["车辆用途", (style) => style.vehicleUses, "“只列有车的”或“全部列出”"],
  ["没有外事接待时", (style) => style.noForeignGuests, "“写明”或“不写”"],
];

const SWITCHES: readonly (readonly [
  key: string,
  of: (style: DraftStyle) => boolean,
  what: string,
])[] = [
  ["写出上年数", (style) => style.showBase, "增减句里写不写上年数"],
  ["写出预算数", (style) => style.itemBudget, "写完成预算时写不写全年预算数"],
];

export const entries: readonly CatalogueEntry[] = [
  ...CHOICES.map(([key, of, options]) =>
    textEntry(
      { name: `写法.${key}`, meaning: `写法里“${key}”选的是哪一种：${options}。` },
      ({ style }) => of(style),
    ),
  ),
  ...SWITCHES.map(([key, of, what]) =>
    testEntry({ name: `写法.${key}`, meaning: `${what}；写法里“${key}”为“是”。` }, ({ style }) =>
      of(style),
    ),
  ),
];
