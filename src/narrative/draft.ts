import type { Finding } from "../findings/finding.ts";
import type { FactSource } from "./fact.ts";

/**
 * 段落样式，对应公文版式：cover 封面上的一行；title 文题；part 部分题（第二部分……）；heading1 一、；heading2 （一）；heading3 1.；
 * body 正文；chart 图（版面上是图和图题，`text` 为图题）；listItem 名词解释、附表条目。
 */
export type ParagraphStyle =
  | "cover"
  | "title"
  | "part"
  | "heading1"
  | "heading2"
  | "heading3"
  | "body"
  | "chart"
  | "listItem";

/** 文中的一个数：印出的文本、精确值及出处。start、end 为段落文本的 UTF-16 下标。 */
export interface Figure {
  readonly text: string;
  /** money 为以元计的十进制文本；count 为整数文本；ratio 为十进制文本（0.3454 表示 34.54%），保留 10 位小数。 */
  readonly value: string;
  /** 印出时的金额单位；不是金额则为 null。 */
  readonly moneyUnit: "元" | "万元" | null;
  readonly start: number;
  readonly end: number;
  readonly from: readonly FactSource[];
  readonly formula: string;
}

/** 待补充：文本形如 `【待补充：增减原因】`。 */
export interface Gap {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** 问什么，写给填写的人看。 */
  readonly asks: string;
  /** 在填报文件里填哪个键就能补上；要补表、补上年工作簿的没有。 */
  readonly key?: readonly string[];
}

/** 推断所依据的一条，和它的单元格。 */
export interface ProposalEvidence {
  readonly text: string;
  readonly from: readonly FactSource[];
}

/** 还没有人确认的一句话，和待补充一样不能公开：文中写作 `【据表推断：…】`；科目释义写作 `【释义待核实：…】`。 */
export interface Proposal extends Gap {
  /** 括号里的话，确认之后文中就是它。 */
  readonly content: string;
  readonly key: readonly string[];
  readonly evidence: readonly ProposalEvidence[];
}

/** 图的数据，金额以分计。 */
export interface ChartData {
  /** 图1 … 图7。 */
  readonly number: number;
  readonly kind: "column" | "pie";
  readonly title: string;
  readonly categories: readonly string[];
  readonly cents: readonly number[];
  /** 每个值的出处，与 categories 对应。 */
  readonly from: readonly (readonly FactSource[])[];
}

export interface Paragraph {
  /** 稳定编号，如 `二.五.（三）/2080505`。 */
  readonly id: string;
  readonly style: ParagraphStyle;
  readonly text: string;
  readonly edited: boolean;
  readonly figures: readonly Figure[];
  readonly gaps: readonly Gap[];
  /** 没有的不写。括号里的数也列在 `figures` 里。 */
  readonly proposals?: readonly Proposal[];
  readonly chart?: ChartData;
}

export interface Section {
  /** `二`、`二.一` … `二.十`、`三`；整本另有 `封面`、`一`、`四`、`五`。 */
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
}

/** 一份说明草稿。 */
export interface Draft {
  readonly unit: string;
  readonly year: number;
  readonly level: "部门" | "单位";
  readonly profile: string;
  readonly sections: readonly Section[];
  /** 未了事项：待补充、读不出的格等。 */
  readonly open: readonly Finding[];
}
