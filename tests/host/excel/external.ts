import type { TestExcel } from "./test-excel.ts";

/** 客户端库与 Windows 版 Excel 之间的约定编号。 */
const DISPATCH = { execute: 93, richApiMessage: 33 } as const;

/** Excel 传给网页的数组：脚本引擎要用 `toArray` 才能读。 */
interface SafeArray {
  toArray(): unknown[];
  dimensions(): number;
}

type EventHandler = (dispatchId: number, payload: SafeArray) => void;

export interface ExternalOptions {
  /** 支持到哪个要求集，如 `1.7`。 */
  readonly excelApi: string;
  readonly theme?: "light" | "dark";
  /** 浏览器里只读打开。 */
  readonly readOnlyView?: boolean;
  /** 每次请求的答复推迟多少毫秒，缺省不推迟。 */
  readonly delay?: number;
}

/**
 * Windows 版 Excel 给网页的 `window.external`：客户端库从这里得知自己在 Excel 里，也从这里发请求、登记事件。
 * 客户端库本身一字不改；方法名由它规定。
 */
export class ExcelExternal {
  private readonly context: HostContext;

  constructor(
    private readonly excel: TestExcel,
    private readonly options: ExternalOptions,
  ) {
    this.context = new HostContext(excel, options);
    excel.apiMinor = Number(options.excelApi.split(".")[1]);
  }

  GetContext(): HostContext {
    return this.context;
  }

  Execute(id: number, parameters: unknown, callback: (reply: unknown) => void): void {
    if (id !== DISPATCH.execute) {
      callback(safeArray([0]));
      return;
    }
    const [kind, , , , request] = (parameters as readonly (readonly unknown[])[])[0] ?? [];
    // 客户端库自己的通知（不是 Excel 对象模型的请求）照收不误。
    const reply = kind === "IterativeExecutor" ? this.excel.execute(String(request)) : EMPTY_REPLY;
    setTimeout(
      () =>
        callback(typeof reply === "number" ? reply : safeArray([0, safeArray([200, [], reply])])),
      this.options.delay ?? 0,
    );
  }

  RegisterEvent(id: number, _target: string, handler: EventHandler, callback: Callback): void {
    if (id === DISPATCH.richApiMessage) {
      this.excel.events.connect((entry) => handler(id, safeArray([[...entry]])));
    }
    callback(0);
  }

  UnregisterEvent(id: number, _target: string, callback: Callback): void {
    if (id === DISPATCH.richApiMessage) this.excel.events.connect(null);
    callback(0);
  }
}

type Callback = (status: number) => void;

const EMPTY_REPLY = '{"Results":[]}';

function safeArray(items: unknown[]): SafeArray {
  return { toArray: () => items, dimensions: () => 1 };
}

/** 客户端库启动时问宿主的事。 */
class HostContext {
  constructor(
    private readonly excel: TestExcel,
    private readonly options: ExternalOptions,
  ) {}

  GetAppType(): number {
    return 1;
  }

  GetSolutionRef(): string {
    return "juesuan-test";
  }

  GetAppVersionMajor(): number {
    return 16;
  }

  GetAppVersionMinor(): number {
    return 1;
  }

  GetAppUILocale(): string {
    return "zh-cn";
  }

  GetAppDataLocale(): string {
    return "zh-cn";
  }

  GetDocUrl(): string {
    return `C:\\决算\\${this.excel.model.fileName}`;
  }

  /** 1 是只能看。 */
  GetAppCapabilities(): number {
    return this.options.readOnlyView ? 1 : 0;
  }

  GetActivationMode(): number {
    return 1;
  }

  GetControlIntegrationLevel(): number {
    return 1;
  }

  /** 客户端库把它当 XML 解析，取其中的租户与用户编号；这里都没有。 */
  GetSolutionToken(): string {
    return "<t/>";
  }

  GetSupportedMatrix(): string {
    return JSON.stringify({ ExcelApi: this.options.excelApi, RichApiRuntime: "1.1" });
  }

  GetSettings(): object {
    return new NoSettings();
  }

  GetOfficeThemeInfo(): string {
    const dark = this.options.theme === "dark";
    return JSON.stringify({
      bodyBackgroundColor: dark ? 0x262626 : 0xffffff,
      bodyForegroundColor: dark ? 0xffffff : 0x000000,
      controlBackgroundColor: dark ? 0x363636 : 0xf0f0f0,
      controlForegroundColor: dark ? 0xffffff : 0x000000,
    });
  }
}

/** 文档设置（旧接口）我们不用，总是空的。 */
class NoSettings {
  Read(): void {}

  Write(): void {}
}
