/**
 * `@microsoft/office-js-helpers` 只在这里用，只用它的 `Utilities`（宿主、平台、日志）与 `Storage`。
 *
 * 它打成一个 14 KB（gzip）的 UMD 包，引入时不碰全局对象、不发请求、不求值字符串（里面的
 * `Function("return this")` 只在找不到全局对象时才会走到），因此不违反内容安全策略；但用得少，所以按需装入。
 * 登录、对话框、通知几部分一概不用。
 */
async function helpers() {
  return import("@microsoft/office-js-helpers");
}

/** 宿主与平台，如 `EXCEL PC`，写进日志供管理员排查。 */
export async function hostDescription(): Promise<string> {
  const { Utilities } = await helpers();
  return `${Utilities.host} ${Utilities.platform}`;
}

/** 把一个没有料到的错误连同 Office 的调试信息记到浏览器控制台；不外传。 */
export async function logFailure(error: unknown): Promise<void> {
  const { Utilities } = await helpers();
  Utilities.log(error instanceof Error ? error : String(error));
}

/** 只与这台电脑有关的小设置（如上次停在哪个面板）；不放工作簿里的任何内容。 */
export interface MachineSettings {
  get(key: string): string | null;
  set(key: string, value: string): void;
}

/** 浏览器不许存（隐私模式、管理员禁用）时返回 null。 */
export async function machineSettings(): Promise<MachineSettings | null> {
  const { Storage, StorageType } = await helpers();
  try {
    const storage = new Storage<string>("决算核对与说明", StorageType.LocalStorage);
    return {
      get: (key) => storage.get(key) ?? null,
      set: (key, value) => {
        storage.set(key, value);
      },
    };
  } catch {
    return null;
  }
}
