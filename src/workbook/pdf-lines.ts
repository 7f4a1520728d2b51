import type { PdfItem, PdfLine, PdfPage } from "./pdf-page.ts";

/** 基线相差不到字号的这么多，算同一行。 */
const SAME_LINE = 0.4;
/** 隔开字号的这么多倍，算另一格。 */
const CELL_GAP = 1.5;

/** 一页的各行，自上而下；横放的（转过的）排在后面。一行之内自左而右。 */
export function linesOfPage({ items }: PdfPage, page: number): PdfLine[] {
  return [0, 1, 2, 3].flatMap((turn) => {
    const own = items.filter((item) => item.turn === turn && item.text.trim() !== "");
    return rowsOf(own).map((row) => lineOf(row, page, turn));
  });
}

function rowsOf(items: readonly PdfItem[]): PdfItem[][] {
  const rows: { y: number; size: number; items: PdfItem[] }[] = [];
  for (const item of [...items].sort((a, b) => a.y - b.y)) {
    const last = rows.at(-1);
    if (last !== undefined && item.y - last.y <= SAME_LINE * Math.max(last.size, item.size)) {
      last.items.push(item);
      last.size = Math.max(last.size, item.size);
    } else rows.push({ y: item.y, size: item.size, items: [item] });
  }
  return rows.map((row) => row.items.sort((a, b) => a.x - b.x));
}

function lineOf(row: readonly PdfItem[], page: number, turn: number): PdfLine {
  const [first] = row;
  let text = "";
  let right = first?.x ?? 0;
  for (const item of row) {
    if (text !== "" && item.x - right > CELL_GAP * item.size) text += "\t";
    text += item.text;
    right = Math.max(right, item.x + item.width);
  }
  return {
    text: plainCharacters(text).replace(SPREAD, "").trim(),
    page,
    x: first?.x ?? 0,
    right,
    y: first?.y ?? 0,
    size: Math.max(...row.map(({ size }) => size)),
    turn,
  };
}

/** 两端对齐拉开字距，库会当成空格；汉字、标点之间本不用空格（全角空格照留）。 */
const SPREAD =
  /(?<=[\u3001-\u30ff\u4e00-\u9fff\uff01-\uffee“”‘’]) +|(?<=[\d%]) +(?=[\u3001-\u30ff\u4e00-\u9fff\uff01-\uffee])/g;

/** 部首补充区的简体部首，标准分解里没有写明是哪个字的。 */
const RADICALS: ReadonlyMap<string, string> = new Map(
  [
    ..."⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟",
  ].reduce<[string, string][]>((pairs, character, index, all) => {
    if (index % 2 === 0) pairs.push([character, all[index + 1] ?? character]);
    return pairs;
  }, []),
);

/** 有的字体把“一”“民”之类编成部首，看着一样，改回普通的字。 */
function plainCharacters(text: string): string {
  return text.replace(
    /[\u2e80-\u2fd5]/g,
    (radical) => RADICALS.get(radical) ?? radical.normalize("NFKC"),
  );
}
