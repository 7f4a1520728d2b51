import { type Finding, finding } from "../findings/finding.ts";
import { cellAddress } from "../workbook/addresses.ts";
import { cellRef } from "./access.ts";
import type { Table, TableRow, TableSet } from "./table.ts";

/** 科目行的一个问题；说得准该怎样改的，带着改法。 */
export interface RowProblem {
  readonly finding: Finding;
  readonly fix: RowFix | null;
}

export type RowFix = AbsentRows | WrongCode;

/** 缺的上级科目行（parent），或缺的下级科目行（children，款在前、项在后）。 */
export interface AbsentRows {
  readonly kind: "parent" | "children";
  readonly table: Table;
  readonly rows: readonly AbsentRow[];
}

/** 第 `row` 行写在 `address` 的编码应为 `code`。 */
export interface WrongCode {
  readonly kind: "code";
  readonly table: Table;
  readonly row: number;
  readonly address: string;
  readonly code: string;
}

/** 表上缺少的一个科目行。 */
export interface AbsentRow {
  readonly code: string;
  /** 补在哪一行之下；没有则为 -1。 */
  readonly parent: number;
  /** 各栏应有的数，单位同 `Table.value`。 */
  readonly amounts: readonly number[];
}

export function rowStructureFindings(set: TableSet): Finding[] {
  return rowStructureProblems(set).map((problem) => problem.finding);
}

/**
 * 各张表的科目行互相印证，找出少了的上级、下级科目行和写错的科目编码。
 *
 * 逐级汇总发现不了这些：少了款级行，项就归到类；少了仅有的一项，款就成了末级；编码写错而上级没变，
 * 汇总照样相等。同一本工作簿的各张表由一个软件导出，列到哪一级是一样的，所以别的表列了、
 * 这张表漏了，就是错误。一张表本来只列到某一级（没有一行更细或更粗的）时不算。
 */
export function rowStructureProblems(set: TableSet): RowProblem[] {
  const tables = set.tables.filter(isComparable);
  const listings = tables.map((table) => new SubjectRows(table));
  return listings.flatMap((own) => {
    const others = listings.filter((each) => each !== own);
    return [
      ...missingParents(own, others),
      ...missingChildren(own, others),
      ...misread(own, others),
    ];
  });
}

/** 财决、说明附表里按功能科目列行的表；有行没有读出来的，说不准缺什么，不比。 */
function isComparable({ form, problems }: Table): boolean {
  const byFunction = form.layout.kind === "floating" && form.layout.keyedBy !== "economic";
  const unread = problems.some(({ kind }) => kind === "unknown-row" || kind === "bad-code");
  return byFunction && form.family !== "公开" && !unread;
}

/** 一张表的科目行：编码 → 行下标。 */
class SubjectRows {
  readonly table: Table;
  readonly rows = new Map<string, number>();
  /** 有下级科目的编码 → 一个下级科目。 */
  readonly below = new Map<string, string>();

  constructor(table: Table) {
    this.table = table;
    table.rows.forEach((row, index) => {
      const code = subjectCode(row);
      if (code === null) return;
      if (!this.rows.has(code)) this.rows.set(code, index);
      for (const above of ancestors(code)) if (!this.below.has(above)) this.below.set(above, code);
    });
  }

  label(code: string): string {
    return this.table.rows[this.rows.get(code) ?? -1]?.label ?? code;
  }

  /** 有一栏不为零。 */
  isFilled(code: string): boolean {
    return this.amounts(code).some((amount) => amount !== 0);
  }

  /** 各栏的数；表上没有这一行时为它的末级科目之和。 */
  amounts(code: string): number[] {
    const own = this.rows.get(code);
    const rows = own === undefined ? this.#leavesBelow(code) : [own];
    const { columns, value } = this.table;
    return columns.map((_, column) =>
      rows.reduce((sum, row) => sum + (value[row * columns.length + column] ?? 0), 0),
    );
  }

  /** 这个科目之上、表上有的最近一行；没有则为 -1。 */
  rowAbove(code: string): number {
    const above = ancestors(code)
      .reverse()
      .find((each) => this.rows.has(each));
    return this.rows.get(above ?? "") ?? this.table.rowIndex.get("合计") ?? -1;
  }

  #leavesBelow(code: string): number[] {
    return [...this.rows].flatMap(([each, row]) =>
      each.startsWith(code) && !this.below.has(each) ? [row] : [],
    );
  }

  /** 一款之内叫这个名称的项；没有为 null。 */
  itemNamed(section: string, name: string): string | null {
    if (name === "") return null;
    for (const [code, row] of this.rows) {
      const isItem = code.length === 7 && code.startsWith(section);
      if (isItem && this.table.rows[row]?.name === name) return code;
    }
    return null;
  }

  get hasLevels(): boolean {
    return [...this.rows.keys()].some((code) => code.length < 7);
  }

  get hasItems(): boolean {
    return [...this.rows.keys()].some((code) => code.length === 7);
  }
}

function subjectCode({ level, code }: TableRow): string | null {
  const isSubject = level === "class" || level === "section" || level === "item";
  return isSubject && code !== undefined && /^(\d{3}|\d{5}|\d{7})$/.test(code) ? code : null;
}

