import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ruleOf } from "../rule-of.ts";
import { diagnosedOf, told } from "./small-tables.ts";

const cell = (row: string, column: string) => `财决04[${row}, ${column}]`;
const [ALL, BASIC, PROJECT] = ["本年支出合计", "基本支出", "项目支出"].map((column) =>
  cell("合计", column),
) as [string, string, string];

/** 逐条编号 R1、R2……的错误级关系，指出哪几处。 */
function found(
  data: Readonly<Record<string, string | number>>,
  ...formulas: readonly string[]
): string[] {
  const rules = formulas.map((formula, place) => ruleOf(formula, { id: `R${place + 1}` }));
  return told(diagnosedOf({ 数据: data }, rules).culprits);
}

/** 合计行一格，只看格、数和解释的规则。 */
const brief = (lines: readonly string[]) =>
  lines.map((line) => line.replace(/^(或 )?财决04 (?:合计 )?/, "$1").replace(/：.*。/, " "));

describe("一处笔误的其他可能：改正后成立的处处相同、也不弄坏别的", () => {
  const sum = `${ALL} = ${BASIC} + ${PROJECT}`;

  test("同样强的列出来；会弄坏别的不列", () => {
    const data = { [ALL]: 20, [BASIC]: 4, [PROJECT]: 7 };
    expect(brief(found(data, sum, `${ALL} - ${PROJECT} = ${BASIC}`, `${PROJECT} = 7`))).toEqual([
      "基本支出 4.00→13.00 R1 R2",
      "或 本年支出合计 20.00→11.00 R1 R2",
    ]);
  });

  test("只有一部分相同的不列", () => {
    const data = { [BASIC]: 4, [PROJECT]: 6 };
    const rules = [`${BASIC} = 5`, `${BASIC} + ${PROJECT} = 11`, `${PROJECT} = 7`];
    expect(brief(found(data, ...rules))).toEqual(["基本支出 4.00→5.00 R1 R2"]);
  });
});

describe("几处不相干的笔误", () => {
  test("一轮里同时找出，解释得多的在前；各有各的其他可能", () => {
    const [a, b] = [cell("201", "基本支出"), cell("202", "基本支出")];
    const [c, d] = [cell("201", "项目支出"), cell("202", "项目支出")];
    const data = { [a]: 31, [b]: 75, [d]: 57 };
    expect(brief(found(data, `${b} = 57`, `${d} = ${b}`, `${a} = 13`))).toEqual([
      "202 基本支出 75.00→57.00 R1 R2",
      "201 基本支出 31.00→13.00 R3",
    ]);
    expect(brief(found({ [a]: 31, [c]: 13 }, `${a} = ${c}`))).toEqual([
      "201 基本支出 31.00→13.00 R1",
      "或 201 项目支出 13.00→31.00 R1",
    ]);
  });

  test("多到三处以上时，后面的不再列其他可能", () => {
    const rows = ["201", "202", "203", "204"];
    const pairOf = (row: string) => [cell(row, "基本支出"), cell(row, "项目支出")] as const;
    const data = Object.fromEntries(
      rows.flatMap((row) => pairOf(row).map((each, place) => [each, place === 0 ? 31 : 13])),
    );
    const rules = rows.map((row) => pairOf(row).join(" = "));
    expect(brief(found(data, ...rules))).toEqual([
      "201 基本支出 31.00→13.00 R1",
      "202 基本支出 31.00→13.00 R2",
      "203 基本支出 31.00→13.00 R3",
      "204 基本支出 31.00→13.00 R4",
      "或 201 项目支出 13.00→31.00 R1",
      "或 202 项目支出 13.00→31.00 R2",
      "或 203 项目支出 13.00→31.00 R3",
    ]);
  });

  test("再多也一起找出来", () => {
    const cells = Array.from({ length: 13 }, (_, place) => cell(`${201 + place}`, "基本支出"));
    const data = Object.fromEntries(cells.map((each) => [each, 31]));
    expect(found(data, ...cells.map((each) => `${each} = 13`))).toHaveLength(13);
  });

  test("几处一起改正才成立的关系，也归到它们；问题折在第一处之下", () => {
    const [a, b] = [cell("201", "项目支出"), cell("202", "基本支出")];
    const rules = [`${a} = 13`, `${b} = 57`, `${a} + ${b} = 70`].map((formula, place) =>
      ruleOf(formula, { id: `R${place + 1}` }),
    );
    const { culprits, findings } = diagnosedOf({ 数据: { [a]: 31, [b]: 75 } }, rules);
    expect(brief(told(culprits))).toEqual([
      "201 项目支出 31.00→13.00 R1 R3",
      "202 基本支出 75.00→57.00 R2 R3",
    ]);
    const first = `财决04!${culprits[0]?.address}`;
    expect(findings.map(({ culprit }) => culprit === first)).toEqual([true, false, true]);
  });

  test("警告只归到与它有关的那一处", () => {
    const [a, b] = [cell("201", "项目支出"), cell("202", "基本支出")];
    const rules = [
      ruleOf(`${a} = 5`, { id: "R1" }),
      ruleOf(`${b} = 6`, { id: "R2" }),
      ruleOf(`${b} ≤ 7`, { id: "W1", severity: "warning" }),
    ];
    expect(brief(told(diagnosedOf({ 数据: { [a]: 4, [b]: 8 } }, rules).culprits))).toEqual([
      "202 基本支出 8.00→6.00 R2 W1",
      "201 项目支出 4.00→5.00 R1",
    ]);
  });

  test("与疑点无关、差额也看不出什么的问题，照原样", () => {
    const [a, b] = [cell("201", "项目支出"), cell("202", "基本支出")];
    const rules = [
      ruleOf(`${a} = 5`, { id: "R1" }),
      ruleOf(`${b} = 11`, { id: "W1", severity: "warning" }),
    ];
    const { findings, result } = diagnosedOf({ 数据: { [a]: 4, [b]: 8 } }, rules);
    expect(findings[0]?.culprit).toBe("财决04!C1");
    expect(findings[1]).toStrictEqual(result.findings[1]);
  });

  test("改了一处会弄坏别的：改好的多就先改，再改弄坏的；后来才弄坏的不算后一处解释的", () => {
    const [a, b] = [cell("201", "项目支出"), cell("202", "基本支出")];
    expect(brief(found({ [a]: 4, [b]: 5 }, `${a} = 5`, `${a} + 1 = 6`, `${a} + ${b} = 9`))).toEqual(
      ["201 项目支出 4.00→5.00 R1 R2", "202 基本支出 5.00→4.00 "],
    );
  });

  test("一格只改一次：两处要它是不同的数，取改动小的", () => {
    expect(brief(found({ [BASIC]: 4 }, `${BASIC} = 5`, `${BASIC} = 6`))).toEqual([
      "基本支出 4.00→5.00 R1",
    ]);
  });
});

