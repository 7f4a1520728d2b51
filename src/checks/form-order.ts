import type { FormId } from "../tables/form.ts";

const FAMILIES = ["财决", "财决附", "CS", "公开"];

/** 表的习惯次序：财决01、01-1、02 …… 12-2、附02、附03、CS01、公开01 ……。 */
export function compareForms(a: FormId, b: FormId): number {
  const [left, right] = [orderOf(a), orderOf(b)];
  for (let part = 0; part < left.length; part++) {
    const order = (left[part] ?? 0) - (right[part] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

function orderOf(id: FormId): readonly number[] {
  const [, family = "", number = "", sub = "0"] = /^(\D+)(\d+)(?:-(\d+))?/.exec(id) ?? [];
  const place = FAMILIES.indexOf(family);
  return [place < 0 ? FAMILIES.length : place, Number(number), Number(sub)];
}
