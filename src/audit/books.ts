import { judgePriorYear } from "../tables/prior-year.ts";
import type { TableSet } from "../tables/table.ts";
import type { AuditResult, BookUse } from "./audit-result.ts";
import type { Draft } from "./context.ts";
import { isOtherUnit } from "./identity.ts";

export interface GivenBooks {
  /** 本年度的决算表；给了就逐数对照。 */
  readonly current?: TableSet;
  readonly prior?: TableSet;
  /** 上年工作簿读的时候就知道不能用（另一年度、另一单位的）：文件名和为什么。 */
  readonly priorRefused?: BookUse;
  /** 单位更过名的，上年的名称。 */
  readonly formerUnitName?: string;
  /** 文中的单位与工作簿的对不上时，为真则不拿来对照、报一条错误；不给则照样对照。 */
  readonly sameUnitOnly?: boolean;
}

/** 给来的工作簿哪些用得上。 */
export interface UsableBooks {
  readonly current: TableSet | null;
  readonly prior: TableSet | null;
  readonly uses: AuditResult["books"];
  /** 本年工作簿不是这份说明的：要报的一条。 */
  readonly stranger: Omit<Draft, "passage" | "span"> | null;
}

/** 另一年度、另一单位的工作簿不拿来对照；本年的用不上，上年的也就用不上。 */
export function usableBooks(
  stated: { readonly year: number | null; readonly unit: string | null },
  given: GivenBooks,
): UsableBooks {
  const { current, prior, priorRefused, formerUnitName } = given;
  if (current === undefined) {
    return { current: null, prior: null, uses: { current: null, prior: null }, stranger: null };
  }
  const stranger = otherYear(stated.year, current) ?? otherUnit(stated.unit, current, given);
  const priorWhy =
    prior === undefined
      ? ""
      : stranger !== null
        ? "本年度的工作簿没有用上。"
        : judgePriorYear(current, prior, formerUnitName ?? null)
            .findings.map(({ what }) => what)
            .join("");
  return {
    current: stranger === null ? current : null,
    prior: prior === undefined || priorWhy !== "" ? null : prior,
    uses: {
      current: { file: current.fileName, why: stranger?.what ?? "" },
      prior: prior === undefined ? (priorRefused ?? null) : { file: prior.fileName, why: priorWhy },
    },
    stranger,
  };
}

/** 文本与工作簿不是同一年度的：说明白，不拿来对照。 */
function otherYear(year: number | null, current: TableSet): UsableBooks["stranger"] {
  if (current.year === null || year === null || current.year === year) return null;
  return {
    kind: "table-text",
    severity: "error",
    what: `这份说明是${year}年度的，工作簿《${current.fileName}》是${current.year}年度的，没有对照。`,
    why: "拿别的年度的表来对照，每个数都会显得不对。",
    todo: `请改给${year}年度的工作簿；说明的年度写错了的，请更正说明。`,
    stated: `${year}年度`,
  };
}

/** 文本与工作簿不是同一单位的。 */
function otherUnit(
  unit: string | null,
  current: TableSet,
  { sameUnitOnly }: GivenBooks,
): UsableBooks["stranger"] {
  if (sameUnitOnly !== true || unit === null || current.unit === null) return null;
  if (!isOtherUnit(unit, current.unit)) return null;
  return {
    kind: "table-text",
    severity: "error",
    what: `这份说明是“${unit}”的，工作簿《${current.fileName}》是“${current.unit}”的，没有对照。`,
    why: "拿别的单位的表来对照，每个数都会显得不对。",
    todo: "请改给同一单位的工作簿；确是同一单位（更名、简称）的，请更正封面或说明里的单位名称，或指明仍要对照。",
    stated: unit,
  };
}
