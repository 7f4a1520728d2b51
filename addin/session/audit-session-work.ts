import { auditText } from "../../src/audit/audit.ts";
import type { AuditResult } from "../../src/audit/audit-result.ts";
import { isOtherUnit } from "../../src/audit/identity.ts";
import { judgePriorYear } from "../../src/tables/prior-year.ts";
import type { TableSet } from "../../src/tables/table.ts";
import { NARRATIVE_SHEET, narrativeSheetText } from "../../src/workbook/read-narrative-sheet.ts";
import { readNarrativeText } from "../../src/workbook/read-narrative-text.ts";
import type { Workbook } from "../../src/workbook/workbook.ts";
import { WorkbookRefused } from "../../src/workbook/workbook-refused.ts";
import { HostFailure, type WorkbookHost } from "../host/host.ts";
import type { AuditOutcome, AuditSource, AuditWarning } from "./audit-session-state.ts";
import { listAuditFindings } from "./audit-session-view.ts";
import { rememberedPrior } from "./draft-session-prior.ts";
import type { StoredData } from "./stored-data.ts";
import type { CheckOutcome } from "./workbook-session-state.ts";

/** 打开的工作簿里可以对照的表；`errors` 是核对出的错误条数。 */
interface AuditTables {
  readonly current: TableSet | null;
  readonly prior: TableSet | null;
  /** 单位更过名的，上年的名称。 */
  readonly formerUnitName: string | null;
  readonly errors: number;
}

/** 比这还长的多半不是一份决算情况说明；常见的一两万字。 */
const LONGEST = 500_000;

/** 取出要审的文字。读不了的抛 WorkbookRefused 或 HostFailure，都写明怎么办。 */
export async function textOfSource(
  source: AuditSource,
  host: Pick<WorkbookHost, "readNarrativeSheet">,
  workbook: Workbook | null,
): Promise<string> {
  switch (source.kind) {
    case "paste":
      return source.text;
    case "file":
      return await readNarrativeText(source.bytes, source.name);
    case "sheet":
      return await sheetText(host, workbook);
  }
}

/** 工作表“决算说明”：我们写的按段读回；别人写的按行读，一行一段。 */
async function sheetText(
  host: Pick<WorkbookHost, "readNarrativeSheet">,
  workbook: Workbook | null,
): Promise<string> {
  const foreign = workbook === null ? null : narrativeSheetText(workbook);
  if (foreign !== null) return foreign;
  const paragraphs = await host.readNarrativeSheet();
  if (paragraphs === null) {
    throw new HostFailure(
      "gone",
      `这本工作簿里没有工作表“${NARRATIVE_SHEET}”。`,
      "请先在“起草说明”里插入工作表，或者粘贴文字、选一个文件。",
    );
  }
  return paragraphs.map(({ text }) => text).join("\n");
}

/** 由核对的结果得出可以对照的表；核对时没有给上年的，用随工作簿保存着的。 */
export function tablesFor(outcome: CheckOutcome | null, data: StoredData): AuditTables {
  if (outcome === null || outcome.current.tables.length === 0) {
    return { current: null, prior: null, formerUnitName: null, errors: 0 };
  }
  const { current, open } = outcome;
  const errors = open.filter(({ finding }) => finding.severity === "error").length;
  const { 上年单位名称: former } = data.inputs;
  const formerUnitName = typeof former === "string" ? former : null;
  if (outcome.prior !== null) return { current, prior: outcome.prior, formerUnitName, errors };
  const remembered = rememberedPrior(data);
  const usable = remembered !== null && judgePriorYear(current, remembered, formerUnitName).usable;
  return { current, prior: usable ? remembered : null, formerUnitName, errors };
}

/**
 * 审一份说明。另一个单位、另一个年度的表不拿来对照（`evenOtherUnit` 为使用者看过以后仍要对照）。
 * 空的、不是决算情况说明的，抛 WorkbookRefused。
 */
