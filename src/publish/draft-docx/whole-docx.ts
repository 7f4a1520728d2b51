import type { FontToMeasure } from "docx/layout";
import type { Draft } from "../../narrative/draft.ts";
import type { DraftExtras } from "../draft-extras.ts";
import { writeDraftDocx } from "./draft-docx.ts";
import { coverOf } from "./whole-front.ts";

/**
 * 同 `writeDraftDocx`，是整本的另把目录的页码排好。排版的代码很大，只有命令行用它；不是整本的不装入。
 * 排版按公文字体的字宽；换用行高、字宽不同的字体，写着的页码可能差一页，在软件里更新域就对了。
 */
export async function writeWholeDocx(draft: Draft, extras?: DraftExtras): Promise<Uint8Array> {
  if (coverOf(draft) === undefined) return writeDraftDocx(draft, extras);
  const { estimatePageNumbersWith } = await import("docx/layout");
  const estimate = estimatePageNumbersWith({ measureWidth, guess: true });
  return writeDraftDocx(draft, extras, estimate);
}

/** 公文用的各种字体，汉字和全角标点一样宽，西文、数字是一半。以磅计。 */
function measureWidth(text: string, { size }: FontToMeasure): number {
  return [...text].reduce((sum, each) => sum + (each < "\u0100" ? size / 2 : size), 0);
}
