import type { HostChange, Place } from "../host.ts";
import { OWN_SHEETS, parseTemporary } from "../own-sheets.ts";
import { excelRun, supports } from "./excel-run.ts";

/** 事件攒这么久（毫秒）一起处理：只问一次表名。 */
const GATHER = 30;

/** 登记不上（例如正在编辑单元格）时隔这么久再试，毫秒；试这么多次。 */
const RETRY = 3_000;
const ATTEMPTS = 20;

/** 一条没有处理的事件：哪张表（编号）的哪一块；地址为 null 是整张表。 */
interface Happened {
  readonly sheetId: string;
  readonly address: string | null;
}

type Handler = OfficeExtension.EventHandlerResult<unknown>;
type Register = (
  context: Excel.RequestContext,
  happened: (event: Happened) => void,
  /** 后来又登记的，取消订阅时一起取消。 */
  keep: (later: Handler) => void,
) => Promise<Handler[]>;

/** 使用者选中了哪一格；返回取消订阅的函数。 */
export function onSelection(listener: (place: Place) => void): () => void {
  const register: Register = async (context, happened) => {
    const listen = (source: Pick<Excel.Worksheet, "onSelectionChanged">) =>
      source.onSelectionChanged.add(async ({ worksheetId, address }) => {
        happened({ sheetId: worksheetId, address: address.split(",")[0] ?? address });
      });
    return registerEach(context, listen);
  };
  return subscribe(register, NOTHING, (events, names) => {
    const last = events.at(-1);
    const sheet = last === undefined ? undefined : names.now.get(last.sheetId);
    if (sheet !== undefined && last?.address) listener({ sheet, address: last.address });
  });
}

/**
 * 单元格改动、工作表增删改名。我们自己写的表不报；`own` 是我们写过的表的编号，它们的事件不必再去问表名，
 * 插入时就不会多出同步。
 */
export function onChange(
  listener: (change: HostChange) => void,
  own: ReadonlySet<string>,
): () => void {
  const register: Register = async (context, happened, keep) => {
    const { worksheets } = context.workbook;
    const listen = (source: Pick<Excel.Worksheet, "onChanged">) =>
      source.onChanged.add(async ({ worksheetId, address, changeType }) => {
        happened({
          sheetId: worksheetId,
          address: changeType === "RangeEdited" ? (address.split(",")[0] ?? address) : null,
        });
      });
    const handlers = await registerEach(context, listen);
    handlers.push(
      worksheets.onAdded.add(async ({ worksheetId }) => {
        if (!supports("1.9") && !own.has(worksheetId)) {
          keep(await listenToNew(worksheetId, listen));
        }
        happened({ sheetId: worksheetId, address: null });
      }),
      worksheets.onDeleted.add(async ({ worksheetId }) => {
        happened({ sheetId: worksheetId, address: null });
      }),
    );
    return handlers;
  };
  return subscribe(register, own, (events, names) => {
    const reported = new Set<string>();
    const report = (sheet: string | undefined, address: string | null) => {
      const key = `${sheet}!${address}`;
      if (sheet === undefined || isOurs(sheet) || reported.has(key)) return;
      reported.add(key);
      listener({ sheet, address });
    };
    for (const [id, before] of names.before) {
      const now = names.now.get(id);
      if (now === before) continue;
      report(before, null);
      report(now, null);
    }
    for (const { sheetId, address } of events) report(names.now.get(sheetId), address);
  });
}

interface Names {
  /** 上次问到的表名，编号 → 名称。 */
  readonly before: ReadonlyMap<string, string>;
  readonly now: ReadonlyMap<string, string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/** 登记事件，攒起来，问清表名后交给 `handle`；`ignored` 里的表的事件不理。 */
function subscribe(
  register: Register,
  ignored: ReadonlySet<string>,
  handle: (events: readonly Happened[], names: Names) => void,
): () => void {
  let stopped = false;
  let handlers: readonly Handler[] = [];
  let waiting: Happened[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let names: ReadonlyMap<string, string> = new Map();

  const deliver = async () => {
    timer = undefined;
    const events = waiting.filter(({ sheetId }) => !ignored.has(sheetId));
    waiting = [];
    if (events.length === 0) return;
    try {
      const before = names;
      names = await excelRun("查看表名", sheetNames);
      if (!stopped) handle(events, { before, now: names });
    } catch {
      // 正在编辑单元格等：留到下一次事件一起报。
      waiting = [...events, ...waiting];
    }
  };
  const keep = (later: Handler) => {
    if (stopped) void release([later]);
    else handlers = [...handlers, later];
  };
  const happened = (event: Happened) => {
    if (stopped) return;
    waiting.push(event);
    timer ??= setTimeout(deliver, GATHER);
  };
  const start = async (attempt: number): Promise<void> => {
    try {
      const added = await excelRun("登记事件", async (context) => {
        names = await sheetNames(context);
        const registered = await register(context, happened, keep);
        await context.sync();
        return registered;
      });
      if (stopped) await release(added);
      else handlers = [...added, ...handlers];
    } catch {
      if (!stopped && attempt < ATTEMPTS) timer = setTimeout(() => start(attempt + 1), RETRY);
    }
  };

  void start(1);
  return () => {
    stopped = true;
    clearTimeout(timer);
    void release(handlers);
    handlers = [];
  };
}

/** 1.9 起整本工作簿登记一次；之前逐表登记。 */
async function registerEach(
  context: Excel.RequestContext,
  listen: (source: Excel.Worksheet | Excel.WorksheetCollection) => Handler,
): Promise<Handler[]> {
  const { worksheets } = context.workbook;
  if (supports("1.9")) return [listen(worksheets)];
  worksheets.load("items/name");
  await context.sync();
  return worksheets.items.map((sheet) => listen(sheet));
}

async function listenToNew(
  id: string,
  listen: (source: Excel.Worksheet) => Handler,
): Promise<Handler> {
  return excelRun("登记事件", async (context) => {
    const handler = listen(context.workbook.worksheets.getItem(id));
    await context.sync();
    return handler;
  });
}

/**
 * 取消登记：先一批取消；有的表已经删了会让整批失败，再逐个取消。
 * 都取消不了时（工作簿正在关闭）也就不必再取消。
 */
async function release(handlers: readonly Handler[]): Promise<void> {
  const byContext = new Map<OfficeExtension.ClientRequestContext, Handler[]>();
  for (const handler of handlers) {
    byContext.set(handler.context, [...(byContext.get(handler.context) ?? []), handler]);
  }
  for (const [context, group] of byContext) {
    if (await remove(context, group)) continue;
    for (const handler of group) await remove(context, [handler]);
  }
}

async function remove(
  context: OfficeExtension.ClientRequestContext,
  handlers: readonly Handler[],
): Promise<boolean> {
  try {
    await Excel.run(context as Excel.RequestContext, async () => {
      for (const handler of handlers) handler.remove();
      await context.sync();
    });
    return true;
  } catch {
    return false;
  }
}

async function sheetNames(context: Excel.RequestContext): Promise<ReadonlyMap<string, string>> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  return new Map(worksheets.items.map(({ id, name }) => [id, name]));
}

function isOurs(name: string): boolean {
  return OWN_SHEETS.includes(name) || parseTemporary(name) !== null;
}
