import fc from "fast-check";
import { expect, test } from "vitest";
import { bindRules } from "../../src/checks/bind-rules.ts";
import { evaluate } from "../../src/checks/evaluate.ts";
import { parseFormula } from "../../src/checks/language/parse-formula.ts";
import { buildTableSets } from "./case-tables.ts";
import { naiveDifferences } from "./naive-evaluator.ts";
import { ruleOf } from "./rule-of.ts";

const ROWS = [
  "合计",
  "201",
  "20101",
  "2010101",
  "2010102",
  "205",
  "20502",
  "2010101/P1",
  "2010102/P2",
];
const COLUMNS = ["合计", "301", "30101", "30102", "302", "30201", "30299"];
const FORMS = ["财决05", "财决05-1", "财决05-2", "上年.财决05-2"];

const amount = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map((n) => (n / 100).toFixed(2)),
  fc.constantFrom("", "—", "0", "1000000000000.01"),
  fc.integer({ min: 0, max: 2 }).map((n) => `0.0${n}万元`),
);

const data = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom(...FORMS), fc.constantFrom(...ROWS), fc.constantFrom(...COLUMNS)),
    {
      minLength: 1,
      maxLength: 25,
      selector: (cell) => cell.join(),
    },
  )
  .filter((cells) => cells.every(([form, row]) => form.endsWith("-2") || !row.includes("/")))
  .chain((cells) =>
    fc
      .array(amount, { minLength: cells.length, maxLength: cells.length })
      .map((amounts) =>
        Object.fromEntries(
          cells.map(([form, row, column], i) => [`${form}[${row}, ${column}]`, amounts[i] ?? ""]),
        ),
      ),
  );

const column = fc.constantFrom(
  "合计",
  "301",
  "*",
  "{下级 301}",
  "{下级 合计}",
  "{30101..30299}",
  "{301, 302, 301}",
);
const cellRow = fc.constantFrom("201", "2010101", "{201, 205}", "2010102");
const quantifier = fc.constantFrom("", "每个科目", "每类", "每个项目", "每行", "*");

const formula = quantifier.chain((word) => {
  const forms = word === "每个项目" ? FORMS.slice(2) : word === "每行" ? FORMS.slice(2, 3) : FORMS;
  const driven = fc
    .tuple(fc.constantFrom(...forms), column)
    .map(([form, c]) =>
      word === "" || word === "*"
        ? `${form}[${word === "*" ? "*" : "201"}, ${c}]`
        : `${form}[${c}]`,
    );
  const fixed = fc
    .tuple(fc.constantFrom(...FORMS), cellRow, column)
    .map(([form, r, c]) => `${form}[${r}, ${c}]`);
  const term = fc.oneof(
    { weight: 4, arbitrary: driven },
    { weight: 1, arbitrary: fixed },
    { weight: 1, arbitrary: fc.constantFrom("0", "0.01", "100") },
  );
  const sum = (first: fc.Arbitrary<string>) =>
    fc
      .tuple(first, fc.array(fc.tuple(fc.constantFrom("+", "-"), term), { maxLength: 3 }))
      .map(([head, tail]) => head + tail.map(([sign, each]) => ` ${sign} ${each}`).join(""));
  return fc
    .tuple(sum(driven), fc.constantFrom("=", "≤", "≥", "≠"), sum(term))
    .map(([left, operator, right]) => `${word === "*" ? "" : word} ${left} ${operator} ${right}`);
});

const HOLDS = {
  "=": (low: bigint, high: bigint) => low <= 0n && high >= 0n,
  "≤": (low: bigint) => low <= 0n,
  "≥": (_low: bigint, high: bigint) => high >= 0n,
  "≠": (low: bigint, high: bigint) => low !== 0n || high !== 0n,
  "<": (low: bigint) => low < 0n,
  ">": (_low: bigint, high: bigint) => high > 0n,
};

test("与按定义逐格相加的求值一致", () => {
  let violated = 0;
  fc.assert(
    fc.property(data, formula, (cells, text) => {
      const { current, prior } = buildTableSets({ 数据: cells, 有表: FORMS });
      const parsed = parseFormula(text);
      if (!parsed.ok || parsed.statement.kind !== "relation") throw new Error(text);
      const { statement } = parsed;
      const expected = naiveDifferences(statement, ({ prior: fromPrior, form }) => {
        const table = (fromPrior ? prior : current)?.byForm.get(form);
        if (table === undefined) throw new Error(form);
        return table;
      })
        .filter(({ low, high }) => !HOLDS[statement.operator](low, high))
        .map(({ row, column, low, high }) => `${row ?? ""}|${column ?? ""}|${low}|${high}`);
      const bound = bindRules([ruleOf(text)], current, prior);
      expect(bound.notRun.filter(({ why }) => !/没有(可核对|共同)的行/.test(why))).toEqual([]);
      const actual = evaluate(bound.program).violations.map(
        ({ block, row, column, left, right }) => {
          const named = statement.quantifier !== null || text.includes("[*,");
          return [
            named ? block.rowKeys[row] : "",
            block.columnKeys[column],
            left.low - right.high,
            left.high - right.low,
          ].join("|");
        },
      );
      violated += actual.length;
      expect(actual.sort()).toEqual(expected.sort());
    }),
    { numRuns: 1500 },
  );
  expect(violated).toBeGreaterThan(1000);
});
