import { basename } from "node:path";
import { auditText } from "../../audit/audit.ts";
import type { AuditResult } from "../../audit/audit-result.ts";
import { hasErrors } from "../../findings/order.ts";
import { writeAuditJson } from "../../publish/audit-json.ts";
import { writeAuditText } from "../../publish/audit-text.ts";
import { readNarrativeText } from "../../workbook/read-narrative-text.ts";
import { WorkbookRefused } from "../../workbook/workbook-refused.ts";
import type { CommandOutput, ExitStatus } from "../console.ts";
import { CommandFailure } from "../failure.ts";
import { readInputFile, writeOutputFile } from "../files.ts";
import { findingLines } from "../finding-lines.ts";
import { loadBooks } from "../load.ts";

export interface AuditOptions {
  readonly workbook?: string;
  readonly prior?: string;
  readonly format: "text" | "json";
  readonly output?: string;
}

/** `juesuan audit`：审一份说明；有“错误”级问题返回 1；文件读不了、不像决算情况说明返回 2。 */
export async function runAudit(
  file: string,
  options: AuditOptions,
  output: CommandOutput,
): Promise<ExitStatus> {
  if (options.prior !== undefined && options.workbook === undefined) {
    throw new CommandFailure(
      "只给了上年工作簿，没有给本年工作簿。",
      "请用 --workbook 给出本年度的决算工作簿，或去掉 --prior 只审文本。",
    );
  }
  const text = await openText(file);
  const books =
    options.workbook === undefined ? null : await loadBooks(options.workbook, options.prior);
  if (books !== null) {
    for (const line of findingLines(
      books.findings.filter(({ severity }) => severity === "error"),
      5,
    )) {
      output.message(line);
    }
  }
  const result = auditText(text, {
    fileName: basename(file),
    ...(books === null ? {} : { current: books.current }),
    ...(books?.prior ? { prior: books.prior } : {}),
  });
  requireNarrative(result);
  const content = options.format === "json" ? writeAuditJson(result) : writeAuditText(result);
  if (options.output === undefined) output.result(content);
  else {
    await writeOutputFile(options.output, content);
    output.message(`审稿结果已写到 ${options.output}`);
  }
  return hasErrors(result.findings) ? 1 : 0;
}

async function openText(file: string): Promise<string> {
  const bytes = await readInputFile(file);
  try {
    return readNarrativeText(bytes, basename(file));
  } catch (error) {
    if (error instanceof WorkbookRefused) {
      throw new CommandFailure(`${error.what}${error.why}`, error.todo);
    }
    throw error;
  }
}

/** 一个决算的数也没有找到，多半给错了文件。 */
function requireNarrative({ claims, file }: AuditResult): void {
  if (claims.found > 0 || claims.gaps.length > 0) return;
  throw new CommandFailure(
    `《${file}》里没有找到决算情况说明的内容。`,
    "请确认给的是部门（单位）决算情况说明；扫描件须先识别成文字。",
  );
}
