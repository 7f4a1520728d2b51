import { stringify } from "yaml";
import type { Finding } from "../../src/findings/finding.ts";
import { yamlDocument } from "../../src/findings/yaml-document.ts";
import {
  type ReadInputs,
  readInputs,
  readInputsObject,
} from "../../src/narrative/inputs/read-inputs.ts";
import {
  type KeptProfile,
  type ReadStoredData,
  type StoredData,
  storedDataFrom,
  storedObject,
} from "./stored-data.ts";

/** 保存的数据里的填报内容，校验后供起草用；写错的地方不用，逐处指出。 */
export function inputsOf(data: StoredData): ReadInputs {
  return readInputsObject(data.inputs, "填报内容");
}

/** 导出成填报文件（YAML），命令行可以直接用。 */
export function storedYaml(data: StoredData): string {
  return stringify(storedObject(data), { lineWidth: 0 });
}

export interface ImportedData extends ReadStoredData {
  /** 填报文件里写错的地方，带行号；仍原样导入，改正前不使用。 */
  readonly findings: readonly Finding[];
}

/** 读要导入的填报文件。整个文件读不懂时返回 null 的 `data`，现有内容不动。 */
export function importYaml(
  text: string,
  fileName: string,
): ImportedData | { readonly data: null; readonly findings: readonly Finding[] } {
  const { findings } = readInputs(text, fileName);
  const { document, problems } = yamlDocument(text);
  const content: unknown = problems.length > 0 ? null : (document.toJS({ maxAliasCount: 0 }) ?? {});
  if (typeof content !== "object" || content === null || Array.isArray(content)) {
    return { data: null, findings };
  }
  return { ...storedDataFrom({ ...content }), findings };
}

/**
 * 把导入的并进现有的：填报内容以导入的为准，导入的没有写的键保留；改过的段落、接受的问题两边都留，
 * 同一条以导入的为准；上次插入的记录只跟着本工作簿走，不导入。
 */
export function mergeImported(current: StoredData, imported: StoredData): StoredData {
  return {
    ...current,
    inputs: mergeObjects(current.inputs, imported.inputs),
    accepted: [
      ...current.accepted.filter(
        (one) =>
          !imported.accepted.some(
            (other) =>
              other.rule === one.rule &&
              other.what === one.what &&
              other.cells.join() === one.cells.join(),
          ),
      ),
      ...imported.accepted,
    ],
    edits: [
      ...current.edits.filter(({ id }) => !imported.edits.some((other) => other.id === id)),
      ...imported.edits,
    ],
    // 各版的编号只在自己的一份里有意义，两份不相混。
    history: current.history.length > 0 ? current.history : imported.history,
    priorFileName: imported.priorFacts === null ? current.priorFileName : imported.priorFileName,
    priorFacts: imported.priorFacts ?? current.priorFacts,
    lastYear: imported.lastYear ?? current.lastYear,
    profile: mergedProfile(current.profile, imported.profile),
    backups: [...new Set([...current.backups, ...imported.backups])],
  };
}

/** 导入的没有选过模板，就用现有的；选了随附的一套，自己的一套还留着。 */
function mergedProfile(current: KeptProfile, imported: KeptProfile): KeptProfile {
  if (imported.own !== null) return imported;
  return imported.shipped === null ? current : { ...imported, own: current.own };
}

/** 逐键合并；空着的（null、空串）不盖掉填好的。 */
function mergeObjects(
  base: Readonly<Record<string, unknown>>,
  over: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(over)) {
    const existing = merged.get(key);
    if (isRecord(existing) && isRecord(value)) merged.set(key, mergeObjects(existing, value));
    else if (!isEmpty(value) || existing === undefined) merged.set(key, value);
  }
  return Object.fromEntries(merged);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** 按路径取填报内容里的一个值；没有为 undefined。 */
export function valueAt(data: StoredData, path: readonly string[]): unknown {
  let place: unknown = data.inputs;
  for (const key of path) {
    if (!isRecord(place) || !Object.hasOwn(place, key)) return undefined;
    place = place[key];
  }
  return place;
}

/** 按路径填一个值；`undefined` 为去掉这个键，由此空了的上级也去掉。路上不是“键: 值”的被换掉。 */
export function withValueAt(data: StoredData, path: readonly string[], value: unknown): StoredData {
  return { ...data, inputs: placed(data.inputs, path, value) };
}

function placed(
  place: Readonly<Record<string, unknown>>,
  [key, ...rest]: readonly string[],
  value: unknown,
): Record<string, unknown> {
  if (key === undefined) return { ...place };
  const existing = Object.hasOwn(place, key) ? place[key] : undefined;
  const next = rest.length === 0 ? value : placed(isRecord(existing) ? existing : {}, rest, value);
  const gone = next === undefined || (rest.length > 0 && isRecord(next) && isBare(next));
  const others = Object.entries(place);
  if (gone) return Object.fromEntries(others.filter(([other]) => other !== key));
  return existing === undefined
    ? Object.fromEntries([...others, [key, next]])
    : Object.fromEntries(others.map(([other, old]) => [other, other === key ? next : old]));
}

function isBare(value: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(value).length === 0;
}
