import type { CellRef, Finding } from "../../src/findings/finding.ts";

/**
 * 使用者说明理由、不再计较的一条问题，随工作簿保存。规则与单元格指明是哪一条；
 * `what` 是当时的说法，里面有当时的数字：数字变了就不再算数，问题重新列出。
 */
export interface AcceptedFinding {
  readonly rule: string;
  /** 单元格，写成 `工作表!E7`；上年工作簿的写成 `上年·工作表!E7`。 */
  readonly cells: readonly string[];
  readonly what: string;
  readonly reason: string;
}

/** 随工作簿保存的数据里，核对要用的那一部分。 */
export interface StoredAcceptances {
  /** 读出来以前为空。 */
  get(): readonly AcceptedFinding[];
  /** 改动并保存；没能保存时抛 HostFailure，数据不变。 */
  update(
    change: (accepted: readonly AcceptedFinding[]) => readonly AcceptedFinding[],
  ): Promise<void>;
  /** 别处改了（导入填报文件）时通知；返回取消订阅的函数。 */
  subscribe(listener: () => void): () => void;
}

export function cellPlace(cell: CellRef): string {
  const book = cell.book === "prior" ? "上年·" : "";
  return cell.address === "" ? `${book}${cell.sheet}` : `${book}${cell.sheet}!${cell.address}`;
}

/** 一条问题的身份：规则加单元格；不涉及单元格的（如缺少某表）加它的说法。 */
export function findingIdentity(one: Finding): string {
  return identity(one.rule, one.cells.map(cellPlace), one.what);
}

export function acceptedIdentity(one: AcceptedFinding): string {
  return identity(one.rule, one.cells, one.what);
}

function identity(rule: string, cells: readonly string[], what: string): string {
  return [rule, ...(cells.length > 0 ? cells : [what])].join("\n");
}

export function acceptFinding(one: Finding, reason: string): AcceptedFinding {
  return { rule: one.rule, cells: one.cells.map(cellPlace), what: one.what, reason };
}

/** 是不是同一条“不再计较”。 */
export function sameAcceptance(a: AcceptedFinding, b: AcceptedFinding): boolean {
  return acceptedIdentity(a) === acceptedIdentity(b) && a.what === b.what;
}
