import type { DraftContext } from "../context.ts";
import type { ChartData } from "../draft.ts";
import type { Count, MissingFact, Money, Ratio } from "../facts/known.ts";
import type { Run } from "../wording/run.ts";

/** 模板里的数是哪一种；决定能用哪些筛选、怎样比较、直接写出来是什么样子。 */
export type TemplateKind = "金额" | "计数" | "比率" | "文字" | "判断" | "清单" | "图";

/** 图的数据；图号和图题由模板写出。取不到数的为 missing，没有可画的为 null（整段不写）。 */
export type ChartValue = Omit<ChartData, "number" | "title"> | MissingFact | null;

/** 模板里一个名称的值。文字可以含数和待补充（如增减原因）。 */
export type Value =
  | { readonly kind: "金额"; readonly fact: Money }
  | { readonly kind: "计数"; readonly fact: Count }
  | { readonly kind: "比率"; readonly fact: Ratio }
  | { readonly kind: "文字"; readonly run: Run }
  | { readonly kind: "判断"; readonly is: boolean }
  | { readonly kind: "清单"; readonly items: readonly ItemScope[] }
  | { readonly kind: "图"; readonly chart: ChartValue };

/** 清单里的一项：名称 → 值。`items` 声明的名称每一项都要有。 */
export type ItemScope = ReadonlyMap<string, Value>;

/** 清单一项里可以写的名称。 */
export interface ItemEntry {
  readonly name: string;
  readonly kind: TemplateKind;
  readonly meaning: string;
  /** `kind` 为清单时，它自己的各项里可以写的名称。 */
  readonly items?: readonly ItemEntry[];
}

/** 模板里可以写的一个名称。 */
export interface CatalogueEntry {
  readonly name: string;
  readonly kind: TemplateKind;
  /** 含义，取自哪张表；写进模板手册。 */
  readonly meaning: string;
  /** `kind` 为清单时必有。 */
  readonly items?: readonly ItemEntry[];
  /** 随附的模板没有用到，留给各地自用。 */
  readonly extra?: true;
  /** 取值，`kind` 与声明的一致；同一份草稿里只取一次。不抛错。 */
  readonly read: (context: DraftContext) => Value;
}
