import { type BatchOptions, runBatch } from "./batch.ts";
import { Events } from "./events.ts";
import { errorOf, Failures } from "./failures.ts";
import { ACTION, PATH, type RequestBody, type ResponseBody } from "./messages.ts";
import { areaAt, localAddress } from "./model/area.ts";
import type { WorkbookSeed } from "./model/seed.ts";
import type { ModelSheet } from "./model/sheet.ts";
import { ModelWorkbook } from "./model/workbook.ts";
import { workbook } from "./objects/workbook.ts";
import { worksheet } from "./objects/worksheet.ts";
import { References } from "./references.ts";
import type { World } from "./world.ts";

/** 一次请求或答复的上限，字节（Excel 网页版的限制）。 */
export const PAYLOAD_LIMIT = 5_000_000;

/** 请求、答复超过上限时的错误号，客户端库据此报错。 */
export const TOO_LARGE = { request: 5103, response: 5104 } as const;

/**
 * 一次请求的账。只有 `sync` 是我们的同步；`release` 是客户端库用完区域后自动发的，
 * `library` 是它交给宿主的自家记录（装入用时之类，由 Excel 按 Office 的诊断数据设置处理）。
 */
export interface RequestRecord {
  readonly kind: "sync" | "release" | "library";
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
}

/** 内存里的 Excel：接客户端库的请求，做在模型上，给出答复。 */
export class TestExcel {
  readonly model: ModelWorkbook;
  readonly events = new Events();
  readonly failures = new Failures();
  readonly references = new References();
  readonly requests: RequestRecord[] = [];
  /** 要求了测试宿主没有的成员；正常时为空。 */
  readonly refused: string[] = [];
  /** 支持到 ExcelApi 1.几；装客户端库时定。 */
  apiMinor = 15;
  /** 请求用到过的成员，如 `Range.values`。 */
  readonly used = new Set<string>();
  private readonly world: World;

  constructor(seed: WorkbookSeed) {
    const { events } = this;
    const model = new ModelWorkbook(seed);
    this.model = model;
    this.world = {
      model,
      events,
      select(sheet, address) {
        model.active = { sheet, address };
        events.fireSelection(sheet, address);
      },
      worksheetObject: (sheet) => worksheet(this.world, sheet),
    };
  }

  /** 我们的同步次数。 */
  get syncs(): number {
    return this.requests.filter(({ kind }) => kind === "sync").length;
  }

  /** 从零记账。 */
  resetCount(): void {
    this.requests.length = 0;
  }

  /** 执行一次请求，返回答复的 JSON 文本，或太大时的错误号。 */
  execute(request: string): string | number {
    const body: RequestBody = JSON.parse(request);
    const kind = kindOf(body);
    const requestBytes = byteLength(request);
    if (requestBytes > PAYLOAD_LIMIT) {
      this.requests.push({ kind, actions: 0, requestBytes, responseBytes: 0 });
      return TOO_LARGE.request;
    }
    const response = JSON.stringify(this.answer(kind, body));
    const responseBytes = byteLength(response);
    this.requests.push({ kind, actions: body.Actions.length, requestBytes, responseBytes });
    return responseBytes > PAYLOAD_LIMIT ? TOO_LARGE.response : response;
  }

  private answer(kind: RequestRecord["kind"], body: RequestBody): ResponseBody {
    if (kind === "library") return { Results: [] };
    return kind === "release" ? this.run(body) : this.sync(body);
  }

  private sync(body: RequestBody): ResponseBody {
    const failure = this.failures.next();
    if (failure === null) return this.run(body);
    const error = errorOf(failure);
    if (failure.applied === "everything") {
      this.run(body);
      return {
        Results: [],
        Error: { Code: error.code, Message: error.message, ActionIndex: -1, Location: "" },
      };
    }
    const actions =
      failure.applied === "nothing" ? 0 : Math.floor(failure.applied * body.Actions.length);
    return this.run(body, { failAfter: { actions, error } });
  }

  private run(body: RequestBody, options: BatchOptions = {}): ResponseBody {
    const response = runBatch(
      body,
      {
        root: workbook(this.world),
        references: this.references,
        apiMinor: this.apiMinor,
        used: this.used,
      },
      options,
    );
    if (response.Error?.Code === "NotImplemented") this.refused.push(response.Error.Message);
    return response;
  }

  /** 使用者在 Excel 里录入一格。 */
  type(sheetName: string, address: string, raw: unknown): void {
    const sheet = this.sheet(sheetName);
    const { row, column } = areaAt(sheet, address);
    sheet.enter(row, column, raw);
    this.events.fireChanged(sheet, address);
  }

  /** 使用者选中一块。 */
  pick(sheetName: string, address: string): void {
    this.world.select(this.sheet(sheetName), address);
  }

  /** 按名称取工作表；没有时抛错。 */
  sheet(name: string): ModelSheet {
    const sheet = this.model.find(name);
    if (sheet === undefined) throw new Error(`测试工作簿里没有工作表 ${name}`);
    return sheet;
  }

  sheetNames(): string[] {
    return this.model.sheets.map(({ name }) => name);
  }

  /** 选中的地方，如 `表!E7`。 */
  get selection(): string {
    const { sheet, address } = this.model.active;
    return `${sheet.name}!${localAddress(areaAt(sheet, address))}`;
  }
}

function kindOf({ Actions, ObjectPaths }: RequestBody): RequestRecord["kind"] {
  const roots = Object.values(ObjectPaths).filter(
    ({ ParentObjectPathId }) => ParentObjectPathId === undefined,
  );
  // 不从工作簿出发，而是要宿主另建一个服务对象的，都是客户端库自己的事。
  if (roots.every(({ ObjectPathType }) => ObjectPathType === PATH.newObject)) return "library";
  const calls = Actions.filter(({ ActionType }) => ActionType !== ACTION.instantiate);
  const releasing = calls.every(({ Name }) => Name === "_RemoveReference");
  return calls.length > 0 && releasing ? "release" : "sync";
}

const encoder = new TextEncoder();

function byteLength(text: string): number {
  return encoder.encode(text).length;
}
