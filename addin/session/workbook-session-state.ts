import type { CheckResult } from "../../src/checks/check.ts";
import type { Culprit } from "../../src/findings/culprit.ts";
import type { Finding } from "../../src/findings/finding.ts";
import type { TableSet } from "../../src/tables/table.ts";
import type { DamagedSheet, Workbook } from "../../src/workbook/workbook.ts";
import type { HostFailure, Progress } from "../host/host.ts";
import type { AcceptedFinding } from "./stored-data.ts";

/** `pending` 里表示整本工作簿待重读。 */
export const WHOLE = "*";

/** 清单里的一条问题。`key` 由规则和单元格得出，重新核对以后不变。 */
export interface ListedFinding {
  readonly key: string;
  readonly finding: Finding;
  /** 归在哪张表下：表号，没有认出来的为工作表名，不属于哪一张的为“整本工作簿”。 */
  readonly group: string;
  /** 涉及的全部表号（含 `group`）。 */
  readonly groups: readonly string[];
  /** 曾说明理由不再计较、后来数字变了的：当时的理由；从没有过为 null。 */
  readonly formerReason: string | null;
}

/** 一条“不再计较”及它现在对上的问题。 */
export interface AcceptedEntry {
  readonly accepted: AcceptedFinding;
  /** 已经对不上时为空。 */
  readonly findings: readonly Finding[];
  /** 已经对不上时：为什么、怎么办（一条提示）；还对得上为 null。 */
  readonly lost: Finding | null;
}

/** 一次核对的结果。 */
export interface CheckOutcome {
  readonly workbook: Workbook;
  readonly current: TableSet;
  /** 可用的上年的表；没有给、或不能用时为 null。 */
  readonly prior: TableSet | null;
  readonly damaged: readonly DamagedSheet[];
  /** 还要处理的问题，次序与命令行、各种报告相同。 */
  readonly open: readonly ListedFinding[];
  readonly accepted: readonly AcceptedEntry[];
  /** 最可能填错的单元格，改了它们，错误级的关系就都成立。 */
  readonly culprits: readonly Culprit[];
  readonly run: CheckResult["run"];
  readonly notRun: CheckResult["notRun"];
  readonly skipped: CheckResult["skipped"];
  /** 读文件、核对时要让人知道的事。 */
  readonly remarks: readonly string[];
}

/** 使用者要做而没有做成的事，说明怎么办。 */
export interface SessionFailure {
  readonly doing: "check" | "recheck" | "reveal" | "insert" | "save" | "stored-data" | "tidy";
  readonly code: HostFailure["code"];
  readonly what: string;
  readonly todo: string;
  /** 给技术人员看的原文；宿主说清楚了的没有。 */
  readonly detail: string | null;
}

/** 改动以后自动重新核对的结果。 */
export interface RecheckSummary {
  /** 重读了的工作表；整本重读为 null。 */
  readonly sheets: readonly string[] | null;
  readonly appeared: number;
  readonly resolved: number;
}

export interface WorkbookSessionState {
  readonly fileName: string | null;
  /** 正在做的事；没有为 null。 */
  readonly busy: Progress | null;
  /** 还没有核对过为 null。 */
  readonly outcome: CheckOutcome | null;
  /** 核对完成的次数，供页面知道有了新结果。 */
  readonly revision: number;
  /** 最近一次是自动重新核对时的摘要；使用者自己点的核对为 null。 */
  readonly recheck: RecheckSummary | null;
  /** 改动了还没有重新核对的工作表；整本待重读时含 `WHOLE`。 */
  readonly pending: readonly string[];
  readonly failure: SessionFailure | null;
  /** 做成一件事以后的话，如“已写入工作表”。 */
  readonly notice: string | null;
  /** 选中的问题的 key。 */
  readonly selected: string | null;
  /** 选中是谁引起的：页面上点的，还是在工作簿里选中了单元格。 */
  readonly selectedFrom: "pane" | "workbook";
  /** 刚刚说明理由的一条，供撤销；没有为 null。 */
  readonly justAccepted: AcceptedFinding | null;
}
