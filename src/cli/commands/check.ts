import { basename } from "node:path";
import { checkTables } from "../../checks/check.ts";
import { hasErrors, orderFindings } from "../../findings/order.ts";
import { writeCheckJson } from "../../publish/check-json.ts";
import type { CheckReport } from "../../publish/check-report.ts";
import { writeCheckText } from "../../publish/check-text.ts";
import type { CommandOutput, ExitStatus } from "../console.ts";
import { writeOutputFile } from "../files.ts";
import { type LoadedBooks, loadBooks } from "../load.ts";

export interface CheckOptions {
  readonly prior?: string;
  readonly format: "text" | "json";
  readonly output?: string;
}

/** `juesuan check`：核对一本工作簿；有“错误”级问题时返回 1。 */
export async function runCheck(
  file: string,
  options: CheckOptions,
  output: CommandOutput,
): Promise<ExitStatus> {
  const books = await loadBooks(file, options.prior);
  const report = checkReport(basename(file), books);
  const text = options.format === "json" ? writeCheckJson(report) : writeCheckText(report);
  if (options.output === undefined) {
    output.result(text);
  } else {
    await writeOutputFile(options.output, text);
    output.message(`核对结果已写到 ${options.output}`);
  }
  return hasErrors(report.findings) ? 1 : 0;
}

function checkReport(file: string, books: LoadedBooks): CheckReport {
  const { current, prior } = books;
  const checked = checkTables(prior === null ? { current } : { current, prior });
  return {
    file,
    unit: current.unit,
    year: current.year,
    level: current.level ?? "单位",
    tables: current.tables.map((table) => ({
      form: table.form.id,
      sheet: table.sheet,
      rows: table.rows.length,
      moneyUnit: table.moneyUnit,
      why: table.why,
    })),
    unrecognised: current.unrecognised,
    rules: { run: checked.run, notRun: checked.notRun, partial: checked.skipped },
    remarks: [...books.notices, ...checked.remarks],
    findings: orderFindings([...books.findings, ...checked.findings]),
    culprits: [],
    accepted: [],
  };
}
