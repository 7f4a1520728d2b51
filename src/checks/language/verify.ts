import type {
  BlockDefinition,
  ColumnDefinition,
  FormDefinition,
  RowDefinition,
} from "../../tables/form.ts";
import { forms } from "../../tables/generated/forms.ts";
import { RuleError } from "../rule-error.ts";
import type {
  Comparison,
  Reference,
  Relation,
  Rollup,
  RowFilter,
  Selector,
  Statement,
  SumItem,
} from "./syntax.ts";

const formsById = new Map(forms.map((form) => [form.id, form]));

/** 按表号取表样；没有这张表样时抛 RuleError。 */
export function formOf(id: string): FormDefinition {
  const form = formsById.get(id);
  if (form === undefined) throw new RuleError(`没有表号为“${id}”的表样。`);
  return form;
}

/** 表样各块；浮动表、单行表视为没有固定行的一块。 */
export function blocksOf(
  form: FormDefinition,
): readonly Pick<BlockDefinition, "rows" | "columns" | "openGroup">[] {
  const { layout } = form;
  switch (layout.kind) {
    case "fixed":
      return layout.blocks;
    case "cover":
      return [{ rows: layout.rows, columns: [] }];
    case "sideBySide":
      return [{ rows: layout.rows, columns: layout.columns }];
    default:
      return [{ rows: [], columns: layout.columns }];
  }
}

export function isFloating(form: FormDefinition): boolean {
  return form.layout.kind === "floating" || form.layout.kind === "single";
}

export function groupOf(row: RowDefinition): string {
  return row.group ?? row.key.split(".")[0] ?? row.key;
}

/** 该引用的行是否由“每…”决定：只写了栏，或在“每类”里写了固定表的组名。 */
export function isDriven(reference: Reference, quantifier: Relation["quantifier"]): boolean {
  if (quantifier === null) return false;
  const { row } = reference;
  if (row === null) return true;
  if (quantifier !== "每类" || row.kind !== "key") return false;
  const form = formOf(reference.form);
  return blocksOf(form).some((block) =>
    block.rows.some((each) => groupOf(each) === row.key && each.code !== undefined),
  );
}

/**
 * 对照表样核对一条公式：表号、行名、栏名都存在，用法成立。不看任何送审的表。
 * 有误时抛 RuleError，消息指出哪个引用错在哪里。
 */
export function verifyStatement(statement: Statement): void {
  for (const { form } of statement.tables ?? []) formOf(form);
  if (statement.kind === "rollup") verifyRollup(statement);
  else verifyRelation(statement);
}

/** 前提和结论里的全部引用。 */
export function referencesOf(relation: Relation): Reference[] {
  return [...(relation.when ?? []), relation].flatMap(({ left, right }) =>
    [...left, ...right].flatMap(({ term }) => (term.kind === "reference" ? [term] : [])),
  );
}

function verifyRollup(rollup: Rollup): void {
  const form = formOf(rollup.form);
  if (form.layout.kind !== "floating") {
    throw new RuleError(`${rollup.text}：${form.id} 不是逐级编码的表，不能汇总。`);
  }
  if (rollup.by === "项目汇总" && form.layout.keyedBy !== "project") {
    throw new RuleError(`${rollup.text}：${form.id} 没有项目行。`);
  }
  verifyColumn(rollup.text, form, rollup.columns, form.layout.columns);
}

function verifyRelation(relation: Relation): void {
  const references = referencesOf(relation);
  if (references.length === 0) throw new RuleError("公式没有引用任何表。");
  for (const reference of references) verifyReference(reference, relation.quantifier);
  for (const premise of relation.when ?? []) {
    verifyComparison(premise);
    if (
      premise.absolute === true &&
      (relation.mutual === true || ![">", "≥"].includes(premise.operator))
    )
      throw new RuleError("前提里的绝对值只能写成“绝对值(…) > …”。");
  }
  verifyComparison(relation);
  if (relation.absolute === true && (relation.mutual || !["≤", "<"].includes(relation.operator))) {
    throw new RuleError("绝对值只能写成“绝对值(…) ≤ …”或“绝对值(…) < …”。");
  }
  if (relation.quantifier === null) return;
  const driven = references.filter((reference) => isDriven(reference, relation.quantifier));
  if (driven.length === 0) {
    throw new RuleError(`“${relation.quantifier}”没有可逐行核对的引用：须有只写栏名的引用。`);
  }
  const tables = new Set(driven.map(({ prior, form }) => `${prior} ${form}`));
  if (relation.quantifier === "每行" && tables.size > 1) {
    throw new RuleError("“每行”只能用于一张表；几张表之间请用“每个科目”。");
  }
}

