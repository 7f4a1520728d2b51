import { expect, test } from "vitest";
import { checkTables } from "../../../src/checks/check.ts";
import { Ledger } from "../../../src/checks/diagnosis/ledger.ts";
import { proposeBounds } from "../../../src/checks/diagnosis/propose/bounds.ts";
import { buildTableSets } from "../case-tables.ts";
import { ruleOf } from "../rule-of.ts";

const name = (row: string, column = "基本支出") => `财决04[${row}, ${column}]`;

/** 试着把各格改成多少（分）、多可信；格写成行名。 */
function undone(
  data: Readonly<Record<string, string | number>>,
  ...formulas: readonly string[]
): string[] {
  const { current, prior } = buildTableSets({ 数据: data });
  const rules = formulas.map((formula) => ruleOf(formula));
  const { program, violations } = checkTables({
    current,
    ...(prior === null ? {} : { prior }),
    rules,
  });
  const ledger = new Ledger(program);
  for (const violation of violations) ledger.note(ledger.instanceOf(violation));
  return proposeBounds(ledger, { current, prior }).map(({ changes: [change], cost, hint }) => {
    if (change === undefined || change.missing !== undefined) return "";
    const { table, cell, delta } = change;
    const row = table.rows[Math.floor(cell / table.columns.length)]?.key;
    return `${row} ${(table.value[cell] ?? 0) + delta} ${cost} ${hint?.weight} ${hint?.text}`;
  });
}

const TAIL = "；只违反了大小关系，应有的数请再核对";

test("除得尽的缩小，放大四种倍数", () => {
  expect(undone({ [name("201")]: 1.2 }, `${name("201")} ≤ 1`)).toEqual([
    `201 12 1 1 恰为应有数的 10 倍，小数点错了一位${TAIL}`,
    `201 1200 1 1 恰为应有数的 10 分之一，小数点错了一位${TAIL}`,
    `201 12000 1 1 恰为应有数的 100 分之一，小数点错了两位${TAIL}`,
    `201 120000 1 1 恰为应有数的 1000 分之一，小数点错了三位${TAIL}`,
    `201 1200000 1 1 恰为应有数的万分之一，疑似按万元填列${TAIL}`,
  ]);
});

const tried = (...args: Parameters<typeof undone>) =>
  undone(...args).map((each) => each.split(" ").slice(0, 2).join(" "));

test("缩小得尽的都试；放大到超出安全整数的不试", () => {
  expect(tried({ [name("201")]: 300 }, `${name("201")} ≤ 1`)).toEqual(
    [3000, 300, 30, 3, 300_000, 3_000_000, 30_000_000, 300_000_000].map((each) => `201 ${each}`),
  );
  const huge = tried({ [name("201")]: "1000000000000" }, `${name("201")} ≤ 1`);
  expect(huge.slice(4)).toEqual(["201 1000000000000000"]);
});

test("负数只试正负号；空白、零、读不出的格不试", () => {
  const rule = `${name("201")} + ${name("202")} + ${name("203")} ≥ 0`;
  expect(undone({ [name("201")]: -5, [name("202")]: "0.00" }, rule)).toEqual([
    `201 500 1 1 正负号写反了${TAIL}`,
  ]);
});

test("恰是上年同一格的数的，更可信", () => {
  const data = { [name("201")]: 30, [`上年.${name("201")}`]: 3 };
  const [ten, hundred] = undone(data, `${name("201")} ≤ 1`);
  expect(ten).toMatch(/^201 300 1 3 /);
  expect(hundred).toMatch(/^201 30 1 1 /);
});

test("等式不在这里猜；加数多于十二个的不猜", () => {
  expect(undone({ [name("201")]: 5 }, `${name("201")} = 4`)).toEqual([]);
  const names = Array.from({ length: 13 }, (_, place) => name(String(201 + place)));
  const sum = (count: number) => {
    const own = names.slice(0, count);
    const data = Object.fromEntries(own.map((each) => [each, -3]));
    return undone(data, `${own.join(" + ")} ≥ 0`).length;
  };
  expect([sum(12), sum(13)]).toEqual([12, 0]);
});
