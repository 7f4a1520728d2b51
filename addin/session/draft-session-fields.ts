import * as v from "valibot";
import type { Draft, Gap, Paragraph, Section } from "../../src/narrative/draft.ts";
import { inputsSchema } from "../../src/narrative/inputs/schema.ts";
import { openPlaces } from "../../src/narrative/open-places.ts";
import { functionalName } from "../../src/subjects/lookup.ts";
import type { TableSet } from "../../src/tables/table.ts";
import type { StoredData } from "./stored-data.ts";
import { valueAt } from "./stored-data-inputs.ts";

/** 一栏是什么样的内容，由填报文件的形状得出。 */
export type FieldKind =
  | { readonly kind: "text" | "count" | "yuan" | "yesNo" | "reason" }
  | { readonly kind: "choice"; readonly options: readonly string[] }
  /** 一段话，或逐条填写；`prose` 为可以只写一段话。 */
  | { readonly kind: "list"; readonly columns: readonly ListColumn[]; readonly prose: boolean }
  /** 以名称（如车型）为键的一组。 */
  | {
      readonly kind: "byName";
      readonly names: readonly string[];
      readonly columns: readonly ListColumn[];
    };

export interface ListColumn {
  readonly key: string;
  readonly kind: "text" | "count" | "yuan";
}

/** 要人填的一栏。 */
export interface FillField {
  readonly path: readonly string[];
  readonly label: string;
  readonly content: FieldKind;
  /** 问什么；同一栏几处用到时不止一条。 */
  readonly asks: readonly string[];
  readonly value: unknown;
  /** 说明里还有等着这一栏的待补充。 */
  readonly open: boolean;
  /** 第一处用到它的段落。 */
  readonly paragraph: string | null;
}

/** 一节要填的各栏。 */
export interface FillGroup {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly FillField[];
}

export interface FillSources {
  /** 现在的说明（带填报内容）。 */
  readonly drafted: Draft;
  /** 什么也没有填时的说明：凡可能要问的都在里面。 */
  readonly bare: Draft;
  readonly current: TableSet;
  readonly data: StoredData;
}

/** 不从待补充来、而一节里常要填的栏。 */
const ALSO_ASKED: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "二.五.（三）": [["各项全年预算数等于决算数"]],
  "二.十.（四）": [
    ["绩效管理", "整体自评", "得分"],
    ["绩效管理", "整体自评", "全年预算数"],
    ["绩效管理", "整体自评", "执行数"],
    ["绩效管理", "整体自评", "综述"],
    ["绩效管理", "项目自评"],
  ],
  三: [["名词解释已核对"]],
};

const ALSO_ASKS: Readonly<Record<string, string>> = {
  各项全年预算数等于决算数:
    "报表只有类级的全年预算数。各项都等于决算数的填“是”，就不必逐项填；与财决01-1 类级预算数对不上的类仍要逐项填。",
  名词解释已核对: "科目释义是程序给的建议，与当年《政府收支分类科目》核对过后填“是”。",
  "绩效管理.项目自评": "逐个项目填写；没有的不填。",
};

/** 由待补充和填报文件的形状得出要填的各栏，按节分组。填好的也列着，可以再改。 */
export function fillGroups(sources: FillSources): readonly FillGroup[] {
  const openKeys = new Set(
    gapsOf(sources.drafted).flatMap(({ gap }) => (gap.key ? [pathKey(gap.key)] : [])),
  );
  const listed = new Set<string>();
  const groups: FillGroup[] = [];
  for (const section of mergedSections(sources.bare, sources.drafted)) {
    const fields: FillField[] = [];
    const add = (path: readonly string[], gaps: readonly Place[]) => {
      if (listed.has(pathKey(path))) return;
      listed.add(pathKey(path));
      fields.push(fieldOf(path, gaps, openKeys.has(pathKey(path)), sources));
    };
    for (const path of ALSO_ASKED[section.id] ?? []) {
      if (path[0] !== "绩效管理") add(path, []);
    }
    for (const [, gaps] of groupByKey(section.gaps)) {
      const path = gaps[0]?.gap.key;
      if (path !== undefined) add(path, gaps);
    }
    for (const path of ALSO_ASKED[section.id] ?? []) add(path, []);
    if (fields.length > 0) groups.push({ id: section.id, title: section.title, fields });
  }
  const rest = filledPaths(sources.data.inputs)
    .filter((path) => !covered(path, listed) && !OPTION_KEYS.has(path[0] ?? ""))
    .map((path) => fieldOf(path, [], false, sources));
  if (rest.length > 0) groups.push({ id: "其他", title: "其他已填的内容", fields: rest });
  return groups;
}

/** 在“级别与写法”里填的，不在这里列。 */
const OPTION_KEYS: ReadonlySet<string> = new Set(["级别", "写法", "整本", "原因库"]);

interface Place {
  readonly gap: Gap;
  readonly paragraph: Paragraph;
}

function gapsOf(draft: Draft): Place[] {
  return draft.sections.flatMap((section) => placesIn(section));
}

function placesIn(section: Section): Place[] {
  return section.paragraphs.flatMap((paragraph) =>
    openPlaces(paragraph).map((gap) => ({ gap, paragraph })),
  );
}

/** 两份说明的各节，次序以前一份为准；同一节的待补充合在一起，已填过的在前一份里还问着。 */
function mergedSections(bare: Draft, drafted: Draft) {
  const later = new Map(drafted.sections.map((section) => [section.id, placesIn(section)]));
  return bare.sections.map((section) => ({
    id: section.id,
    title: section.title,
    gaps: [...placesIn(section), ...(later.get(section.id) ?? [])],
  }));
}

