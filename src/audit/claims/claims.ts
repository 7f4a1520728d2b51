import type { Paragraph } from "../structure/paragraph.ts";
import type { Figure, Shape } from "../text/figures.ts";
import type { FactKey } from "./keys.ts";

/** 一段及其骨架、句子。 */
export interface Passage {
  readonly paragraph: Paragraph;
  readonly shape: Shape;
  /** 各句在骨架里的范围，含句末标点。 */
  readonly sentences: readonly Span[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** 文中某一段里的一个数。 */
export interface FigureAt {
  readonly passage: Passage;
  readonly figure: Figure;
}

/** 与之相比的预算：全年预算（调整预算），还是年初预算。 */
export type BudgetBasis = "budget" | "initial";

/** 某个数是多少。prior 上年数；budget 预算数（全年）；initial 年初预算数。 */
export interface Statement extends FigureAt {
  readonly key: FactKey;
  readonly tense: "actual" | "prior" | BudgetBasis;
  /** 骨架里从主语到单位。 */
  readonly span: Span;
}

/** `A万元，占r%`。`base` 是“占”与“的”之间写明的对象，没有写为空。 */
export interface ShareClaim {
  readonly passage: Passage;
  readonly part: Figure;
  readonly rate: Figure;
  readonly base: string;
  readonly key: FactKey | null;
  readonly span: Span;
}

/** `与P年(B)相比，X增加Δ，增长r%`。 */
export interface ChangeClaim {
  readonly passage: Passage;
  readonly key: FactKey | null;
  readonly direction: "增加" | "减少";
  /** 与什么比：上年，还是预算（`较年初预算数减少`）。 */
  readonly against: "prior" | BudgetBasis;
  /** 率前面的方向词；没有写为 null。 */
  readonly rateDirection: "增加" | "减少" | null;
  readonly change: Figure;
  readonly rate: Figure | null;
  /** 句中写明的上年数。 */
  readonly base: Figure | null;
  /** 紧挨在前面的本年数（主语省略时）；主语写明的按键去找。 */
  readonly near: Figure | null;
  readonly span: Span;
}

/** `与P年持平`。 */
export interface SameClaim {
  readonly passage: Passage;
  readonly key: FactKey | null;
  readonly span: Span;
}

export type BudgetRelation = "大于" | "小于" | "等于";

/** `完成预算c%`，以及同一处写的“决算数大于（小于、等于）预算数”。 */
export interface CompletionClaim {
  readonly passage: Passage;
  readonly key: FactKey | null;
  readonly rate: Figure;
  readonly actual: Figure | null;
  readonly basis: BudgetBasis;
  readonly budget: Figure | null;
  readonly relation: {
    readonly word: BudgetRelation;
    /** `大于预算数Ａ`里写明的差额。 */
    readonly gap: Figure | null;
    readonly span: Span;
  } | null;
  readonly span: Span;
}

/** `总数，其中：甲A、乙B`。 */
export interface ListClaim {
  readonly passage: Passage;
  readonly total: Figure;
  readonly parts: readonly Figure[];
  /** 引出各项的话。 */
  readonly link: string;
  /** 列全了：末尾没有“等”，引出的话不是“主要”。 */
  readonly complete: boolean;
  readonly key: FactKey | null;
  readonly span: Span;
}

/** 五（三）等处的一项：`1.X（类）Y（款）Z（项）：支出决算为A`。 */
export interface SubjectItem {
  readonly passage: Passage;
  readonly number: string;
  readonly names: readonly [string, string, string];
  readonly classCode: string | null;
  /** 科目编码；三级名称对不上任何科目时为 null。 */
  readonly code: string | null;
  readonly amount: Figure | null;
  readonly titleEnd: number;
  readonly titleStart: number;
}
