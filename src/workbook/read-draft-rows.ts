/** 从工作表“决算说明”读回的一段：拆成几行的已经接好。 */
export interface RowsParagraph {
  readonly id: string;
  readonly text: string;
}

/** 工作表里的值，如 `Range.values`；A 栏文字，B、C 栏是段落编号和第几截。 */
export type Grid = readonly (readonly unknown[])[];

const PART = /^(\d+)\/(\d+)$/;
const INDENT = /^[\u3000 ]+/;

/**
 * 从决算说明读回各段：拆成几截的接起来，去掉段首空格。使用者在中间插的行没有编号，
 * 另起一行接在上一段后面；最前面没有编号的行归第一段。一个字也不丢。
 */
export function paragraphsOf(grid: Grid): RowsParagraph[] {
  const paragraphs: { id: string; text: string }[] = [];
  let before = "";
  for (const row of grid) {
    const text = String(row[0] ?? "");
    const part = partOf(row);
    const last = paragraphs.at(-1);
    if (part === null) {
      const typed = text.replace(INDENT, "");
      if (typed === "") continue;
      if (last === undefined) before += `${typed}\n`;
      else last.text += `\n${typed}`;
    } else if (last?.id === part.id && part.number > 1) {
      last.text += text;
    } else {
      paragraphs.push({ id: part.id, text: before + text.replace(INDENT, "") });
      before = "";
    }
  }
  return paragraphs;
}

/** 一行的段落编号和第几截；没有编号的（人插的行）为 null。 */
export function partOf(row: readonly unknown[]): { id: string; number: number } | null {
  const number = PART.exec(String(row[2] ?? ""))?.[1];
  const id = String(row[1] ?? "");
  return number === undefined || id === "" ? null : { id, number: Number(number) };
}
