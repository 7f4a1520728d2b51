import type { PdfLine } from "./pdf-page.ts";

/** 页眉、页脚只在一页最上、最下的这么多行里找。 */
const EDGE_LINES = 2;
/** 各页同一高度、同样的字，出现这么多次才算页眉页脚。 */
const REPEATS = 3;
const SAME_HEIGHT = 3;
/** 页眉、页脚、页码离正文至少隔字号的这么多倍。 */
const APART = 2;

const DASHED_NUMBER = /^[-—–－─·]+\d{1,4}[-—–－─·]+$/;
const WORDED_NUMBER = /^第?\d{1,4}页?[/／]?共?\d{0,4}页$|^\d{1,4}[/／]\d{1,4}$/;
const BARE_NUMBER = /^\d{1,4}$/;

/**
 * 去掉页眉、页脚和页码；`pages` 是每页的各行，自上而下。
 * 只去掉有把握的：写着页码样子的、各页同一高度反复出现的、随页数递增的数。
 */
export function withoutFurniture(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const edges = pages.flatMap((lines) => edgeLines(lines));
  const repeated = repeatedLines(edges, pages);
  const numbers = pageNumbers(edges, pages);
  const atEdge = new Set(edges);
  return pages.map((lines) =>
    lines.filter((line) => {
      const text = compact(line);
      if (!atEdge.has(line)) return true;
      if (DASHED_NUMBER.test(text) || WORDED_NUMBER.test(text)) return false;
      return !repeated.has(line) && !numbers.has(line);
    }),
  );
}

function edgeLines(lines: readonly PdfLine[]): PdfLine[] {
  const upright = lines.filter(({ turn }) => turn === 0);
  return upright.filter((_, index) => index < EDGE_LINES || index >= upright.length - EDGE_LINES);
}

function compact({ text }: PdfLine): string {
  return text.replace(/\s/g, "");
}

/** 各页同一高度反复出现、离正文又远的行；只差数字的算同样的字。 */
function repeatedLines(
  edges: readonly PdfLine[],
  pages: readonly (readonly PdfLine[])[],
): ReadonlySet<PdfLine> {
  const byText = new Map<string, PdfLine[]>();
  for (const line of edges) {
    const key = compact(line).replace(/\d+/g, "#");
    if (key === "#") continue;
    const alike = byText.get(key);
    if (alike === undefined) byText.set(key, [line]);
    else alike.push(line);
  }
  const repeated = new Set<PdfLine>();
  for (const lines of byText.values()) {
    for (const line of lines) {
      const alike = lines.filter(({ y }) => Math.abs(y - line.y) <= SAME_HEIGHT);
      if (new Set(alike.map(({ page }) => page)).size >= REPEATS) repeated.add(line);
    }
  }
  // 正文里也有每页末行都一样的（“预算数。”），所以还要离正文远；页眉不止一行的，字比正文小。
  return new Set(
    [...repeated].filter((line) => {
      const own = pages[line.page] ?? [];
      const biggest = Math.max(...own.map(({ size }) => size));
      return standsApart(
        line,
        own.filter((other) => !repeated.has(other) || other.size >= biggest),
      );
    }),
  );
}

/** 光是一个数的行：与页次之差在两页以上相同的，是页码；只有一页的，恰是 1 而且离正文远。 */
function pageNumbers(
  edges: readonly PdfLine[],
  pages: readonly (readonly PdfLine[])[],
): ReadonlySet<PdfLine> {
  const byOffset = new Map<number, PdfLine[]>();
  for (const line of edges) {
    if (!BARE_NUMBER.test(compact(line)) || !standsApart(line, pages[line.page] ?? [])) continue;
    const offset = Number(compact(line)) - line.page;
    const alike = byOffset.get(offset);
    if (alike === undefined) byOffset.set(offset, [line]);
    else alike.push(line);
  }
  return new Set(
    [...byOffset].flatMap(([offset, lines]) =>
      new Set(lines.map(({ page }) => page)).size > 1 || (offset === 1 && pages.length === 1)
        ? lines
        : [],
    ),
  );
}

function standsApart(line: PdfLine, lines: readonly PdfLine[]): boolean {
  return lines.every(
    (other) =>
      other === line ||
      other.turn !== 0 ||
      Math.abs(other.y - line.y) >= APART * Math.max(line.size, other.size),
  );
}
