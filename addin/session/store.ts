/** 一份状态和它的订阅者；状态是不可变的普通数据，每次改动换一份新的。 */
export interface Store<S> {
  getState(): S;
  /** 返回取消订阅的函数。 */
  subscribe(listener: () => void): () => void;
}

export interface WritableStore<S> extends Store<S> {
  /** 由旧状态得出新状态；得出同一份时不通知。 */
  update(change: (state: S) => S): void;
}

export function createStore<S>(initial: S): WritableStore<S> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update(change) {
      const next = change(state);
      if (Object.is(next, state)) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
  };
}
