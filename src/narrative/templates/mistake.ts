import { nearestName } from "../../findings/nearest-name.ts";

/** 模板或写法里写错的一处。 */
export interface TemplateMistake {
  /** 文件名，如 `二.一 收入支出决算总体情况.txt`。 */
  readonly file: string;
  /** 行、列都从 1 起，列按字数。 */
  readonly line: number;
  readonly column: number;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

/** 写错的一处，位置还是下标。 */
export interface Slip {
  readonly at: number;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

export function slip(at: number, what: string, why: string, todo: string): Slip {
  return { at, what, why, todo };
}

/** `二.一 收入支出.txt:3:5：没有叫“收入总记”的数。是不是“收入总计”？……` */
export function mistakeText({ file, line, column, what, why, todo }: TemplateMistake): string {
  return `${file}:${line}:${column}：${what}${why}${todo}`;
}

/** 下标换成行、列，按位置排好。`text` 的换行已统一为 `\n`。 */
export function placeMistakes(
  file: string,
  text: string,
  slips: readonly Slip[],
): TemplateMistake[] {
  let line = 1;
  let column = 1;
  let reached = 0;
  return slips
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, what, why, todo }) => {
      for (const character of text.slice(reached, at)) {
        line += character === "\n" ? 1 : 0;
        column = character === "\n" ? 1 : column + 1;
      }
      reached = Math.max(reached, at);
      return { file, line, column, what, why, todo };
    });
}

/** `是不是“收入总计”？`；没有相近的，用 `otherwise`。 */
export function didYouMean(name: string, known: readonly string[], otherwise: string): string {
  const nearest = nearestName(name, known);
  return nearest === null ? otherwise : `是不是“${nearest}”？`;
}
