/**
 * 填报、选项等数据放在哪里。浏览器不能往打开的文件里写，所以只放在内存里，由使用者导出成填报文件；
 * 使用者同意时另存一份在本机浏览器里（localStorage），下次打开同名文件时自动取回。
 */
export interface KeptData {
  load(): string | null;
  save(json: string): void;
  /** 是否记在本机浏览器里；浏览器不许时恒为 false。 */
  readonly remembered: boolean;
  /** 记住，或者不再记住（同时删掉本机的那份）。返回做成没有。 */
  remember(on: boolean): boolean;
}

/** 只用到的那部分 Storage，便于测试。 */
export type DataStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const PREFIX = "决算核对与说明:";

export function keptData(fileName: string, storage: DataStorage | null): KeptData {
  const key = PREFIX + fileName;
  const stored = attempt(() => storage?.getItem(key) ?? null);
  let json: string | null = stored ?? null;
  let remembered = json !== null;
  return {
    load: () => json,
    save(text) {
      json = text;
      if (remembered) attempt(() => storage?.setItem(key, text));
    },
    get remembered() {
      return remembered;
    },
    remember(on) {
      if (storage === null) return false;
      const done = attempt(() => {
        if (on) storage.setItem(key, json ?? "{}");
        else storage.removeItem(key);
        return true;
      });
      if (done === true) remembered = on;
      return done === true;
    },
  };
}

/** 本机存储可能被管理员关掉，或者满了：一碰就抛错。 */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** 浏览器的本机存储；不许用时为 null。 */
export function browserStorage(): DataStorage | null {
  return attempt(() => globalThis.localStorage) ?? null;
}