function verifyComparison({ left, operator, right }: Comparison): void {
  for (const { term, factor } of [...left, ...right]) {
    if (term.kind === "constant" && !/^\d+(\.\d{1,2})?$/.test(term.text)) {
      throw new RuleError(`数“${term.text}”多于两位小数，不是以元计的金额。`);
    }
    if (factor?.numerator === 0) throw new RuleError("倍数须大于 0。");
    if (factor !== undefined && (operator === "=" || operator === "≠")) {
      throw new RuleError("倍数、百分比只能与 ≤ ≥ < > 同用：乘出来的数未必到分，谈不上相等。");
    }
  }
}

function verifyReference(reference: Reference, quantifier: Relation["quantifier"]): void {
  const form = formOf(reference.form);
  const where = reference.text;
  if (form.layout.kind === "cover") {
    throw new RuleError(`${where}：封面没有数字，请写成执行条件。`);
  }
  const driven = isDriven(reference, quantifier);
  if (driven) verifyDriven(reference, quantifier, form);
  if (reference.row === null && quantifier === null && form.layout.kind !== "single") {
    throw new RuleError(`${where}：缺少行名；要逐行核对请在公式前加“每行”或“每个科目”。`);
  }
  if (reference.row?.kind === "each" && quantifier !== null) {
    throw new RuleError(`${where}：有“${quantifier}”时行不能再用 *。`);
  }
  const columns =
    reference.row === null || isFloating(form)
      ? blocksOf(form).flatMap((block) => block.columns)
      : columnsOfRows(reference, reference.row, form, driven);
  if (reference.row !== null && isFloating(form)) verifyFloatingRow(where, form, reference.row);
  verifyColumn(where, form, reference.column, columns);
}

function verifyDriven(
  reference: Reference,
  quantifier: Relation["quantifier"],
  form: FormDefinition,
): void {
  const { layout } = form;
  if (reference.row !== null) return;
  if (layout.kind !== "floating") {
    throw new RuleError(
      quantifier === "每类"
        ? `${reference.text}：${form.id} 是固定表，须写出组名，如 财决01[功能, 决算数]。`
        : `${reference.text}：${form.id} 是固定表，“${quantifier}”里须写出行名。`,
    );
  }
  if (quantifier === "每个项目" && layout.keyedBy !== "project") {
    throw new RuleError(`${reference.text}：${form.id} 没有项目行。`);
  }
}

/** 固定表：所写各行所在的块的全部栏。 */
function columnsOfRows(
  reference: Reference,
  selector: Selector,
  form: FormDefinition,
  driven: boolean,
): readonly ColumnDefinition[] {
  const blocks = blocksOf(form);
  if (selector.kind === "each" && selector.group === undefined) {
    return blocks.flatMap((block) => block.columns);
  }
  return itemsOf(selector).flatMap((item) => {
    if (isByCode(form, item)) return blocks.flatMap((block) => block.columns);
    if (item.kind === "below" || item.kind === "range") {
      throw new RuleError(`${reference.text}：下级、编码范围只能用于栏。`);
    }
    if (item.kind === "filter") {
      throw new RuleError(`${reference.text}：${item.of}[…] 只能用于按科目列行的表。`);
    }
    const group = item.kind === "group" ? item.group : item.key.split(".")[0];
    const open = blocks.filter((block) => block.openGroup === group);
    if (open.length > 0) return open.flatMap((block) => block.columns);
    const matches = (row: RowDefinition) => {
      if (item.kind === "group") return groupOf(row) === item.group && row.measure !== "text";
      return driven ? groupOf(row) === item.key : row.key === item.key;
    };
    const found = blocks.filter((block) => block.rows.some(matches));
    const name = item.kind === "group" ? `${item.group}.*` : item.key;
    if (found.length === 0) {
      throw new RuleError(`${reference.text}：${form.id} 没有名为“${name}”的行。`);
    }
    if (
      found.every((block) => block.rows.every((row) => !matches(row) || row.measure === "text"))
    ) {
      throw new RuleError(`${reference.text}：“${name}”一行没有数字。`);
    }
    return found.flatMap((block) => block.columns);
  });
}

