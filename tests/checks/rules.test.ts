import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { officialRules } from "../../src/checks/generated/rules.ts";
import { parseCondition, parseFormula } from "../../src/checks/language/parse-formula.ts";
import { verifyStatement } from "../../src/checks/language/verify.ts";
import { caseProblems, runCase } from "./case-runner.ts";
import { type RuleFile, readNotRules, readRelations, readRuleFiles } from "./rule-files.ts";

const files = readRuleFiles();
const relations = readRelations();
const notRules = readNotRules();

const REQUIRED = ["编号", "名称", "依据", "级别", "年度", "公式", "为什么", "怎么办", "用例"];
const KNOWN = [...REQUIRED, "条件"];
/** 规则编号 → 所属关系：J05a、J05b 同属 J05。 */
const relationOf = (id: string) => id.replace(/[a-z]$/, "");
const count = (file: RuleFile, kind: string) =>
  file.cases.filter((each) => each.类型 === kind).length;

describe.each(files.map((file) => [file.rule.id, file] as const))("规则 %s", (_, file) => {
  const { rule, keys, cases, path } = file;

  test("各项齐全，编号与文件名一致，没有多余的键", () => {
    for (const key of REQUIRED) expect(keys[key], `${path} 缺少 ${key}`).toBeTruthy();
    expect(KNOWN).toEqual(expect.arrayContaining(Object.keys(keys)));
    expect(path).toBe(`${rule.id.slice(0, 1)}/${rule.id}.yaml`);
    expect(["错误", "警告", "提示"]).toContain(keys.级别);
    expect(rule.basis).toMatch(/见于|推定/);
  });

  test("公式、条件分析得通，所引的表、行、栏都有", () => {
    for (const formula of rule.formulas) {
      const parsed = parseFormula(formula);
      expect(parsed, formula).toMatchObject({ ok: true });
      if (parsed.ok) verifyStatement(parsed.statement);
    }
    for (const condition of rule.conditions) {
      expect(parseCondition(condition), condition).toMatchObject({ ok: true });
    }
  });

  test("用例够数：通过三个、不通过三个、边界一个，名称不重", () => {
    expect(count(file, "通过")).toBeGreaterThanOrEqual(3);
    expect(count(file, "不通过")).toBeGreaterThanOrEqual(3);
    expect(count(file, "边界")).toBeGreaterThanOrEqual(1);
    expect(new Set(cases.map((each) => each.名称)).size).toBe(cases.length);
  });

  test("每个用例的结果、差额、处数与所写相符", () => {
    expect(cases.flatMap((each) => caseProblems(rule, each))).toEqual([]);
  });

  test("用例没有空转：通过的成立，不通过的写明不为零的差额和处数", () => {
    for (const each of cases) {
      if (each.类型 === "通过") expect(each.结果, each.名称).toBe("成立");
      if (each.类型 === "不通过") expect(each.结果, each.名称).toBe("不成立");
      if (each.结果 !== "不成立") continue;
      expect(Number(each.差额), each.名称).not.toBe(0);
      expect(each.差额, each.名称).toBeDefined();
      expect(each.处数, each.名称).toBeGreaterThan(0);
    }
  });

  test("每条公式都至少被一个用例判为不成立", () => {
    const failing = cases.filter((each) => each.结果 === "不成立");
    const idle = rule.formulas.filter((formula) => {
      const alone = { ...rule, formulas: [formula] };
      return !failing.some((each) => runCase(alone, each).result === "不成立");
    });
    expect(idle).toEqual([]);
  });
});

describe("规则与勾稽关系清单", () => {
  test("规则包由这些文件生成，编号不重，不含没有写成规则的关系", () => {
    expect(officialRules.map(({ id }) => id)).toEqual(files.map(({ rule }) => rule.id));
    expect(officialRules).toEqual(files.map(({ rule }) => rule));
    expect(new Set(officialRules.map(({ id }) => id)).size).toBe(officialRules.length);
    for (const { path } of files) expect(basename(path)).toMatch(/^[A-Z]\d\d[a-z]?\.yaml$/);
  });

  test("每条硬关系要么是规则，要么写明为什么不是", () => {
    const covered = new Set(files.map(({ rule }) => relationOf(rule.id)));
    const listed = new Set(notRules.map(({ 编号 }) => 编号));
    const hard = relations.filter(({ 轻重 }) => 轻重.startsWith("硬")).map(({ 编号 }) => 编号);
    expect(hard.filter((id) => !covered.has(id) && !listed.has(id))).toEqual([]);
    expect(hard.filter((id) => covered.has(id) && listed.has(id))).toEqual([]);
    for (const { 编号, 为什么 } of notRules) {
      expect(hard, 编号).toContain(编号);
      expect(为什么, 编号).toBeTruthy();
    }
  });

  test("每条规则都出自清单", () => {
    const ids = new Set(relations.map(({ 编号 }) => 编号));
    expect(files.map(({ rule }) => relationOf(rule.id)).filter((id) => !ids.has(id))).toEqual([]);
  });

  test("级别与轻重一致：硬为错误，把握低的硬关系为警告，一硬一软为两条", () => {
    for (const relation of relations) {
      const severities = files
        .filter(({ rule }) => relationOf(rule.id) === relation.编号)
        .map(({ rule }) => rule.severity);
      if (severities.length === 0) continue;
      if (relation.把握 === "低") expect(severities, relation.编号).toEqual(["warning"]);
      else expect(severities[0], relation.编号).toBe("error");
      if (relation.轻重 === "硬+软") {
        expect(severities, relation.编号).toEqual(["error", "warning"]);
      }
    }
  });
});
