import { fails } from "../comparison.ts";
import type { Block, Program } from "../program.ts";
import { CONCLUSION, Incidence, type Instance, type Place } from "./incidence.ts";
import { addUp, Premises } from "./premises.ts";
import type { CellChange, Change, MissingChange, Outcome } from "./slip.ts";

const NOT_YET = -1;

/** 各处关系现在的“左 − 右”；可以试改几格看有哪些关系随之成立或不成立，也可以真改下去。不改动表。 */
export class Ledger {
  readonly incidence: Incidence;
  /** 错误级规则里不成立的各处。 */
  readonly broken = new Set<Instance>();
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  /** 还没有算过为 NOT_YET，否则为结论里读不出的格数。 */
  readonly #unreadable: Int16Array;
  /** 带前提的各处，用到时才算。 */
  readonly #premises = new Map<Instance, Premises>();
  readonly #effect = new Map<Instance, number>();
  /** 同上，各个前提的“左 − 右”变多少；只有前提变动了的才有。 */
  readonly #premiseEffect = new Map<Instance, number[]>();

  constructor(program: Program) {
    this.incidence = new Incidence(program);
    this.#low = new Float64Array(this.incidence.count);
    this.#high = new Float64Array(this.incidence.count);
    this.#unreadable = new Int16Array(this.incidence.count).fill(NOT_YET);
  }

  /** 结论的“左 − 右”所在的区间；读不出的格暂按 0。 */
  difference(instance: Instance): { readonly low: number; readonly high: number } {
    this.#compute(instance);
    return { low: this.#low[instance] ?? 0, high: this.#high[instance] ?? 0 };
  }

  /** 其中（连同前提）还有几格读不出；大于 0 时无从判断成立与否。前提不成立、不必核对的为 null。 */
  unreadable(instance: Instance): number | null {
    this.#compute(instance);
    const own = this.#unreadable[instance] ?? 0;
    const premises = this.#premisesOf(instance);
    if (premises === null) return own;
    if (premises.unreadable > 0) return own + premises.unreadable;
    return premises.hold() ? own : null;
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
      const premises = this.#premiseEffect.get(instance);
      if (shift === 0 && premises === undefined) continue;
      const block = this.incidence.blocks[this.incidence.blockOf(instance)];
      if (block === undefined) continue;
      const before = this.#judge(block, instance, 0);
      const after = this.#judge(block, instance, shift, premises);
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
      if (!this.broken.has(instance)) continue;
      const block = this.incidence.blocks[this.incidence.blockOf(instance)];
      const premises = this.#premiseEffect.get(instance);
      if (block !== undefined && !this.#judge(block, instance, shift, premises)) {
        found.push(instance);
      }
    }
    return found;
  }

  /** 改这几格会变动的各处。 */
  touchedBy(changes: readonly Change[]): Instance[] {
    return [...this.#effects(changes).keys()];
  }

  /** 现在是否不成立，各级规则都算。 */
  fails(instance: Instance): boolean {
    const block = this.incidence.blocks[this.incidence.blockOf(instance)];
    return block !== undefined && this.#judge(block, instance, 0);
  }

  /** 真改。 */
  apply(changes: readonly Change[]): void {
    for (const [instance, shift] of this.#effects(changes)) {
      this.#compute(instance);
      this.#low[instance] = (this.#low[instance] ?? 0) + shift;
      this.#high[instance] = (this.#high[instance] ?? 0) + shift;
      const premises = this.#premiseEffect.get(instance);
      if (premises !== undefined) this.#premisesOf(instance)?.shift(premises);
      if (!this.isHard(instance)) continue;
      if (this.fails(instance)) this.broken.add(instance);
      else this.broken.delete(instance);
    }
  }

  /** 读不出的一格已经推出应有的数：此后它参加的各处照常判断。 */
  fill(change: CellChange): void {
    this.incidence.visit(change.table, change.cell, (instance, _, part) => {
      if (part !== CONCLUSION) {
        this.#premisesOf(instance)?.filled(part);
        return;
      }
      this.#compute(instance);
      this.#unreadable[instance] = (this.#unreadable[instance] ?? 0) - 1;
    });
    this.apply([change]);
  }

  /** 结论变动 `shift`、各前提变动 `premises` 之后是否不成立；读不出的、前提不成立的不算。 */
  #judge(block: Block, instance: Instance, shift: number, premises?: readonly number[]): boolean {
    this.#compute(instance);
    if (this.#unreadable[instance] !== 0) return false;
    const [low, high] = [this.#low[instance] ?? 0, this.#high[instance] ?? 0];
    if (!fails(block.operator, low + shift, high + shift)) return false;
    if (block.guards === undefined) return true;
    const own = this.#premisesOf(instance);
    return own === null || (own.unreadable === 0 && own.hold(premises));
  }

  /** 各处结论的“左 − 右”因试改而变多少，前提变动的记在 `#premiseEffect`。两个映射下次调用时重用。 */
  #effects(changes: readonly Change[]): ReadonlyMap<Instance, number> {
    const [effect, premiseEffect] = [this.#effect, this.#premiseEffect];
    effect.clear();
    premiseEffect.clear();
    for (const change of changes) {
      const add = (instance: Instance, coefficient: number, part: number) => {
        const shift = coefficient * change.delta;
        if (part === CONCLUSION) {
          effect.set(instance, (effect.get(instance) ?? 0) + shift);
          return;
        }
        if (!effect.has(instance)) effect.set(instance, 0);
        const shifts = premiseEffect.get(instance) ?? [];
        shifts[part] = (shifts[part] ?? 0) + shift;
        premiseEffect.set(instance, shifts);
      };
      if (change.missing === undefined) this.incidence.visit(change.table, change.cell, add);
      else this.#visitMissing(change, add);
    }
    return effect;
  }

  #visitMissing(
    { table, missing, column }: MissingChange,
    add: (instance: Instance, coefficient: number, part: number) => void,
  ): void {
    const parent = missing.addsToParent ? (table.rows[missing.parent]?.key ?? null) : null;
    this.incidence.visitMissing(table, missing.key, parent, column, add);
  }

  #premisesOf(instance: Instance): Premises | null {
    const known = this.#premises.get(instance);
    if (known !== undefined) return known;
    const { block, row, column } = this.incidence.place(instance);
    if (block.guards === undefined) return null;
    const premises = new Premises(block.guards, row, column);
    this.#premises.set(instance, premises);
    return premises;
  }

  #compute(instance: Instance): void {
    if (this.#unreadable[instance] !== NOT_YET) return;
    const { block, row, column } = this.incidence.place(instance);
    const { low, high, unreadable } = addUp(block, row, column);
    this.#low[instance] = low;
    this.#high[instance] = high;
    this.#unreadable[instance] = unreadable;
  }
}
