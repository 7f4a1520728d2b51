import { describe, expect, test } from "vitest";
import { ruleOf } from "../rule-of.ts";
import { diagnosedOf, told } from "./small-tables.ts";

const [ALL, BASIC, PROJECT, OTHER] = [
  "财决04[合计, 本年支出合计]",
  "财决04[合计, 基本支出]",
  "财决04[合计, 项目支出]",
  "财决04[合计, 经营支出]",
];

/** 指出的各处；`formulas` 逐条编号 R1、R2……，都是错误级。 */
function deduced(
  data: Readonly<Record<string, string | number>>,
  formulas: readonly string[],
): string[] {
  const rules = formulas.map((formula, place) => ruleOf(formula, { id: `R${place + 1}` }));
  return told(diagnosedOf({ 数据: data }, rules).culprits);
}

/** 合计行一格读不出，应为多少。 */
const found = (column: string, amount: string, rules: string) =>
  `财决04 合计 ${column} 另附→${amount}：写的是“另附”，读不成数。${rules}`;

describe("由关系推出应有的数", () => {
  const sum = `${ALL} = ${BASIC} + ${PROJECT}`;

  test("等式里只剩它一格读不出：左边的、右边的，算两次的", () => {
    expect(deduced({ [ALL]: "另附", [BASIC]: 40, [PROJECT]: 7 }, [sum])).toEqual([
      found("本年支出合计", "47.00", "R1"),
    ]);
    expect(deduced({ [ALL]: 47, [BASIC]: "另附", [PROJECT]: 7 }, [sum])).toEqual([
      found("基本支出", "40.00", "R1"),
    ]);
    expect(deduced({ [BASIC]: "另附", [ALL]: 9 }, [`${BASIC} + ${BASIC} = ${ALL}`])).toEqual([
      found("基本支出", "4.50", "R1"),
    ]);
  });

  test("另一张表里位置相同的格不算它", () => {
    expect(
      deduced({ [ALL]: "另附", "财决05-1[合计, 合计]": 6 }, [`${ALL} = 财决05-1[合计, 合计]`]),
    ).toEqual([found("本年支出合计", "6.00", "R1")]);
  });

  test("应当是零的也推得出", () => {
    expect(deduced({ [ALL]: 40, [BASIC]: 40, [PROJECT]: "另附" }, [sum])).toEqual([
      found("项目支出", "0.00", "R1"),
    ]);
  });

  test("先推出一格，再由它推出另一格，不管表上的先后", () => {
    expect(
      deduced({ [ALL]: "另附", [BASIC]: 40, [PROJECT]: "另附", [OTHER]: 7 }, [
        sum,
        `${PROJECT} = ${OTHER}`,
      ]),
    ).toEqual([found("项目支出", "7.00", "R1 R2"), found("本年支出合计", "47.00", "R1")]);
  });

  test("两处要它是不同的数：取小的，另一处仍是问题，不算它解释的", () => {
    const rules = [`${PROJECT} = ${BASIC}`, `${PROJECT} = ${OTHER}`];
    const [first] = deduced({ [PROJECT]: "另附", [BASIC]: 40, [OTHER]: 7 }, rules);
    expect(first).toBe(found("项目支出", "7.00", "R2"));
  });

  test("还有别的格读不出的关系，不算它解释的", () => {
    expect(
      deduced({ [ALL]: "另附", [BASIC]: "另附", [PROJECT]: "另附", [OTHER]: 7 }, [
        sum,
        `${PROJECT} = ${OTHER}`,
      ]),
    ).toEqual([found("项目支出", "7.00", "R2")]);
  });
});

describe("推不出的仍读不出", () => {
  const nothing = (
    data: Readonly<Record<string, string | number>>,
    ...formulas: readonly string[]
  ) => expect(deduced(data, formulas)).toEqual([]);

  test("两格都读不出", () => {
    nothing({ [ALL]: 47, [BASIC]: "另附", [PROJECT]: "待定" }, `${ALL} = ${BASIC} + ${PROJECT}`);
  });

  test("只有大小关系", () => {
    nothing({ [ALL]: 47, [BASIC]: "另附" }, `${BASIC} ≤ ${ALL}`);
    nothing({ [ALL]: 47, [BASIC]: "另附" }, `${BASIC} ≥ ${ALL}`);
  });

  test("没有整分的数能使它成立", () => {
    const twice = `${BASIC} + ${BASIC} = ${ALL}`;
    nothing({ [ALL]: 0.01, [BASIC]: "另附" }, twice);
    nothing({ [ALL]: -0.01, [BASIC]: "另附" }, twice);
  });

  test("只在前提里", () => {
    nothing(
      { [ALL]: 47, [BASIC]: 47, [PROJECT]: "另附" },
      `若 ${PROJECT} > 0 则 ${ALL} = ${BASIC}`,
    );
    nothing({ [ALL]: 47, [PROJECT]: "另附" }, `若 ${PROJECT} > 0 则 ${ALL} = ${BASIC}`);
  });

  test("两边都有它，正负相抵", () => {
    nothing({ [ALL]: 47, [BASIC]: "另附" }, `${BASIC} + ${ALL} = ${BASIC} + 40`);
  });

  test("警告级的关系不凭它推数", () => {
    const rule = ruleOf(`${BASIC} = ${ALL}`, { severity: "warning" });
    const { culprits } = diagnosedOf({ 数据: { [ALL]: 47, [BASIC]: "另附" } }, [rule]);
    expect(culprits).toEqual([]);
  });
});

describe("带前提的关系", () => {
  const rule = `若 ${PROJECT} > 0 则 ${ALL} = ${BASIC}`;

  test("前提成立才凭结论推", () => {
    const data = { [ALL]: "另附", [BASIC]: 40 };
    expect(deduced({ ...data, [PROJECT]: 1 }, [rule])).toEqual([
      found("本年支出合计", "40.00", "R1"),
    ]);
    expect(deduced(data, [rule])).toEqual([]);
  });

  test("前提里读不出的格不当作零", () => {
    const zero = `若 ${PROJECT} = 0 则 ${ALL} = ${BASIC}`;
    const data = { [PROJECT]: "另附", [ALL]: "另附" };
    expect(deduced({ ...data, [BASIC]: 40 }, [zero])).toEqual([]);
    expect(deduced({ ...data, [BASIC]: "另附" }, [zero])).toEqual([]);
  });

  test("前提里的格先推出来，结论再推", () => {
    const data = { [ALL]: "另附", [BASIC]: 40, [PROJECT]: "另附" };
    const from = `${PROJECT} = ${OTHER}`;
    expect(deduced({ ...data, [OTHER]: 7 }, [rule, from])).toEqual([
      found("项目支出", "7.00", "R1 R2"),
      found("本年支出合计", "40.00", "R1"),
    ]);
    expect(deduced({ ...data, [OTHER]: 0 }, [rule, from])).toEqual([
      found("项目支出", "0.00", "R2"),
    ]);
  });
});
