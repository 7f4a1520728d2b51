import type { FormId } from "../tables/form.ts";
import type { TableSet } from "../tables/table.ts";
import { TableIndex } from "./table-index.ts";

/** 送审的表（本年、上年）和它们的索引；同一次核对的各条规则共用。 */
export class RuleTables {
  readonly current: TableSet;
  readonly prior: TableSet | null;
  /** 表号 → 索引；没有这张表为 null。 */
  readonly #indexes = new Map<FormId, TableIndex | null>();
  readonly #priorIndexes = new Map<FormId, TableIndex | null>();
  readonly #keys = new Map<string, readonly string[]>();

  constructor(current: TableSet, prior: TableSet | null) {
    this.current = current;
    this.prior = prior;
  }

  find({ prior, form }: TableName): TableIndex | null {
    const indexes = prior ? this.#priorIndexes : this.#indexes;
    const known = indexes.get(form);
    if (known !== undefined) return known;
    const table = (prior ? this.prior : this.current)?.byForm.get(form);
    const index = table === undefined ? null : new TableIndex(table);
    indexes.set(form, index);
    return index;
  }

  /** 缺这张表时的说法。 */
  missing({ prior, form }: TableName): string {
    if (prior && this.prior === null) return "没有上年的报表";
    return `缺少${prior ? "上年的" : ""}${form}`;
  }

  /** 同样的表、同样的取法只算一次键：各条规则共用同一个数组，也就共用同一份分组。 */
  keys(name: string, make: () => readonly string[]): readonly string[] {
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    const keys = make();
    this.#keys.set(name, keys);
    return keys;
  }
}

export interface TableName {
  readonly prior: boolean;
  readonly form: FormId;
}
