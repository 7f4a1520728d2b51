import { HostError } from "./host-error.ts";
import type { HostObject } from "./host-object.ts";

/** 客户端库要宿主记住的对象（区域）：得一个编号，下一次请求用编号找回，用完告诉宿主放掉。 */
export class References {
  private readonly objects = new Map<string, HostObject>();
  private readonly names = new Map<HostObject, string>();
  private count = 0;

  keep(object: HostObject): void {
    if (this.names.has(object)) return;
    this.count += 1;
    const name = `测试区域#${this.count}`;
    this.names.set(object, name);
    this.objects.set(name, object);
  }

  /** 记住了的对象，回答里要带编号。 */
  reply(object: HostObject): Readonly<Record<string, string>> {
    const name = this.names.get(object);
    return name === undefined ? {} : { _ReferenceId: name };
  }

  find(name: string): HostObject {
    const object = this.objects.get(name);
    if (object === undefined) throw new HostError("InvalidObjectPath", `没有记住的对象 ${name}`);
    return object;
  }

  remove(name: string): void {
    const object = this.objects.get(name);
    if (object !== undefined) this.names.delete(object);
    this.objects.delete(name);
  }

  get size(): number {
    return this.objects.size;
  }
}
