/** 说明的一大部分。封面、目录在 `front`；没有写“第几部分”而从决算情况写起的，整篇算 `narrative`。 */
export type PartRole =
  | "front"
  | "profile"
  | "narrative"
  | "terms"
  | "attachments"
  | "tables"
  | "other";

/** 决算情况说明里的一节，按标题认，不按序号认（各地序号不同）。 */
export type SectionRole =
  | "收支总体"
  | "收入"
  | "支出"
  | "财政拨款总体"
  | "一般公共预算"
  | "基本支出"
  | "三公"
  | "政府性基金"
  | "国有资本"
  | "其他事项"
  | "";

/** 一节之内的小节。 */
export type TopicRole = "总体" | "结构" | "具体" | "机关运行" | "采购" | "资产" | "绩效" | "";

export interface Marker {
  /** part 第二部分；section 一、；topic （一）；item 1.；detail （1）。 */
  readonly level: "part" | "section" | "topic" | "item" | "detail";
  /** 印出的序号，如 `五`、`三`、`12`。 */
  readonly number: string;
  /** 序号之后的文字。 */
  readonly title: string;
  /** 序号写法，如 `五、`、`（三）`、`12.`。 */
  readonly printed: string;
}

/** 一段：断行已接好，字符已归一。 */
export interface Paragraph {
  readonly index: number;
  readonly text: string;
  /** 各字符在原文中的下标。 */
  readonly at: Int32Array;
  /** 接断行处：`text` 中后一行第一个字符的下标。 */
  readonly joins: readonly number[];
  /** 归一时一个字也没有改：与原文逐字相同。 */
  readonly verbatim: boolean;
  readonly marker: Marker | null;
  /** 只是标题，没有正文。 */
  readonly heading: boolean;
  /** 表格压平成的行，或图的数据。 */
  readonly cell: boolean;
  readonly part: PartRole;
  /** 报告位置用，如 `二.五.（三）`。 */
  readonly section: string;
  readonly role: SectionRole;
  readonly topic: TopicRole;
  /** 所在的条目序号（`1.`、`2.`），没有为空。 */
  readonly item: string;
}