/** 选中的各项；`组名.*` 与 `{组名.*}` 同样核对。 */
function itemsOf(selector: Selector): readonly SumItem[] {
  if (selector.kind === "each") return [{ kind: "group", group: selector.group ?? "" }];
  return selector.kind === "key" ? [selector] : selector.items;
}

/** 并排科目表（公开08）的行按经济分类编码写：`301`、`{下级 301}`、`{30201..30299}`。 */
function isByCode(form: FormDefinition, item: SumItem): boolean {
  if (form.layout.kind !== "sideBySide") return false;
  if (item.kind === "below" || item.kind === "range") return true;
  return item.kind === "key" && /^\d{3}(\d\d)?$/.test(item.key);
}

function verifyFloatingRow(where: string, form: FormDefinition, selector: Selector): void {
  if (selector.kind === "each" && selector.group === undefined) return;
  for (const item of itemsOf(selector)) {
    if (item.kind === "filter") {
      verifyFilter(where, form, item);
      continue;
    }
    if (item.kind !== "key" || !/^(合计|\d{3}(\d\d){0,2}(\/.+)?)$/.test(item.key)) {
      throw new RuleError(
        `${where}：${form.id} 的行只能写 合计、科目编码、科目编码/项目代码 或 *。`,
      );
    }
  }
}

function verifyFilter(where: string, form: FormDefinition, { of, attribute }: RowFilter): void {
  if (form.layout.kind !== "floating") {
    throw new RuleError(`${where}：${of}[…] 只能用于按科目列行的表。`);
  }
  const { keyedBy, descriptive = [] } = form.layout;
  if (of === "项目" && keyedBy !== "project")
    throw new RuleError(`${where}：${form.id} 没有项目行。`);
  const known = of === "项目" ? ["名称", ...descriptive.map(({ key }) => key)] : ["名称", "预算"];
  if (!known.includes(attribute)) {
    throw new RuleError(`${where}：${of}没有“${attribute}”，可用的是 ${known.join("、")}。`);
  }
}

function verifyColumn(
  where: string,
  form: FormDefinition,
  selector: Selector,
  columns: readonly ColumnDefinition[],
): void {
  if (selector.kind === "each") {
    if (selector.group === undefined) return;
    throw new RuleError(`${where}：栏不能写成“${selector.group}.*”。`);
  }
  const find = (key: string) => {
    const column = columns.find((each) => each.key === key);
    if (column === undefined) {
      throw new RuleError(`${where}：${form.id} 没有名为“${key}”的栏（或所写的行没有这一栏）。`);
    }
    if (column.measure === "text") throw new RuleError(`${where}：“${key}”一栏没有数字。`);
  };
  for (const item of selector.kind === "key" ? [selector] : selector.items) {
    if (item.kind === "group") throw new RuleError(`${where}：栏不能写成“${item.group}.*”。`);
    if (item.kind === "filter") throw new RuleError(`${where}：栏不能写成“${item.of}[…]”。`);
    if (item.kind !== "range") find(item.key);
    else verifyRange(where, item.from, item.to, columns);
  }
}

function verifyRange(
  where: string,
  from: string,
  to: string,
  columns: readonly ColumnDefinition[],
): void {
  if (!/^\d+$/.test(from) || from.length !== to.length || from > to) {
    throw new RuleError(`${where}：“${from}..${to}”不是一段位数相同、由小到大的编码。`);
  }
  if (!columns.some(({ code }) => code?.length === from.length && code >= from && code <= to)) {
    throw new RuleError(`${where}：没有编码在 ${from} 到 ${to} 之间的栏。`);
  }
}
