import * as v from "valibot";
import type { BaseFigure, BaseParagraph, DraftBase } from "./draft-base.ts";
import type { Place } from "./figure-words.ts";

/**
 * 底写成一段文字，随 .docx、.xlsx 带着。`v` 是写法的版本；数写作 `[起, 止, 来历]`，位置写作 `[起, 止]`。
 * 起草的文字与写出的相同时不重复写。
 */
const VERSION = 1;

const place = v.tuple([v.number(), v.number()]);
const figure = v.tuple([v.number(), v.number(), v.string()]);
const STYLES = [
  "cover",
  "title",
  "part",
  "heading1",
  "heading2",
  "heading3",
  "body",
  "chart",
  "listItem",
];

const paragraphSchema = v.object({
  id: v.string(),
  style: v.pipe(
    v.string(),
    v.check((style) => STYLES.includes(style)),
    v.transform((style) => style as BaseParagraph["style"]),
  ),
  text: v.string(),
  /** 与 text 相同为 true，由人添写的为 null。 */
  drafted: v.nullable(v.union([v.literal(true), v.string()])),
  figures: v.array(figure),
  places: v.optional(v.array(v.nullable(place))),
  orphans: v.optional(v.array(figure), []),
  chart: v.optional(v.nullable(v.string()), null),
  joined: v.optional(v.array(v.string()), []),
});

const headSchema = v.object({
  v: v.literal(VERSION),
  unit: v.string(),
  year: v.number(),
  profile: v.optional(v.string(), ""),
  removed: v.array(v.string()),
});

/** 底分成的一段段文字：第一段是总的，以后每段说明里的一段。 */
export function baseLines({ unit, year, profile, removed, paragraphs }: DraftBase): string[] {
  return [
    JSON.stringify({ v: VERSION, unit, year, profile, removed }),
    ...paragraphs.map((paragraph) => JSON.stringify(written(paragraph))),
  ];
}

function written(paragraph: BaseParagraph): v.InferInput<typeof paragraphSchema> {
  const { id, style, text, drafted, places, orphans, chart, joined } = paragraph;
  const untouched = drafted !== null && drafted.text === text;
  return {
    id,
    style,
    text,
    drafted: untouched ? true : (drafted?.text ?? null),
    figures: (drafted?.figures ?? []).map(figureTuple),
    ...(untouched ? {} : { places: places.map((each) => each && [each.start, each.end]) }),
    ...(orphans.length === 0 ? {} : { orphans: orphans.map(figureTuple) }),
    ...(chart === null ? {} : { chart }),
    ...(joined.length === 0 ? {} : { joined: [...joined] }),
  };
}

function figureTuple({ start, end, source }: BaseFigure): [number, number, string] {
  return [start, end, source];
}

/** 读回底。总的一段读不懂时没有底（null）；个别段落读不懂的略过，那几段就当没有底。不抛错。 */
export function readBaseLines(lines: readonly string[]): DraftBase | null {
  const [first = "", ...rest] = lines;
  const head = v.safeParse(headSchema, parsed(first));
  if (!head.success) return null;
  const { unit, year, profile, removed } = head.output;
  const paragraphs = rest.flatMap((line) => {
    const read = v.safeParse(paragraphSchema, parsed(line));
    return read.success ? [restored(read.output)] : [];
  });
  return { unit, year, profile, removed, paragraphs };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function restored(paragraph: v.InferOutput<typeof paragraphSchema>): BaseParagraph {
  const { id, style, text, drafted, chart, joined } = paragraph;
  const figures = paragraph.figures.map(figureOf);
  return {
    id,
    style,
    text,
    drafted: drafted === null ? null : { text: drafted === true ? text : drafted, figures },
    places:
      drafted === true
        ? figures.map(({ start, end }) => ({ start, end }))
        : figures.map((_, index) => placeOf(paragraph.places?.[index] ?? null)),
    orphans: paragraph.orphans.map(figureOf),
    chart,
    joined,
  };
}

function figureOf([start, end, source]: readonly [number, number, string]): BaseFigure {
  return { start, end, source };
}

function placeOf(pair: readonly [number, number] | null): Place | null {
  return pair === null ? null : { start: pair[0], end: pair[1] };
}
