import { type Grid, partOf } from "../../src/workbook/read-draft-rows.ts";

export const NARRATIVE_SHEET = "决算说明";
export const SOURCES_SHEET = "数据来源";
export const FINDINGS_SHEET = "核对结果";

/** 我们写的工作表的名称；读工作簿时跳过（确实是我们写的才跳过）。 */
export const OWN_SHEETS: readonly string[] = [NARRATIVE_SHEET, SOURCES_SHEET, FINDINGS_SHEET];

/** 记在我们写的每张工作表上的隐藏名称，值为同一次写入的各表名，用 `|` 隔开。 */
export const MARK = "决算核对与说明_本表";
/** 换名开始之前加在每张临时表上：有它，说明内容已经全部写好。 */
export const READY = "决算核对与说明_写好";

const TEMPORARY = /^(.+)（(写入中|待删)\d*）$/;

/** 临时表名：`staged` 为正在写的新表，`old` 为换下来待删的旧表。避开已有的名称。 */
export function temporaryName(
  kind: "staged" | "old",
  name: string,
  taken: ReadonlySet<string>,
): string {
  const word = kind === "staged" ? "写入中" : "待删";
  for (let number = 1; ; number++) {
    const candidate = `${name}（${word}${number === 1 ? "" : number}）`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** 临时表属于哪张表；不是临时表名时为 null。 */
export function parseTemporary(name: string): { kind: "staged" | "old"; name: string } | null {
  const [, final, word] = TEMPORARY.exec(name) ?? [];
  if (final === undefined) return null;
  return { kind: word === "写入中" ? "staged" : "old", name: final };
}

/**
 * 没有隐藏名称时（从我们写的 .xlsx 文件打开的），看内容认：决算说明有段落编号栏和第几截栏，
 * 数据来源有它的栏名。空表不是谁的，也算可以替换。
 */
export function looksOwn(name: string, grid: Grid): boolean {
  if (grid.every((row) => row.every((value) => value === ""))) return true;
  if (name === NARRATIVE_SHEET) return grid.some((row) => partOf(row) !== null);
  const header = new Set(grid[0] ?? []);
  return name === SOURCES_SHEET && header.has("段落编号") && header.has("出处");
}
