import { HostError, notImplemented } from "./host-error.ts";
import { HostObject } from "./host-object.ts";
import { ACTION, type Action, PATH, type RequestBody, type ResponseBody } from "./messages.ts";
import { NEWER_MEMBERS } from "./newer-members.ts";
import type { References } from "./references.ts";

export interface BatchOptions {
  /** 做完几个动作后失败；之前的动作照样生效。 */
  readonly failAfter?: { readonly actions: number; readonly error: HostError };
}

/** 一个宿主一直用着的东西。 */
export interface BatchHost {
  readonly root: HostObject;
  readonly references: References;
  /** 支持到 ExcelApi 1.几。 */
  readonly apiMinor: number;
  /** 记下用到的成员，如 `Range.values`。 */
  readonly used: Set<string>;
}

/** 依次做一批动作。出错即停，之前的动作已经生效，同 Excel。 */
export function runBatch(
  body: RequestBody,
  host: BatchHost,
  options: BatchOptions = {},
): ResponseBody {
  const resolver = new PathResolver(body, host);
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  for (const [index, action] of body.Actions.entries()) {
    try {
      if (options.failAfter?.actions === index) throw options.failAfter.error;
      if (action.ActionType === ACTION.trace) traces.push(action.Id);
      results.push({
        ActionId: action.Id,
        Value: perform(action, resolver, host.references) ?? null,
      });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const { code, message } = error;
      const failure = { Code: code, Message: message, ActionIndex: index, Location: "" };
      return { Results: results, TraceIds: traces, Error: failure };
    }
  }
  return { Results: results, TraceIds: traces };
}

function perform(action: Action, resolver: PathResolver, references: References): unknown {
  if (action.ActionType === ACTION.trace) return null;
  const object = resolver.resolve(action.ObjectPathId);
  if (object === null) return null;
  if (action.ActionType === ACTION.method || action.ActionType === ACTION.setProperty) {
    resolver.note(object, action.Name);
  }
  switch (action.ActionType) {
    case ACTION.instantiate:
      return { ...identity(object), ...references.reply(object) };
    case ACTION.query:
      return query(object, action.QueryInfo?.Select ?? [], resolver);
    case ACTION.method: {
      if (action.Name === "_KeepReference") return references.keep(object);
      if (action.Name === "_RemoveReference") {
        return references.remove(String(action.ArgumentInfo?.Arguments?.[0]));
      }
      const value = object.call(action.Name, resolver.args(action.ArgumentInfo));
      return value instanceof HostObject ? identity(value) : value;
    }
    case ACTION.setProperty:
      object.write(action.Name, resolver.args(action.ArgumentInfo)[0]);
      return null;
    default:
      throw notImplemented(`动作 ${action.ActionType}`);
  }
}

function identity({ id }: HostObject): Readonly<Record<string, string>> {
  return id === undefined ? {} : { Id: id };
}

/** 读属性：`name`、`items/name`、`protection/protected`。要求全部属性（`*`）的请求不支持。 */
function query(object: HostObject, select: readonly string[], resolver: PathResolver): unknown {
  if (object.items !== undefined) {
    const inner = select.map((path) => path.replace(/^items\//, ""));
    return { _Items: object.items().map((item) => query(item, inner, resolver)) };
  }
  const value: Record<string, unknown> = { ...identity(object) };
  if (select.length === 0) throw notImplemented(`${object.type} 不写属性名的 load`);
  for (const path of select) {
    const [head = "", ...rest] = path.split("/");
    const name = head.charAt(0).toUpperCase() + head.slice(1);
    resolver.note(object, name);
    if (rest.length === 0 && !object.hasChild(name)) {
      value[name] = object.read(name);
      continue;
    }
    const inner = query(object.child(name), rest.length === 0 ? ["*"] : [rest.join("/")], resolver);
    value[name] = { ...(value[name] as object | undefined), ...(inner as object) };
  }
  return value;
}

/** 线上与文档里叫法不同的成员。 */
const WIRE_NAMES: Readonly<Record<string, string>> = { Gridlines: "showGridlines" };

/** 一批里的对象路径：每条只求一次，所以 `add` 一类的方法也只执行一次。 */
class PathResolver {
  private readonly known = new Map<number, HostObject | null>();

  constructor(
    private readonly body: RequestBody,
    private readonly host: BatchHost,
  ) {}

  /** 用到一个成员：记下；这个版本的 Excel 还没有它时拒绝。 */
  note({ type }: HostObject, wireName: string): void {
    const name = WIRE_NAMES[wireName] ?? wireName.charAt(0).toLowerCase() + wireName.slice(1);
    const member = `${type}.${name}`;
    this.host.used.add(member);
    if ((NEWER_MEMBERS[member] ?? 0) > this.host.apiMinor) {
      throw new HostError("ApiNotFound", `这个版本的 Excel 没有 ${member}`);
    }
  }

  resolve(id: number): HostObject | null {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const object = this.find(id);
    this.known.set(id, object);
    return object;
  }

  args(info: Action["ArgumentInfo"]): readonly unknown[] {
    const ids = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, index) => {
      const id = ids[index];
      return typeof id === "number" && id > 0 ? this.resolve(id) : value;
    });
  }

  private find(id: number): HostObject | null {
    const path = this.body.ObjectPaths[id];
    if (path === undefined) throw new HostError("InvalidObjectPath", `没有对象路径 ${id}`);
    if (path.ObjectPathType === PATH.root) return this.host.root;
    if (path.ObjectPathType === PATH.nullObject) return null;
    if (path.ObjectPathType === PATH.reference) return this.host.references.find(path.Name);
    const parent =
      path.ParentObjectPathId === undefined ? null : this.resolve(path.ParentObjectPathId);
    if (parent === null) return null;
    switch (path.ObjectPathType) {
      case PATH.property:
        this.note(parent, path.Name);
        return parent.child(path.Name);
      case PATH.indexer:
        return parent.itemOf(this.args(path.ArgumentInfo)[0]);
      case PATH.method: {
        this.note(parent, path.Name);
        const result = parent.call(path.Name, this.args(path.ArgumentInfo));
        if (result !== null && !(result instanceof HostObject)) {
          throw notImplemented(`把 ${parent.type}.${path.Name} 当作对象`);
        }
        return result;
      }
      default:
        throw notImplemented(`对象路径 ${path.ObjectPathType}`);
    }
  }
}