export function auditNarrative(
  text: string,
  source: AuditSource,
  tables: AuditTables,
  { evenOtherUnit }: { readonly evenOtherUnit: boolean },
): AuditOutcome {
  if (text.trim() === "") {
    throw refused("empty", `${source.name}里没有文字。`, "请给出有文字的决算情况说明。");
  }
  if (text.length > LONGEST) {
    throw refused(
      "too-large",
      `${source.name}有 ${text.length} 个字，不像一份决算情况说明。`,
      "请只给决算情况说明的正文。",
    );
  }
  const { current, prior, formerUnitName } = tables;
  const result = auditText(text, {
    fileName: source.name,
    sameUnitOnly: !evenOtherUnit,
    ...(current === null ? {} : { current }),
    ...(prior === null ? {} : { prior }),
    ...(formerUnitName === null ? {} : { formerUnitName }),
  });
  const stranger = current !== null && isOtherUnit(result.unit, current.unit);
  if (result.claims.found === 0 && result.claims.gaps.length === 0) {
    throw refused(
      "not-a-workbook",
      `${source.name}里没有找到决算情况说明的内容。`,
      "请确认给的是部门（单位）决算情况说明；扫描件须先识别成文字。",
    );
  }
  const otherYear = current !== null && isOtherYear(result.year, current.year);
  const used = result.books.current?.why === "";
  const priorWhy = result.books.prior?.why ?? "";
  const warnings = [
    halfUnread(result),
    stranger ? otherUnitWarning(result, current, evenOtherUnit) : null,
    otherYear ? otherYearWarning(result, current) : null,
    current === null ? NO_TABLES : null,
    used && prior === null ? NO_PRIOR : null,
    used && priorWhy !== "" ? priorUnused(priorWhy) : null,
    used && tables.errors > 0 ? tablesWrong(tables.errors) : null,
  ].filter((warning) => warning !== null);
  return {
    source,
    result,
    listed: listAuditFindings(result.findings),
    books: {
      current: used ? (result.books.current?.file ?? null) : null,
      prior: used && priorWhy === "" ? (result.books.prior?.file ?? null) : null,
    },
    warnings,
  };
}

function refused(
  code: ConstructorParameters<typeof WorkbookRefused>[0],
  what: string,
  todo: string,
): WorkbookRefused {
  return new WorkbookRefused(code, { what, why: "没有审，不能当作没有问题。", todo });
}

function isOtherYear(stated: number | null, year: number | null): boolean {
  return stated !== null && year !== null && stated !== year;
}

function halfUnread({ claims: { found, checked } }: AuditResult): AuditWarning | null {
  if (checked * 2 >= found) return null;
  return {
    kind: "half-unread",
    title: "一半以上没有看懂",
    text: `第二部分 ${found} 个数只核对了 ${checked} 个。没有列出的不等于没有问题，请以人工审核为主。`,
  };
}

function otherUnitWarning(
  { unit }: AuditResult,
  current: TableSet,
  compared: boolean,
): AuditWarning {
  return {
    kind: "other-unit",
    title: compared ? "单位名称对不上" : "没有与表对照：像是另一个单位的说明",
    text: compared
      ? `说明写的是“${unit}”，工作簿是“${current.unit}”；按你的意思仍然对照了。`
      : `说明写的是“${unit}”，打开的工作簿是“${current.unit}”，所以只查了文中各数之间的关系。确是同一单位的，可以仍然对照。`,
  };
}

function otherYearWarning({ year }: AuditResult, current: TableSet): AuditWarning {
  return {
    kind: "other-year",
    title: "没有与表对照：年度不同",
    text: `说明是${year}年度的，打开的工作簿是${current.year}年度的，所以只查了文中各数之间的关系。请打开${year}年度的工作簿再审。`,
  };
}

const NO_TABLES: AuditWarning = {
  kind: "no-tables",
  title: "没有与表对照",
  text: "打开的工作簿里没有认出部门决算表，所以只查了文中各数之间的关系。",
};

const NO_PRIOR: AuditWarning = {
  kind: "no-prior",
  title: "没有上年的表",
  text: "与上年相比的数只能与文中别处印证。在“起草说明”的“选项”里选上年工作簿，再回来重新审。",
};

function priorUnused(why: string): AuditWarning {
  return {
    kind: "no-prior",
    title: "上年的工作簿没有用上",
    text: `${why}与上年相比的数只能与文中别处印证。`,
  };
}

function tablesWrong(errors: number): AuditWarning {
  return {
    kind: "tables-wrong",
    title: `决算表本身有 ${errors} 条错误`,
    text: "与表不符的，先到“核对”里看是不是表错了。",
  };
}
