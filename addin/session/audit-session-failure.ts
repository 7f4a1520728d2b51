import { WorkbookRefused } from "../../src/workbook/workbook-refused.ts";
import { HostFailure } from "../host/host.ts";
import type { AuditSessionState } from "./audit-session-state.ts";

const AGAIN = "请再试一次；仍不行的，请关闭窗格后重新打开。";

/** 把失败说成：什么没做成、怎么办；使用者自己取消的为 null。 */
export function auditFailure(doing: string, error: unknown): AuditSessionState["failure"] {
  if (error instanceof WorkbookRefused) {
    return { code: "unknown", what: `${error.what}${error.why}`, todo: error.todo, detail: null };
  }
  if (!(error instanceof HostFailure)) {
    return {
      code: "unknown",
      what: `${doing}程序出了没有预料到的错。`,
      todo: AGAIN,
      detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    };
  }
  if (error.code === "cancelled") return null;
  const todo =
    error.code === "editing-cell" ? "请先按 Enter 或 Esc 结束单元格编辑，再试一次。" : AGAIN;
  return {
    code: error.code,
    what: `${doing}${error.what}`,
    todo: error.todo === "" ? todo : error.todo,
    detail: null,
  };
}
