/** 宿主报给客户端库的错误。`code` 与 Excel 的一致。 */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "HostError";
  }
}

/** 测试宿主没有实现的成员：新用到的接口不能不经测试就混过去。 */
export function notImplemented(what: string): HostError {
  return new HostError("NotImplemented", `测试宿主没有实现 ${what}`);
}
