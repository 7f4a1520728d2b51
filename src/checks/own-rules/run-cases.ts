/**
 * 规则用例的运行器：把用例里写的几个格子搭成一套稀疏的表，用真正的核对程序跑这一条规则。
 *
 * 规则文件里的用例这样写（除 名称、结果、数据 外都可省略；官方规则还须有 类型）：
 *
 *   用例:
 *     - 名称: 收支总计相差一分
 *       类型: 不通过              # 通过 | 不通过 | 边界
 *       结果: 不成立              # 成立 | 不成立 | 未执行
 *       差额: "-0.01"             # 不成立时：第一处的 左 − 右，元（计数写整数），两位小数
 *       处数: 1                   # 不成立时：共有几处；省略则不核对
 *       原因: 缺少财决05-3         # 未执行时：原因里应有的字样；省略则不核对
 *       年度: 2023                # 省略为 2023；写 未知 则年度读不出
 *       层级: 单位                # 部门 | 单位；省略为不知道
 *       封面: { 报表小类: "0" }    # 封面上的代码；省略为没有封面
 *       有表: [财决05-3]           # 工作簿里有、但用例没有给数的表
 *       没有: ["财决02[*, 使用非财政拨款结余]", "财决01[收入.使用专用结余, *]"]   # 表上没有的栏、行
 *       文字:                     # 项目的说明、科目名称
 *         "财决05-2[2010302/P1, 基建项目属性]": 本级财政基建
 *         "财决04[2010302, 名称]": 一般行政管理事务
 *       数据:
 *         "财决01[收入.总计, 决算数]": 100.00
 *         "财决04[2080505, 基本支出]": "1,234.50"
 *         "财决05-2[2010302/P1, 30201]": 5
 *         "上年.财决02[合计, 年末结转和结余.合计]": 12.3
 *         "财决01[支出.总计, 决算数]": "—"      # 破折号：不适用，计 0；"" 为空白，计 0
 *         "财决01[支出.结余分配, 决算数]": 见附件  # 读不成数的文字：该处不得参加核对
 *         "财决03[合计, 财政拨款收入]": 12.30万元  # 印成万元的数，按所印位数成区间
 *
 * 成立：规则执行了，没有一处不成立，也没有因读不出的格而没核对的一处（有的话算未执行）。
 * 规则有几条公式时，因缺表缺栏没有执行的那几条不影响成立与否，可用“原因”核对。
 * 工作簿里只有数据、有表提到的表。固定表（01、01-1、附03）各行各栏齐全，没写的格为空白；
 * 并排科目表（公开08）另有数据里提到的各编码行。浮动表各栏齐全，行只有数据里提到的那些（`合计`、科目编码、`科目编码/项目代码`），不自动补合计行和上级行；
 * 上级按编码前缀认：2080505 的上级是已写出的 20805，没有则 208，再没有则 合计。
 */

import type { Finding } from "../../findings/finding.ts";
import { checkTables } from "../check.ts";
import type { RuleDefinition } from "../rule.ts";
import { buildTableSets, type CaseData } from "./case-tables.ts";

export interface RuleCase extends CaseData {
  readonly 名称: string;
  readonly 类型?: "通过" | "不通过" | "边界";
  readonly 结果: "成立" | "不成立" | "未执行";
  readonly 差额?: string;
  readonly 处数?: number;
  readonly 原因?: string;
}

export interface CaseOutcome {
  readonly result: RuleCase["结果"];
  readonly findings: readonly Finding[];
  /** 四舍五入能解释的尾差，不算不成立。 */
  readonly residuals: readonly Finding[];
  /** 未执行、部分未执行、涉及读不出的格的原因。 */
  readonly why: readonly string[];
}

/** 跑一个用例。用例提到表样没有的表、行、栏时抛 RuleError。 */
export function runCase(rule: RuleDefinition, ruleCase: CaseData): CaseOutcome {
  const { current, prior } = buildTableSets(ruleCase);
  const result = checkTables({ current, ...(prior === null ? {} : { prior }), rules: [rule] });
  const why = [...result.notRun, ...result.skipped].map((each) => each.why);
  const idle = result.run.length === 0 || result.skipped.some(({ cells }) => cells.length > 0);
  const findings = result.findings.filter(({ kind }) => kind !== "rounding");
  const residuals = result.findings.filter(({ kind }) => kind === "rounding");
  const outcome = findings.length > 0 ? "不成立" : idle ? "未执行" : "成立";
  return { result: outcome, findings, residuals, why };
}

/** 用例的结果与所写不符之处；空表示相符。用例提到表样没有的表、行、栏时抛 RuleError。 */
export function caseProblems(rule: RuleDefinition, ruleCase: RuleCase): readonly string[] {
  const { result, findings, why } = runCase(rule, ruleCase);
  const problems: string[] = [];
  if (result !== ruleCase.结果) {
    const detail = [...why, ...findings.map(({ what }) => what)].join("；");
    problems.push(`应为 ${ruleCase.结果}，实为 ${result}（${detail}）`);
  }
  const first = findings[0]?.difference;
  if (ruleCase.差额 !== undefined && !sameAmount(first, ruleCase.差额)) {
    problems.push(`差额应为 ${ruleCase.差额}，实为 ${first ?? "没有差额"}`);
  }
  if (ruleCase.处数 !== undefined && findings.length !== ruleCase.处数) {
    problems.push(`应有 ${ruleCase.处数} 处，实有 ${findings.length} 处`);
  }
  const { 原因: reason } = ruleCase;
  if (reason !== undefined && !why.some((each) => each.includes(reason))) {
    problems.push(`原因里应有“${reason}”，实为“${why.join("；")}”`);
  }
  return problems.map((problem) => `${rule.id} ${ruleCase.名称}：${problem}`);
}

/** `-5400` 与 `-5400.00` 是同一个数。 */
function sameAmount(actual: string | undefined, expected: string): boolean {
  return expected.trim() !== "" && Number(actual) === Number(expected);
}
