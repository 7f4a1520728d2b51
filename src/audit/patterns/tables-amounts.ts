import { changeBetween, compareEqual } from "../arithmetic/relations.ts";
import type { ChangeClaim, FigureAt, Span, Statement, SubjectItem } from "../claims/claims.ts";
import type { FactKey } from "../claims/keys.ts";
import { subjectStart } from "../claims/passage.ts";
import type { AuditContext } from "../context.ts";
import {
  type Expected,
  type ExpectedItem,
  type ExpectedValue,
  namesKey,
} from "../expected/expected.ts";
import type { Pattern } from "../pattern.ts";
import type { Figure } from "../text/figures.ts";
import { moneyText } from "../wording.ts";

export const pattern: Pattern = {
  id: "tables-amounts",
  title: "金额与决算表一致",
  about:
    "给了工作簿时，第二部分的每个金额、增减额对照它应取的单元格（上年数对照上年工作簿）；表里不为零而文中没有列的类、项，指出漏列。",
  oddForms: [{ form: "金额取错了行、取成上年数、数字颠倒", from: "手工抄数的公开稿" }],
  check(context) {
    const { expected } = context;
    if (expected === null) return;
    for (const statement of context.book.statements) {
      if (statement.passage.paragraph.part !== "narrative") continue;
      const values = expected[statement.tense === "actual" ? "current" : statement.tense];
      const value = values.get(tableKey(statement));
      if (value !== undefined)
        compare(statement, statement.span, value, context, expected.prior.get(statement.key));
    }
    changes(expected, context);
    sames(expected, context);
    items(expected, context);
    missingParts(expected, context);
  },
};

/** 外事接待写在国内接待之内的（“其中：外事接待”），两个数对的格子都不同。 */
function tableKey({ key, passage }: Statement): FactKey {
  if (!/[，（](?:其中|含)[：:]?外(?:事|宾)接待/.test(passage.paragraph.text)) return key;
  if (key === "三公.国内接待") return "三公.国内接待含外事";
  return key === "三公.外事接待" ? "三公.国外接待" : key;
}

function compare(
  at: FigureAt,
  span: Span,
  expected: ExpectedValue,
  context: AuditContext,
  prior?: ExpectedValue,
): void {
  const value = context.quantity(at.figure);
  if (value === null) return;
  const comparison = compareEqual(value, expected.value);
  const right = moneyText(expected.value.point, context.style);
  const verdict = comparison === "disagree" ? "不一致" : "一致";
  context.recordAgainstTables(verdict, at.figure, right);
  if (comparison !== "disagree") return;
  const stated = context.printed(at);
  const isPrior = prior !== undefined && compareEqual(value, prior.value) !== "disagree";
  context.report({
    kind: "table-text",
    severity: "error",
    passage: at.passage,
    span,
    what: `${expected.name}表里是${right}，文中写${stated}。`,
    why: "说明里的数应当取自决算表。",
    todo: `请核实：表无误的，改为${right}；表有误的，先更正表。`,
    stated,
    expected: right,
    verdict: "不一致",
    cells: expected.cells,
    ...(isPrior ? { clue: "恰好是上年的数，疑似没有换成本年" } : {}),
  });
}

/** 增减额 = 两年之差。 */
function changes(expected: Expected, context: AuditContext): void {
  for (const claim of context.book.changes) {
    const current = expected.current.get(claim.key ?? "");
    const prior = expected[claim.against].get(claim.key ?? "");
    if (current === undefined || prior === undefined) continue;
    if (claim.passage.paragraph.part === "narrative") compareChange(claim, current, prior, context);
  }
}

function compareChange(
  claim: ChangeClaim,
  current: ExpectedValue,
  prior: ExpectedValue,
  context: AuditContext,
): void {
  const { passage, base, change, span } = claim;
  if (base !== null) {
    const place = { start: base.shapeAt, end: base.shapeAt + 1 };
    compare({ passage, figure: base }, place, prior, context);
  }
  const stated = context.quantity(change);
  if (stated === null) return;
  const { direction, size } = changeBetween(current.value, prior.value);
  const same = compareEqual(stated, size) !== "disagree";
  const right = `${direction}${moneyText(size.point, context.style)}`;
  const turned = same && size.point !== 0 && direction !== claim.direction;
  const verdict = turned ? "单位或方向错误" : same ? "一致" : "不一致";
  context.recordAgainstTables(verdict, change, right);
  if (verdict === "一致") return;
  const text = `${claim.direction}${context.printed({ passage, figure: change })}`;
  context.report({
    kind: turned ? "direction" : "table-text",
    severity: "error",
    passage,
    span: { start: span.start, end: change.shapeAt + 1 },
    what: `${current.name}按两年决算表是${right}，文中写${text}。`,
    why: "增减额等于本年决算数减上年决算数。",
    todo: `请核实：两年的表无误的，改为${right}；表有误的，先更正表。`,
    stated: text,
    expected: right,
    verdict,
    cells: [...current.cells, ...prior.cells],
  });
}

