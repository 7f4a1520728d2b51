import * as v from "valibot";
import {
  acceptedSchema,
  editSchema,
  insertedSchema,
  lastYearSchema,
  ownProfileSchema,
  priorFactsSchema,
  versionSchema,
} from "../../src/narrative/inputs/kept-schema.ts";
import type { DraftHistory } from "../../src/narrative/redraft/history.ts";
import { keptHistory, versionFromKept } from "../../src/narrative/redraft/kept-history.ts";
import type {
  InsertedParagraph,
  ParagraphEdit,
} from "../../src/narrative/redraft/kept-paragraphs.ts";
import type { ProfileSource } from "../../src/narrative/templates/profile.ts";

/** 一条已接受（不再提醒）的问题。 */
export interface AcceptedFinding {
  readonly rule: string;
  /** 写作 `本年!Z01!E37`。 */
  readonly cells: readonly string[];
  readonly reason: string;
  /** 接受时问题的说法；现在的说法不同了，说明数又变过。 */
  readonly what: string;
}

export type PriorFacts = v.InferOutput<typeof priorFactsSchema>;

/** 选的说明模板。 */
export interface KeptProfile {
  /** 选的随附的一套；没有选（按级别用）为 null。 */
  readonly shipped: string | null;
  /** 自己的一套，换用随附的以后也留着；没有为 null。 */
  readonly own: ProfileSource | null;
  /** 用的是自己的一套。 */
  readonly usesOwn: boolean;
}

/**
 * 与工作簿一起保存的数据，同填报文件一个对象、同样的中文键（见 src/narrative/inputs/schema.ts）。
 * 改动一律得到新的对象。`inputs` 是其余的全部键，包括不认识的，保存时原样写回。
 */
export interface StoredData {
  readonly accepted: readonly AcceptedFinding[];
  readonly edits: readonly ParagraphEdit[];
  readonly inserted: readonly InsertedParagraph[];
  /** 插入、恢复过的各版，旧的在前。 */
  readonly history: DraftHistory;
  readonly priorFileName: string | null;
  readonly priorFacts: PriorFacts | null;
  /** 上年填报里的“原因”“原因库”，供挑选；没有为 null。 */
  readonly lastYear: Readonly<Record<string, unknown>> | null;
  readonly profile: KeptProfile;
  /** 读不懂而原样留着的内容，每项一段原文。 */
  readonly backups: readonly string[];
  readonly inputs: Readonly<Record<string, unknown>>;
}

export const noStoredData: StoredData = {
  accepted: [],
  edits: [],
  inserted: [],
  history: [],
  priorFileName: null,
  priorFacts: null,
  lastYear: null,
  profile: { shipped: null, own: null, usesOwn: false },
  backups: [],
  inputs: {},
};

export interface ReadStoredData {
  readonly data: StoredData;
  /** 有读不懂的内容时的中文说明；没有为 null。 */
  readonly problem: string | null;
}

const KEYS = {
  accepted: "已接受的问题",
  edits: "段落修改",
  inserted: "上次插入",
  history: "版本",
  priorFileName: "上年工作簿名",
  priorFacts: "上年事实",
  lastYear: "上年填报",
  shippedProfile: "说明模板",
  ownProfile: "自己的说明模板",
  backups: "损坏的备份",
} as const;

const OWN_KEYS: ReadonlySet<string> = new Set(Object.values(KEYS));

/** 读保存的 JSON 文本。读不懂的部分原文进 `backups`，绝不丢弃；其余照用。不抛错。 */
export function readStoredData(json: string | null): ReadStoredData {
  if (json === null || json.trim() === "") return { data: noStoredData, problem: null };
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch {
    return unreadable(json);
  }
  return isRecord(content) ? storedDataFrom(content) : unreadable(json);
}

