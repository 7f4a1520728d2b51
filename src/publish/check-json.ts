import type { CheckReport } from "./check-report.ts";

/** 核对结果写成 JSON 文本：键的先后固定，缩进两格，末尾换行。 */
export function writeCheckJson(report: CheckReport): string {
  const { file, unit, year, level, tables, unrecognised, rules, remarks } = report;
  const { findings, culprits, accepted } = report;
  const ordered = {
    file,
    unit,
    year,
    level,
    tables: tables.map(({ form, sheet, rows, moneyUnit, why }) => ({
      form,
      sheet,
      rows,
      moneyUnit,
      why,
    })),
    unrecognised: unrecognised.map(({ sheet, why }) => ({ sheet, why })),
    rules: {
      run: rules.run,
      notRun: rules.notRun.map(({ rule, why }) => ({ rule, why })),
      partial: rules.partial.map(({ rule, why }) => ({ rule, why })),
    },
    findings,
    culprits,
    accepted,
    remarks,
  };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}
