import fc from "fast-check";
import { expect, test } from "vitest";
import { combineOwnRules } from "../../src/checks/own-rules/combine.ts";
import { mistakeFinding } from "../../src/checks/own-rules/own-rule.ts";
import { readRuleFile } from "../../src/checks/own-rules/rule-file.ts";
import { testRules } from "../../src/checks/own-rules/test-rules.ts";

const SAMPLE = `编号: 县01
级别: 错误
年度: 2020-2024
条件: [报表小类 ≠ 2, 有表 财决04]
公式:
  - 每个科目 财决04[{基本支出, 项目支出}] ≤ 20% × 财决05-1[合计] + 1.5
  - 若 有表 财决12-1 则 逐级汇总 财决12-1[*]
用例:
  - { 名称: 甲, 结果: 成立, 数据: { "财决04[合计, 基本支出]": 1 } }
`;
const PIECES = [
  ..."[]{}:,'\"\n \t*-=≤&!|>#%@`，［］。",
  "每行",
  "财决99",
  "上年.",
  "..",
  "---\n",
  "用例",
  "0",
];

/** 在样子正确的文件里随意删去一段、插入几个符号。 */
const damaged = fc
  .tuple(fc.nat(SAMPLE.length), fc.nat(6), fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }))
  .map(([at, gone, added]) => SAMPLE.slice(0, at) + added.join("") + SAMPLE.slice(at + gone));

test("规则文件怎样写坏都不抛错；每处错误都有位置、原因和办法", () => {
  fc.assert(
    fc.property(fc.oneof(damaged, fc.string({ unit: "grapheme" })), (text) => {
      const own = combineOwnRules([readRuleFile(text, "甲.yaml")]);
      testRules(own.rules);
      for (const mistake of own.mistakes) {
        const { what, why, todo } = mistakeFinding(mistake);
        expect(what).toMatch(/^《甲\.yaml》第 \d+ 行/);
        expect(why.length * todo.length).toBeGreaterThan(0);
        expect(what).not.toMatch(/undefined|\[object|Error/);
      }
    }),
    { numRuns: 400 },
  );
});
