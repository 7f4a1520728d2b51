/** 一次请求攒到这么多字节就先发出去（上限 5 MB）。 */
const ENOUGH = 3_000_000;

/** 攒着要发的动作有多大；攒够了先同步一次。平常的说明远不到一次的量。 */
export class Payload {
  private bytes = 0;

  constructor(private readonly context: Excel.RequestContext) {}

  async add(bytes: number): Promise<void> {
    if (this.bytes > 0 && this.bytes + bytes > ENOUGH) await this.send();
    this.bytes += bytes;
  }

  async send(): Promise<void> {
    await this.context.sync();
    this.bytes = 0;
  }
}

/** 文字写成 JSON 的大致字节数：汉字三字节，引号逗号另算。 */
export function textBytes(value: string | number): number {
  return typeof value === "number" ? 12 : value.length * 3 + 3;
}
