import { HostFailure } from "../host/host.ts";
import type { SessionFailure } from "./workbook-session-state.ts";

const DOING: Readonly<Record<SessionFailure["doing"], string>> = {
  check: "没有核对成。",
  recheck: "改动以后没能重新核对，清单还是改动以前的。",
  reveal: "没能到那一格去。",
  insert: "没有写入，工作簿没有改动。",
  save: "没能保存到工作簿里：关掉以后，刚才说明的理由会丢。",
  tidy: "上次写入没有做完，留下的临时工作表没能删掉。",
  "stored-data": "以前保存的内容没有读出来。",
};

/** 宿主没有写明怎么办时，按失败的种类给出下一步。 */
const TODO: Readonly<Record<HostFailure["code"], string>> = {
  "protected-workbook": "请在“审阅”里撤销工作簿保护后重试；也可以复制为文字。",
  "protected-sheet": "请在“审阅”里撤销工作表保护后重试。",
  "read-only": "这本工作簿以只读方式打开：请另存一份再做，或复制为文字。",
  "editing-cell": "请先按 Enter 或 Esc 结束单元格编辑，再重试。",
  "foreign-sheet": "请先把同名的工作表改名，再重试。",
  "too-large": "请在工作台（浏览器页面）里打开这个文件。",
  cancelled: "",
  "not-supported": "这个版本的 Excel 做不到，请在工作台（浏览器页面）里打开这个文件。",
  gone: "请重新核对。",
  unknown: "请重试；仍不行的，请保存工作簿、关闭窗格后重新打开。",
};

/** 把失败说成：什么没做成、为什么、怎么办。没有预料到的错误也如此，原文另附。 */
export function describeFailure(doing: SessionFailure["doing"], error: unknown): SessionFailure {
  if (error instanceof HostFailure) {
    return {
      doing,
      code: error.code,
      what: `${DOING[doing]}${error.what}`,
      todo: error.todo === "" ? TODO[error.code] : error.todo,
      detail: null,
    };
  }
  return {
    doing,
    code: "unknown",
    what: `${DOING[doing]}程序出了没有预料到的错。`,
    todo: TODO.unknown,
    detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}

/** 写好了工作表以后的话。 */
export function insertedNotice(name: string, leftovers: readonly string[]): string {
  const rest =
    leftovers.length === 0
      ? ""
      : `有 ${leftovers.length} 张临时工作表没能删掉（${leftovers.join("、")}），下次打开时会清理。`;
  return `已写入工作表“${name}”。${rest}`;
}

/** 清掉了上次留下的临时工作表以后的话。 */
export function tidiedNotice(names: readonly string[]): string {
  return `上次写入没有做完，留下的临时工作表已经删掉：${names.join("、")}。`;
}
