import { basename, resolve } from "node:path";
import { auditText } from "../../audit/audit.ts";
import type { AuditResult } from "../../audit/audit-result.ts";
import type { GivenBooks } from "../../audit/books.ts";
import { hasErrors } from "../../findings/order.ts";
import { writeAuditDocx } from "../../publish/audit-docx/audit-docx.ts";
import { writeAuditHtml } from "../../publish/audit-html/audit-html.ts";
import { writeAuditJson } from "../../publish/audit-json.ts";
import { writeAuditText } from "../../publish/audit-text.ts";
import { isDocx, readNarrativeText } from "../../workbook/read-narrative-text.ts";
import { WorkbookRefused } from "../../workbook/workbook-refused.ts";
import type { CommandOutput, ExitStatus } from "../console.ts";
import { CommandFailure } from "../failure.ts";
import { readInputFile, writeOutputFile } from "../files.ts";
import { findingLines } from "../finding-lines.ts";
import { loadBooks, whyPriorRefused } from "../load.ts";
import { readPdf } from "../pdf-text.ts";

export interface AuditOptions {
  readonly workbook?: string;
  readonly prior?: string;
  /** 说明与工作簿的单位名称对不上也照样对照。 */
  readonly anyUnit?: boolean;
  readonly format: "text" | "json" | "html" | "docx";
  readonly output?: string;
}

/** `juesuan audit`：审一份说明；有“错误”级问题返回 1；文件读不了、不像决算情况说明返回 2。 */
export async function runAudit(
  file: string,
  options: AuditOptions,
  output: CommandOutput,
): Promise<ExitStatus> {
  requireOptions(file, options);
  const bytes = await readInputFile(file);
  const text = await refusedAsFailure(() =>
    readNarrativeText(bytes, basename(file), (pdf, name) => readPdf(pdf, name, output)),
  );
  const result = auditText(text, {
    fileName: basename(file),
    ...(await openBooks(options, output)),
  });
  requireNarrative(result);
  const content = await refusedAsFailure(async () => written(result, options.format, bytes));
  if (options.output !== undefined) {
    await writeOutputFile(options.output, content);
    output.message(`审稿结果已写到 ${options.output}`);
  } else if (typeof content === "string") {
    output.result(content);
  }
  return hasErrors(result.findings) ? 1 : 0;
}

function requireOptions(file: string, { workbook, prior, format, output }: AuditOptions): void {
  if (prior !== undefined && workbook === undefined) {
    throw new CommandFailure(
      "只给了上年工作簿，没有给本年工作簿。",
      "请用 --workbook 给出本年度的决算工作簿，或去掉 --prior 只审文本。",
    );
  }
  if (format === "docx" && output === undefined) {
    throw new CommandFailure(
      "docx 是二进制文件，不能显示在屏幕上。",
      "请用 -o 给出输出文件，如 -o 带批注的说明.docx。",
    );
  }
  if (output !== undefined && resolve(output) === resolve(file)) {
    throw new CommandFailure(
      `输出文件就是送审的“${file}”，写进去会盖掉原稿。`,
      "请用 -o 给出另一个文件名。",
    );
  }
}

/** 读工作簿；其中的错误先提示，与表不符的可能是表错了。 */
async function openBooks(
  { workbook, prior, anyUnit }: AuditOptions,
  output: CommandOutput,
): Promise<GivenBooks> {
  if (workbook === undefined) return {};
  const books = await loadBooks(workbook, prior);
  const errors = books.findings.filter(({ severity }) => severity === "error");
  for (const line of findingLines(errors, 5)) output.message(line);
  return {
    current: books.current,
    ...(books.prior === null ? {} : { prior: books.prior }),
    ...(prior === undefined || books.prior !== null
      ? {}
      : { priorRefused: { file: basename(prior), why: whyPriorRefused(books) } }),
    sameUnitOnly: anyUnit !== true,
  };
}

function written(
  result: AuditResult,
  format: AuditOptions["format"],
  original: Uint8Array,
): string | Uint8Array {
  switch (format) {
    case "text":
      return writeAuditText(result);
    case "json":
      return writeAuditJson(result);
    case "html":
      return writeAuditHtml(result);
    case "docx":
      return writeAuditDocx(result, isDocx(original) ? original : null);
  }
}

async function refusedAsFailure<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
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
