import { roundingRun } from "../wording/rounding.ts";
import { textEntry } from "./build.ts";
import type { CatalogueEntry } from "./entry.ts";

/** 名称的后一半、说的是哪一组数、这组数印在哪一段（见 facts/rounding-groups.ts）。 */
const GROUPS: readonly (readonly [name: string, what: string, paragraph: string])[] = [
  ["收入来源", "收入各来源", "二.二/正文"],
  ["支出性质", "支出各性质", "二.三/正文"],
  ["一般公共预算各类", "一般公共预算财政拨款各类支出", "二.五.（二）/正文"],
  ["一般公共预算各项", "一般公共预算财政拨款各项支出", "二.五.（三）/合计"],
  ["基本支出", "人员经费、公用经费", "二.六/基本支出"],
  ["三公经费构成", "“三公”经费三个部分", "二.七.（二）/构成"],
  ["政府采购", "政府采购货物、工程、服务支出", "二.十.（二）/正文"],
];

/** 尾差：印出的各部分加起来与印出的合计差个末位时的一句。 */
export const entries: readonly CatalogueEntry[] = GROUPS.map(([name, what, paragraph]) =>
  textEntry(
    {
      name: `尾差说明.${name}`,
      meaning: `${what}印出来以后与合计差了尾数时的一句“因四舍五入，…略有出入。”；没有差、或写法“尾差说明”为“不写”时什么也不印。`,
    },
    (context) => roundingRun(context, paragraph),
  ),
);