function ancestors(code: string): string[] {
  return [3, 5].filter((length) => length < code.length).map((length) => code.slice(0, length));
}

function missingParents(own: SubjectRows, others: readonly SubjectRows[]): RowProblem[] {
  if (!own.hasLevels) return [];
  return [...own.below].flatMap(([parent, child]) => {
    if (own.rows.has(parent) || !own.isFilled(parent)) return [];
    const witness = others.find(({ rows }) => rows.has(parent) && rows.has(child));
    if (witness === undefined) return [];
    const row = { code: parent, parent: own.rowAbove(parent), amounts: own.amounts(parent) };
    return [
      report(
        own,
        child,
        { kind: "parent", table: own.table, rows: [row] },
        {
          rule: "读表/缺上级科目",
          what: `有“${own.label(child)}”，却没有它的上级“${witness.label(parent)}”这一行；${witness.table.form.id}有这一行。`,
          why: "上级科目由下级加成，漏了一行，逐级汇总就核对不到它。",
          todo: "请补上这一行，或从决算软件重新导出。",
        },
      ),
    ];
  });
}

function missingChildren(own: SubjectRows, others: readonly SubjectRows[]): RowProblem[] {
  if (!own.hasItems) return [];
  return [...own.rows.keys()].flatMap((parent) => {
    if (parent.length === 7 || own.below.has(parent) || !own.isFilled(parent)) return [];
    const witness = others.find(({ below }) => below.has(parent));
    const child = witness?.below.get(parent);
    if (witness === undefined || child === undefined) return [];
    return [
      report(own, parent, onlyChildren(own, parent, others), {
        rule: "读表/缺下级科目",
        what: `“${own.label(parent)}”有数，下面却没有一个下级科目；${witness.table.form.id}列了“${witness.label(child)}”。`,
        why: "数应列到项级科目，漏了明细行，就核对不到是哪一项。",
        todo: "请补上漏了的科目行，或从决算软件重新导出。",
      }),
    ];
  });
}

/** 别的各张表在 `parent` 之下都只有同一个科目（类之下为一款一项）的，漏的就是它，数与上级相同；否则为 null。 */
function onlyChildren(
  own: SubjectRows,
  parent: string,
  others: readonly SubjectRows[],
): RowFix | null {
  const codes = new Set(
    others.flatMap(({ rows }) =>
      [...rows.keys()].filter((code) => code !== parent && code.startsWith(parent)),
    ),
  );
  const chain = [...codes].sort((a, b) => a.length - b.length);
  if (chain.some((code, place) => code.length === chain[place + 1]?.length)) return null;
  const [row, amounts] = [own.rows.get(parent) ?? -1, own.amounts(parent)];
  const rows = chain.map((code) => ({ code, parent: row, amounts }));
  return { kind: "children", table: own.table, rows };
}

/** 别的表都没有的编码，名称却是同一款里另一个编码的：同款之内科目名称不重，是编码写错了。 */
function misread(own: SubjectRows, others: readonly SubjectRows[]): RowProblem[] {
  return [...own.rows].flatMap(([code, row]) => {
    if (code.length !== 7 || others.some(({ rows }) => rows.has(code))) return [];
    const name = own.table.rows[row]?.name ?? "";
    const named = others.flatMap((other) => {
      const known = other.itemNamed(code.slice(0, 5), name);
      return known === null || own.rows.has(known) ? [] : [{ known, form: other.table.form.id }];
    });
    const [first, second] = named;
    // 只有一张表不同，说不准是哪一张写错。
    if (first === undefined || second === undefined) return [];
    const agreed = named.every(({ known }) => known === first.known);
    const fix = agreed ? codeFix(own.table, row, first.known) : null;
    return [
      report(own, code, fix, {
        rule: "读表/编码名称不符",
        what: `“${own.label(code)}”的编码，其他表都没有；“${name}”在${first.form}、${second.form}等 ${named.length} 张表里是 ${first.known}。`,
        why: "编码写错，这一行的数就归到了别的科目。",
        todo: `请核对编码，多半应为 ${first.known}。`,
      }),
    ];
  });
}

/** 编码写在哪一格看不出的，没有可以改的格。 */
function codeFix(table: Table, row: number, code: string): RowFix | null {
  const { sheetRow, codeColumn } = table.rows[row] ?? {};
  if (sheetRow === undefined || codeColumn === undefined) return null;
  return { kind: "code", table, row, address: cellAddress(sheetRow, codeColumn), code };
}

function report(
  { table, rows }: SubjectRows,
  code: string,
  fix: RowFix | null,
  text: Pick<Finding, "rule" | "what" | "why" | "todo">,
): RowProblem {
  const reported = finding({
    ...text,
    severity: "error",
    kind: "structure",
    what: `工作表“${table.sheet}”（${table.form.id}）：${text.what}`,
    cells: table.columns.length === 0 ? [] : [cellRef(table, rows.get(code) ?? 0, 0)],
  });
  return { finding: reported, fix };
}
