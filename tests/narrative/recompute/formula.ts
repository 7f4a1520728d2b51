/** 印在“数据来源”里的算式。`来历` 是名称后面括号里的说明，如“填报：…”“…计为零”。 */
export type Formula =
  | { readonly kind: "数"; readonly name: string; readonly origin: string }
  | { readonly kind: "算"; readonly operator: Operator; readonly parts: readonly Formula[] };

export type Operator = "＋" | "−" | "÷";

/** 说明数从哪里来的话；名称自己的括号（科目编码、因公出国（境）费）不在其内。 */
const ORIGIN = /^(?:填报：.*|取.*，该类只有这一项|.*计为零|零)$/;

/**
 * 读算式。÷ 最后算，－、＋ 从左到右；括号是一层。名称里也有括号，所以只认前后有空格的运算符、
 * 括在最外面的一对括号，和名称末尾合乎来历样子的括号。
 */
export function readFormula(text: string): Formula {
  if (ORIGIN.test(text)) return { kind: "数", name: "", origin: text };
  for (const operators of ["÷", "＋−"]) {
    const { parts, found } = split(text, operators);
    if (found.length === 0) continue;
    return parts.slice(1).reduce<Formula>(
      (left, right, index) => {
        const operator = found[index];
        if (operator === undefined) throw new Error(`算式读不成：${text}`);
        return { kind: "算", operator, parts: [left, readFormula(right)] };
      },
      readFormula(parts[0] ?? ""),
    );
  }
  if (text.startsWith("（") && closing(text, 0) === text.length - 1) {
    return readFormula(text.slice(1, -1));
  }
  const open = originStart(text);
  if (open === null) return { kind: "数", name: text, origin: "" };
  return { kind: "数", name: text.slice(0, open), origin: text.slice(open + 1, -1) };
}

/** 在括号外面按运算符切开。 */
function split(text: string, operators: string): { parts: string[]; found: Operator[] } {
  const parts: string[] = [];
  const found: Operator[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? "";
    if (char === "（") depth += 1;
    if (char === "）") depth -= 1;
    if (depth !== 0 || !operators.includes(char)) continue;
    if (text[at - 1] !== " " || text[at + 1] !== " ") continue;
    if (char !== "＋" && char !== "−" && char !== "÷") continue;
    parts.push(text.slice(start, at - 1));
    found.push(char);
    start = at + 2;
  }
  parts.push(text.slice(start));
  return { parts, found };
}

/** 与 `at` 处的左括号相配的右括号；没有为 -1。 */
function closing(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < text.length; index += 1) {
    if (text[index] === "（") depth += 1;
    if (text[index] === "）") depth -= 1;
    if (depth === 0) return index;
  }
  return -1;
}

/** 名称末尾的来历从哪个左括号起；没有来历为 null。 */
function originStart(text: string): number | null {
  for (let at = text.indexOf("（"); at !== -1; at = text.indexOf("（", at + 1)) {
    if (closing(text, at) !== text.length - 1) continue;
    if (ORIGIN.test(text.slice(at + 1, -1))) return at;
  }
  return null;
}

/** 算式里的各个数，依次。 */
export function leaves(formula: Formula): readonly Extract<Formula, { kind: "数" }>[] {
  return formula.kind === "数" ? [formula] : formula.parts.flatMap(leaves);
}
