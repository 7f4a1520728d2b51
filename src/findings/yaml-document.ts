import {
  type Document,
  isAlias,
  LineCounter,
  type ParsedNode,
  parseAllDocuments,
  parseDocument,
  visit,
} from "yaml";

const REASONS: Readonly<Record<string, string>> = {
  BAD_INDENT: "缩进不对",
  DUPLICATE_KEY: "同一个键写了两次",
  MISSING_CHAR: "少了冒号、引号或括号",
  TAB_AS_INDENT: "缩进用了制表符，请改用空格",
  UNEXPECTED_TOKEN: "有多余的符号",
  MULTILINE_IMPLICIT_KEY: "键不能换行，可能少了冒号",
  BLOCK_AS_IMPLICIT_KEY: "一行里有两个“键: 值”，有冒号的文字请加引号",
  BAD_SCALAR_START: "以 @、`、% 开头的文字请加引号",
  TAG_RESOLVE_FAILED: "以 ! 开头的文字请加引号",
  NON_STRING_KEY: "键应是一个词",
};
const ALIAS = "以 * 开头的会当作引用，请加引号";
const TOO_DEEP = "括号或缩进套得太多";
const DEEPEST = 200;

/** 人写的一份 YAML。 */
export interface YamlDocument {
  readonly document: Document.Parsed<ParsedNode>;
  /** 写坏的地方，按先后；没有为空，这时取内容（`toJS`）不会抛错。 */
  readonly problems: readonly YamlProblem[];
}

/** YAML 写坏的一处。 */
export interface YamlProblem {
  /** 在文本里的下标。 */
  readonly offset: number;
  /** 中文短句，句末没有标点。 */
  readonly reason: string;
}

/**
 * 读人写的一份 YAML（填报、写法、版本）。键都当文字；不抛错。
 * 引用（`*名`）不能用：几层引用可以展开成极大的内容，而这些文件里的 `*` 总是公式或数值忘了加引号。
 */
export function yamlDocument(text: string, lineCounter = new LineCounter()): YamlDocument {
  const deep = tooDeep(text);
  const document = parseDocument(deep === null ? text : "", { lineCounter, stringKeys: true });
  return { document, problems: deep === null ? problemsOf(document) : [deep] };
}

/** 读人写的若干份 YAML（以 `---` 隔开，规则文件），同 {@link yamlDocument}；没有内容为空列表。 */
export function yamlDocuments(text: string, lineCounter = new LineCounter()): YamlDocument[] {
  if (tooDeep(text) !== null) return [yamlDocument(text, lineCounter)];
  const documents = parseAllDocuments(text, { lineCounter, stringKeys: true });
  // 没有内容的文件，读出来是一个附着空列表的空文档。
  if (!Array.isArray(documents)) return [];
  return documents.map((document) => ({ document, problems: problemsOf(document) }));
}

function problemsOf(document: Document.Parsed): YamlProblem[] {
  const problems: YamlProblem[] = document.errors.map(({ pos, code }) => ({
    offset: pos[0],
    reason: REASONS[code] ?? `读不懂，${code}`,
  }));
  visit(document, (_, node) => {
    if (isAlias(node)) problems.push({ offset: node.range?.[0] ?? 0, reason: ALIAS });
  });
  return problems.sort((a, b) => a.offset - b.offset);
}

/** 解析是递归的：套得太深时栈会用尽，那时整个进程可能退出而不是抛错，所以先数。 */
function tooDeep(text: string): YamlProblem | null {
  let brackets = 0;
  let onLine = 0;
  let indent = true;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === "\n") {
      onLine = 0;
      indent = true;
      continue;
    }
    if (char !== " ") indent = false;
    if (char === "[" || char === "{") brackets += 1;
    else if (char === "]" || char === "}") brackets = Math.max(0, brackets - 1);
    else if (indent || (isMark(char) && text[at + 1] === " ")) onLine += 1;
    if (brackets > DEEPEST || onLine > DEEPEST) return { offset: at, reason: TOO_DEEP };
  }
  return null;
}

function isMark(char: string | undefined): boolean {
  return char === "-" || char === "?" || char === ":";
}
