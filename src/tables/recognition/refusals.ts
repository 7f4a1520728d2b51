import type { SheetEvidence } from "./evidence.ts";
import type { SheetHead } from "./sheet-head.ts";
import { isGovernmentAccounts } from "./titles.ts";

/** 2018 年度及以前的表，现行核对用不到。 */
const FORMER_TITLES = [
  "资产负债简表",
  "财政专户管理资金收入支出决算表",
  "基本建设类项目收入支出决算表",
  "机构人员情况表",
  "资产情况表",
  "固定资产情况表",
];

/** 一看就不能当部门决算表读的：财政总决算、批复表、金额单位不是元也不是万元的。不是这些时为 null。 */
export function strangeSheet(head: SheetHead, evidence: SheetEvidence): string | null {
  const titled = evidence.candidates.some((candidate) => candidate.byTitle);
  if (evidence.corner?.startsWith("决算") === true) {
    return `表号“${evidence.corner}”没有“财”字，是财政总决算的表，不是部门决算的表`;
  }
  if (!titled && isGovernmentAccounts(head.titles)) {
    return `标题“${evidence.title}”是财政总决算的表，不是部门决算的表`;
  }
  if (evidence.corner?.startsWith("财决批复") === true) {
    return `表号“${evidence.corner}”是决算批复表，不是部门决算报表`;
  }
  if (head.moneyUnit !== null && /[亿千百]/.test(head.moneyUnit)) {
    return `金额单位是“${head.moneyUnit}”，只能读以元或万元计的表`;
  }
  return null;
}

export function isFormerTitle(title: string | null): boolean {
  return title !== null && FORMER_TITLES.some((former) => title.endsWith(former));
}

/** 标题、表号都不在表样之中时的说明。 */
export function nothingMatches(evidence: SheetEvidence): string {
  const { title, corner } = evidence;
  if (isFormerTitle(title)) {
    return `“${title}”是 2018 年度及以前的表样，现行的核对和说明用不到，没有读`;
  }
  if (title !== null) return `标题“${title}”不在部门决算表样之中`;
  if (corner !== null) return `表号“${corner}”不在部门决算表样之中`;
  return "没有找到部门决算表的标题或表号";
}
