import type { CheckResult } from "../../../src/checks/check.ts";
import { checkTables } from "../../../src/checks/check.ts";
import { diagnose } from "../../../src/checks/diagnosis/diagnose.ts";
import type { Culprit } from "../../../src/findings/culprit.ts";
import type { Finding } from "../../../src/findings/finding.ts";
import { buildTableSets, type CaseData } from "../case-tables.ts";
import { ruleOf } from "../rule-of.ts";

type Cells = Readonly<Record<string, string | number>>;

/** 几张小表之间的关系：逐级汇总、横向相加、两张表逐科目相等。 */
const RULES = [
  "每行 财决04[本年支出合计] = 财决04[基本支出] + 财决04[项目支出]",
  "逐级汇总 财决04[*]",
  "每个科目 财决04[基本支出] = 财决05-1[合计]",
  "每行 财决05-1[合计] = 财决05-1[{下级 合计}]",
  "每行 财决05-1[301] = 财决05-1[{下级 301}]",
  "每行 财决05-1[302] = 财决05-1[{下级 302}]",
  "逐级汇总 财决05-1[*]",
  "每个科目 财决05-1[30101] = 财决08-1[30101]",
  "每个科目 财决05-1[30102] = 财决08-1[30102]",
  "每个科目 财决05-1[30201] = 财决08-1[30201]",
  "逐级汇总 财决08-1[*]",
].map((formula, place) => ruleOf(formula, { id: `R${String(place + 1).padStart(2, "0")}` }));

const ITEMS: Readonly<Record<string, readonly [number, number, number, number]>> = {
  "2010301": [4_321.57, 1_234.89, 765.43, 8_000],
  "2010302": [913.26, 0, 317.68, 2_500.75],
  "2080505": [0, 0, 1_478.92, 0],
  "2080506": [2_764.38, 583.19, 0, 0],
};
const PARENTS = ["合计", "201", "20103", "208", "20805"];

/** 处处成立的一套：30101、30102、30201 三款和项目支出，各级汇总。 */
export function consistent(): Record<string, number> {
  const cells: Record<string, number> = {};
  for (const row of [...PARENTS, ...Object.keys(ITEMS)]) {
    const below = Object.entries(ITEMS).filter(([code]) => row === "合计" || code.startsWith(row));
    const sum = (place: number) =>
      Math.round(below.reduce((all, [, own]) => all + 100 * (own[place] ?? 0), 0)) / 100;
    const [a, b, c, project] = [sum(0), sum(1), sum(2), sum(3)];
    const yuan = (...amounts: number[]) =>
      Math.round(100 * amounts.reduce((all, each) => all + each, 0)) / 100;
    const own = { 30101: a, 30102: b, 30201: c };
    for (const [column, amount] of Object.entries(own)) {
      cells[`财决05-1[${row}, ${column}]`] = amount;
      cells[`财决08-1[${row}, ${column}]`] = amount;
    }
    cells[`财决05-1[${row}, 301]`] = yuan(a, b);
    cells[`财决05-1[${row}, 302]`] = c;
    cells[`财决05-1[${row}, 合计]`] = yuan(a, b, c);
    cells[`财决04[${row}, 基本支出]`] = yuan(a, b, c);
    cells[`财决04[${row}, 项目支出]`] = project;
    cells[`财决04[${row}, 本年支出合计]`] = yuan(a, b, c, project);
  }
  return cells;
}

/** 改几格（null 为整格不写）之后核对、诊断。`prior` 为上年同样的表里的数。 */
export function diagnosedAfter(
  changes: Readonly<Record<string, string | number | null>>,
  prior: Cells = {},
): { culprits: readonly Culprit[]; findings: readonly Finding[]; result: CheckResult } {
  const cells: Record<string, string | number> = consistent();
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete cells[name];
    else cells[name] = value;
  }
  return diagnosedOf({ 数据: { ...cells, ...prior } });
}

export function diagnosedOf(data: CaseData, rules = RULES) {
  const { current, prior } = buildTableSets(data);
  const result = checkTables({ current, ...(prior === null ? {} : { prior }), rules });
  return { ...diagnose(result, { current, prior }), result };
}

/** 一处疑点写成一行：`财决05-1 行 栏 现在→应为 线索`，连带的几格接在后面。 */
export function told(culprits: readonly Culprit[]): string[] {
  return culprits.map((culprit) => {
    const cells = [culprit, ...(culprit.together ?? [])].map(
      ({ row, column, is, shouldBe }) => `${row} ${column} ${is}→${shouldBe}`,
    );
    const kind = culprit.alternative === true ? "或 " : "";
    return `${kind}${culprit.sheet} ${cells.join("；")}：${culprit.clue}${culprit.explains.join(" ")}`;
  });
}
