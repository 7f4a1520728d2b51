import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { RuleDefinition } from "../../src/checks/rule.ts";
import type { RuleCase } from "./case-runner.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDER = join(ROOT, "src/checks/rules");
const NOT_RULES = "not-rules.yaml";

/** 一个规则文件的全部内容，键与文件里写的一样。 */
export interface RuleFile {
  /** 相对规则文件夹的路径，如 `A/A09.yaml`。 */
  readonly path: string;
  readonly keys: Readonly<Record<string, unknown>>;
  readonly cases: readonly RuleCase[];
  readonly rule: RuleDefinition;
}

const SEVERITIES: Readonly<Record<string, RuleDefinition["severity"]>> = {
  错误: "error",
  警告: "warning",
  提示: "note",
};

/** 读出全部规则文件，按路径排列。 */
export function readRuleFiles(): readonly RuleFile[] {
  return readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".yaml") && basename(path) !== NOT_RULES)
    .sort()
    .map(readRuleFile);
}

function readRuleFile(path: string): RuleFile {
  const keys = readYaml(join(FOLDER, path)) as Record<string, unknown>;
  const text = (key: string) => String(keys[key] ?? "");
  return {
    path,
    keys,
    cases: (keys.用例 ?? []) as RuleCase[],
    rule: {
      id: text("编号"),
      title: text("名称"),
      basis: text("依据"),
      severity: SEVERITIES[text("级别")] ?? "note",
      years: text("年度"),
      conditions: list(keys.条件),
      formulas: list(keys.公式),
      why: text("为什么"),
      todo: text("怎么办"),
    },
  };
}

/** 没有写成规则的关系和原因。 */
export function readNotRules(): readonly NotRule[] {
  return readYaml(join(FOLDER, NOT_RULES)) as NotRule[];
}

export interface NotRule {
  readonly 编号: string;
  readonly 名称: string;
  readonly 为什么: string;
  /** 读表时查这件事的问题编号。 */
  readonly 查在?: string;
}

export interface Relation {
  readonly 编号: string;
  readonly 节: string;
  readonly 轻重: "硬" | "软" | "硬+软" | "提示";
  readonly 把握?: "低";
  /** 表样的栏组只凭记忆。 */
  readonly 版式?: "低";
}

/** 勾稽关系清单。 */
export function readRelations(): readonly Relation[] {
  const file = readYaml(join(ROOT, "tests/fixtures/relations.yaml")) as { 关系: Relation[] };
  return file.关系;
}

function readYaml(path: string): unknown {
  return parse(readFileSync(path, "utf8"));
}

function list(value: unknown): string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