function groupByKey(gaps: readonly Place[]): Map<string, Place[]> {
  const groups = new Map<string, Place[]>();
  for (const place of gaps) {
    if (place.gap.key === undefined) continue;
    const key = pathKey(place.gap.key);
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  return groups;
}

function fieldOf(
  path: readonly string[],
  gaps: readonly Place[],
  open: boolean,
  { current, data }: FillSources,
): FillField {
  const also = ALSO_ASKS[path.join(".")];
  const ofItem = path[0] === "项级全年预算数" || path[0] === "项级年初预算数";
  const asks = ofItem ? gaps.slice(0, 1).map(actualText) : gaps.map(asksOf);
  return {
    path,
    label: labelOf(path, current.year),
    content: kindOf(path),
    asks: [...new Set([...asks, ...(also ? [also] : [])])],
    value: valueAt(data, path),
    open,
    paragraph: gaps[0]?.paragraph.id ?? null,
  };
}

function asksOf({ gap }: Place): string {
  return gap.asks;
}

/** 逐项填预算数时，只要看到这一项的决算数；怎么填在“各项全年预算数等于决算数”那里说过了。 */
function actualText({ paragraph, gap }: Place): string {
  const actual = paragraph.figures[0]?.value;
  return actual === undefined ? gap.asks : `决算数 ${actual} 元`;
}

function labelOf(path: readonly string[], year: number | null): string {
  const parts = path.map((key) => {
    if (!/^\d{3,}$/.test(key)) return key;
    const name = functionalName(key, year);
    return name === null ? key : `${key} ${name}`;
  });
  return parts.length === 1
    ? (parts[0] ?? "")
    : parts.slice(path[0] === "原因" ? 1 : 0).join(" › ");
}

const VEHICLE_TYPES = ["轿车", "越野车", "载客汽车", "其他车型"];

const BY_NAME: Readonly<Record<string, FieldKind>> = {
  "公务用车.保有车型": {
    kind: "byName",
    names: VEHICLE_TYPES,
    columns: [{ key: "", kind: "count" }],
  },
  "公务用车.购置车型": {
    kind: "byName",
    names: VEHICLE_TYPES,
    columns: [
      { key: "数量", kind: "count" },
      { key: "金额", kind: "yuan" },
    ],
  },
};

const REVIEW_COLUMNS: readonly ListColumn[] = [
  { key: "名称", kind: "text" },
  { key: "得分", kind: "text" },
  { key: "全年预算数", kind: "yuan" },
  { key: "执行数", kind: "yuan" },
  { key: "综述", kind: "text" },
];

const kinds = new Map<string, FieldKind>();

/** 逐种试填，看填报文件的形状收哪一种；形状里加了键，这里不用改。 */
export function kindOf(path: readonly string[]): FieldKind {
  const key = pathKey(path);
  const known = kinds.get(key);
  if (known !== undefined) return known;
  const kind = BY_NAME[path.join(".")] ?? probed(path);
  kinds.set(key, kind);
  return kind;
}

function probed(path: readonly string[]): FieldKind {
  const takes = (value: unknown) => v.safeParse(inputsSchema, nested(path, value)).success;
  if (takes({ 内容: "某", 状态: "已确认" })) return { kind: "reason" };
  if (takes([{ 内容: "某", 金额: 1 }])) {
    const columns: ListColumn[] = [
      { key: "内容", kind: "text" },
      { key: "金额", kind: "yuan" },
    ];
    return { kind: "list", columns, prose: takes("某") };
  }
  if (takes([{ 名称: "某", 得分: "90" }])) {
    return { kind: "list", columns: REVIEW_COLUMNS, prose: false };
  }
  if (takes(["某"])) return { kind: "list", columns: [{ key: "", kind: "text" }], prose: false };
  if (takes(true)) return { kind: "yesNo" };
  const options = optionsOf(path);
  if (options.length > 0) return { kind: "choice", options };
  if (takes("某")) return { kind: "text" };
  return takes("1.25") ? { kind: "yuan" } : { kind: "count" };
}

/** 只收几个固定的词的，从校验的说法里得出是哪几个。 */
function optionsOf(path: readonly string[]): string[] {
  const result = v.safeParse(inputsSchema, nested(path, "\u0000"));
  const issue = result.success ? undefined : result.issues[0];
  return issue?.type === "picklist"
    ? [...issue.message.matchAll(/“([^”]+)”/g)].map((m) => m[1] ?? "")
    : [];
}

function nested(path: readonly string[], value: unknown): unknown {
  return path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
}

/** 填着内容的各个键，到形状认得的一栏为止。 */
function filledPaths(inputs: Readonly<Record<string, unknown>>): string[][] {
  const walk = (value: unknown, path: string[]): string[][] => {
    const inner = typeof value === "object" && value !== null && !Array.isArray(value);
    if (!inner || path.length >= 3 || isField(path)) {
      return value === null || value === undefined || value === "" ? [] : [path];
    }
    return Object.entries(value).flatMap(([key, each]) => walk(each, [...path, key]));
  };
  return Object.entries(inputs).flatMap(([key, value]) => walk(value, [key]));
}

function isField(path: readonly string[]): boolean {
  return path.join(".") in BY_NAME || (path.length > 1 && kindOf(path).kind === "reason");
}

function covered(path: readonly string[], listed: ReadonlySet<string>): boolean {
  return path.some((_, index) => listed.has(pathKey(path.slice(0, index + 1))));
}

export function pathKey(path: readonly string[]): string {
  return path.join("\u0000");
}
