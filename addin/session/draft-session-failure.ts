import { WorkbookRefused } from "../../src/workbook/workbook-refused.ts";
import { HostFailure } from "../host/host.ts";
import type { DraftFailure } from "./draft-session-state.ts";

const TODO: Readonly<Record<HostFailure["code"], string>> = {
  "protected-workbook": "请在“审阅”里撤销工作簿保护后再试；也可以用“复制全文”。",
  "protected-sheet": "请在“审阅”里撤销工作表保护后再试；也可以用“复制全文”。",
  "read-only": "这本工作簿以只读方式打开：请另存一份再做，或用“复制全文”。",
  "editing-cell": "请先按 Enter 或 Esc 结束单元格编辑，再试一次。",
  "foreign-sheet": "请先把那张表改名，再试一次。",
  "too-large": "请在工作台（浏览器页面）里打开这个文件。",
  cancelled: "",
  "not-supported": "请改用“复制全文”，或在工作台（浏览器页面）里打开这个文件。",
  gone: "请重新起草。",
  unknown: "请再试一次；仍不行的，请保存工作簿、关闭窗格后重新打开。填报的内容、改过的段落都还在。",
};

/** 把失败说成：什么没做成、怎么办；没有预料到的错误，原文另附。使用者自己取消的为 null。 */
export function draftFailure(doing: string, error: unknown): DraftFailure | null {
  if (error instanceof HostFailure) {
    if (error.code === "cancelled") return null;
    return {
      code: error.code,
      what: `${doing}${error.what}`,
      todo: error.todo === "" ? TODO[error.code] : error.todo,
      detail: null,
    };
  }
  if (error instanceof WorkbookRefused) {
    return { code: "unknown", what: `${error.what}${error.why}`, todo: error.todo, detail: null };
  }
  return {
    code: "unknown",
    what: `${doing}程序出了没有预料到的错。`,
    todo: TODO.unknown,
    detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}
