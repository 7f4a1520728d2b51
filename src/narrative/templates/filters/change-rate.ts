import type { Value } from "../../catalogue/entry.ts";
import { changeBetween } from "../../facts/change.ts";
import { isMissing, type Money, quotient } from "../../facts/known.ts";
import { moneyOf, type TemplateFilter } from "../filter.ts";

export const filter: TemplateFilter = {
  name: "增减率",
  meaning: "增减额是另一年的数的百分之几，总为正。那一年为零或为负时不可比，留成待补充。",
  example: "{收入总计｜增减率 上年收入总计} → 9.85%",
  accepts: ["金额"],
  args: [{ name: "上年数", kind: "金额", meaning: "和谁比" }],
  gives: "比率",
  apply: (value, [prior]) => rate(moneyOf(value), moneyOf(prior)),
};

function rate(current: Money, prior: Money): Value {
  const change = changeBetween(current, prior);
  if (change.kind === "missing") return { kind: "比率", fact: change.missing };
  if (change.kind === "changed" && change.rate !== null) return { kind: "比率", fact: change.rate };
  if (change.kind === "same" && !isMissing(current) && !isMissing(prior) && prior.cents > 0) {
    const none = { ...current, name: `${current.name}增减额`, cents: 0 };
    return { kind: "比率", fact: quotient(`${prior.name}增减率`, none, prior) };
  }
  const name = `${current.name}增减率`;
  const asks = `${prior.name}为零或为负，算不出${name}，请改写这句话。`;
  return { kind: "比率", fact: { kind: "missing", name, gap: name, asks } };
}
