import { fails, forEachCell, guardsHold, weightOf } from "../comparison.ts";
import type { Program } from "../program.ts";
import { Incidence, type Instance, type Place } from "./incidence.ts";
import type { CellChange, Change, MissingChange, Outcome } from "./slip.ts";

const NOT_YET = -2;
const IDLE = -1;

/** 各处关系现在的“左 − 右”；可以试改几格看有哪些关系随之成立或不成立，也可以真改下去再撤回。不改动表。 */
export class Ledger {
  readonly incidence: Incidence;
  /** 错误级规则里不成立的各处。 */
  readonly broken = new Set<Instance>();
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  /** 还没有算过为 NOT_YET，前提不成立（不必核对）为 IDLE，否则为其中读不出的格数。 */
  readonly #unreadable: Int16Array;
  readonly #effect = new Map<Instance, number>();

  constructor(program: Program) {
    this.incidence = new Incidence(program);
    this.#low = new Float64Array(this.incidence.count);
    this.#high = new Float64Array(this.incidence.count);
    this.#unreadable = new Int16Array(this.incidence.count).fill(NOT_YET);
  }

  /** “左 − 右”所在的区间；读不出的格暂按 0。 */
  difference(instance: Instance): { readonly low: number; readonly high: number } {
    this.#compute(instance);
    return { low: this.#low[instance] ?? 0, high: this.#high[instance] ?? 0 };
  }

  /** 其中还有几格读不出；大于 0 时无从判断成立与否。不必核对的为 null。 */
  unreadable(instance: Instance): number | null {
    this.#compute(instance);
    const count = this.#unreadable[instance] ?? 0;
    return count === IDLE ? null : count;
  }

  instanceOf({ block, row, column }: Place): Instance {
    return this.incidence.instance(this.incidence.indexOf(block), row, column);
  }

  /** 记下现在不成立的一处；错误级的才算。 */
  note(instance: Instance): void {
    if (this.isHard(instance) && this.fails(instance)) this.broken.add(instance);
  }

  isHard(instance: Instance): boolean {
    return this.incidence.blocks[this.incidence.blockOf(instance)]?.rule.severity === "error";
  }

  /** 试改：看结果，不留痕迹。 */
  trial(changes: readonly Change[]): Outcome {
    const outcome = { explained: 0, broken: 0, softExplained: 0, softBroken: 0 };
    for (const [instance, shift] of this.#effects(changes)) {
      this.#compute(instance);
      if (shift === 0 || this.#unreadable[instance] !== 0) continue;
      const block = this.incidence.blocks[this.incidence.blockOf(instance)];
      if (block === undefined) continue;
      const [low, high] = [this.#low[instance] ?? 0, this.#high[instance] ?? 0];
      const before = fails(block.operator, low, high);
      const after = fails(block.operator, low + shift, high + shift);
      if (before === after) continue;
      if (block.rule.severity === "error") outcome[after ? "broken" : "explained"]++;
      else outcome[after ? "softBroken" : "softExplained"]++;
    }
    return outcome;
  }

  /** 试改后会成立的错误级各处。 */
  explainedBy(changes: readonly Change[]): Instance[] {
    const found: Instance[] = [];
    for (const [instance, shift] of this.#effects(changes)) {
      if (this.broken.has(instance) && !this.#failsWith(instance, shift)) found.push(instance);
    }
    return found;
  }

  /** 改这几格会变动的各处。 */
  touchedBy(changes: readonly Change[]): Instance[] {
    return [...this.#effects(changes).keys()];
  }

  /** 现在是否不成立，各级规则都算。 */
  fails(instance: Instance): boolean {
    return this.#failsWith(instance, 0);
  }

  /** 真改；撤回用 `revert`。 */
  apply(changes: readonly Change[]): void {
    this.#shift(changes, 1);
  }

  revert(changes: readonly Change[]): void {
    this.#shift(changes, -1);
  }

  /** 读不出的一格已经推出应有的数：此后它参加的各处照常判断。 */
  fill(change: CellChange): void {
    const touched = new Set<Instance>();
    this.incidence.visit(change.table, change.cell, (instance) => touched.add(instance));
    for (const instance of touched) {
      this.#compute(instance);
      const count = this.#unreadable[instance] ?? 0;
      if (count > 0) this.#unreadable[instance] = count - 1;
    }
    this.apply([change]);
  }

  #shift(changes: readonly Change[], direction: 1 | -1): void {
    for (const [instance, shift] of this.#effects(changes)) {
      this.#compute(instance);
      this.#low[instance] = (this.#low[instance] ?? 0) + direction * shift;
      this.#high[instance] = (this.#high[instance] ?? 0) + direction * shift;
      if (!this.isHard(instance)) continue;
      if (this.fails(instance)) this.broken.add(instance);
      else this.broken.delete(instance);
    }
  }

  #failsWith(instance: Instance, shift: number): boolean {
    this.#compute(instance);
    const block = this.incidence.blocks[this.incidence.blockOf(instance)];
    if (block === undefined || this.#unreadable[instance] !== 0) return false;
    const [low, high] = [this.#low[instance] ?? 0, this.#high[instance] ?? 0];
    return fails(block.operator, low + shift, high + shift);
  }

  /** 各处“左 − 右”因试改而变多少。返回的映射下次调用时重用。 */
  #effects(changes: readonly Change[]): ReadonlyMap<Instance, number> {
    const effect = this.#effect;
    effect.clear();
    for (const change of changes) {
      const add = (instance: Instance, coefficient: number) => {
        effect.set(instance, (effect.get(instance) ?? 0) + coefficient * change.delta);
      };
      if (change.missing === undefined) this.incidence.visit(change.table, change.cell, add);
      else this.#visitMissing(change, add);
    }
    return effect;
  }

  #visitMissing(
    { table, missing, column }: MissingChange,
    add: (instance: Instance, coefficient: number) => void,
  ): void {
    const parent = missing.addsToParent ? (table.rows[missing.parent]?.key ?? null) : null;
    this.incidence.visitMissing(table, missing.key, parent, column, add);
  }

  #compute(instance: Instance): void {
    if (this.#unreadable[instance] !== NOT_YET) return;
    const { block, row, column } = this.incidence.place(instance);
    if (!guardsHold(block, row, column)) {
      this.#unreadable[instance] = IDLE;
      return;
    }
    const constant = block.constant.left - block.constant.right;
    let [low, high, unreadable] = [constant, constant, 0];
    for (const operand of block.operands) {
      const { table } = operand;
      const coefficient = weightOf(operand);
      const [lower, upper] = coefficient > 0 ? [table.low, table.high] : [table.high, table.low];
      forEachCell(operand, row, column, (cell) => {
        low += coefficient * (lower[cell] ?? 0);
        high += coefficient * (upper[cell] ?? 0);
        if (!block.readable && table.state[cell] === "unreadable") unreadable++;
      });
    }
    this.#low[instance] = low;
    this.#high[instance] = high;
    this.#unreadable[instance] = unreadable;
  }
}
