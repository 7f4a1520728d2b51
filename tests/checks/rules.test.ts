import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { officialRules } from "../../src/checks/generated/rules.ts";
import { parseCondition, parseFormula } from "../../src/checks/language/parse-formula.ts";
import { verifyStatement } from "../../src/checks/language/verify.ts";
import { PROBLEM_WORDINGS } from "../../src/tables/problem-wording.ts";
import { caseProblems, runCase } from "./case-runner.ts";
import { type RuleFile, readNotRules, readRelations, readRuleFiles } from "./rule-files.ts";

const files = readRuleFiles();
const relations = readRelations();
const notRules = readNotRules();

const REQUIRED = ["编号", "名称", "依据", "级别", "年度", "公式", "为什么", "怎么办", "用例"];
const KNOWN = [...REQUIRED, "条件"];
/** 规则编号 → 所属关系：J05a、J05b 同属 J05。 */
const relationOf = (id: string) => id.replace(/[a-z]$/, "");
const page = (name: string) =>
  readFileSync(new URL(`../../docs/rules/${name}.md`, import.meta.url), "utf8");
/** 读表问题的编号，`查在` 只能写其中的一个。 */
const problemIds = [
  ...Object.values(PROBLEM_WORDINGS).map(({ rule }) => rule),
  ...["读表/单位混用", "读表/年度不一致", "读表/单位名称不一致"],
  ...["读表/缺上级科目", "读表/缺下级科目", "读表/编码名称不符"],
];
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
    // 大于、小于、不等于不成立时两边可以恰好相等，差额为零。
    const strict = rule.formulas.some((formula) => /[<>≠]|当且仅当/.test(formula));
    for (const each of cases) {
      if (each.类型 === "通过") expect(each.结果, each.名称).toBe("成立");
      if (each.类型 === "不通过") expect(each.结果, each.名称).toBe("不成立");
      if (each.结果 !== "不成立") continue;
      if (!strict) expect(Number(each.差额), each.名称).not.toBe(0);
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

  test("清单共 245 条，各节条数不缺", () => {
    const counts = new Map<string, number>();
    for (const { 节 } of relations) counts.set(节, (counts.get(节) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      ...{ A: 21, B: 15, C: 7, D: 6, E: 4, F: 21, G: 6, H: 13, I: 48 },
      ...{ J: 39, K: 13, L: 15, M: 14, N: 15, O: 8 },
    });
    expect(new Set(relations.map(({ 编号 }) => 编号)).size).toBe(245);
  });

  test.each(relations.map(({ 编号 }) => 编号))("关系 %s 是规则，或者写明为什么不是", (id) => {
    const own = files.filter(({ rule }) => relationOf(rule.id) === id);
    const listed = notRules.filter(({ 编号 }) => 编号 === id);
    expect([own.length > 0, listed.length]).toEqual(own.length > 0 ? [true, 0] : [false, 1]);
    for (const { rule, cases } of own) {
      expect(rule.why, rule.id).toMatch(/[。？！]$/);
      expect(rule.todo, rule.id).toMatch(/[。？！]$/);
      expect(cases.length, rule.id).toBeGreaterThanOrEqual(7);
      expect(page(id.slice(0, 1)), rule.id).toContain(`## ${rule.id} ${rule.title}\n`);
    }
    for (const { 名称, 为什么, 查在 } of listed) {
      expect(名称).toBeTruthy();
      expect(为什么).toMatch(/[。？！]$/);
      if (查在 !== undefined) expect(problemIds).toContain(查在);
      expect(page("README")).toContain(`- ${id} ${名称}：`);
    }
  });

  test("没有写成规则的关系都出自清单", () => {
    const ids = relations.map(({ 编号 }) => 编号);
    expect(notRules.map(({ 编号 }) => 编号).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("每条规则都出自清单，或者写明由表样推出", () => {
    const ids = new Set(relations.map(({ 编号 }) => 编号));
    const own = files.filter(({ rule }) => !ids.has(relationOf(rule.id)));
    expect(own.map(({ rule }) => rule.id)).toEqual(["I49", "I50"]);
    for (const { rule } of own) {
      expect(rule.basis, rule.id).toMatch(/表样说明|表内结构/);
      expect(page(rule.id.slice(0, 1)), rule.id).toContain(`## ${rule.id} ${rule.title}\n`);
    }
  });

  test("级别与轻重一致：硬为错误，软不为错误，把握低的不高于警告，一硬一软为两条", () => {
    for (const relation of relations) {
      const own = files.filter(({ rule }) => relationOf(rule.id) === relation.编号);
      const severities = own.map(({ rule }) => rule.severity);
      if (severities.length === 0) continue;
      if (relation.版式 === "低") {
        const errors = own.filter(({ rule }) => rule.severity === "error");
        const formulas = errors.flatMap(({ rule }) => rule.formulas);
        expect(formulas.filter((formula) => !/汇总/.test(formula))).toEqual([]);
        continue;
      }
      if (relation.轻重 === "软" || relation.轻重 === "提示" || relation.把握 === "低") {
        expect(severities, relation.编号).not.toContain("error");
      } else {
        expect(severities[0], relation.编号).toBe("error");
      }
      if (relation.轻重 === "硬+软") {
        expect(severities, relation.编号).toEqual(["error", "warning"]);
      }
    }
  });
});
