import * as v from "valibot";
import { type Inputs, noInputs } from "./inputs.ts";
import { fileSchema } from "./schema.ts";
import { toInputs } from "./to-inputs.ts";

/** 从整个文件往里走的键；列表里是序号，从 0 起。 */
export type InputsPath = readonly (string | number)[];

/** 填报内容里写错的一处。 */
export interface InputsMistake {
  /** 在原来内容里的位置，整个文件都不对为空；缺了必有的键，最后一个就是那个键。 */
  readonly path: InputsPath;
  readonly kind: "不认识的键" | "缺了的键" | "值不对";
  /** 应当怎样写，接在键的后面，句末没有标点。 */
  readonly message: string;
}

/** 写错的地方再多也只去这么多轮，还不合格的整个不用；每一轮至少去掉一处。 */
const MOST_ROUNDS = 1000;

/**
 * 把不合要求的地方逐处去掉，直到合格；去不掉的（整个文件不是若干“键: 值”）整个不用。
 * `content` 会被改动。
 */
export function withoutMistakes(content: unknown): {
  readonly inputs: Inputs;
  readonly mistakes: readonly InputsMistake[];
} {
  const mistakes: InputsMistake[] = [];
  const places: ListPlaces = new Map();
  const removed = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const result = v.safeParse(fileSchema, content);
    if (result.success) return { inputs: toInputs(result.output), mistakes };
    const found = result.issues.flatMap(mistakesIn);
    for (const mistake of found) {
      const path = originalPath(content, mistake.path, places);
      // 值不对而去掉的键，又算作缺了的键：只去掉那一整件，不再报。
      if (!removed.has(keyOf(path))) mistakes.push({ ...mistake, path });
      removed.add(keyOf(path));
    }
    if (found.some(({ path }) => path.length === 0)) break;
    // 从后往前去，列表里前面的序号才不会变。
    for (const path of removable(found).toReversed()) removeAt(content, path, places);
  }
  return { inputs: noInputs, mistakes };
}

/** 几种写法都不合时，取写法对上了、里面某些地方不合的，位置更准。 */
function mistakesIn(issue: v.BaseIssue<unknown>): InputsMistake[] {
  const items = issue.path ?? [];
  const path = items.map(({ key }) => (typeof key === "number" ? key : String(key)));
  const inner = (issue.issues ?? []).filter((each) => each.path !== undefined);
  if (inner.length > 0) {
    return inner.flatMap(mistakesIn).map((each) => ({ ...each, path: [...path, ...each.path] }));
  }
  if (items.at(-1)?.origin !== "key") return [{ path, kind: "值不对", message: issue.message }];
  const kind = issue.expected === "never" ? "不认识的键" : "缺了的键";
  return [{ path, kind, message: issue.message }];
}

/** 去掉过几件的列表：剩下的各件原来的序号。 */
type ListPlaces = Map<unknown, number[]>;

function originalPath(content: unknown, path: InputsPath, places: ListPlaces): InputsPath {
  let place = content;
  return path.map((key) => {
    const original = places.get(place)?.[Number(key)] ?? key;
    place = below(place, key);
    return original;
  });
}

function keyOf(path: InputsPath): string {
  return path.join("\n");
}

function below(place: unknown, key: string | number): unknown {
  return isRecord(place) ? place[key] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/**
 * 要去掉的各处：缺了必有的键，就去掉缺它的那一整件；一处在另一处之内的只去外面的。
 * 先全部定下再去，免得去掉一件以后，后面的路径指到别的件上。
 */
function removable(mistakes: readonly InputsMistake[]): InputsPath[] {
  const paths = mistakes.map(({ path, kind }) => (kind === "缺了的键" ? path.slice(0, -1) : path));
  const isInside = (path: InputsPath, outer: InputsPath) =>
    outer.length < path.length && outer.every((key, depth) => path[depth] === key);
  const different = new Map(paths.map((path) => [keyOf(path), path]));
  return [...different.values()].filter((path) => !paths.some((outer) => isInside(path, outer)));
}

function removeAt(content: unknown, path: InputsPath, places: ListPlaces): void {
  const place = path.slice(0, -1).reduce(below, content);
  const last = path.at(-1) ?? "";
  if (Array.isArray(place)) {
    const originals = places.get(place) ?? [...place.keys()];
    places.set(place, originals);
    originals.splice(Number(last), 1);
    place.splice(Number(last), 1);
  } else if (isRecord(place)) delete place[last];
}
