import type { Finding } from "../../src/findings/finding.ts";
import type { MergePlan } from "../../src/narrative/redraft/merge-plan.ts";
import type { MergeChoice } from "../../src/narrative/redraft/merge-settle.ts";
import type { TemplateMistake } from "../../src/narrative/templates/mistake.ts";
import type { HostFailure, Progress } from "../host/host.ts";
import type { Composed } from "./draft-session-compose.ts";

/** 没有做成的事：是什么、怎么办；`detail` 为给技术人员看的原文。 */
export interface DraftFailure {
  readonly code: HostFailure["code"];
  readonly what: string;
  readonly todo: string;
  readonly detail: string | null;
}

/** 上年工作簿：没有；在用；随工作簿保存着、这次没有重选文件。 */
export interface PriorInUse {
  readonly fileName: string;
  readonly unit: string | null;
  readonly year: number | null;
}

/** 再次插入时等人决定的各处。 */
export interface PendingMerge {
  readonly plan: MergePlan;
  readonly choices: ReadonlyMap<string, MergeChoice>;
}

/** 刚做的一步怎样撤销：一栏填报、一段文字原来是什么。 */
export type Undo =
  | { readonly kind: "fill"; readonly path: readonly string[]; readonly before: unknown }
  | { readonly kind: "edit"; readonly id: string; readonly before: string };

/** 选了而没有用上的一套说明模板：名称，写错的各处。 */
export interface RefusedProfile {
  readonly name: string;
  readonly mistakes: readonly TemplateMistake[];
}

export interface DraftSessionState {
  /** 正在做的事；没有为 null。 */
  readonly busy: Progress | null;
  /** 起草的结果；还没有起草、或没有认出一张表为 null。 */
  readonly composed: Composed | null;
  /** 没有认出一张表。 */
  readonly noTables: boolean;
  readonly prior: PriorInUse | null;
  /** 选的上年工作簿不能用的原因。 */
  readonly priorProblems: readonly Finding[];
  /** 刚选的一套说明模板写错了，没有用；没有为 null。 */
  readonly refusedProfile: RefusedProfile | null;
  readonly merge: PendingMerge | null;
  /** 已经插入过工作表。 */
  readonly inserted: boolean;
  readonly failure: DraftFailure | null;
  /** 做成一件事以后的话。 */
  readonly notice: string | null;
  /** `notice` 说的那一步可以撤销；不可以为 null。 */
  readonly undo: Undo | null;
}
