import { notImplemented } from "./host-error.ts";

type Method = (...args: readonly unknown[]) => unknown;

interface Members {
  /** 供测试宿主内部取用的模型对象，如区域。 */
  readonly target?: unknown;
  /** 集合成员的编号；客户端库下一次请求按它找回对象。 */
  readonly id?: string;
  /** 读属性。各成员的名称与接口文档一致（首字母小写）；线上的写法首字母大写。 */
  readonly get?: Readonly<Record<string, () => unknown>>;
  readonly set?: Readonly<Record<string, (value: unknown) => void>>;
  /** 下级对象。 */
  readonly children?: Readonly<Record<string, () => HostObject>>;
  readonly methods?: Readonly<Record<string, Method>>;
  /** 集合的全部成员。 */
  readonly items?: () => readonly HostObject[];
  /** 集合按名称或编号取一个。 */
  readonly item?: (key: unknown) => HostObject;
}

/** 宿主里一个可以被请求访问的对象；没有列出的成员一律拒绝。 */
export class HostObject {
  constructor(
    readonly type: string,
    private readonly members: Members,
  ) {}

  get id(): string | undefined {
    return this.members.id;
  }

  get target(): unknown {
    return this.members.target;
  }

  read(name: string): unknown {
    return this.member(this.members.get, name)();
  }

  write(name: string, value: unknown): void {
    this.member(this.members.set, name)(value);
  }

  child(name: string): HostObject {
    return this.member(this.members.children, name)();
  }

  hasChild(name: string): boolean {
    return Object.hasOwn(this.members.children ?? {}, documented(name));
  }

  call(name: string, args: readonly unknown[]): unknown {
    return this.member(this.members.methods, name)(...args);
  }

  get items(): (() => readonly HostObject[]) | undefined {
    return this.members.items;
  }

  itemOf(key: unknown): HostObject {
    if (this.members.item === undefined) throw notImplemented(`${this.type}[…]`);
    return this.members.item(key);
  }

  private member<T>(record: Readonly<Record<string, T>> | undefined, name: string): T {
    const key = documented(name);
    const found = record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
    if (found === undefined) throw notImplemented(`${this.type}.${name}`);
    return found;
  }
}

function documented(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
