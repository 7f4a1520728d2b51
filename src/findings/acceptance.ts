import type { Finding } from "./finding.ts";

/** 一条已接受的问题：由人说明理由，不再计较。填报文件“已接受的问题”里的一项。 */
export interface Acceptance {
  readonly rule: string;
  /** 写作 `财决01[收入.总计, 决算数]`、`上年.财决02[合计, 本年收入]`，或 `本年!Z01!E37`、`Z01!E37`。 */
  readonly cells: readonly string[];
  readonly reason: string;
  /** 接受时问题的说法；没有记下为空串。 */
  readonly what: string;
}

/** 这条接受说的是说明成稿（起草的疑点、成稿检查），不是表的核对；两边各用各的。 */
export function concernsDraft({ rule }: Pick<Acceptance, "rule">): boolean {
  return /^(?:说明|成稿)\//.test(rule.trim());
}

/** 已接受的一条问题，带着接受的理由。 */
export interface AcceptedFinding extends Finding {
  readonly reason: string;
}
