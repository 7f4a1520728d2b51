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
