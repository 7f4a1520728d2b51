import { type Finding, SEVERITY_NAMES } from "../../../src/findings/finding.ts";
import { conclusion, rulesByReason } from "../../../src/publish/check-report.ts";
import { DATA_STYLE, HEADER_STYLE, textCell } from "../../../src/publish/draft-xlsx/data-cells.ts";
import { countLines } from "../../../src/publish/draft-xlsx/line-breaks.ts";
import type {
  PageSetup,
  SheetCell,
  SheetModel,
  SheetRow,
} from "../../../src/publish/spreadsheet/model.ts";
import type { CheckOutcome } from "../../session/workbook-session-state.ts";
import { checkReport } from "./check-report.ts";

const FINDINGS_SHEET = "核对结果";

/** 栏名与宽度（以默认字体的数字计）。 */
const COLUMNS = [
  ["级别", 6],
  ["规则", 10],
  ["表", 12],
  ["错在哪里", 52],
  ["左边", 18],
  ["右边", 18],
  ["相差", 18],
  ["为什么", 36],
  ["怎么办", 36],
  ["线索", 24],
  ["单元格", 36],
  ["不再计较的理由", 24],
] as const;

const PAGE: PageSetup = {
  orientation: "landscape",
  margins: { top: 15, bottom: 15, left: 10, right: 10, footer: 7 },
  footer: "&C第 &P 页，共 &N 页",
  titleRows: "$2:$2",
};

const WRAPPED = { ...DATA_STYLE, wrap: true, vertical: "top" } as const;
const DECIMAL = /^-?\d+(?:\.\d+)?$/;
/** 行高的上限（Excel 为 409 磅）。 */
const MAX_HEIGHT = 400;

/** 核对结果写成一张工作表：先一句结论，再每条问题一行，最后是没有执行的规则。单元格写成文字地址。 */
export function findingsSheet(outcome: CheckOutcome): SheetModel {
  const { current } = outcome;
  const report = checkReport(outcome);
  const forms = new Map(current.tables.map((table) => [table.sheet, table.form.id]));
  const findings = [
    ...report.findings.map((one) => findingRow(one, "", forms)),
    ...report.accepted.map((one) => findingRow(one, one.reason, forms)),
  ];
  const heading = `${current.unit ?? "单位名称不明"}　${current.year ?? "年度不明"}年度决算核对结果：${conclusion(report)}。共 ${outcome.open.length} 条问题，执行 ${outcome.run.length} 条规则，${outcome.notRun.length} 条没有执行。`;
  const notRun = rulesByReason(outcome.notRun).map(({ why, rules }) =>
    row([
      textCell("未执行", WRAPPED),
      textCell(`${rules.length} 条`, WRAPPED),
      undefined,
      textCell(`${why}：${rules.join("、")}`, WRAPPED),
    ]),
  );
  const header = row(COLUMNS.map(([title]) => textCell(title, HEADER_STYLE)));
  return {
    name: FINDINGS_SHEET,
    columns: COLUMNS.map(([, width]) => ({ width })),
    rows: [
      { cells: [textCell(heading, { font: DATA_STYLE.font })] },
      header,
      ...findings,
      ...notRun,
    ],
    gridLines: true,
    frozenRows: 2,
    autoFilter: `A2:L${findings.length + 2}`,
    page: PAGE,
  };
}

function findingRow(
  finding: Finding,
  reason: string,
  forms: ReadonlyMap<string, string>,
): SheetRow {
  const sheet = finding.cells[0]?.sheet ?? "";
  return row([
    textCell(SEVERITY_NAMES[finding.severity], WRAPPED),
    textCell(finding.rule, WRAPPED),
    textCell(forms.get(sheet) ?? sheet, WRAPPED),
    textCell(finding.what, WRAPPED),
    amountCell(finding.left),
    amountCell(finding.right),
    amountCell(finding.difference),
    textCell(finding.why, WRAPPED),
    textCell(finding.todo, WRAPPED),
    textCell(finding.clue ?? "", WRAPPED),
    textCell(
      finding.cells
        .map((cell) => `${cell.book === "prior" ? "上年·" : ""}'${cell.sheet}'!${cell.address}`)
        .join("\n"),
      WRAPPED,
    ),
    textCell(reason, WRAPPED),
  ]);
}

function amountCell(text: string | undefined): SheetCell {
  if (text === undefined || !DECIMAL.test(text)) return textCell(text ?? "", WRAPPED);
  const numberFormat = text.includes(".") ? "#,##0.00" : "#,##0";
  return {
    kind: "number",
    decimal: text,
    style: { ...WRAPPED, horizontal: "right", numberFormat },
  };
}

/** 由折行最多的一格定行高：每个汉字约占两个数字宽。 */
function row(cells: readonly (SheetCell | undefined)[]): SheetRow {
  const lines = cells.map((cell, column) => {
    if (cell?.kind !== "text") return 1;
    const capacity = (COLUMNS[column]?.[1] ?? 10) / 2 - 1;
    return cell.runs
      .map((run) => run.text)
      .join("")
      .split("\n")
      .reduce((sum, line) => sum + countLines(line, capacity), 0);
  });
  return { cells, height: Math.min(MAX_HEIGHT, Math.max(1, ...lines) * 14 + 4) };
}
