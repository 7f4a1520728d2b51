import { type CellRef, type Finding, finding } from "../findings/finding.ts";
import { cellRef } from "./access.ts";
import { PROBLEM_WORDINGS } from "./problem-wording.ts";
import { rowStructureFindings } from "./row-structure.ts";
import type { Table, TableProblem, TableSet, UnrecognisedSheet } from "./table.ts";

/** 部门决算必有的表：缺了其中一张，有些核对和说明就做不成。 */
const CORE_FORMS = [
  "财决01",
  "财决01-1",
  "财决03",
  "财决04",
  "财决05",
  "财决05-1",
  "财决05-2",
  "财决07",
  "财决08",
  "财决08-1",
  "财决08-2",
  "财决附03",
];

/**
 * 读表时发现的全部问题：读不出的格、重复科目、缺的和认不得的行栏、没有读的工作表、
 * 少了的上下级科目行和写错的编码、缺少的表、金额单位混用、各表年度或单位名称不一。每条写明工作表和单元格；没有问题时为空。
 */
export function tableFindings(set: TableSet): Finding[] {
  return [
    ...nothingRead(set),
    ...set.unrecognised.map((sheet) => unrecognisedFinding(set, sheet)),
    ...set.tables.flatMap((table) =>
      table.problems.map((problem) => problemFinding(table, problem)),
    ),
    ...rowStructureFindings(set),
    ...missingForms(set),
    ...mixedMoneyUnits(set),
    ...differing(set, "year"),
    ...differing(set, "unit"),
  ];
}

function nothingRead(set: TableSet): Finding[] {
  if (set.tables.some((table) => table.form.family !== "封面")) return [];
  return [
    finding({
      rule: "读表/没有可读的表",
      severity: "error",
      kind: "structure",
      what: `文件“${set.fileName}”里没有认出任何一张部门决算表。`,
      why: "没有可以核对的数。",
      todo: "请确认选对了文件：应是从部门决算软件导出的报表，标题或右上角表号（如“财决01表”）应完整。",
      cells: [],
    }),
  ];
}

function unrecognisedFinding(set: TableSet, { sheet, why, kind }: UnrecognisedSheet): Finding {
  const what = `文件“${set.fileName}”的工作表“${sheet}”没有读：${why}。`;
  if (kind === "other") {
    return finding({
      rule: "读表/未识别",
      severity: "note",
      kind: "structure",
      what,
      why: "表里的数没有参加核对。",
      todo: "如果它不是部门决算表，不必处理；如果是，请恢复它的标题和表号。",
      cells: [],
    });
  }
  if (kind === "duplicate") {
    return finding({
      rule: "读表/重复工作表",
      severity: "warning",
      kind: "structure",
      what,
      why: "同一张表有两份，可能读的不是最终的一份。",
      todo: "请只留最终的一份。",
      cells: [],
    });
  }
  return finding({
    rule: "读表/表读不成",
    severity: "error",
    kind: "structure",
    what,
    why: "它像是部门决算表，但表里的数一个也没有参加核对。",
    todo: "请改正标题、表号或表头，或从决算软件重新导出。",
    cells: [],
  });
}

function problemFinding(table: Table, problem: TableProblem): Finding {
  const { rule, severity, kind, why, todo } = PROBLEM_WORDINGS[problem.kind];
  return finding({
    rule,
    severity,
    kind,
    what: `工作表“${table.sheet}”（${table.form.id}）：${problem.message}。`,
    why,
    todo,
    cells: problemCells(table, problem),
  });
}

function problemCells(table: Table, problem: TableProblem): CellRef[] {
  if (problem.address !== undefined) {
    return [
      {
        book: table.book,
        sheet: table.sheet,
        address: problem.address,
        row: problem.row ?? "",
        column: problem.column ?? "",
        value: problem.text ?? "",
      },
    ];
  }
  if (problem.kind !== "duplicate-row" || table.columns.length === 0) return [];
  const same = [...table.rowsByKey.values()].find(
    (rows) => rows.length > 1 && table.rows[rows[0] ?? -1]?.label === problem.row,
  );
  return (same ?? []).map((row) => cellRef(table, row, 0));
}

function missingForms(set: TableSet): Finding[] {
  if (!set.tables.some((table) => table.form.family === "财决")) return [];
  return CORE_FORMS.filter((id) => !set.byForm.has(id)).map((id) =>
    finding({
      rule: "读表/缺少表",
      severity: "warning",
      kind: "structure",
      what: `文件“${set.fileName}”里没有${id}表。`,
      why: "涉及这张表的核对没有做，说明里用到它的地方只能留空。",
      todo: "请导出全套报表；如果表在文件里却没有认出来，请看上面没有读的工作表。",
      cells: [],
    }),
  );
}

/** 同一套表里元、万元并存。财决以元、公开以万元是正常的，各算一套。 */
function mixedMoneyUnits(set: TableSet): Finding[] {
  return (["财决", "公开"] as const).flatMap((family) => {
    const tables = set.tables.filter(
      (table) =>
        table.form.family === family && table.columns.some((column) => column.measure === "money"),
    );
    const groups = (["元", "万元"] as const)
      .map((unit) => ({ unit, sheets: tables.filter((table) => table.moneyUnit === unit) }))
      .filter((group) => group.sheets.length > 0);
    if (groups.length < 2) return [];
    const list = groups
      .map(({ unit, sheets }) => `以${unit}计的有 ${sheetList(sheets)}`)
      .join("，");
    return [
      finding({
        rule: "读表/单位混用",
        severity: "error",
        kind: "structure",
        what: `文件“${set.fileName}”的${family}表金额单位不一：${list}。`,
        why: "表头单位写错会差一万倍；万元表只到印出的小数，也不能与元表逐分核对。",
        todo: "请统一金额单位；如果只是表头写错，请改正表头。",
        cells: [],
      }),
    ];
  });
}

function sheetList(tables: readonly Table[]): string {
  return tables.map((table) => `“${table.sheet}”`).join("、");
}

const DIFFERING = {
  year: {
    rule: "读表/年度不一致",
    name: "年度",
    why: "可能混进了别的年度的表。",
  },
  unit: {
    rule: "读表/单位名称不一致",
    name: "编制单位",
    why: "可能混进了别的单位的表。",
  },
} as const;

function differing(set: TableSet, field: "year" | "unit"): Finding[] {
  const groups = new Map<string, Table[]>();
  for (const table of set.tables) {
    const value = table[field];
    if (value === null) continue;
    const text = field === "unit" ? plainName(String(value)) : String(value);
    const same = groups.get(text);
    if (same === undefined) groups.set(text, [table]);
    else same.push(table);
  }
  if (groups.size < 2) return [];
  const usual = [...groups.values()].reduce((a, b) => (b.length > a.length ? b : a));
  const { rule, name, why } = DIFFERING[field];
  return [...groups].flatMap(([text, tables]) =>
    tables === usual
      ? []
      : [
          finding({
            rule,
            severity: "warning",
            kind: "identity",
            what: `工作表${sheetList(tables)}的${name}是“${text}”，其他表是“${usual[0]?.[field]}”。`,
            why,
            todo: `请核对这几张表的${name}，必要时重新导出。`,
            cells: [],
          }),
        ],
  );
}

function plainName(name: string): string {
  return name.replace(/\s/g, "").replaceAll("(", "（").replaceAll(")", "）");
}
