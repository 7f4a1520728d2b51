import { type CellRef, type Finding, SEVERITY_NAMES } from "../../findings/finding.ts";
import { groupFindings } from "../check-groups.ts";
import { type CheckReport, conclusion, countsText } from "../check-report.ts";
import type { SheetModel } from "../spreadsheet/model.ts";
import { amount, type BookLinks, type ListRow, linkText, listSheet, text } from "./list-sheet.ts";

const COLUMNS = [
  ["序号", 5],
  ["级别", 6],
  ["规则", 11],
  ["表", 11],
  ["单元格", 22],
  ["问题", 46],
  ["为什么", 26],
  ["怎么办", 26],
  ["左边", 16],
  ["右边", 16],
  ["差额", 16],
] as const;

const CELL_COLUMN = 4;

/** “核对结果”：一条问题一行，序号与网页报告的次序相同；单元格一栏打开第一格。 */
export function resultsSheet(report: CheckReport, links: BookLinks): SheetModel {
  const { unit, year, level, file, remarks } = report;
  const about = [
    unit ?? "单位名称不明",
    year === null ? "年度不明" : `${year}年度`,
    `${level}决算`,
  ];
  return listSheet(
    "核对结果",
    COLUMNS,
    numberedFindings(report).map((each) => row(each, report)),
    {
      heading: [
        `部门决算核对结果：${conclusion(report)}`,
        `${about.join("　")}　文件：${file}　${countsText(report)}，已接受 ${report.accepted.length} 条。金额单位：元`,
        `认出 ${report.tables.length} 张表，执行 ${report.rules.run.length} 条规则，${report.rules.notRun.length} 条没有执行。${remarks.join("")}`,
      ],
      links,
    },
  );
}

interface Numbered {
  readonly number: number;
  readonly finding: Finding;
}

/** 各条问题编上序号，次序同分组。 */
export function numberedFindings(report: CheckReport): readonly Numbered[] {
  return groupFindings(report)
    .flatMap(({ findings }) => findings)
    .map((finding, index) => ({ number: index + 1, finding }));
}

function row({ number, finding }: Numbered, report: CheckReport): ListRow {
  const { severity, rule, what, why, todo, left, right, difference } = finding;
  const [first] = finding.cells;
  const place = cellsText(finding, report);
  const linked = first !== undefined && first.address !== "";
  return {
    cells: [
      amount(String(number)),
      text(SEVERITY_NAMES[severity], "center"),
      text(rule),
      text(formsText(finding, report)),
      linked ? linkText(place) : text(place),
      text(what),
      text(why),
      text(todo),
      amount(left),
      amount(right),
      amount(difference),
    ],
    ...(linked ? { link: { column: CELL_COLUMN, to: first } } : {}),
  };
}

/** 问题涉及的表号；没有认出的工作表写工作表名。 */
function formsText({ cells }: Finding, report: CheckReport): string {
  return [...new Set(cells.map((cell) => formName(cell, report)))].join("、");
}

function formName({ book, sheet }: CellRef, { tables }: CheckReport): string {
  const form = tables.find((table) => table.sheet === sheet)?.form;
  return `${book === "prior" ? "上年" : ""}${form ?? sheet}`;
}

/** 至多列几格（有的软件里带链接的格不折行），全部的在“涉及的单元格”。 */
const CELLS_SHOWN = 3;

/** 涉及的各格：都在一张表上的只写地址，否则写 `财决05!F12`。 */
function cellsText({ cells }: Finding, report: CheckReport): string {
  const names = cells.map((cell) => formName(cell, report));
  const alone = new Set(names).size === 1;
  const places = cells
    .slice(0, CELLS_SHOWN)
    .map(({ address }, place) => (alone ? address : `${names[place]}!${address}`))
    .filter((place) => place !== "");
  return places.join("、") + (cells.length > CELLS_SHOWN ? ` 等 ${cells.length} 格` : "");
}
