import type { Draft, Figure, Paragraph, ParagraphStyle } from "../draft.ts";
import { placeFigures } from "./figure-places.ts";
import type { Place } from "./figure-words.ts";
import { chartText } from "./kept-paragraphs.ts";

/** 起草时的一个数：在起草的文字里的位置（UTF-16 下标），和它的来历（见 `figureSource`）。 */
export interface BaseFigure extends Place {
  readonly source: string;
}

/** 程序起草的一段文字和其中的数。 */
export interface DraftedText {
  readonly text: string;
  readonly figures: readonly BaseFigure[];
}

/** 写出去的一段，和它是由什么起草的。 */
export interface BaseParagraph {
  readonly id: string;
  readonly style: ParagraphStyle;
  /** 写出去的文字。 */
  readonly text: string;
  /** 由人添写的为 null。 */
  readonly drafted: DraftedText | null;
  /** 与 `drafted.figures` 逐个对应：那个数在 `text` 里的位置；找不到为 null。 */
  readonly places: readonly (Place | null)[];
  /** 新稿里已经没有、而 `text` 里还写着的数。 */
  readonly orphans: readonly BaseFigure[];
  readonly chart: string | null;
  /** 人并成这一段的各段（含自己），依并成的先后；没有并过为空。 */
  readonly joined: readonly string[];
}

/** 随稿子一起写出、下次更新时拿来比较的底。 */
export interface DraftBase {
  readonly unit: string;
  readonly year: number;
  /** 写稿时用的说明模板；从前的程序没有记的为空串。 */
  readonly profile: string;
  readonly paragraphs: readonly BaseParagraph[];
  /** 由人删去、不再写的段落。 */
  readonly removed: readonly string[];
}

/** 说明的底。`drafted` 是没有用上人改的文字的同一份草稿；`draft` 里没有改过的段落就是它自己的底。 */
export function baseOf(draft: Draft, drafted: Draft = draft): DraftBase {
  const sources = new Map(paragraphsOf(drafted).map((paragraph) => [paragraph.id, paragraph]));
  return {
    unit: draft.unit,
    year: draft.year,
    profile: draft.profile,
    paragraphs: paragraphsOf(draft).map((paragraph) => {
      const source = sources.get(paragraph.id);
      const known = source !== undefined && !source.edited;
      return baseParagraph(paragraph, known ? draftedText(source) : null);
    }),
    removed: paragraphsOf(drafted)
      .map(({ id }) => id)
      .filter((id) => !paragraphsOf(draft).some((each) => each.id === id)),
  };
}

function baseParagraph(paragraph: Paragraph, drafted: DraftedText | null): BaseParagraph {
  const { id, style, text, chart } = paragraph;
  const places =
    drafted === null
      ? []
      : drafted.text === text
        ? drafted.figures
        : placeFigures(drafted.text, drafted.figures, text);
  return {
    id,
    style,
    text,
    drafted,
    places: places.map((place) => place && { start: place.start, end: place.end }),
    orphans: [],
    chart: chartText(chart),
    joined: [],
  };
}

export function draftedText({ text, figures }: Pick<Paragraph, "text" | "figures">): DraftedText {
  return {
    text,
    figures: figures.map((figure) => ({
      start: figure.start,
      end: figure.end,
      source: figureSource(figure),
    })),
  };
}

/**
 * 一个数的来历，两次起草之间用来认是不是同一个数：有算式的是算式里的各项（增减换了方向，被减数与减数对调，
 * 仍是同一个数），没有的是单元格；人填的为空串。
 */
export function figureSource({ formula, from }: Pick<Figure, "formula" | "from">): string {
  if (formula !== "")
    return `=${formula
      .split(/[（）−+×÷\s]+/)
      .filter(Boolean)
      .sort()
      .join(" ")}`;
  return from.map(({ book, sheet, address }) => `${book} ${sheet} ${address}`).join(",");
}

/** 没有记下各数的原稿，按写法认：带单位的数，年度、日期不算。 */
export function guessedFigures(text: string): BaseFigure[] {
  return [...text.matchAll(GUESSED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    source: "",
  }));
}

const GUESSED =
  /\d[\d,，]*(?:\.\d+)?\s*(?:万元|亿元|元|[%％])|(?<![第\d.,])\d+(?=辆|个|人|批|次|台|套|项)/g;

export function paragraphsOf({ sections }: Pick<Draft, "sections">): Paragraph[] {
  return sections.flatMap(({ paragraphs }) => paragraphs);
}
