import { basename, dirname, isAbsolute, relative, resolve } from "node:path";
import { checkTables } from "../../checks/check.ts";
import { diagnose } from "../../checks/diagnosis/diagnose.ts";
import { blameReadings } from "../../checks/diagnosis/reading-findings.ts";
import { applyAcceptances } from "../../checks/exceptions/apply-acceptances.ts";
import { openCulprits } from "../../checks/exceptions/open-culprits.ts";
import { officialRules } from "../../checks/generated/rules.ts";
import { combineOwnRules } from "../../checks/own-rules/combine.ts";
import { brokenRules, ownRulesRemark } from "../../checks/own-rules/embedded.ts";
import { mistakeFinding, type OwnRules } from "../../checks/own-rules/own-rule.ts";
import { hasErrors, orderFindings } from "../../findings/order.ts";
import { writeCheckHtml } from "../../publish/check-html/check-html.ts";
import { writeCheckJson } from "../../publish/check-json.ts";
import type { CheckReport } from "../../publish/check-report.ts";
import { writeCheckText } from "../../publish/check-text.ts";
import { writeCheckXlsx } from "../../publish/check-xlsx/check-xlsx.ts";
import type { CommandOutput, ExitStatus } from "../console.ts";
import { CommandFailure } from "../failure.ts";
import { writeOutputFile } from "../files.ts";
import { type OpenedInputs, openInputs } from "../inputs-file.ts";
import { type LoadedBooks, loadBooks } from "../load.ts";
import { openRuleFile } from "../rules-file.ts";

export interface CheckOptions {
  readonly prior?: string;
  readonly rules?: string;
  readonly format: "text" | "json" | "html" | "xlsx";
  readonly output?: string;
}

/** `juesuan check`：核对一本工作簿；除去已说明理由的，还有“错误”级问题时返回 1。 */
export async function runCheck(
  file: string,
  options: CheckOptions,
  output: CommandOutput,
): Promise<ExitStatus> {
  if (options.format === "xlsx" && options.output === undefined) {
    throw new CommandFailure(
      "xlsx 不能显示在屏幕上。",
      "请用 -o 给出要写的文件，如 -o 核对结果.xlsx。",
    );
  }
  const rulesFromFile = options.rules === undefined ? [] : [await openRuleFile(options.rules)];
  const inputs = await openInputs(file, undefined);
  const books = await loadBooks(file, options.prior, inputs.inputs.formerUnitName);
  const own = combineOwnRules([...rulesFromFile, books.ownRules]);
  const report = checkReport(basename(file), books, own, inputs);
  const content = reportContent(report, file, options);
  if (options.output !== undefined) {
    await writeOutputFile(options.output, content);
    output.message(`核对结果已写到 ${options.output}`);
  } else if (typeof content === "string") {
    output.result(content);
  }
  return hasErrors(report.findings) ? 1 : 0;
}

function reportContent(
  report: CheckReport,
  file: string,
  { format, prior, output }: CheckOptions,
): string | Uint8Array {
  switch (format) {
    case "text":
      return writeCheckText(report);
    case "json":
      return writeCheckJson(report);
    case "html":
      return writeCheckHtml(report);
    case "xlsx": {
      const folder = dirname(resolve(output ?? ""));
      const from = (path: string) => linkPath(relative(folder, resolve(path)));
      return writeCheckXlsx(report, {
        current: from(file),
        prior: prior === undefined ? null : from(prior),
      });
    }
  }
}

/** 报告里链接用的路径；不在同一个盘上的没有相对路径，写成 file 地址。 */
function linkPath(path: string): string {
  const slashed = path.replaceAll("\\", "/");
  return isAbsolute(path) ? `file:///${slashed}` : slashed;
}

/** 核对一遍：官方规则和自定规则，诊断，除去填报文件里已接受的。 */
export function checkReport(
  file: string,
  books: LoadedBooks,
  own: OwnRules,
  { inputs, findings: inputMistakes }: OpenedInputs,
): CheckReport {
  const { current, prior } = books;
  const rules = [...officialRules, ...own.rules.map(({ rule }) => rule)];
  const checked = checkTables(prior === null ? { current, rules } : { current, prior, rules });
  const diagnosis = diagnose(checked, { current, prior });
  const readings = blameReadings(books.findings, diagnosis.culprits, { current, prior });
  const findings = [
    ...readings.findings,
    ...own.mistakes.map(mistakeFinding),
    ...diagnosis.findings,
  ];
  const { open, accepted, unmatched } = applyAcceptances(
    findings,
    inputs.accepted,
    { current, prior },
    checked,
  );
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
    rules: {
      run: checked.run,
      notRun: [...checked.notRun, ...brokenRules(own)],
      partial: checked.skipped,
    },
    remarks: [
      ...books.notices,
      ...ownRulesRemark(own),
      ...inputMistakes.map(({ what, why }) => `${what}${why}`),
      ...checked.remarks,
    ],
    findings: orderFindings([...open, ...unmatched]),
    culprits: openCulprits(readings.culprits, open),
    accepted,
  };
}
