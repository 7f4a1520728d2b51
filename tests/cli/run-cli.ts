import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExitStatus } from "../../src/cli/console.ts";
import { runCli } from "../../src/cli/main.ts";

export interface CliRun {
  readonly status: ExitStatus;
  /** 标准输出。 */
  readonly result: string;
  /** 标准错误。 */
  readonly messages: string;
}

/** 在本进程里跑一次命令行，收集两路输出。 */
export async function juesuan(...args: string[]): Promise<CliRun> {
  const result: string[] = [];
  const messages: string[] = [];
  const status = await runCli(args, {
    result: (text) => void result.push(text),
    message: (text) => void messages.push(text),
  });
  return { status, result: result.join("\n"), messages: messages.join("\n") };
}

/** 每个测试文件自己的临时文件夹。 */
export const scratch = (): string => mkdtempSync(join(tmpdir(), "juesuan-"));

export const EXAMPLES = [
  { stem: "2023-乐山市金口河区人民政府办公室", prior: "2022-乐山市金口河区人民政府办公室" },
  { stem: "2022-乐山市市中区人民政府办公室", prior: "2021-乐山市市中区人民政府办公室" },
  { stem: "2023-泸县人民政府办公室", prior: "2022-泸县人民政府办公室" },
  { stem: "2024-中共乐山市金口河区委办公室", prior: "2023-中共乐山市金口河区委办公室" },
].map(({ stem, prior }) => ({
  stem,
  file: `examples/${stem}.xlsx`,
  prior: `examples/${prior}.xlsx`,
}));
