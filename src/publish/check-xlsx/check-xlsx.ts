import { SEVERITY_NAMES } from "../../findings/finding.ts";
import type { CheckReport } from "../check-report.ts";
import { rulesByReason } from "../check-report.ts";
import type { SheetModel } from "../spreadsheet/model.ts";
import { writeWorkbook } from "../spreadsheet/write-workbook.ts";
import { cellsSheet } from "./cells-sheet.ts";
import { culpritsSheet } from "./culprits-sheet.ts";
import { type BookLinks, listSheet, text } from "./list-sheet.ts";
import { resultsSheet } from "./results-sheet.ts";

/**
 * 核对结果写成 .xlsx：工作表“核对结果”一条问题一行；另有最可能填错的单元格、涉及的单元格、已接受的、没有执行的规则。
 * 单元格上的链接打开被核对的工作簿的那一格，`links` 是它们相对本文件的路径。同样的结果得同样的字节。
 */
export function writeCheckXlsx(report: CheckReport, links: BookLinks): Uint8Array {
  const sheets: (SheetModel | null)[] = [
    resultsSheet(report, links),
    culpritsSheet(report, links),
    cellsSheet(report, links),
    acceptedSheet(report),
    idleRulesSheet(report),
  ];
  return writeWorkbook(sheets.filter((sheet) => sheet !== null));
}

function acceptedSheet({ accepted }: CheckReport): SheetModel | null {
  if (accepted.length === 0) return null;
  return listSheet(
    "已接受的问题",
    [
      ["级别", 8],
      ["规则", 14],
      ["问题", 70],
      ["接受理由", 50],
    ],
    accepted.map(({ severity, rule, what, reason }) => ({
      cells: [text(SEVERITY_NAMES[severity], "center"), text(rule), text(what), text(reason)],
    })),
  );
}

function idleRulesSheet({ rules }: CheckReport): SheetModel | null {
  const entries = [
    ...rulesByReason(rules.notRun).map((each) => ({ ...each, kind: "没有执行" })),
    ...rulesByReason(rules.partial).map((each) => ({ ...each, kind: "一部分没有核对到" })),
  ];
  if (entries.length === 0) return null;
  return listSheet(
    "没有执行的规则",
    [
      ["情形", 18],
      ["原因", 60],
      ["规则", 60],
    ],
    entries.map(({ kind, why, rules: ids }) => ({
      cells: [text(kind), text(why), text(ids.join("、"))],
    })),
  );
}
