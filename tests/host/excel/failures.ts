import { HostError } from "./host-error.ts";

/** 注入一次失败。 */
export interface Failure {
  /** 第几次同步失败，从装上起数，第一次为 1。 */
  readonly sync: number;
  readonly code: string;
  /**
   * 失败时做到了哪里：一个动作也没做、做了几个动作（0 到 1 之间按比例）、全部做完但答复丢了。
   */
  readonly applied: "nothing" | "everything" | number;
  /** 从这次起一直失败到撤掉为止。 */
  readonly lasting?: boolean;
}

/** 要注入的失败。 */
export class Failures {
  private planned: Failure | null = null;
  private count = 0;

  plan(failure: Failure | null): void {
    this.planned = failure;
    this.count = 0;
  }

  /** 到了该失败的那次同步时返回它。 */
  next(): Failure | null {
    this.count += 1;
    const { planned } = this;
    if (planned === null || this.count < planned.sync) return null;
    if (this.count > planned.sync && planned.lasting !== true) return null;
    return planned;
  }
}

export function errorOf({ code }: Failure): HostError {
  return new HostError(code, `注入的失败 ${code}`);
}
