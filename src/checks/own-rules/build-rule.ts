import type { Severity } from "../../findings/finding.ts";
import { nearestName } from "../../findings/nearest-name.ts";
import { yearFailure } from "../applicability.ts";
import { officialRules } from "../generated/rules.ts";
import { parseCondition } from "../language/parse-formula.ts";
import { formOf } from "../language/verify.ts";
import type { RuleDefinition } from "../rule.ts";
import { RuleError } from "../rule-error.ts";
import type { Place, RuleMistake } from "./own-rule.ts";
import { formulaMistake, mixtureMistake } from "./try-formula.ts";

/** 规则的各项。`用例` 另读。 */
export const RULE_FIELDS = [
  "编号",
  "名称",
  "说明",
  "依据",
  "级别",
  "年度",
  "条件",
  "公式",
  "为什么",
  "怎么办",
] as const;

export type RuleField = (typeof RULE_FIELDS)[number];

/** 写着的一项文字和它的位置；列表（几条公式、几个条件）为几项。 */
export interface WrittenText {
  readonly text: string;
  readonly place: Place;
}

export type WrittenRule = ReadonlyMap<RuleField, readonly WrittenText[]>;

const LEVELS: ReadonlyMap<string, Severity> = new Map([
  ["错误", "error"],
  ["警告", "warning"],
  ["提示", "note"],
]);

/** 没有写级别的：核实性的，不成立时请人核实，不拦报送。 */
const DEFAULT_SEVERITY: Severity = "warning";
/** 没有写年度的：各年度都适用。 */
const ANY_YEAR = "2000-";

const officialIds = new Set(officialRules.map(({ id }) => id));

export type BuiltRule =
  | { readonly ok: true; readonly rule: RuleDefinition }
  | { readonly ok: false; readonly mistakes: readonly RuleMistake[] };

/**
 * 由写着的各项得到一条规则。只有编号、公式必须写：名称缺省为说明或第一条公式，级别缺省为警告，
 * 年度缺省为不限，为什么缺省为说明。写错的逐处列出，附相近的名字；不抛错。
 */
export function buildRule(written: WrittenRule, place: Place): BuiltRule {
  const one = (field: RuleField): WrittenText | null => written.get(field)?.[0] ?? null;
  const text = (field: RuleField): string => one(field)?.text ?? "";
  const id = text("编号") === "" ? null : text("编号");
  const mistakes: RuleMistake[] = [];
  const report = (where: Place, what: string, todo: string) =>
    mistakes.push({ id, place: where, what, todo, fatal: true });

  if (id === null) report(place, "没有写编号。", "请给这条规则一个编号，如 某县001。");
  else checkId(id, (what, todo) => report(one("编号")?.place ?? place, what, todo));

  const level = one("级别");
  const severity = level === null ? DEFAULT_SEVERITY : LEVELS.get(level.text);
  if (severity === undefined && level !== null) {
    report(level.place, `级别“${level.text}”不认识。`, "请写错误、警告或提示。");
  }
  const years = one("年度");
  if (years !== null) reasoned(() => yearFailure(years.text, null), years.place, report);

  const conditions = written.get("条件") ?? [];
  for (const condition of conditions) checkCondition(condition, report);

  const formulas = written.get("公式") ?? [];
  if (formulas.length === 0)
    report(
      place,
      "没有写公式。",
      "请写上公式，如 财决01[收入.总计, 决算数] = 财决01[支出.总计, 决算数]。",
    );
  for (const formula of formulas) {
    const what = formulaMistake(formula.text);
    if (what !== null) report(formula.place, what, "请对照规则写法改正公式。");
  }
  if (mistakes.length > 0 || id === null || severity === undefined) return { ok: false, mistakes };

  const note = text("说明");
  const rule: RuleDefinition = {
    id,
    title: text("名称") || note || (formulas[0]?.text ?? ""),
    basis: text("依据") || `本地自定，见${place.text}`,
    severity,
    years: years?.text ?? ANY_YEAR,
    conditions: conditions.map((each) => each.text),
    formulas: formulas.map((each) => each.text),
    why: text("为什么") || note || "这是本地自定的审核公式，两边应当符合。",
    todo: text("怎么办") || "请逐格核对公式所列的各格。",
  };
  const mixture = mixtureMistake(rule);
  if (mixture === null) return { ok: true, rule };
  report(formulas[0]?.place ?? place, mixture, "请对照规则写法改正公式。");
  return { ok: false, mistakes };
}

function checkId(id: string, report: (what: string, todo: string) => void): void {
  if (officialIds.has(id)) {
    report(`编号“${id}”是官方规则的编号。`, "请换一个编号，最好带上本地的名称，如 某县001。");
  } else if (/\s|^(读表|文件|填报|接受|自定规则|text)\//.test(id)) {
    report(`编号“${id}”不能用。`, "编号里不能有空格，也不要用 读表/、文件/ 等开头。");
  }
}

function checkCondition(
  { text, place }: WrittenText,
  report: (where: Place, what: string, todo: string) => void,
): void {
  const parsed = parseCondition(text);
  if (!parsed.ok) {
    report(place, `条件“${text}”${parsed.message}`, "请改正，如 报表小类 ≠ 2、有表 财决12-1。");
    return;
  }
  const { condition } = parsed;
  if (condition.kind === "table") reasoned(() => formOf(condition.form), place, report);
}

function reasoned(
  work: () => unknown,
  place: Place,
  report: (where: Place, what: string, todo: string) => void,
): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    report(place, error.message, "请改正。");
  }
}

/** 不认识的项名（键或栏名）：不影响规则执行，给出相近的名字。 */
export function unknownField(name: string, place: Place, id: string | null): RuleMistake {
  const nearest = nearestName(name, [...RULE_FIELDS, "用例"]);
  const todo =
    nearest === null ? `可写的有 ${RULE_FIELDS.join("、")}。` : `是不是“${nearest}”？请改正。`;
  return { id, place, what: `不认识“${name}”这一项。`, todo, fatal: false };
}
