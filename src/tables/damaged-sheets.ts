import { type Finding, finding } from "../findings/finding.ts";
import type { Workbook } from "../workbook/workbook.ts";

/** 没能读出的工作表逐张列为错误：它们的内容没有参加任何核对，不能当作没有问题。 */
export function damagedSheetFindings(workbook: Workbook): Finding[] {
  return workbook.damaged.map(({ name, reason }) =>
    finding({
      rule: "文件/工作表损坏",
      severity: "error",
      kind: "unreadable",
      what: `《${workbook.fileName}》的工作表“${name}”读不出来：${reason}`,
      why: "这张表的内容一格也没有参加核对，与它有关的关系都没有查。",
      todo: "请用 Excel 或 WPS 打开原文件确认能看到这张表，另存后重试；打不开的，请从决算软件重新导出。",
      cells: [],
    }),
  );
}