/** 由填报文件的对象（JSON 或 YAML 解出的）得到保存的数据。 */
export function storedDataFrom(content: Readonly<Record<string, unknown>>): ReadStoredData {
  const broken: string[] = [];
  const list = <T>(key: string, schema: v.GenericSchema<unknown, T>): T[] => {
    const value = content[key];
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) {
      broken.push(backupText(key, value));
      return [];
    }
    return value.flatMap((each) => {
      const read = v.safeParse(schema, each);
      if (read.success) return [read.output];
      broken.push(backupText(key, each));
      return [];
    });
  };
  const optional = <T>(key: string, schema: v.GenericSchema<unknown, T>): T | null => {
    const value = content[key];
    if (value === undefined || value === null) return null;
    const read = v.safeParse(schema, value);
    if (read.success) return read.output;
    broken.push(backupText(key, value));
    return null;
  };

  const own = optional(KEYS.ownProfile, ownProfileSchema);
  const data: StoredData = {
    accepted: list(KEYS.accepted, acceptedSchema).map(({ 规则, 单元格, 理由, 内容 }) => ({
      rule: 规则,
      cells: 单元格,
      reason: 理由,
      what: 内容,
    })),
    edits: list(KEYS.edits, editSchema).map(({ 编号, 文字, 原稿 }) => ({
      id: 编号,
      text: 文字,
      draft: 原稿,
    })),
    inserted: list(KEYS.inserted, insertedSchema).map(({ 编号, 文字, 原稿, 图, 已删 }) => ({
      id: 编号,
      text: 文字,
      draft: 原稿,
      chart: 图,
      removed: 已删,
    })),
    history: list(KEYS.history, versionSchema).map(versionFromKept),
    priorFileName: optional(KEYS.priorFileName, v.string()),
    priorFacts: optional(KEYS.priorFacts, priorFactsSchema),
    lastYear: optional(KEYS.lastYear, lastYearSchema),
    profile: {
      shipped: optional(KEYS.shippedProfile, v.string()),
      own: own === null ? null : sourceOf(own),
      usesOwn: own?.在用 ?? false,
    },
    backups: list(KEYS.backups, v.string()),
    inputs: Object.fromEntries(Object.entries(content).filter(([key]) => !OWN_KEYS.has(key))),
  };
  if (broken.length === 0) return { data, problem: null };
  return {
    data: { ...data, backups: withEach(data.backups, broken) },
    problem: `与工作簿一起保存的数据里有 ${broken.length} 处读不懂，没有使用；原文已留作备份，其余照用。请在“起草说明”里导出填报文件查看“损坏的备份”。`,
  };
}

/** 填报文件的对象：填报内容在前，程序记下的在后；空的不写。 */
export function storedObject(data: StoredData): Record<string, unknown> {
  const kept: [string, unknown][] = [
    [
      KEYS.accepted,
      data.accepted.map(({ rule, cells, reason, what }) => ({
        规则: rule,
        单元格: cells,
        理由: reason,
        内容: what,
      })),
    ],
    [KEYS.edits, data.edits.map(({ id, text, draft }) => ({ 编号: id, 文字: text, 原稿: draft }))],
    [
      KEYS.inserted,
      data.inserted.map(({ id, text, draft, chart, removed }) => ({
        编号: id,
        文字: text,
        原稿: draft,
        ...(chart === null ? {} : { 图: chart }),
        ...(removed ? { 已删: true } : {}),
      })),
    ],
    [KEYS.history, keptHistory(data.history)],
    [KEYS.priorFileName, data.priorFileName],
    [KEYS.priorFacts, data.priorFacts],
    [KEYS.lastYear, data.lastYear],
    [KEYS.shippedProfile, data.profile.shipped],
    [KEYS.ownProfile, keptOwn(data.profile)],
    [KEYS.backups, data.backups],
  ];
  const filled = kept.filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return { ...data.inputs, ...Object.fromEntries(filled) };
}

function sourceOf({ 名称, 文件 }: v.InferOutput<typeof ownProfileSchema>): ProfileSource {
  return { name: 名称, files: 文件.map((file) => ({ name: file.名称, text: file.文字 })) };
}

function keptOwn({ own, usesOwn }: KeptProfile) {
  if (own === null) return null;
  const 文件 = own.files.map(({ name, text }) => ({ 名称: name, 文字: text }));
  return { 名称: own.name, 文件, 在用: usesOwn };
}

/** 存进工作簿的 JSON 文本。 */
export function storedJson(data: StoredData): string {
  return JSON.stringify(storedObject(data));
}

function unreadable(json: string): ReadStoredData {
  return {
    data: { ...noStoredData, backups: [json] },
    problem:
      "与工作簿一起保存的数据损坏，读不出来：以前填报的内容、接受的问题这次没有用上。原文已留作备份，不会被盖掉；请从填报文件（.juesuan.yaml）重新导入，或重新填写。",
  };
}

function backupText(key: string, value: unknown): string {
  return JSON.stringify({ [key]: value });
}

function withEach(list: readonly string[], added: readonly string[]): readonly string[] {
  return [...new Set([...list, ...added])];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
