import { economicSubjects } from "../../subjects/generated/economic-subjects.ts";
import type { ColumnDefinition } from "../form.ts";

/** 旧年度栏名（2022 年度前后 39906 赠与拆为经常性、资本性赠与），经济分类表里已不再收录。 */
const FORMER_COLUMNS: readonly ColumnDefinition[] = [
  { key: "39906", code: "39906", variants: ["其他支出.赠与"], optional: true },
];

/**
 * 支出明细表的经济分类各栏：键为编码（`合计`、`301`、`30101` ……）。
 * 表头只有名称：类级栏为“类名.小计”，款级栏为“类名.款名”。
 */
export const ECONOMIC_COLUMNS: readonly ColumnDefinition[] = [
  { key: "合计" },
  ...economicSubjects
    .filter((subject) => subject.lastYear === null)
    .map((subject): ColumnDefinition => {
      const group = economicSubjects.find((other) => other.code === subject.code.slice(0, 3));
      const groupName = group?.name ?? "";
      return {
        key: subject.code,
        code: subject.code,
        variants: subject.level === "类" ? [`${groupName}.小计`] : [`${groupName}.${subject.name}`],
        optional: true,
      };
    }),
  ...FORMER_COLUMNS,
];

/** 项目明细表（05-2、06、08-2、10-2）合计栏之前的说明栏。 */
export const PROJECT_DESCRIPTIONS: readonly ColumnDefinition[] = [
  { key: "二级项目代码", variants: ["项目代码"], measure: "text", optional: true },
  { key: "项目类别", measure: "text", optional: true },
  { key: "一级项目代码", measure: "text", optional: true },
  { key: "一级项目名称", measure: "text", optional: true },
  { key: "基建项目属性", measure: "text", optional: true },
  {
    key: "是否科研项目",
    variants: ["是否横向课题", "是否横向课题/是否科研项目"],
    measure: "text",
    optional: true,
  },
];
