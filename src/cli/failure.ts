/** 使用不当，或输入一点也用不上：命令以状态 2 结束，只说中文，不带堆栈。 */
export class CommandFailure extends Error {
  constructor(
    readonly what: string,
    readonly todo: string,
  ) {
    super(`${what}${todo}`);
    this.name = "CommandFailure";
  }
}
