import * as v from "valibot";
import { type Document, LineCounter } from "yaml";
import { type Finding, finding } from "../../findings/finding.ts";
import { nearestName } from "../../findings/nearest-name.ts";
import { yamlDocument } from "../../findings/yaml-document.ts";
import { type Inputs, noInputs } from "./inputs.ts";
import { type InputsMistake, type InputsPath, withoutMistakes } from "./mistakes.ts";
import { inputsSchema } from "./schema.ts";
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
        `写法不是有效的 YAML：${reason}。这份填报文件整份没有用上。`,
        "读不懂的文件，一处也不能用。",
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
  const { inputs, mistakes } = withoutMistakes(structuredClone(content));
  return { inputs, findings: mistakes.map((each) => problem(`${name}：`, ...wordsOf(each))) };
}

function validated(document: Document, lines: LineCounter, fileName: string): ReadInputs {
  const { inputs, mistakes } = withoutMistakes(document.toJS());
  const findings = mistakes
    .map((mistake) => ({ mistake, line: lines.linePos(offsetOf(document, mistake.path)).line }))
    .sort((a, b) => a.line - b.line)
    .map(({ mistake, line }) => problem(placeOf(fileName, line), ...wordsOf(mistake)));
  return { inputs, findings };
}

function placeOf(fileName: string, line: number): string {
  return `填报文件《${fileName}》第 ${line} 行：`;
}

type Words = [what: string, why: string, todo: string];

function wordsOf({ path, kind, message }: InputsMistake): Words {
  if (path.length === 0) {
    return [`整个内容${message}。`, "一概没有使用。", "请对照 juesuan inputs 写出的模板改正。"];
  }
  const key = String(path.at(-1));
  const outside = path.slice(0, -1);
  if (kind === "值不对") {
    return [`“${nameOf(path)}”${message}。`, "这一处没有使用。", "请改正后重新起草。"];
  }
  if (kind === "缺了的键") {
    return [`“${nameOf(outside)}”缺“${key}”。`, "这一条没有使用。", "请补上后重新起草。"];
  }
  const nearest = nearestName(key, knownKeys(outside));
  return [
    `不认识“${nameOf(path)}”这个键。`,
    "写在它下面的内容没有使用。",
    nearest === null
      ? "请对照 juesuan inputs 写出的模板改正。"
      : `是不是“${nearest}”？请改正后重新起草。`,
  ];
}

/** 如 `公务接待 › 国内接待内容 › 第 2 条`。 */
function nameOf(path: InputsPath): string {
  return path.map((key) => (typeof key === "number" ? `第 ${key + 1} 条` : key)).join(" › ");
}

const EMPTY = v.parse(inputsSchema, {});

/** 某个位置认得的键；逐件列出的内容里的键不提示。 */
function knownKeys(path: InputsPath): string[] {
  const place = path.reduce<unknown>((each, key) => new Map(entriesOf(each)).get(`${key}`), EMPTY);
  return entriesOf(place).map(([key]) => key);
}

function entriesOf(place: unknown): [string, unknown][] {
  return Object.entries(place ?? {});
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
