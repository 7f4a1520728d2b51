import type { CommanderError } from "commander";

const SENTENCES: ReadonlyMap<string, (name: string) => string> = new Map<
  string,
  (name: string) => string
>([
  ["commander.missingArgument", (name) => `缺少参数“${name}”。`],
  ["commander.optionMissingArgument", (name) => `选项“${name}”后面要写一个值。`],
  ["commander.unknownOption", (name) => `没有“${name}”这个选项。`],
  ["commander.unknownCommand", (name) => `没有“${name}”这个命令。`],
  ["commander.excessArguments", () => "参数给多了；带空格的文件名请用双引号括起来。"],
  ["commander.invalidArgument", (name) => `选项“${name}”的值不对。`],
]);

/** 把命令行库的英文用法错误换成中文；库没有给出名称时只说是哪一类错误。 */
export function usageErrorText(error: CommanderError): string {
  const name = /'([^']+)'/.exec(error.message)?.[1] ?? "";
  const allowed = /Allowed choices are (.+)\.$/.exec(error.message)?.[1];
  const sentence = SENTENCES.get(error.code)?.(name) ?? "命令写法不对。";
  return allowed ? `${sentence}可以写：${allowed.replaceAll(", ", "、")}。` : sentence;
}
