import type { ModelSheet } from "./model/sheet.ts";

/** 事件编号，客户端库与宿主之间约定的。 */
export const EVENT = { changed: 10, added: 13, selection: 14, deleted: 15 } as const;

/** 送给客户端库的一条事件：类别、事件编号、目标、内容（JSON 文本）、序号、是否来自他人。 */
type Entry = readonly [number, number, string, string, number, boolean];

const CATEGORY = 65_536;
const WORKBOOK = "Workbook";

/** 事件的登记与发送。程序自己写的改动也会触发事件，同 Excel。 */
export class Events {
  private readonly registered = new Map<string, number>();
  private listener: ((entry: Entry) => void) | null = null;
  private count = 0;

  /** 客户端库登记了消息通道。 */
  connect(listener: ((entry: Entry) => void) | null): void {
    this.listener = listener;
  }

  /** 一种事件的登记、取消两个方法；`sheet` 为 null 是整本工作簿的。 */
  registration(name: string, event: number, sheet: ModelSheet | null) {
    const key = `${event}@${sheet?.id ?? WORKBOOK}`;
    return {
      [`_Register${name}Event`]: () => {
        this.registered.set(key, (this.registered.get(key) ?? 0) + 1);
      },
      [`_Unregister${name}Event`]: () => {
        this.registered.set(key, Math.max(0, (this.registered.get(key) ?? 0) - 1));
      },
    };
  }

  /** 现在登记着的事件数。 */
  get active(): number {
    return [...this.registered.values()].filter((count) => count > 0).length;
  }

  fireChanged({ id }: ModelSheet, address: string): void {
    this.fire(EVENT.changed, id, {
      changeType: "RangeEdited",
      source: "Local",
      triggerSource: "Unknown",
      shiftDirection: "None",
      worksheetId: id,
      address,
    });
  }

  fireSelection({ id }: ModelSheet, address: string): void {
    this.fire(EVENT.selection, id, { worksheetId: id, address });
  }

  fireAdded({ id }: ModelSheet): void {
    this.fire(EVENT.added, null, { worksheetId: id, source: "Local" });
  }

  fireDeleted({ id }: ModelSheet): void {
    for (const key of this.registered.keys()) {
      if (key.endsWith(`@${id}`)) this.registered.delete(key);
    }
    this.fire(EVENT.deleted, null, { worksheetId: id, source: "Local" });
  }

  private fire(event: number, sheetId: string | null, content: object): void {
    for (const target of sheetId === null ? [WORKBOOK] : [sheetId, WORKBOOK]) {
      if ((this.registered.get(`${event}@${target}`) ?? 0) === 0) continue;
      this.count += 1;
      const message = JSON.stringify(content);
      const entry: Entry = [CATEGORY, event, target, message, this.count, false];
      // 事件在请求答复之后才到。
      setTimeout(() => this.listener?.(entry), 0);
    }
  }
}
