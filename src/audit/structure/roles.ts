import type { PartRole, SectionRole, TopicRole } from "./paragraph.ts";

const PARTS: readonly (readonly [RegExp, PartRole])[] = [
  [/名词解释|专业名词/, "terms"],
  [/情况说明|决算说明/, "narrative"],
  [/概况|职责|职能|机构设置|基本情况/, "profile"],
  [/附件/, "attachments"],
  [/附表|决算表|公开表/, "tables"],
];

/** “第几部分”之后的标题说的是哪一部分。 */
export function partRole(title: string): PartRole {
  return PARTS.find(([form]) => form.test(title))?.[1] ?? "other";
}

/** 先看特别的再看一般的：`财政拨款收入支出决算总体` 里也有 `收入支出决算总体`。 */
const SECTIONS: readonly (readonly [RegExp, SectionRole])[] = [
  [/三公/, "三公"],
  [/国有资本经营/, "国有资本"],
  [/政府性基金/, "政府性基金"],
  [/基本支出决算/, "基本支出"],
  [/一般公共预算.*支出决算/, "一般公共预算"],
  [/财政拨款收入?、?支出?.*总体/, "财政拨款总体"],
  [/收入、?支出.*总体/, "收支总体"],
  [/^收入决算/, "收入"],
  [/^支出决算/, "支出"],
  [/其他重要事项|预算绩效管理情况|机关运行经费|政府采购|国有资产占/, "其他事项"],
];

export function sectionRole(title: string): SectionRole {
  // 题名前面可以写着单位和年度：`某局2023年度收入决算情况说明`。
  const clean = title.replace(/^(?:关于)?[^\d]{0,30}\d{4}年度?/, "");
  return SECTIONS.find(([form]) => form.test(clean))?.[1] ?? "";
}

const TOPICS: readonly (readonly [RegExp, TopicRole])[] = [
  [/机关运行经费/, "机关运行"],
  [/政府采购/, "采购"],
  [/国有资产/, "资产"],
  [/绩效/, "绩效"],
  [/总体/, "总体"],
  [/结构/, "结构"],
  [/具体/, "具体"],
];

export function topicRole(title: string): TopicRole {
  return TOPICS.find(([form]) => form.test(title))?.[1] ?? "";
}

const DIGITS = "零一二三四五六七八九";

/** 序号写成中文数字，`9` → `九`、`12` → `十二`；本来就是中文的照原样。 */
export function chineseNumber(number: string): string {
  const value = Number(number);
  if (!Number.isInteger(value) || value < 1 || value > 99) return number;
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? "" : tens === 1 ? "十" : `${DIGITS.charAt(tens)}十`;
  return `${head}${ones === 0 ? "" : DIGITS.charAt(ones)}`;
}
