import * as conditionParser from "./generated/condition-parser.js";
import * as formulaParser from "./generated/formula-parser.js";
import type { Condition, Statement } from "./syntax.ts";

interface Refusal {
  readonly ok: false;
  /** 中文：第几列、此处应为什么、却是什么。 */
  readonly message: string;
}

export type ParsedFormula = { readonly ok: true; readonly statement: Statement } | Refusal;
export type ParsedCondition = { readonly ok: true; readonly condition: Condition } | Refusal;

/** 公式里的圆括号最多套几层；再深，分析时会用尽栈。 */
const DEEPEST = 50;

/** 分析一条公式。写法有误时给出列号（从 1 起）和该处应有的内容，不抛错。 */
export function parseFormula(text: string): ParsedFormula {
  const deep = tooDeep(text);
  if (deep !== null) {
    return { ok: false, message: `第 ${deep + 1} 列：括号套了 ${DEEPEST} 层以上。` };
  }
  try {
    return { ok: true, statement: formulaParser.parse(text) as Statement };
  } catch (error) {
    return { ok: false, message: refusal(text, error, formulaParser.SyntaxError) };
  }
}

/** 分析一条执行条件，如 `报表小类 ≠ 2`。 */
export function parseCondition(text: string): ParsedCondition {
  try {
    return { ok: true, condition: conditionParser.parse(text) as Condition };
  } catch (error) {
    return { ok: false, message: refusal(text, error, conditionParser.SyntaxError) };
  }
}

/** 括号套得太深的那一处的下标；没有为 null。 */
function tooDeep(text: string): number | null {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[(（)）]/g)) {
    depth += bracket === "(" || bracket === "（" ? 1 : -1;
    if (depth > DEEPEST) return index;
  }
  return null;
}

type SyntaxErrorClass = typeof formulaParser.SyntaxError | typeof conditionParser.SyntaxError;

interface Expectation {
  readonly description?: string;
}

function refusal(text: string, error: unknown, Mistake: SyntaxErrorClass): string {
  if (!(error instanceof Mistake)) throw error;
  const { line, column, offset } = error.location.start;
  const place = line === 1 ? `第 ${column} 列` : `第 ${line} 行第 ${column} 列`;
  const expected = (error.expected ?? []) as readonly Expectation[];
  if (expected.length === 0) return `${place}：${error.message}。`;
  const found =
    error.found === null ? "写到这里却没有了" : `却是“${text.slice(offset, offset + 6)}”`;
  return `${place}：此处应为${expectations(expected)}，${found}。`;
}

/** 语法里会在这里列出的符号都起了名，只有结尾没有。 */
function expectations(expected: readonly Expectation[]): string {
  const names = expected.map(({ description }) => description ?? "结尾");
  return [...new Set(names)].join("、");
}
