/** 整个文件不能用的原因类别。 */
export type RefusalCode =
  | "empty"
  | "not-a-workbook"
  | "unsupported-format"
  | "truncated"
  | "damaged"
  | "encrypted"
  | "too-large"
  | "suspicious";

/**
 * 整个文件被拒绝：没有一张表可以相信。只坏了个别工作表时不抛这个错误，而是记入 `Workbook.damaged`。
 * `what` 说错在哪里（点出文件名），`why` 说为什么要紧，`todo` 说怎么办；`message` 是三者连成的一段话。
 */
export class WorkbookRefused extends Error {
  readonly code: RefusalCode;
  readonly what: string;
  readonly why: string;
  readonly todo: string;

  constructor(code: RefusalCode, parts: { what: string; why: string; todo: string }) {
    super(`${parts.what}${parts.why}${parts.todo}`);
    this.name = "WorkbookRefused";
    this.code = code;
    this.what = parts.what;
    this.why = parts.why;
    this.todo = parts.todo;
  }
}

const UNREAD = "读不到的表没有参加任何核对，不能当作没有问题。";
const EXPORT_AGAIN = "请从决算软件重新导出；或用 Excel、WPS 打开后另存为 .xlsx，再试一次。";

/** 文件损坏：`detail` 说坏在哪里。 */
export function damagedFile(fileName: string, detail: string): WorkbookRefused {
  return new WorkbookRefused("damaged", {
    what: `文件「${fileName}」已损坏：${detail}。`,
    why: UNREAD,
    todo: EXPORT_AGAIN,
  });
}

/** 文件不完整。 */
export function truncatedFile(fileName: string, detail: string): WorkbookRefused {
  return new WorkbookRefused("truncated", {
    what: `文件「${fileName}」不完整：${detail}。`,
    why: UNREAD,
    todo: "多半是下载或拷贝中断，请重新下载、拷贝，或从决算软件重新导出。",
  });
}

/** 文件带密码。 */
export function encryptedFile(fileName: string): WorkbookRefused {
  return new WorkbookRefused("encrypted", {
    what: `文件「${fileName}」设有打开密码（已加密）。`,
    why: "加密的内容读不出来，无法核对。",
    todo: "请用 Excel、WPS 打开，取消密码后另存，再试一次。",
  });
}

/** 文件大得不像决算工作簿，或疑似恶意构造。 */
export function oversizedFile(fileName: string, detail: string): WorkbookRefused {
  return new WorkbookRefused("too-large", {
    what: `文件「${fileName}」超出可读范围：${detail}。`,
    why: "正常的决算工作簿远小于此，继续读可能耗尽内存。",
    todo: EXPORT_AGAIN,
  });
}

/** 文件内含不该有的结构，疑似恶意构造。 */
export function suspiciousFile(fileName: string, detail: string): WorkbookRefused {
  return new WorkbookRefused("suspicious", {
    what: `文件「${fileName}」结构可疑：${detail}。`,
    why: "正常软件不会这样写文件，读出来的内容不可信。",
    todo: EXPORT_AGAIN,
  });
}

/** 文件不是工作簿：`looksLike` 说它看起来是什么。 */
export function notAWorkbook(fileName: string, looksLike: string): WorkbookRefused {
  return new WorkbookRefused("not-a-workbook", {
    what: `文件「${fileName}」不是电子表格：${looksLike}。`,
    why: "里面没有可核对的表。",
    todo: "请选择决算软件导出的 .xlsx、.xls 或 .et 文件。",
  });
}

/** 是工作簿，但这种格式不支持。 */
export function unsupportedFormat(fileName: string, format: string): WorkbookRefused {
  return new WorkbookRefused("unsupported-format", {
    what: `文件「${fileName}」是${format}，不支持这种格式。`,
    why: "读出来的内容无从验证是否完整。",
    todo: "请用 Excel、WPS 打开后另存为 .xlsx，再试一次。",
  });
}
