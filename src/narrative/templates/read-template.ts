import { checkTemplate } from "./check-template.ts";
import { parse } from "./generated/template-parser.js";
import { placeMistakes, type Slip, type TemplateMistake } from "./mistake.ts";
import type { KnownNames } from "./names.ts";
import { nest, type Piece } from "./nest.ts";
import { toBlocks } from "./paragraphs.ts";
import type { Block } from "./syntax.ts";

export interface ReadTemplate {
  readonly blocks: readonly Block[];
  /** 写错的地方，按位置先后；有一处就不能用来起草。 */
  readonly mistakes: readonly TemplateMistake[];
}

/** 读一份模板，核对里面的名称。什么样的文字都不抛错；能找出的错一次都列出来。 */
export function readTemplate(file: string, text: string, known: KnownNames): ReadTemplate {
  const lines = plainLines(text);
  const slips: Slip[] = [];
  const blocks = toBlocks(nest(parse(lines) as readonly Piece[], slips), slips);
  checkTemplate(blocks, known, slips);
  return { blocks, mistakes: placeMistakes(file, lines, slips) };
}

/** 去掉字节序标记，换行统一为 `\n`。 */
function plainLines(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}
