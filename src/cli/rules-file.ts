import { basename } from "node:path";
import type { OwnRules } from "../checks/own-rules/own-rule.ts";
import { readRuleFile } from "../checks/own-rules/rule-file.ts";
import { CommandFailure } from "./failure.ts";
import { readTextFile } from "./files.ts";

/** 读规则文件；里面一条规则也没有时抛 CommandFailure。 */
export async function openRuleFile(path: string): Promise<OwnRules> {
  const own = readRuleFile(await readTextFile(path), basename(path));
  if (own.rules.length > 0 || own.mistakes.length > 0) return own;
  throw new CommandFailure(
    `规则文件“${path}”里一条规则也没有。`,
    "请写上规则（至少有编号和公式），写法见 docs/rules-guide.md。",
  );
}
