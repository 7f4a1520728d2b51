import type { TextSource } from "./docx-source.ts";

/** 一截文字：`source` 为它在 document.xml 里的位置（程序补的编号、制表符没有），`from` 是从其第几个字起。 */
export interface Chunk {
  readonly text: string;
  readonly source: TextSource | null;
  readonly from: number;
}

export function plainChunk(text: string): Chunk {
  return { text, source: null, from: 0 };
}

export function isBlank(chunks: readonly Chunk[]): boolean {
  return chunks.every(({ text }) => text.trim() === "");
}

/** 像 `Array.join` 那样连起来，中间夹 `separator`。 */
export function joinChunks(parts: readonly (readonly Chunk[])[], separator: string): Chunk[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [plainChunk(separator), ...part]));
}

/** 像 `String.trim` 那样去掉两头的空白。 */
export function trimChunks(chunks: readonly Chunk[]): Chunk[] {
  const kept = [...chunks];
  for (let first = kept[0]; first !== undefined; first = kept[0]) {
    const text = first.text.trimStart();
    if (text !== "") {
      kept[0] = { ...first, text, from: first.from + first.text.length - text.length };
      break;
    }
    kept.shift();
  }
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    const text = last.text.trimEnd();
    if (text !== "") {
      kept[kept.length - 1] = { ...last, text };
      break;
    }
    kept.pop();
  }
  return kept;
}
