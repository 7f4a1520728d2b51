import { HostError } from "../host-error.ts";
import { HostObject } from "../host-object.ts";
import type { SheetArea } from "../model/sheet.ts";

export function text(value: unknown, what: string): string {
  if (typeof value !== "string") throw new HostError("InvalidArgument", `${what}不是文字`);
  return value;
}

export function number(value: unknown, what: string): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new HostError("InvalidArgument", `${what}不是数字`);
  }
  return value;
}

export function flag(value: unknown, what: string): boolean {
  if (typeof value !== "boolean") throw new HostError("InvalidArgument", `${what}不是逻辑值`);
  return value;
}

export function oneOf<T extends string>(value: unknown, choices: readonly T[], what: string): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new HostError("InvalidArgument", `${what}不能是 ${String(value)}`);
  return found;
}

/** `#RRGGBB`。 */
export function colour(value: unknown): string {
  const given = text(value, "颜色");
  if (!/^#[0-9A-Fa-f]{6}$/.test(given)) throw new HostError("InvalidArgument", `颜色 ${given}`);
  return given;
}

export function area(value: unknown, what: string): SheetArea {
  if (!(value instanceof HostObject) || value.type !== "Range") {
    throw new HostError("InvalidArgument", `${what}不是区域`);
  }
  return value.target as SheetArea;
}

export function itemNotFound(what: string): HostError {
  return new HostError("ItemNotFound", `没有 ${what}`);
}
