import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";
import { type YamlDocument, yamlDocuments } from "../../findings/yaml-document.ts";
import {
  buildRule,
  RULE_FIELDS,
  type RuleField,
  unknownField,
  type WrittenText,
} from "./build-rule.ts";
import { readCases } from "./case-schema.ts";
import type { OwnRule, OwnRules, Place, RuleMistake } from "./own-rule.ts";

/**
 * 读规则文件（YAML）：整个文件是一个列表，或每条规则一份文档（以 `---` 隔开），键同官方规则文件。
 * 写错的规则不用，逐处指出行号，其余照用；不抛错。`fileName` 用在说法里。
 */
export function readRuleFile(yamlText: string, fileName: string): OwnRules {
  const lines = new LineCounter();
  const reader = new RuleFileReader(fileName, lines);
  for (const one of yamlDocuments(yamlText, lines)) reader.read(one);
  return { rules: reader.rules, mistakes: reader.mistakes };
}

class RuleFileReader {
  readonly rules: OwnRule[] = [];
  readonly mistakes: RuleMistake[] = [];
  readonly #fileName: string;
  readonly #lines: LineCounter;

  constructor(fileName: string, lines: LineCounter) {
    this.#fileName = fileName;
    this.#lines = lines;
  }

  read({ document, problems }: YamlDocument): void {
    for (const { offset, reason } of problems) {
      this.#reject(
        null,
        this.#placeAt(offset),
        `写法不是有效的 YAML（${reason}）。`,
        "请检查这一行和上一行的缩进、冒号和引号；公式里有“: ”或以 [、{、* 开头的，请加引号。",
      );
    }
    if (problems.length > 0) return;
    const { contents } = document;
    if (contents === null || (isScalar(contents) && contents.value === null)) return;
    for (const item of isSeq(contents) ? contents.items : [contents]) this.#rule(document, item);
  }

  #rule(document: Document.Parsed, node: unknown): void {
    const place = this.#placeOf(node);
    if (!isMap(node)) {
      this.#reject(null, place, "这里应是一条规则（若干“键: 值”）。", "请写上编号、公式。");
      return;
    }
    const written = new Map<RuleField, readonly WrittenText[]>();
    const strange: Pair[] = [];
    let cases: Node | null = null;
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : "";
      const field = RULE_FIELDS.find((each) => each === key);
      if (field !== undefined) written.set(field, this.#texts(pair.value, place));
      else if (key === "用例") cases = isNode(pair.value) ? pair.value : null;
      else strange.push(pair);
    }
    const id = written.get("编号")?.[0]?.text ?? null;
    for (const { key } of strange) {
      const name = isScalar(key) ? String(key.value) : "";
      this.mistakes.push(unknownField(name, this.#placeOf(key), id));
    }
    const broken = this.#compound(node, id);
    const built = buildRule(written, place);
    const read = readCases(cases === null ? [] : cases.toJS(document));
    for (const { path, what } of read.issues) {
      const where = this.#placeOf(inside(cases, path));
      this.#reject(id, where, `用例${what}`, "请改正用例；规则照常执行，这个用例没有用。", false);
    }
    if (!built.ok) this.mistakes.push(...built.mistakes);
    else if (!broken) this.rules.push({ rule: built.rule, place, cases: read.cases });
  }

  /** 应写一段文字却写成了“键: 值”的。 */
  #compound(node: YAMLMap, id: string | null): boolean {
    const broken = node.items.filter(({ key, value }) => {
      const field = RULE_FIELDS.find((each) => isScalar(key) && each === key.value);
      if (field === undefined) return false;
      const items = isSeq(value) ? value.items : [value];
      return items.some((item) => item !== null && !isScalar(item));
    });
    for (const { key } of broken) {
      this.#reject(
        id,
        this.#placeOf(key),
        `“${isScalar(key) ? String(key.value) : ""}”应是一段文字。`,
        "以 [、{ 开头的文字请加引号。",
      );
    }
    return broken.length > 0;
  }

  #texts(value: unknown, fallback: Place): WrittenText[] {
    const items = isSeq(value) ? value.items : [value];
    return items.flatMap((item) => {
      if (!isScalar(item)) return [];
      // 取写着的原文：编号 001 不是数 1。
      const text = (item.source ?? "").trim();
      return text === "" ? [] : [{ text, place: isNode(item) ? this.#placeOf(item) : fallback }];
    });
  }

  #placeOf(node: unknown): Place {
    return this.#placeAt(isNode(node) ? (node.range?.[0] ?? 0) : 0);
  }

  #placeAt(offset: number): Place {
    return { text: `《${this.#fileName}》第 ${this.#lines.linePos(offset).line} 行` };
  }

  #reject(id: string | null, place: Place, what: string, todo: string, fatal = true): void {
    this.mistakes.push({ id, place, what, todo, fatal });
  }
}

/** 沿路径往里走到的最深的一处。 */
function inside(node: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (isSeq(node)) {
    const item = node.items[Number(key)];
    return isNode(item) ? inside(item, rest) : node;
  }
  if (!isMap(node)) return node;
  const pair = node.items.find((each) => isScalar(each.key) && String(each.key.value) === key);
  if (pair === undefined) return node;
  return rest.length > 0 && isNode(pair.value) && !isScalar(pair.value)
    ? inside(pair.value, rest)
    : pair.key;
}
