import type { Finding } from "../../findings/finding.ts";

export type ReadinessKind =
  | "gap"
  | "proposal"
  | "stale"
  | "unsupported"
  | "template-remnant"
  | "year"
  | "chart"
  | "annex"
  | "unsound-cell"
  | "audit"
  | "doubt"
  | "source";

interface KindOfReadiness {
  readonly kind: ReadinessKind;
  readonly title: string;
  /** 这一类怎么了结。 */
  readonly todo: string;
  readonly holds: (one: Finding) => boolean;
}

const ofKind =
  (kind: ReadinessKind) =>
  (one: Finding): boolean =>
    one.kind === kind;

/** 未了事项的各类，按处理的先后：先填、再改、再核；最后一类收下其余的。 */
export const READINESS_KINDS: readonly KindOfReadiness[] = [
  {
    kind: "source",
    title: "填报文件、读表的问题",
    todo: "先改好这些：没有读进来的内容，下面各类看不到。",
    holds: (one) => !/^(?:说明|成稿)\//.test(one.rule),
  },
  {
    kind: "unsound-cell",
    title: "数所在的单元格核对有错误",
    todo: "先用 juesuan check 看清楚，改正表里的数；确有原因的，在填报文件“已接受的问题”里说明。",
    holds: ofKind("unsound-cell"),
  },
  {
    kind: "gap",
    title: "待补充",
    todo: "在填报文件里填写，再起草。",
    holds: ofKind("gap"),
  },
  {
    kind: "proposal",
    title: "没有人确认的原因、释义",
    todo: "核实后确认，不对的改写。",
    holds: ofKind("proposal"),
  },
  {
    kind: "stale",
    title: "改过的文字里过时的数",
    todo: "逐处换成现在的数，或核对后另写。",
    holds: ofKind("stale"),
  },
  {
    kind: "unsupported",
    title: "没有依据的数",
    todo: "核对出处；确实没有错的，在填报文件“已接受的问题”里照抄这一条并说明理由。",
    holds: ofKind("unsupported"),
  },
  {
    kind: "template-remnant",
    title: "模板残留",
    todo: "换成实际内容，或删去。",
    holds: ofKind("template-remnant"),
  },
  {
    kind: "year",
    title: "报告年度、上年度以外的年份",
    todo: "改正；确实没有写错的，在填报文件“已接受的问题”里照抄这一条并说明理由。",
    holds: ofKind("year"),
  },
  {
    kind: "chart",
    title: "缺图",
    todo: "补上缺的表再起草，或恢复删去的图。",
    holds: ofKind("chart"),
  },
  {
    kind: "annex",
    title: "缺附表",
    todo: "从决算软件导出缺的公开表附上；已经附好的，在填报文件“已接受的问题”里照抄这一条并说明理由。",
    holds: ofKind("annex"),
  },
  {
    kind: "audit",
    title: "审稿发现的其他问题",
    todo: "改正文字；确实没有写错的，在填报文件“已接受的问题”里照抄这一条并说明理由。",
    holds: ofKind("audit"),
  },
  {
    kind: "doubt",
    title: "起草时的疑点",
    todo: "核对填报和表；确实没有错的，在填报文件“已接受的问题”里照抄这一条并说明理由。",
    holds: () => true,
  },
];
