import type { ChartData } from "../draft.ts";

/** 一段改过的文字；`draft` 是改的时候程序起草的文字。 */
export interface ParagraphEdit {
  readonly id: string;
  readonly text: string;
  readonly draft: string;
}

/** 上次写出（插入工作表、写成文件）的一段；由人添写的 `draft` 为 null，由人删去的 `removed` 为真。 */
export interface InsertedParagraph {
  readonly id: string;
  readonly text: string;
  readonly draft: string | null;
  /** 有图的段落写出时图里的各数（分），逗号分隔；没有图为 null。 */
  readonly chart: string | null;
  readonly removed: boolean;
}

/** 从写出去的稿子里读回的一段，没有编号的 `id` 为空串。 */
export interface ReadParagraph {
  readonly id: string;
  readonly text: string;
}

/** 段首段末的空格不算改动。 */
export function sameText(a: string, b: string): boolean {
  return a.trim() === b.trim();
}

/** 在页面上“恢复成原稿”的：人选了不要自己的文字。 */
export function isReset({ text, draft }: ParagraphEdit): boolean {
  return draft !== "" && sameText(text, draft);
}

/** 图里的各数，用来看写出以后变了没有。 */
export function chartText(chart: ChartData | undefined): string | null {
  return chart === undefined ? null : chart.cents.join();
}
