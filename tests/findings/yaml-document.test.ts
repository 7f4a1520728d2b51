import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importYaml } from "../../addin/session/stored-data-inputs.ts";
import { readRuleFile } from "../../src/checks/own-rules/rule-file.ts";
import { withRecorded } from "../../src/cli/history-file.ts";
import { readInputs } from "../../src/narrative/inputs/read-inputs.ts";
import { readStyleFile } from "../../src/narrative/templates/style-file.ts";

const VERSION = { when: "2023-08-01", what: "更新", profile: "四川部门", changes: [] };

/** 人写的 YAML 的每一个读法，返回它说的话。 */
const READERS: Readonly<Record<string, (text: string) => readonly string[]>> = {
  规则文件: (text) => readRuleFile(text, "甲.yaml").mistakes.map((one) => JSON.stringify(one)),
  填报文件: (text) => readInputs(text, "甲.yaml").findings.map(({ what }) => what),
  导入填报文件: (text) => importYaml(text, "甲.yaml").findings.map(({ what }) => what),
  写法文件: (text) => readStyleFile(text).mistakes.map((one) => JSON.stringify(one)),
  版本: (text) => (withRecorded(text, VERSION) === null ? ["没有记下"] : []),
};

describe.each(Object.entries(READERS))("%s", (name, read) => {
  test.each(["名称: *甲\n", "- *甲\n", "? *甲\n: 1\n", "甲: &甲 1\n乙: *甲\n"])(
    "引用不当内容用，也不抛错：%j",
    (text) => {
      const told = read(text);
      expect(told.length).toBeGreaterThan(0);
      if (name !== "版本") expect(told.join()).toContain("以 * 开头的会当作引用，请加引号");
    },
  );

  test("括号套得再多也不抛错", () => {
    expect(read("[".repeat(100_000)).length).toBeGreaterThan(0);
    expect(read("- ".repeat(20_000)).length).toBeGreaterThan(0);
  });

  test("怎样写坏都不抛错", () => {
    const marks = fc.constantFrom(
      ..."*&!|>%@?:-[]{},#'\"\n \t",
      "甲",
      "名称",
      "1.5",
      "<<",
      "---\n",
    );
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 30 }), (pieces) => {
        expect(() => read(pieces.join(""))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
