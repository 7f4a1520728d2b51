import type { TableSet } from "../tables/table.ts";
import type { Book } from "./facts/book.ts";
import type { Inputs } from "./inputs/inputs.ts";
import type { DraftStyle } from "./style.ts";

/** 起草一节时手边的全部材料。只读，各节互不影响。 */
export interface DraftContext {
  readonly unit: string;
  readonly level: "部门" | "单位";
  /** 级别是指定、填报或封面写明的；都没有时按单位起草，为假。 */
  readonly levelStated: boolean;
  /** 报告年度；表里、填报文件里都没有时为 null。 */
  readonly year: number | null;
  readonly style: DraftStyle;
  readonly inputs: Inputs;
  readonly current: Book;
  readonly prior: Book;
  /** 封面等表外信息所在。 */
  readonly tables: TableSet;
}
