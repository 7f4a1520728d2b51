import type { AuditFinding, AuditKind, AuditResult } from "../../src/audit/audit-result.ts";
import type { Severity } from "../../src/findings/finding.ts";
import type { Progress } from "../host/host.ts";
import type { ListedFinding, SessionFailure } from "./workbook-session-state.ts";

/** 审的是哪里来的文字；`bytes` 是文件原样，供写带批注的 Word。 */
export type AuditSource =
  | { readonly kind: "paste"; readonly name: string; readonly text: string }
  | { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "sheet"; readonly name: string };

/** 清单里的一条。`number` 是文中先后的序号，从 1 起，文字里的标记用同一个号。 */
export interface ListedAuditFinding extends ListedFinding {
  readonly finding: AuditFinding;
  readonly number: number;
}

/** 审得成、但看结果以前要先知道的事。 */
export interface AuditWarning {
  readonly kind:
    | "half-unread"
    | "other-unit"
    | "other-year"
    | "no-tables"
    | "no-prior"
    | "tables-wrong";
  readonly title: string;
  readonly text: string;
}

export interface AuditOutcome {
  readonly source: AuditSource;
  readonly result: AuditResult;
  /** 按文中先后。 */
  readonly listed: readonly ListedAuditFinding[];
  /** 对照了哪两本工作簿（文件名）；没有对照为 null。 */
  readonly books: { readonly current: string | null; readonly prior: string | null };
  readonly warnings: readonly AuditWarning[];
}

/** 只看哪些问题；空、null 为全部。 */
export interface AuditView {
  readonly severities: ReadonlySet<Severity>;
  readonly kind: AuditKind | null;
  /** 一节的编号，如 `二.五.（三）`。 */
  readonly section: string | null;
}

export const WHOLE_AUDIT: AuditView = { severities: new Set(), kind: null, section: null };

export interface AuditSessionState {
  /** 正在做的事；没有为 null。 */
  readonly busy: Progress | null;
  /** 还没有审过为 null。 */
  readonly outcome: AuditOutcome | null;
  /** 审完以后表又变了：结果是对照旧表的。 */
  readonly stale: boolean;
  /** 审完的次数，供页面知道有了新结果。 */
  readonly revision: number;
  readonly view: AuditView;
  /** 筛选以后还看得见的，按文中先后。 */
  readonly shown: readonly ListedAuditFinding[];
  readonly selected: string | null;
  /** 选中是从哪里引起的：文字里的标记、清单、上一条下一条。 */
  readonly selectedFrom: "text" | "list" | "step";
  /** 选了多少次；同一条再选一次，页面也要再走过去。 */
  readonly jumps: number;
  /** 使用者在整改意见里改过的取舍：key → 写不写进去。没有改过的，错误、警告写，提示不写。 */
  readonly letterChoices: ReadonlyMap<string, boolean>;
  readonly failure: Omit<SessionFailure, "doing"> | null;
  /** 做成一件事以后的话。 */
  readonly notice: string | null;
}
