import * as v from "valibot";
import { type Document, LineCounter } from "yaml";
import { type Finding, finding } from "../../findings/finding.ts";
import { nearestName } from "../../findings/nearest-name.ts";
import { yamlDocument } from "../../findings/yaml-document.ts";
import { type Inputs, noInputs } from "./inputs.ts";
import { inputsSchema, type RawInputs } from "./schema.ts";
import { toInputs } from "./to-inputs.ts";
import { offsetOf } from "./yaml-places.ts";

export interface ReadInputs {
  readonly inputs: Inputs;
  /** 填报文件里写错的地方；写错的那一处不用，其余照用。 */
  readonly findings: readonly Finding[];
}

/** 读填报文件。不抛错：YAML 写坏、键不认识、值不合要求，都以中文指出文件和行号。 */
export function readInputs(yamlText: string, fileName: string): ReadInputs {
  const lines = new LineCounter();
  const { document, problems } = yamlDocument(yamlText, lines);
  if (problems.length > 0) {
    const findings = problems.map(({ offset, reason }) =>
      problem(
        placeOf(fileName, lines.linePos(offset).line),
        `写法不是有效的 YAML：${reason}`,
        "这个文件的内容一概没有使用。",
        "请检查这一行的缩进、冒号和引号。",
      ),
    );
    return { inputs: noInputs, findings };
  }
  return validated(document, lines, fileName);
}

/**
 * 读已经解出来的填报内容（页面里填的）。`content` 不会被改动；不抛错。
 * `name` 用在问题的说法里，如 `填报内容`。
 */
export function readInputsObject(content: unknown, name: string): ReadInputs {
  const { inputs, issues } = withoutMistakes(structuredClone(content ?? {}));
  return { inputs, findings: issues.map((issue) => problem(`${name}：`, ...wordsOf(issue))) };
}

function validated(document: Document, lines: LineCounter, fileName: string): ReadInputs {
  const { inputs, issues } = withoutMistakes(document.toJS({ maxAliasCount: 0 }) ?? {});
  const findings = issues
    .map((issue) => ({ issue, line: lineOf(document, lines, issue.path) }))
    .sort((a, b) => a.line - b.line)
    .map(({ issue, line }) => problem(placeOf(fileName, line), ...wordsOf(issue)));
  return { inputs, findings };
}

/** 写错的地方再多也只报这么多轮；每一轮至少去掉一处。 */
const MOST_ROUNDS = 1000;

/**
 * 把不合要求的地方逐处去掉，直到合格；去不掉的（整个文件不是若干“键: 值”）整个不用。
 * `content` 会被改动。
 */
function withoutMistakes(content: unknown): { inputs: Inputs; issues: Issue[] } {
  const issues: Issue[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const result = v.safeParse(inputsSchema, content);
    if (result.success) return { inputs: toInputs(result.output), issues };
    const found = result.issues.map(innermost);
    issues.push(...found);
    if (found.some(({ path }) => path.length === 0)) break;
    // 从后往前去，列表里前面的序号才不会变。
    for (const path of removable(content, found).toReversed()) removeAt(content, path);
  }
  return { inputs: noInputs, issues };
}

function placeOf(fileName: string, line: number): string {
  return `填报文件《${fileName}》第 ${line} 行：`;
}

interface Issue {
  readonly path: readonly string[];
  readonly unknownKey: boolean;
  readonly message: string;
}

/** 几种写法都不合时，取写法对上了、里面某一处不合的那一条，位置更准。 */
function innermost(issue: v.BaseIssue<unknown>): Issue {
  const path = (issue.path ?? []).map((item) => String(item.key));
  const inner = issue.issues?.find((each) => (each.path?.length ?? 0) > 0);
  if (inner === undefined) {
    const unknownKey = issue.type === "strict_object" && issue.expected === "never";
    return { path, unknownKey, message: issue.message };
  }
  const found = innermost(inner);
  return { ...found, path: [...path, ...found.path] };
}

type Words = [what: string, why: string, todo: string];

function wordsOf({ path, unknownKey, message }: Issue): Words {
  const key = path.join(" › ");
  if (!unknownKey) return [`“${key}”${message}。`, "这一处没有使用。", "请改正后重新起草。"];
  const nearest = nearestName(path.at(-1) ?? "", knownKeys(path.slice(0, -1)));
  return [
    `不认识“${key}”这个键。`,
    "写在它下面的内容没有使用。",
    nearest === null
      ? "请对照 juesuan inputs 写出的模板改正。"
      : `是不是“${nearest}”？请改正后重新起草。`,
  ];
}

const EMPTY = v.parse(inputsSchema, {});

/** 某个位置认得的键；逐件列出的内容里的键不提示。 */
function knownKeys(path: readonly string[]): string[] {
  let place: unknown = EMPTY satisfies RawInputs;
  for (const key of path) place = isRecord(place) ? place[key] : null;
  return isRecord(place) ? Object.keys(place) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/**
 * 要去掉的各处：缺了必有的键，就去掉缺它的那一整件；一处在另一处之内的只去外面的。
 * 先全部定下再去，免得去掉一件以后，后面的路径指到别的件上。
 */
function removable(content: unknown, issues: readonly Issue[]): string[][] {
  const paths = issues.map(({ path }) => existing(content, path));
  const inside = (path: string[], outer: string[]) =>
    outer.length < path.length && outer.every((key, place) => path[place] === key);
  const names = paths.map((path) => path.join("\n"));
  return paths.filter(
    (path, place) =>
      names.indexOf(path.join("\n")) === place && !paths.some((other) => inside(path, other)),
  );
}

/** 路径里确实存在的那一段。 */
function existing(content: unknown, path: readonly string[]): string[] {
  const found: string[] = [];
  let place = content;
  for (const key of path) {
    if (!isRecord(place) || !Object.hasOwn(place, key)) break;
    found.push(key);
    place = place[key];
  }
  return found;
}

function removeAt(content: unknown, path: readonly string[]): void {
  let place = content;
  for (const key of path.slice(0, -1)) place = isRecord(place) ? place[key] : null;
  const last = path.at(-1);
  if (last === undefined || !isRecord(place)) return;
  if (Array.isArray(place)) place.splice(Number(last), 1);
  else delete place[last];
}

/** 键所在的行，从 1 起；找不到时为上一级的行。 */
function lineOf(document: Document, lines: LineCounter, path: readonly string[]): number {
  return lines.linePos(offsetOf(document, path)).line;
}

function problem(place: string, what: string, why: string, todo: string): Finding {
  return finding({
    rule: "填报/写法",
    severity: "error",
    kind: "inputs",
    what: `${place}${what}`,
    why,
    todo,
    cells: [],
  });
}
