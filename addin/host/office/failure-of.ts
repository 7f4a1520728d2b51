import { HostFailure } from "../host.ts";

interface Wording {
  readonly code: HostFailure["code"];
  readonly why: string;
  readonly todo: string;
}

/** Excel 报的错误代码各是什么意思、怎么办。 */
const KNOWN: Readonly<Record<string, Wording>> = {
  InvalidOperationInCellEditMode: {
    code: "editing-cell",
    why: "有一个单元格正在编辑",
    todo: "请先按回车或 Esc 结束编辑，再试一次。",
  },
  AccessDenied: {
    code: "protected-sheet",
    why: "工作簿或工作表受保护，Excel 不让改",
    todo: "请在“审阅”里撤销保护，再试一次。",
  },
  ItemNotFound: {
    code: "gone",
    why: "要找的工作表或内容已经不在了",
    todo: "请重新核对一次。",
  },
  RequestPayloadSizeLimitExceeded: tooLarge(),
  ResponsePayloadSizeLimitExceeded: tooLarge(),
  ApiNotFound: {
    code: "not-supported",
    why: "这个版本的 Excel 没有需要的功能",
    todo: "请更新 Office，或者用工作台打开文件。",
  },
  ActivityLimitReached: busy(),
  HostRestart: busy(),
  Timeout: busy(),
};

/** Excel 的错误换成看得懂的说法；已经是 HostFailure 的原样返回。 */
export function failureOf(error: unknown, doing: string): HostFailure {
  if (error instanceof HostFailure) return error;
  const code = errorCode(error);
  const known = code === null ? undefined : KNOWN[code];
  if (known === undefined) {
    const hint = code === null ? "" : `（代码 ${code}）`;
    return new HostFailure(
      "unknown",
      `${doing}没有做成：Excel 报告了错误${hint}。`,
      "请再试一次；仍然不行时，保存文件，关掉再打开。",
    );
  }
  return new HostFailure(known.code, `${doing}没有做成：${known.why}。`, known.todo);
}

/** Excel 报的错误代码；不是 Excel 的错误时为 null。 */
export function errorCode(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}

export function cancelled(): HostFailure {
  return new HostFailure("cancelled", "已取消。", "");
}

function tooLarge(): Wording {
  return {
    code: "too-large",
    why: "内容太多，超过了 Excel 一次能传的量",
    todo: "请把与决算无关的大表移到别的工作簿，再试一次。",
  };
}

function busy(): Wording {
  return { code: "unknown", why: "Excel 正忙，没有答复", todo: "请稍等一会儿，再试一次。" };
}
