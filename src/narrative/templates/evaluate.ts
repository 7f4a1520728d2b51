import type { ItemScope, Value } from "../catalogue/entry.ts";
import { plainText } from "../wording/plain-text.ts";
import type { Run } from "../wording/run.ts";
import { literalValue } from "./literal.ts";
import { itemScope, type KnownNames, type Scope } from "./names.ts";
import type { NameUsed, Operator, Predicate, Primary, Test, ValueTerm } from "./syntax.ts";

/** 取一个值：名称、文字或数，再依次过各个筛选。模板须已核对过。 */
export function evaluate({ primary, filters }: ValueTerm, scope: Scope, known: KnownNames): Value {
  let value = primaryValue(primary, scope);
  for (const { name, args } of filters) {
    const filter = known.filters.get(name);
    if (filter === undefined) throw new Error(`没有叫“${name}”的筛选`);
    const given = args.map((arg) => primaryValue(arg, scope));
    value = filter.apply(value, given, scope.context.style);
  }
  return value;
}

function primaryValue(primary: Primary, scope: Scope): Value {
  if (primary.kind === "名称") return scope.read(primary.name);
  if (primary.kind === "文字") return { kind: "文字", run: primary.text };
  const value = literalValue(primary);
  if (value === null) throw new Error(`“${primary.digits}${primary.unit}”不能精确表示`);
  return value;
}

/** 清单里合乎 `when` 的各项，各成一层名称。 */
export function itemsOf(
  list: NameUsed,
  when: Test | null,
  scope: Scope,
  known: KnownNames,
): Scope[] {
  const value = scope.read(list.name);
  if (value.kind !== "清单") throw new Error(`“${list.name}”不是清单`);
  const all = value.items;
  const chosen: readonly ItemScope[] =
    when === null
      ? all
      : all.filter((item, index) => holds(when, itemScope(scope, item, index, all.length), known));
  return chosen.map((item, index) => itemScope(scope, item, index, chosen.length));
}

/** 条件成立不成立。取不到数的比较一律不成立，要问有没有取到，用“缺”。 */
export function holds(test: Test, scope: Scope, known: KnownNames): boolean {
  switch (test.kind) {
    case "非":
      return !holds(test.test, scope, known);
    case "且":
      return test.tests.every((each) => holds(each, scope, known));
    case "或":
      return test.tests.some((each) => holds(each, scope, known));
    case "有":
      return itemsOf(test.list, test.when, scope, known).length > 0 === test.some;
    case "判断": {
      const value = evaluate(test.value, scope, known);
      return value.kind === "判断" && value.is;
    }
    case "状态":
      return inState(evaluate(test.left, scope, known), test.predicate);
    case "比较":
      return compared(
        evaluate(test.left, scope, known),
        evaluate(test.right, scope, known),
        test.operator,
      );
  }
}

function inState(value: Value, predicate: Predicate): boolean {
  if (predicate === "缺") return isAbsent(value);
  if (predicate === "不缺") return !isAbsent(value);
  const number = exactNumber(value);
  return number !== null && (number.numerator === 0n) === (predicate === "为零");
}

function isAbsent(value: Value): boolean {
  if (value.kind === "文字") return hasGap(value.run);
  if (value.kind === "图") return value.chart !== null && value.chart.kind === "missing";
  return "fact" in value && value.fact.kind === "missing";
}

function hasGap(run: Run): boolean {
  if (typeof run === "string") return false;
  return "kind" in run ? run.kind === "gap" : run.some(hasGap);
}

function compared(left: Value, right: Value, operator: Operator): boolean {
  if (left.kind === "文字") {
    const text = right.kind === "计数" && right.fact.kind === "count" ? right.fact.name : null;
    if (isAbsent(left) || isAbsent(right)) return false;
    const other = right.kind === "文字" ? plainText(right.run) : text;
    return (plainText(left.run) === other) === (operator === "是");
  }
  const a = exactNumber(left);
  const b = exactNumber(right);
  if (a === null || b === null) return false;
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return COMPARED[operator](difference);
}

const COMPARED: Readonly<Record<Operator, (difference: bigint) => boolean>> = {
  是: (difference) => difference === 0n,
  不是: (difference) => difference !== 0n,
  大于: (difference) => difference > 0n,
  小于: (difference) => difference < 0n,
  不大于: (difference) => difference <= 0n,
  不小于: (difference) => difference >= 0n,
};

interface ExactNumber {
  readonly numerator: bigint;
  /** 总为正。 */
  readonly denominator: bigint;
}

/** 精确的值：金额以分计，比率为分数；取不到的、不是数的为 null。 */
function exactNumber(value: Value): ExactNumber | null {
  if (!("fact" in value) || value.fact.kind === "missing") return null;
  const { fact } = value;
  if (fact.kind === "money") return { numerator: BigInt(fact.cents), denominator: 1n };
  if (fact.kind === "count") return { numerator: BigInt(fact.count), denominator: 1n };
  const sign = fact.denominator < 0 ? -1n : 1n;
  return {
    numerator: sign * BigInt(fact.numerator),
    denominator: sign * BigInt(fact.denominator),
  };
}
