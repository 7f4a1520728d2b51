/** 命令的输出口。结果走标准输出，进度和提示走标准错误，测试里换成收集器。 */
export interface CommandOutput {
  readonly result: (text: string) => void;
  readonly message: (text: string) => void;
}

// 读的一方（如 head）先关了管道，余下的不必写，也不是出错。
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

export const processOutput: CommandOutput = {
  result: (text) => void process.stdout.write(text.endsWith("\n") ? text : `${text}\n`),
  message: (text) => void process.stderr.write(`${text}\n`),
};

/** 退出状态（见 README“命令行”）：0 没有问题；1 有错误（或成稿检查有未了事项）；2 用法不对或输入用不上。 */
export type ExitStatus = 0 | 1 | 2;