describe("同一行、同一栏里此多彼少", () => {
  const values = (a: string, b: string) => ({ [a]: 6, [b]: 7 });
  const rules = (a: string, b: string) => [`${a} = 5`, `${b} = 8`, `${a} + ${b} = 13`];

  test("改一格会弄坏别的关系，两格一起改就都成立", () => {
    const [a, b] = [cell("201", "项目支出"), cell("202", "项目支出")];
    expect(found(values(a, b), ...rules(a, b))).toEqual([
      "财决04 201 项目支出 6.00→5.00；202 项目支出 7.00→8.00：C1与C2之间此多彼少同样的数，疑似串了行或栏。R1 R2",
    ]);
    const c = cell("201", "经营支出");
    expect(brief(found(values(a, c), ...rules(a, c)))).toEqual([
      "201 项目支出 6.00→5.00；201 经营支出 7.00→8.00 R1 R2",
    ]);
  });

  test("既不同行也不同栏的不试", () => {
    const [a, b] = [cell("201", "项目支出"), cell("202", "基本支出")];
    expect(found(values(a, b), ...rules(a, b))).toEqual([]);
  });
});

describe("互相牵动的几处", () => {
  const [a, b] = [cell("201", "项目支出"), cell("202", "基本支出")];

  test("改了一处，另一处的差额跟着变，按变了的算", () => {
    expect(brief(found({ [a]: 31, [b]: 75 }, `${b} = 57`, `${a} + ${b} = 70`))).toEqual([
      "202 基本支出 75.00→57.00 R1",
      "201 项目支出 31.00→13.00 R2",
    ]);
  });

  test("改好的多于弄坏的、弄坏的却到底改不好，撤回", () => {
    const [c, d] = [cell("201", "基本支出"), cell("202", "经营支出")];
    const rules = [
      `${c} + ${b} = 40`,
      `${a} + ${d} = 2`,
      `${a} + ${c} = 2`,
      `${c} + ${a} = 2`,
      `${d} + ${b} + ${c} = 41`,
    ];
    // 其后把 201 项目支出改成 -37 可使 R3、R4 成立，却弄坏 R2，别处也改不好，不算。
    expect(brief(found({ [c]: 78, [a]: 1, [b]: 1, [d]: 1 }, ...rules))).toEqual([
      "201 基本支出 78.00→39.00 R1 R5",
      "或 202 基本支出 1.00→-38.00 R1 R5",
    ]);
  });
});

describe("照指出的各处改正之后", () => {
  const cells = ["201", "202"].flatMap((row) =>
    ["基本支出", "项目支出", "经营支出"].map((column) => cell(row, column)),
  );
  const index = fc.nat(cells.length - 1);
  /** 几格之和等于一个常数；常数取自各格本来的数，所以全都可以同时成立。 */
  const relation = fc.uniqueArray(index, { minLength: 1, maxLength: 3 });
  const truth = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 6, maxLength: 6 });
  const faults = fc.array(fc.tuple(index, fc.integer({ min: 1, max: 99 })), { maxLength: 3 });

  test("所解释的规则都成立，原来成立的没有弄坏", () => {
    fc.assert(
      fc.property(
        truth,
        fc.array(relation, { minLength: 2, maxLength: 7 }),
        faults,
        (right, relations, planted) => {
          const rules = relations.map((own, place) => {
            const sum = own.reduce((all, each) => all + (right[each] ?? 0), 0);
            const formula = `${own.map((each) => cells[each]).join(" + ")} = ${sum}`;
            return ruleOf(formula, { id: `R${place}` });
          });
          const wrong = new Map(planted);
          const data: Record<string, number> = {};
          cells.forEach((name, place) => {
            data[name] = wrong.get(place) ?? right[place] ?? 0;
          });
          const { culprits, findings } = diagnosedOf({ 数据: data }, rules);
          const main = culprits.filter(({ alternative }) => alternative !== true);
          const fixed = { ...data };
          for (const culprit of main) {
            for (const { row, column, shouldBe } of [culprit, ...(culprit.together ?? [])]) {
              fixed[cell(row, column)] = Number(shouldBe);
            }
          }
          const failing = (numbers: Record<string, number>) =>
            diagnosedOf({ 数据: numbers }, rules).findings.map(({ rule }) => rule);
          const before = findings.map(({ rule }) => rule);
          const after = failing(fixed);
          expect(
            main.flatMap(({ explains }) => explains).filter((each) => after.includes(each)),
          ).toEqual([]);
          expect(after.filter((each) => !before.includes(each))).toEqual([]);
        },
      ),
      { numRuns: 120 },
    );
  });
});
