import type { CatalogueEntry, ItemEntry, TemplateKind, Value } from "../catalogue/entry.ts";
import type { DraftContext } from "../context.ts";
import type { TemplateFilter } from "./filter.ts";

/** 模板里认得的全部名称：数和筛选。键都按 NFKC 归一，全角、半角写法相同。 */
export interface KnownNames {
  readonly figures: ReadonlyMap<string, CatalogueEntry>;
  readonly filters: ReadonlyMap<string, TemplateFilter>;
}

/** “每个”里总有的名称。 */
export const EACH_NAMES: readonly ItemEntry[] = [
  { name: "序号", kind: "文字", meaning: "第几项，从 1 起；写了“当”的，只数合乎条件的" },
  { name: "首项", kind: "判断", meaning: "是第一项" },
  { name: "末项", kind: "判断", meaning: "是最后一项" },
];

/** 名称归一，用来查找。 */
export function plainName(name: string): string {
  return name.normalize("NFKC");
}

export function knownNames(
  catalogue: readonly CatalogueEntry[],
  filters: readonly TemplateFilter[],
): KnownNames {
  return {
    figures: new Map(catalogue.map((entry) => [plainName(entry.name), entry])),
    filters: new Map(filters.map((filter) => [plainName(filter.name), filter])),
  };
}

/** 起草时一处的名称：先看所在清单的各层，再看全部的数。每个数在一份草稿里只取一次。 */
export interface Scope {
  readonly context: DraftContext;
  readonly read: (name: string) => Value;
}

/** 一份草稿共用的名称。名称没有核对过而不认得时抛错。 */
export function draftScope(context: DraftContext, { figures }: KnownNames): Scope {
  const values = new Map<string, Value>();
  const read = (name: string): Value => {
    const known = values.get(name);
    if (known !== undefined) return known;
    const entry = figures.get(name);
    if (entry === undefined) throw new Error(`没有叫“${name}”的数`);
    const value = entry.read(context);
    if (value.kind !== entry.kind) throw new Error(`“${name}”应为${entry.kind}，却是${value.kind}`);
    values.set(name, value);
    return value;
  };
  return { context, read };
}

/** 清单里一项的名称；没有的看外面一层。`index` 从 0 起。 */
export function itemScope(
  outer: Scope,
  item: ReadonlyMap<string, Value>,
  index: number,
  count: number,
): Scope {
  const read = (name: string): Value => {
    const own = item.get(name);
    if (own !== undefined) return own;
    if (name === "序号") return { kind: "文字", run: String(index + 1) };
    if (name === "首项") return { kind: "判断", is: index === 0 };
    if (name === "末项") return { kind: "判断", is: index === count - 1 };
    return outer.read(name);
  };
  return { context: outer.context, read };
}

/** 某处认得的名称和它们的种类，核对模板用。 */
export interface NameKind {
  readonly kind: TemplateKind;
  readonly items?: readonly ItemEntry[];
}
