import { type RefusalCode, WorkbookRefused } from "./workbook-refused.ts";

/** 说明读不了：`what` 接在文件名后面说，不带句号。 */
export function narrativeRefused(fileName: string) {
  return (code: RefusalCode, what: string, todo: string): WorkbookRefused =>
    new WorkbookRefused(code, {
      what: `文件「${fileName}」${what}。`,
      why: "读不到文字就审不了，不能当作没有问题。",
      todo,
    });
}
