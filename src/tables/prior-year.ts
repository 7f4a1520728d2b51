import { type Finding, finding } from "../findings/finding.ts";
import type { TableSet } from "./table.ts";

export interface PriorYearVerdict {
  /** 能不能当作上年数使用；不能用时一个数也不取。 */
  readonly usable: boolean;
  readonly findings: readonly Finding[];
}

/**
 * 所给的“上年工作簿”是不是同一单位、恰好上一年度的。拿错了上年数，说明里每一处增减都会错，
 * 因此年度不符、单位不符、或没有一张认得出的表时一律不用。
 * 单位更名时由人在填报文件里写明上年名称（`formerUnitName`）。
 */
export function judgePriorYear(
  current: TableSet,
  prior: TableSet,
  formerUnitName: string | null = null,
): PriorYearVerdict {
  const problems = [
    noTables(prior),
    wrongYear(current, prior),
    wrongUnit(current, prior, formerUnitName),
  ].filter((problem) => problem !== null);
  return { usable: problems.length === 0, findings: problems };
}

const WHY = "上年数取错，说明里的增减额、增减率会全部错；因此没有使用这本上年工作簿。";

function identityFinding(
  rule: string,
  what: string,
  todo: string,
  stated: string,
  expected: string,
): Finding {
  return finding({
    rule,
    severity: "error",
    kind: "identity",
    what,
    why: WHY,
    todo,
    cells: [],
    stated,
    expected,
  });
}

function noTables(prior: TableSet): Finding | null {
  if (prior.tables.length > 0) return null;
  return identityFinding(
    "上年/没有表",
    `上年工作簿《${prior.fileName}》里没有认出任何决算表。`,
    "请改给上年度的部门决算工作簿。",
    "0 张表",
    "上年度部门决算工作簿",
  );
}

function wrongYear(current: TableSet, prior: TableSet): Finding | null {
  if (current.year === null || prior.tables.length === 0) return null;
  const expected = current.year - 1;
  if (prior.year === expected) return null;
  const is = prior.year === null ? "没有写明年度" : `是${prior.year}年度的`;
  return identityFinding(
    "上年/年度不符",
    `上年工作簿《${prior.fileName}》${is}，而本年工作簿《${current.fileName}》是${current.year}年度的，应当给${expected}年度的。`,
    `请改给${expected}年度的工作簿。`,
    prior.year === null ? "" : String(prior.year),
    String(expected),
  );
}

function wrongUnit(
  current: TableSet,
  prior: TableSet,
  formerUnitName: string | null,
): Finding | null {
  if (current.unit === null || prior.unit === null) return null;
  const accepted = [current.unit, formerUnitName].filter((name) => name !== null).map(sameName);
  if (accepted.includes(sameName(prior.unit))) return null;
  return identityFinding(
    "上年/单位不符",
    `上年工作簿《${prior.fileName}》的编制单位是“${prior.unit}”，本年工作簿《${current.fileName}》的编制单位是“${current.unit}”。`,
    "请改给同一单位的上年工作簿；确系单位更名的，在填报文件里写明“上年单位名称”后重试。",
    prior.unit,
    current.unit,
  );
}

/** 只差空格、全半角括号的名称视为相同。 */
function sameName(name: string): string {
  return name.normalize("NFKC").replace(/\s/g, "");
}
