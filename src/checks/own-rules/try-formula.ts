import { bindRule } from "../bind-rules.ts";
import { parseFormula } from "../language/parse-formula.ts";
import type { Statement } from "../language/syntax.ts";
import { blocksOf, formOf, isFloating, referencesOf, verifyStatement } from "../language/verify.ts";
import type { RuleDefinition } from "../rule.ts";
import { RuleError } from "../rule-error.ts";
import { RuleTables } from "../rule-tables.ts";
import { buildTableSets } from "./case-tables.ts";
import { suggestNames } from "./suggest-names.ts";

/** 一条公式错在哪里（写法、表号、行名、栏名、用法），附相近的名字；没有错为 null。 */
export function formulaMistake(text: string): string | null {
  const parsed = parseFormula(text);
  if (!parsed.ok) return `公式“${text}”${parsed.message}`;
  try {
    verifyStatement(parsed.statement);
    return null;
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return `公式“${text}”：${error.message}${suggestNames(parsed.statement)}`;
  }
}

/**
 * 写法都对、绑定到表上才看得出的错：金额与计数相加减、与计数相比的数不是整数。没有错为 null。
 * 用各表的空表去试，与送审的表无关；各条公式须已经过 formulaMistake。
 */
export function mixtureMistake(rule: RuleDefinition): string | null {
  const statements = rule.formulas.flatMap((text) => {
    const parsed = parseFormula(text);
    return parsed.ok ? [parsed.statement] : [];
  });
  const names = [...new Set(statements.flatMap(tableNames))];
  const { current, prior } = buildTableSets({
    年度: "未知",
    有表: names,
    数据: Object.fromEntries(names.flatMap(sampleCells)),
  });
  try {
    bindRule({ ...rule, conditions: [], years: "2000-" }, new RuleTables(current, prior));
    return null;
  } catch (error) {
    if (error instanceof RuleError) return error.message;
    throw error;
  }
}

/** 公式提到的表：`财决01`、`上年.财决02`。 */
function tableNames(statement: Statement): string[] {
  // 汇总只在一张表的同一栏里相加，不会把金额与计数放在一起。
  if (statement.kind === "rollup") return [];
  return referencesOf(statement).map(({ prior, form }) => `${prior ? "上年." : ""}${form}`);
}

/** 浮动表须有几行才谈得上绑定：每级科目各一行，和一行项目。 */
const SAMPLE_ROWS = ["合计", "201", "20103", "2010301", "2010301/甲"];

function sampleCells(name: string): [string, string][] {
  const form = formOf(name.replace("上年.", ""));
  if (!isFloating(form)) return [];
  const [first] = blocksOf(form).flatMap(({ columns }) => columns.map(({ key }) => key));
  return SAMPLE_ROWS.map((row) => [`${name}[${row}, ${first}]`, ""]);
}
