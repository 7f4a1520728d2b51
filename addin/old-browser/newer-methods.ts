/**
 * 给 2020 年底以来的浏览器补上本程序用到、它们还没有的几个方法；已有的不动。
 * 每个入口（窗格、工作台、读文件的后台线程）都最先引入本文件。内网里的浏览器常常几年不更新。
 */

type Compare<T> = (a: T, b: T) => number;

const integer = (value: number) => Math.trunc(value) || 0;

function at(this: ArrayLike<unknown>, index: number): unknown {
  const position = integer(index);
  return this[position < 0 ? this.length + position : position];
}

function findLastIndex(
  this: unknown[],
  test: (value: unknown, index: number, list: unknown[]) => unknown,
): number {
  for (let index = this.length - 1; index >= 0; index--) {
    if (test(this[index], index, this)) return index;
  }
  return -1;
}

function findLast(
  this: unknown[],
  test: (value: unknown, index: number, list: unknown[]) => unknown,
): unknown {
  return this[findLastIndex.call(this, test)];
}

function toSorted(this: unknown[], compare?: Compare<unknown>): unknown[] {
  return [...this].sort(compare);
}

function toReversed(this: unknown[]): unknown[] {
  return [...this].reverse();
}

function stringAt(this: string, index: number): string | undefined {
  const position = integer(index);
  return this[position < 0 ? this.length + position : position];
}

function hasOwn(object: object, key: PropertyKey): boolean {
  return Reflect.getOwnPropertyDescriptor(object, key) !== undefined;
}

/** 补一个方法；已有的不动。 */
function supply(target: object, name: string, method: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value: method, writable: true, configurable: true });
}

supply(Array.prototype, "at", at);
supply(Array.prototype, "findLast", findLast);
supply(Array.prototype, "findLastIndex", findLastIndex);
supply(Array.prototype, "toSorted", toSorted);
supply(Array.prototype, "toReversed", toReversed);
supply(String.prototype, "at", stringAt);
supply(Object, "hasOwn", hasOwn);
