import type { MappedText } from "../../src/audit/text/characters.ts";
import { traditionalToSimplified } from "../../src/audit/text/traditional.ts";

/** 归一的参照写法：逐字、用正则和数组，只求看得明白。快的写法要与它结果相同。 */
export function plainNormalise(source: MappedText): MappedText {
  return closeGaps(unify(source));
}

interface One {
  readonly character: string;
  readonly at: number;
}

const SAME: Readonly<Record<string, string>> = {
  "％": "%",
  "﹪": "%",
  "(": "（",
  ")": "）",
  ":": "：",
  "∶": "：",
  ";": "；",
  "﹐": "，",
  "／": "/",
  "∕": "/",
  "－": "-",
  "−": "-",
  "〔": "（",
  "〕": "）",
  "＂": '"',
};

function unify({ text, at }: MappedText): One[] {
  const kept: One[] = [];
  for (const [index, character] of text.split("").entries()) {
    const control = character < " " && character !== "\t";
    if (control || /[\u00ad\u180e\u200b-\u200f\u2060\ufeff]/.test(character)) continue;
    const one = simple(character);
    if (one === " " && /[ \t]/.test(kept.at(-1)?.character ?? "")) continue;
    kept.push({ character: one, at: at[index] ?? 0 });
  }
  return kept;
}

function simple(character: string): string {
  if (/[ \u00a0\u2000-\u200a\u3000]/.test(character)) return " ";
  if (/[０-９]/.test(character)) return String("０１２３４５６７８９".indexOf(character));
  return SAME[character] ?? traditionalToSimplified.get(character) ?? character;
}

function closeGaps(units: readonly One[]): MappedText {
  const rest = (index: number) =>
    units
      .slice(index, index + 6)
      .map(({ character }) => character)
      .join("");
  let text = "";
  const at: number[] = [];
  for (const [index, unit] of units.entries()) {
    const after = rest(index + 1);
    let { character } = unit;
    if (character === " ") {
      const inNumber = /\d$/.test(text) && /^\d/.test(after);
      const grouped = /^\d{3}(?:[.．]\d|[万,，])/.test(after);
      const words = /[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(after);
      if (!(inNumber && !grouped) && !words) continue;
    }
    if (character === "," || character === "，") {
      const end = character === "," ? /^\d{3}(?!\d)/ : /^\d{3}[.万,元]/;
      const digits = /\d*$/.exec(text)?.[0].length ?? 0;
      if (digits > 0 && digits <= 15 && end.test(after)) continue;
      character = "，";
    }
    if ((character === "．" || character === "·") && /\d$/.test(text)) character = ".";
    text += character;
    at.push(unit.at);
  }
  return { text, at: Int32Array.from(at) };
}
