import { CODE_COLUMN, type Culprit } from "../../findings/culprit.ts";
import type { Finding } from "../../findings/finding.ts";
import {
  type AbsentRows,
  type RowFix,
  rowStructureProblems,
  type WrongCode,
} from "../../tables/row-structure.ts";
import { absentRow, culpritOf } from "./culprits.ts";
import type { Books } from "./plausibility.ts";
import type { MissingChange } from "./slip.ts";

/** 读表的问题，和连同读表问题的各处笔误。 */
interface BlamedReadings {
  readonly findings: readonly Finding[];
  readonly culprits: readonly Culprit[];
}

const ROW_RULES = ["读表/缺上级科目", "读表/缺下级科目", "读表/编码名称不符"];

/**
 * 读表时发现的问题归到笔误，补上 `culprit` 和 `clue`。读不出的格、重复的行，归到诊断已经指出的那一处；
 * 缺的上下级科目行、写错的编码，说得准该怎样改而诊断没有指出的，另添一处，排在诊断的各处之后、其他可能之前。
 */
export function blameReadings(
  findings: readonly Finding[],
  culprits: readonly Culprit[],
  books: Books,
): BlamedReadings {
  const main = culprits.filter(({ alternative }) => alternative !== true);
  const rowFix = rowFixes(findings, books);
  const added: Culprit[] = [];
  const blamed = findings.map((finding) => {
    const fix = rowFix(finding);
    const known = main.find((each) =>
      fix === null ? isAbout(finding, each) : listsRow(each, fix),
    );
    const own = known === undefined && fix !== null ? culpritOfFix(fix) : null;
    if (own !== null) added.push(own);
    const culprit = known ?? own;
    if (culprit === null) return finding;
    return { ...finding, clue: culprit.clue, culprit: `${culprit.sheet}!${culprit.address}` };
  });
  const others = culprits.filter(({ alternative }) => alternative === true);
  return { findings: blamed, culprits: [...main, ...added, ...others] };
}

/** 科目行的问题说得准该怎样改的，改法；别的为 null。没有这种问题时不去印证科目行。 */
function rowFixes(
  findings: readonly Finding[],
  { current, prior }: Books,
): (finding: Finding) => RowFix | null {
  if (!findings.some(({ rule }) => ROW_RULES.includes(rule))) return () => null;
  const sets = prior === null ? [current] : [current, prior];
  const problems = sets.flatMap((set) => rowStructureProblems(set));
  return ({ message, cells: [cell] }) =>
    problems.find(
      ({ finding, fix }) => finding.message === message && fix?.table.book === cell?.book,
    )?.fix ?? null;
}

/** 读不出的是同一格；重复的行在同一行。 */
function isAbout({ rule, kind, cells }: Finding, { book, sheet, address }: Culprit): boolean {
  if (rule !== "读表/重复科目" && kind !== "unreadable") return false;
  return cells.some((cell) => {
    if (cell.book !== book || cell.sheet !== sheet) return false;
    return kind === "unreadable"
      ? cell.address === address
      : rowNumber(cell.address) === rowNumber(address);
  });
}

function rowNumber(address: string): string {
  return address.replace(/^[A-Z]+/, "");
}

/** 诊断由关系推出的，也是缺这一行（编码写错的，是缺写对了的那一行）。 */
function listsRow({ book, sheet, row, together = [] }: Culprit, fix: RowFix): boolean {
  if (book !== fix.table.book || sheet !== fix.table.sheet) return false;
  const codes = fix.kind === "code" ? [fix.code] : fix.rows.map(({ code }) => code);
  return codes.some((code) =>
    [row, ...together.map((each) => each.row)].some((each) => each.startsWith(absentRow(code))),
  );
}

function culpritOfFix(fix: RowFix): Culprit | null {
  return fix.kind === "code" ? wrongCode(fix) : absentRows(fix);
}

function absentRows({ kind, table, rows }: AbsentRows): Culprit | null {
  const changes = rows.flatMap(({ code, parent, amounts }) => {
    const missing = { key: code, parent, addsToParent: kind === "children" };
    return amounts.flatMap((delta, column): MissingChange[] =>
      delta === 0 ? [] : [{ table, missing, column, delta }],
    );
  });
  const codes = rows.map(({ code }) => code).join("、");
  const source = kind === "parent" ? "由它的下级科目相加" : "与它的上级科目相同";
  return culpritOf(changes, `别的表有 ${codes}，这张表没有，疑似漏了；应有的数${source}`, []);
}

function wrongCode({ table, row, address, code }: WrongCode): Culprit {
  const { label = "", code: is = "" } = table.rows[row] ?? {};
  return {
    book: table.book,
    sheet: table.sheet,
    address,
    row: label,
    column: CODE_COLUMN,
    is,
    shouldBe: code,
    clue: `“${label}”的编码疑似应为 ${code}，别的表里这个名称都是它。`,
    explains: [],
  };
}