/** 说持平的，两年应当相等。 */
function sames(expected: Expected, context: AuditContext): void {
  for (const { key, passage, span } of context.book.sames) {
    const current = expected.current.get(key ?? "");
    const prior = expected.prior.get(key ?? "");
    if (current === undefined || prior === undefined) continue;
    if (compareEqual(current.value, prior.value) !== "disagree") continue;
    const { direction, size } = changeBetween(current.value, prior.value);
    const right = `${direction}${moneyText(size.point, context.style)}`;
    context.report({
      kind: "table-text",
      severity: "error",
      passage,
      span,
      what: `${current.name}两年并不相等（${right}），文中写持平。`,
      why: "持平就是没有增减。",
      todo: `请核实：两年的表无误的，改为${right}，并写增减率和原因；表有误的，先更正表。`,
      stated: "持平",
      expected: right,
      verdict: "不一致",
      cells: [...current.cells, ...prior.cells],
    });
  }
}

/** 五（三）各项：先按编码，再按项名（同名的再看款名）。 */
export function expectedItem(
  names: readonly [string, string, string],
  code: string | null,
  expected: Expected,
): ExpectedItem | null {
  const exact = expected.itemByNames.get(namesKey(names));
  return exact ?? (code === null ? null : (expected.itemByCode.get(code) ?? null));
}

function items(expected: Expected, context: AuditContext): void {
  for (const item of context.book.items) {
    const { passage, names, code, amount, titleEnd } = item;
    if (amount === null) continue;
    const general = passage.paragraph.role === "一般公共预算";
    const found = general
      ? expectedItem(names, code, expected)
      : expected.otherItems.get(namesKey(names));
    if (found) {
      const start = Math.max(titleEnd, subjectStart(passage.shape.text, amount.shapeAt));
      const span = { start, end: amount.shapeAt + 1 };
      compare({ passage, figure: amount }, span, found.expected, context);
    } else if (general && code !== null && expected.items.length > 0) {
      unknownItem(item, amount, context);
    }
  }
}

/** 文中列了、表里没有的项：多半张冠李戴，或是上年的项。科目认不出的不说。 */
function unknownItem(item: SubjectItem, amount: Figure, context: AuditContext): void {
  const value = context.quantity(amount);
  if (value === null || value.point === 0) return;
  context.recordAgainstTables("不一致", amount, null);
  context.report({
    kind: "table-text",
    severity: "error",
    passage: item.passage,
    span: { start: item.titleStart, end: item.titleEnd },
    what: `表里没有“${item.names[2]}（项）”（${item.code}）的支出，文中却列了。`,
    why: "逐项列的应当是财决08表里有发生额的项。",
    todo: "请核对科目名称和金额：本年没有的，删去；表里漏填的，先更正表。",
    verdict: "不一致",
  });
}

const FISCAL_INCOME = "收入.财政拨款收入";

/** 表里不为零、文中没有列的来源、类型、类和项。 */
function missingParts(expected: Expected, context: AuditContext): void {
  const stated = new Set(context.book.statements.map(({ key }) => key));
  const whole = context.statementsOf("一般公共预算支出");
  const structure = whole.find(({ passage }) => passage.paragraph.topic === "结构");
  for (const { key, label } of expected.classes) {
    if (!stated.has(key)) missing(structure, label, expected.current.get(key), context);
  }
  const [income, spending] = (["收入", "支出"] as const).map((role) =>
    context.statementsOf(`本年${role}`).find(({ passage }) => passage.paragraph.role === role),
  );
  for (const [key, value] of expected.current) {
    if (value.value.point === 0 || stated.has(key)) continue;
    // 三本预算的拨款合写成一个“财政拨款收入”的，不再分别列；分别列了的也不再合写。
    const fiscal = key.endsWith("财政拨款收入");
    if (fiscal && (key === FISCAL_INCOME || stated.has(FISCAL_INCOME))) continue;
    if (key.startsWith("收入.")) missing(income, value.name, value, context);
    if (key.startsWith("支出.")) missing(spending, value.name, value, context);
  }
  const listed = context.book.items.filter(
    ({ passage }) => passage.paragraph.role === "一般公共预算",
  );
  if (listed.length === 0) return;
  const found = new Set(listed.map((item) => expectedItem(item.names, item.code, expected)));
  const head = whole.find(({ passage }) => passage.paragraph.topic === "具体");
  for (const item of expected.items) {
    if (!found.has(item)) missing(head, item.title, item.expected, context);
  }
}

/** `at` 是列这些的地方说的总数；没有说总数的，那一节多半没有写，不说漏列。 */
function missing(
  at: Statement | undefined,
  label: string,
  value: ExpectedValue | undefined,
  context: AuditContext,
): void {
  if (at === undefined || value === undefined) return;
  context.report({
    kind: "table-text",
    severity: "error",
    passage: at.passage,
    span: at.span,
    what: `表里有“${label}”（${moneyText(value.value.point, context.style)}），这里没有列。`,
    why: "说明应当列出全部有发生额的项目，否则各项之和不等于总数。",
    todo: "请核实：表无误的，补列；表有误的，先更正表。",
    expected: label,
    verdict: "不一致",
    cells: value.cells,
  });
}
