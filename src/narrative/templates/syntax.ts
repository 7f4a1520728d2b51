/** 模板的语法树。`at` 都是在文件全文里的下标（UTF-16），报错时换成行、列。 */

/** 段落一级：段落，或管着若干段落的如果、每个。 */
export type Block = ParagraphBlock | IfNode<Block> | EachNode<Block>;

/** 段落之内：文字、写出的值，或管着几个字的如果、每个。 */
export type Inline = TextNode | ValueNode | IfNode<Inline> | EachNode<Inline>;

export type TemplateStyle =
  | "封面"
  | "标题一"
  | "标题二"
  | "标题三"
  | "部分"
  | "正文"
  | "图"
  | "条目";

export interface ParagraphBlock {
  readonly kind: "段落";
  readonly style: TemplateStyle;
  /** 段落编号里 `/` 后面的部分。 */
  readonly number: readonly Inline[];
  readonly content: readonly Inline[];
  readonly at: number;
}

export interface TextNode {
  readonly kind: "文字";
  readonly text: string;
  readonly at: number;
}

export interface ValueNode {
  readonly kind: "值";
  readonly value: ValueTerm;
  readonly at: number;
}

export interface IfNode<Body> {
  readonly kind: "如果";
  readonly branches: readonly Branch<Body>[];
  readonly at: number;
}

export interface Branch<Body> {
  /** null 为“否则”。 */
  readonly test: Test | null;
  readonly body: readonly Body[];
}

export interface EachNode<Body> {
  readonly kind: "每个";
  readonly list: NameUsed;
  readonly when: Test | null;
  readonly body: readonly Body[];
  readonly between: readonly Body[];
  readonly at: number;
}

export interface NameUsed {
  readonly kind: "名称";
  /** 已按 NFKC 归一。 */
  readonly name: string;
  readonly at: number;
}

export interface QuotedText {
  readonly kind: "文字";
  readonly text: string;
  readonly at: number;
}

export interface NumberLiteral {
  readonly kind: "数";
  /** 十进制文本，如 `-12.5`。 */
  readonly digits: string;
  readonly unit: "" | "元" | "万元" | "%";
  readonly at: number;
}

export type Primary = NameUsed | QuotedText | NumberLiteral;

/** 一个值：名称（或文字、数）加若干筛选。 */
export interface ValueTerm {
  readonly primary: Primary;
  readonly filters: readonly FilterUsed[];
}

export interface FilterUsed {
  readonly name: string;
  readonly at: number;
  readonly args: readonly Primary[];
}

export type Operator = "是" | "不是" | "大于" | "小于" | "不大于" | "不小于";
export type Predicate = "为零" | "不为零" | "缺" | "不缺";

export type Test =
  | { readonly kind: "或"; readonly tests: readonly Test[] }
  | { readonly kind: "且"; readonly tests: readonly Test[] }
  | { readonly kind: "非"; readonly test: Test }
  | {
      readonly kind: "有";
      /** 假为“没有”。 */
      readonly some: boolean;
      readonly list: NameUsed;
      readonly when: Test | null;
    }
  | { readonly kind: "判断"; readonly value: ValueTerm }
  | { readonly kind: "状态"; readonly left: ValueTerm; readonly predicate: Predicate }
  | {
      readonly kind: "比较";
      readonly left: ValueTerm;
      readonly operator: Operator;
      readonly right: ValueTerm;
    };

/** 花括号里的内容。 */
export type Tag =
  | { readonly kind: "如果"; readonly test: Test }
  | { readonly kind: "否则如果"; readonly test: Test }
  | { readonly kind: "每个"; readonly list: NameUsed; readonly when: Test | null }
  | { readonly kind: "否则" }
  | { readonly kind: "间隔" }
  | { readonly kind: "完" }
  | { readonly kind: "值"; readonly value: ValueTerm };
