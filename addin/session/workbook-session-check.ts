import { prepareRules } from "../../src/checks/bind-rules.ts";
import { type CheckResult, checkTables } from "../../src/checks/check.ts";
import { type Diagnosis, diagnoseInSteps } from "../../src/checks/diagnosis/diagnose.ts";
import { blameReadings } from "../../src/checks/diagnosis/reading-findings.ts";
import { officialRules } from "../../src/checks/generated/rules.ts";
import { brokenRules, embeddedRules, ownRulesRemark } from "../../src/checks/own-rules/embedded.ts";
import { mistakeFinding } from "../../src/checks/own-rules/own-rule.ts";
import { RULE_SHEET_HEADERS } from "../../src/checks/own-rules/rule-sheet.ts";
import type { Culprit } from "../../src/findings/culprit.ts";
import type { Finding } from "../../src/findings/finding.ts";
import { orderFindings } from "../../src/findings/order.ts";
import { damagedSheetFindings } from "../../src/tables/damaged-sheets.ts";
import { findListSheets } from "../../src/tables/list-sheets.ts";
import { judgePriorYear } from "../../src/tables/prior-year.ts";
import { tableFindings } from "../../src/tables/problems.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import type { TableSet } from "../../src/tables/table.ts";
import type { Sheet, Workbook } from "../../src/workbook/workbook.ts";
import { HostFailure, type Task } from "../host/host.ts";

export interface CheckedWorkbook {
  readonly workbook: Workbook;
  readonly current: TableSet;
  readonly prior: TableSet | null;
  readonly findings: readonly Finding[];
  readonly culprits: readonly Culprit[];
  readonly run: CheckResult["run"];
  readonly notRun: CheckResult["notRun"];
  readonly skipped: CheckResult["skipped"];
  /** 读文件、核对时要让人知道的事。 */
  readonly remarks: readonly string[];
}

/** 给的上年的表；没有为 null。`formerUnitName` 为单位更名以前的名称。 */
export interface GivenPrior {
  readonly tables: TableSet | null;
  readonly formerUnitName: string | null;
}

/** 一口气分析多少条规则的公式：约几毫秒。 */
const RULES_AT_ONCE = 20;

/** 分析官方规则的公式，分几段做，段与段之间让出；已经分析过的不再做。 */
export async function prepareChecking(task: Task): Promise<void> {
  for (let start = 0; start < officialRules.length; start += RULES_AT_ONCE) {
    const fresh = prepareRules(officialRules.slice(start, start + RULES_AT_ONCE));
    if (fresh > 0) await giveWay(task);
  }
}

/**
 * 认表并核对。中间让出几次，页面不会僵住，也能取消（抛 code 为 cancelled 的 HostFailure）。
 * 上年的表年度、单位对不上的不用，列为错误。
 */
export async function checkWorkbook(
  workbook: Workbook,
  given: GivenPrior,
  task: Task,
): Promise<CheckedWorkbook> {
  task.onProgress?.({ what: "正在认表", done: 0, total: 0 });
  await giveWay(task);
  const tables = recogniseTables(workbook, "current");
  const { current, own } = embeddedRules(findListSheets(workbook, RULE_SHEET_HEADERS), tables);
  task.onProgress?.({ what: "正在核对", done: 0, total: 0 });
  await prepareChecking(task);
  await giveWay(task);
  const verdict =
    given.tables === null ? null : judgePriorYear(current, given.tables, given.formerUnitName);
  const prior = verdict?.usable === true ? given.tables : null;
  const rules = [...officialRules, ...own.rules.map(({ rule }) => rule)];
  const checked = checkTables(prior === null ? { current, rules } : { current, prior, rules });
  await giveWay(task);
  const diagnosis = await diagnoseGivingWay(checked, { current, prior }, task);
  await giveWay(task);
  const readings = blameReadings(
    [
      ...damagedSheetFindings(workbook),
      ...tableFindings(current),
      ...(verdict?.findings ?? []),
      ...(prior === null ? [] : tableFindings(prior)),
    ],
    diagnosis.culprits,
    { current, prior },
  );
  const findings = orderFindings([
    ...readings.findings,
    ...own.mistakes.map(mistakeFinding),
    ...diagnosis.findings,
  ]);
  return {
    workbook,
    current,
    prior,
    findings,
    culprits: readings.culprits,
    run: checked.run,
    notRun: [...checked.notRun, ...brokenRules(own)],
    skipped: checked.skipped,
    remarks: [...workbook.notices, ...ownRulesRemark(own), ...checked.remarks],
  };
}

/** 一口气诊断多久就让出一次，毫秒：错的格成百上千时，整个诊断要几百毫秒。 */
const AT_ONCE = 30;

async function diagnoseGivingWay(
  checked: CheckResult,
  books: Parameters<typeof diagnoseInSteps>[1],
  task: Task,
): Promise<Diagnosis> {
  const steps = diagnoseInSteps(checked, books);
  let since = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (performance.now() - since < AT_ONCE) continue;
    await giveWay(task);
    since = performance.now();
  }
}

/** 让页面先画一次、先听一次按键；这时已被取消的就停下。 */
async function giveWay(task: Task): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  if (task.signal?.aborted) throw new HostFailure("cancelled", "核对已取消。", "");
}

/**
 * 用重读的工作表换下旧的，位置不变；`names` 里没有读回来的（已删除、已改名）去掉，
 * 原来没有的排在最后。
 */
export function replaceSheets(
  workbook: Workbook,
  names: readonly string[],
  reread: readonly Sheet[],
): Workbook {
  const fresh = new Map(reread.map((sheet) => [sheet.name, sheet]));
  const asked = new Set(names);
  const kept = workbook.sheets.flatMap((sheet) => {
    const next = fresh.get(sheet.name);
    fresh.delete(sheet.name);
    if (next !== undefined) return [next];
    return asked.has(sheet.name) ? [] : [sheet];
  });
  const read = new Set(reread.map((sheet) => sheet.name));
  return {
    ...workbook,
    sheets: [...kept, ...fresh.values()],
    damaged: workbook.damaged.filter((sheet) => !read.has(sheet.name)),
  };
}
