import { lineUnits } from "./line-breaks.ts";

/** 待补充整块，不在其中断开，填写的人才找得全。 */
const GAP = "【[^】]*】";

const SENTENCES = new RegExp(`(?:${GAP}|[^。！？；\\n])*(?:[。！？；\\n]+[”’）》]*|$)`, "gu");
const CLAUSES = new RegExp(`(?:${GAP}|[^，、：])*(?:[，、：]+|$)`, "gu");
const GAP_OR_REST = new RegExp(`${GAP}|(?:(?!${GAP})[^])+`, "gu");

/** 由粗到细的断法：句末，逗号顿号处，不可拆的小段之间，最后才是任意两字之间。 */
const CUTS: readonly ((text: string) => readonly string[])[] = [
  (text) => nonEmpty(text.match(SENTENCES)),
  (text) => nonEmpty(text.match(CLAUSES)),
  (text) =>
    nonEmpty(text.match(GAP_OR_REST)).flatMap((piece) =>
      piece.startsWith("【") && piece.endsWith("】") ? [piece] : lineUnits(piece),
    ),
  (text) => [...text],
];

/**
 * 把一段文字断成几截，依次相接即为原文，一字不少。先在句末断，一句就放不下的才在句中断。
 * `fits` 说一截文字放不放得下；单独一个字放不下时也自成一截。
 */
export function splitParagraph(
  text: string,
  fits: (piece: string, first: boolean) => boolean,
): string[] {
  const parts: string[] = [];
  let current = "";

  const take = (piece: string, level: number): void => {
    if (fits(current + piece, parts.length === 0)) {
      current += piece;
      return;
    }
    const cut = CUTS[level];
    if (current !== "" && (cut === undefined || fits(piece, false))) {
      parts.push(current);
      current = "";
      take(piece, level);
    } else if (cut === undefined) {
      current = piece;
    } else {
      for (const smaller of cut(piece)) take(smaller, level + 1);
    }
  };

  take(text, 0);
  return current === "" && parts.length > 0 ? parts : [...parts, current];
}

function nonEmpty(pieces: readonly string[] | null): string[] {
  return (pieces ?? []).filter((piece) => piece !== "");
}
