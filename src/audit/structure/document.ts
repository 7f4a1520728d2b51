import { normaliseCharacters } from "../text/characters.ts";
import { joinLines } from "./lines.ts";
import { readMarker } from "./marker.ts";
import type { Marker, Paragraph, PartRole, SectionRole, TopicRole } from "./paragraph.ts";
import { chineseNumber, partRole, sectionRole, topicRole } from "./roles.ts";

/** 一份说明的全部段落；`text` 为原文（行尾只有换行符）。 */
export interface AuditDocument {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
}

interface Bare {
  readonly text: string;
  readonly at: Int32Array;
  readonly joins: readonly number[];
  readonly verbatim: boolean;
  readonly marker: Marker | null;
  readonly tabbed: boolean;
}

/** 原文 → 段落及其所在的部分、节、小节、条。`\r\n` 先改为 `\n`，报告的下标都按改后的原文。 */
export function readDocument(original: string): AuditDocument {
  const text = original.includes("\r") ? original.replace(/\r\n?/g, "\n") : original;
  const bare: Bare[] = [];
  for (const raw of joinLines(text)) {
    const normal = normaliseCharacters(raw.source);
    if (normal.text === "") continue;
    const verbatim = normal === raw.source;
    bare.push({
      text: normal.text,
      at: normal.at,
      joins: verbatim
        ? raw.joins
        : raw.joins.map((join) => positionOf(normal.at, raw.source.at[join] ?? 0)),
      verbatim,
      marker: readMarker(normal.text),
      tabbed: raw.tabbed,
    });
  }
  return { text, paragraphs: place(bare) };
}

/** 归一后第一个来自原文 `offset` 或其后的字符。 */
function positionOf(at: Int32Array, offset: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 目录里的标题与正文里的同名：同一部分的标题取最后一次出现的。 */
function lastPartHeadings(bare: readonly Bare[]): ReadonlySet<Bare> {
  const last = new Map<string, Bare>();
  for (const each of bare) {
    if (each.marker?.level === "part" && each.text.length <= 40) {
      last.set(each.marker.number, each);
    }
  }
  return new Set(last.values());
}

/** 图的数据随图题写成一行，或散在文末。 */
const CHART = /^[［[（【]?图\d/;

interface State {
  /** 分了“第几部分”的；没有分的，各部分就是“一、二、三、”。 */
  readonly parted: boolean;
  part: PartRole;
  partNumber: string;
  role: SectionRole;
  sectionNumber: string;
  /** “二、部门决算情况说明”之下用（一）（二）分节，节下再用 1. 2.。 */
  topicsAreSections: boolean;
  topic: TopicRole;
  topicNumber: string;
  item: string;
}

function place(bare: readonly Bare[]): Paragraph[] {
  const partHeadings = lastPartHeadings(bare);
  const parted = partHeadings.size > 0;
  const state: State = {
    parted,
    ...(parted ? enterPart("front", "") : enterPart("narrative", "二")),
  };
  let section = sectionLabel(state);
  return bare.map((each, index): Paragraph => {
    const heading = advance(state, each, partHeadings.has(each));
    // 位置只在标题处变；没有序号的段落都在标题之下。
    if (heading || each.marker !== null) section = sectionLabel(state);
    return {
      index,
      text: each.text,
      at: each.at,
      joins: each.joins,
      verbatim: each.verbatim,
      marker: each.marker,
      heading,
      cell: each.tabbed || CHART.test(each.text),
      part: state.part,
      section,
      role: state.part === "narrative" ? state.role : "",
      topic: state.part === "narrative" ? state.topic : "",
      item: state.item,
    };
  });
}

/** 读过一段之后走到了哪里；返回这一段是不是只有标题。 */
function advance(state: State, { text, marker }: Bare, isPart: boolean): boolean {
  if (isPart && marker !== null) {
    Object.assign(state, enterPart(partRole(marker.title), marker.number));
    return true;
  }
  if (state.part !== "front" && /^附表[：:]?$/.test(text)) {
    Object.assign(state, enterPart("tables", "五"));
    return true;
  }
  if (state.partNumber === "二" && /^名词解释$/.test(marker?.title ?? text)) {
    Object.assign(state, enterPart("terms", "三"));
    return true;
  }
  if (marker === null) return false;
  const title = marker.title.replace(/。$/, "");
  const short = !/[，。；]/.test(title) && title.length <= 45;
  // 标题后面接着写正文的（`一、收入支出决算总体情况说明：2018年收入……`），只看冒号之前。
  const head = short ? title : (/^([^，。；：]{4,45})：/.exec(title)?.[1] ?? "");
  const role = sectionRole(head);
  // 自动编号丢了样子的标题（`1、收入支出决算总体情况说明`）：按标题认。
  const lost = marker.level === "item" && short && role !== "" && !state.topicsAreSections;
  if (marker.level === "section" || lost) {
    if (marker.level === "section" && short) enterUnparted(state, title);
    state.role = role;
    state.topicsAreSections = marker.level === "section" && role === "";
    state.sectionNumber = chineseNumber(marker.number);
    state.topic = topicRole(title);
    state.topicNumber = "";
    state.item = "";
    return short;
  }
  if (marker.level === "topic") {
    if (state.topicsAreSections) state.role = role;
    state.topic = topicRole(short ? title : title.slice(0, 20));
    state.topicNumber = marker.number;
    state.item = "";
    return short;
  }
  if (marker.level === "item") state.item = marker.number;
  if (marker.level === "item" && state.topicsAreSections && short) state.topic = topicRole(title);
  return short && (marker.level === "item" || marker.level === "detail") && text.length <= 30;
}

/** 没有分“第几部分”的：`一、部门基本情况`、`二、部门决算情况说明` 就是各部分。 */
function enterUnparted(state: State, title: string): void {
  if (state.parted) return;
  const part = partRole(title);
  if (part !== "other") state.part = part;
}

function enterPart(part: PartRole, number: string): Omit<State, "parted"> {
  return {
    part,
    partNumber: number,
    role: "",
    sectionNumber: "",
    topicsAreSections: false,
    topic: "",
    topicNumber: "",
    item: "",
  };
}

function sectionLabel({ partNumber, sectionNumber, topicNumber }: State): string {
  return [partNumber, sectionNumber, topicNumber === "" ? "" : `（${topicNumber}）`]
    .filter((each) => each !== "")
    .join(".");
}
