import { expect, test } from "vitest";
import { checkTables } from "../../../src/checks/check.ts";
import { Ledger } from "../../../src/checks/diagnosis/ledger.ts";
import { buildTableSets } from "../case-tables.ts";
import { ruleOf } from "../rule-of.ts";

const [A, B, C] = ["财决04[201, 基本支出]", "财决04[201, 项目支出]", "财决04[201, 经营支出]"];

/** A、B 为 4、5 元：R1、W1 不成立，其余成立；C 空白，P1 的前提不成立。 */
function prepared() {
  const rules = [
    ruleOf(`${A} = 5`, { id: "R1" }),
    ruleOf(`${A} + ${B} = 9`, { id: "R2" }),
    ruleOf(`若 ${A} > 4 则 ${C} = 1`, { id: "P1" }),
    ruleOf(`${A} = 5`, { id: "W1", severity: "warning" }),
    ruleOf(`${B} ≤ 5`, { id: "N1", severity: "note" }),
  ];
  const { current } = buildTableSets({ 数据: { [A]: 4, [B]: 5 } });
  const { program, violations } = checkTables({ current, rules });
  const ledger = new Ledger(program);
  for (const violation of violations) ledger.note(ledger.instanceOf(violation));
  const [table] = current.tables;
  if (table === undefined) throw new Error("没有表");
  const change = (column: string, yuan: number) => ({
    table,
    cell: table.columnIndex.get(column) ?? -1,
    delta: 100 * yuan,
  });
  const names = (instances: Iterable<number>) =>
    [...instances].map((each) => ledger.incidence.place(each).block.rule.id).sort();
  return { ledger, change, names };
}

test("试改：错误级的与警告、提示级的分开数，不留痕迹", () => {
  const { ledger, change, names } = prepared();
  const more = change("基本支出", 1);
  expect(ledger.trial([more])).toEqual({
    explained: 1,
    broken: 2,
    softExplained: 1,
    softBroken: 0,
  });
  expect(ledger.trial([more, change("经营支出", 1), change("项目支出", -1)])).toEqual({
    explained: 1,
    broken: 0,
    softExplained: 1,
    softBroken: 0,
  });
  expect(ledger.trial([change("项目支出", 1)])).toEqual({
    explained: 0,
    broken: 1,
    softExplained: 0,
    softBroken: 1,
  });
  expect(ledger.trial([change("上缴上级支出", 1)])).toEqual({
    explained: 0,
    broken: 0,
    softExplained: 0,
    softBroken: 0,
  });
  expect(names(ledger.broken)).toEqual(["R1"]);
});

test("试改后成立的、会变动的各处", () => {
  const { ledger, change, names } = prepared();
  const more = change("基本支出", 1);
  expect(names(ledger.explainedBy([more]))).toEqual(["R1"]);
  expect(names(ledger.explainedBy([change("基本支出", 2)]))).toEqual([]);
  expect(names(ledger.touchedBy([more]))).toEqual(["P1", "R1", "R2", "W1"]);
});

test("真改：不成立的随之增减，只记错误级的；改回去复原", () => {
  const { ledger, change, names } = prepared();
  ledger.apply([change("基本支出", 1)]);
  expect(names(ledger.broken)).toEqual(["P1", "R2"]);
  ledger.apply([change("项目支出", 1)]);
  expect(names(ledger.broken)).toEqual(["P1", "R2"]);
  ledger.apply([change("项目支出", -2), change("经营支出", 1)]);
  expect(names(ledger.broken)).toEqual([]);
  ledger.apply([change("基本支出", -1), change("项目支出", 1), change("经营支出", -1)]);
  expect(names(ledger.broken)).toEqual(["R1"]);
});
