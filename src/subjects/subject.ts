/** 部门预算支出经济分类科目。`group` 是在基本支出表里归人员经费还是公用经费；`项目` 只在项目支出中出现。 */
export interface EconomicSubject {
  readonly code: string;
  readonly level: "类" | "款";
  readonly name: string;
  readonly group: "人员经费" | "公用经费" | "项目";
  /** 2022 表示 2022 年度或更早；null 表示 2022 年度前已取消。 */
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

/** 支出功能分类科目。`confirmed` 为假的只作建议，界面上要标出待核实。 */
export interface FunctionalSubject {
  readonly code: string;
  readonly level: "类" | "款" | "项";
  readonly name: string;
  readonly funds: readonly string[];
  readonly meaning: string;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly confirmed: boolean;
}

/** 公开文本里见过的其他写法。 */
export interface SubjectAlias {
  readonly code: string;
  readonly alias: string;
}

/** 旧年度名称。 */
export interface SubjectRename {
  readonly code: string;
  readonly nameThen: string;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly nameNow: string;
}
