import { describe, expect, test } from "vitest";
import type { FigureAt, Passage } from "../../src/audit/claims/claims.ts";
import {
  alternatives,
  currentOf,
  isBudgetAmount,
  isChangeAmount,
  nearestAmount,
  subjectBetween,
  wholeFor,
} from "../../src/audit/claims/resolve.ts";
import type { AuditContext } from "../../src/audit/context.ts";
import { inSection, passageIn, readContext } from "./passages.ts";

const printed = (context: AuditContext, at: FigureAt | null) =>
  at === null ? null : context.printed(at);

describe("占比占的是哪个数", () => {
  const wholes = (text: string) => {
    const context = readContext(text);
    return context.book.shares.map((share) => printed(context, wholeFor(share, context)));
  };
  test.each([
    [
      "写明占什么的，是写明的那个数，哪怕同段有引出各项的总数",
      "支出",
      "本年支出合计9.00万元。基本支出5.00万元，其中：公用经费1.00万元，占本年支出合计的11.11%。",
      ["9.00万元"],
    ],
    [
      "写明的认不出",
      "支出",
      "本年支出合计9.00万元。基本支出5.00万元，占全区该类支出规模的2%。",
      [null],
    ],
    [
      "写明的文中没有说",
      "收支总体",
      "本年收入合计9.00万元。其他收入5.00万元，占本年支出合计的2%。",
      [null],
    ],
    [
      "占总收入的：没有收入总计，总收入就是本年收入合计",
      "收入",
      "本年收入合计9.00万元，其中：其他收入5.00万元，占总收入的55.56%。",
      ["9.00万元"],
    ],
    [
      "占总支出的：有支出总计的，是支出总计",
      "支出",
      "支出总计10.00万元。本年支出合计9.00万元，其中：基本支出5.00万元，占总支出的50%。",
      ["10.00万元"],
    ],
    [
      "占总收入的，而这一项说不出名目",
      "收入",
      "本年收入合计9.00万元，其中：某某补助5.00万元，占总收入的55.56%。",
      [null],
    ],
    [
      "没有写占什么：引出各项的总数",
      "支出",
      "本年支出合计9.00万元。某某支出6.00万元，其中：甲支出5.00万元，占83.33%；乙支出1.00万元，占16.67%。",
      ["6.00万元", "6.00万元"],
    ],
    [
      "没有写占什么，也没有引出的总数：上级的数",
      "支出",
      "本年支出合计9.00万元。基本支出5.00万元，占55.56%。",
      ["9.00万元"],
    ],
    [
      "与自己比的，取前面说的那一处，不取自己",
      "支出",
      "本年支出合计8.00万元。本年支出合计9.00万元，占本年支出合计的100%。",
      ["8.00万元"],
    ],
    [
      "“三公”一节里说的总支出不是“三公”经费",
      "三公",
      "“三公”经费支出9.00万元。公务接待费支出5.00万元，占总支出的2%。",
      [null],
    ],
    [
      "“三公”一节里说占总支出决算的，占的是这一节的总数",
      "三公",
      "“三公”经费支出决算为9.00万元。公务接待费支出决算为5.00万元，占总支出决算的55.56%。",
      ["9.00万元"],
    ],
    [
      "“三公”一节里写占总支出决算的，占的是“三公”经费",
      "三公",
      "“三公”经费支出9.00万元。公务接待费支出5.00万元，占总支出决算的2%。公务接待费支出5.00万元，占总支出决算数的2%。公务接待费支出5.00万元，占总支出决算规模的2%。",
      ["9.00万元", "9.00万元", null],
    ],
    [
      "别的一节里写占总支出决算的，占的是支出总计",
      "支出",
      "支出总计10.00万元。本年支出合计9.00万元，其中：基本支出5.00万元，占总支出决算的50%。",
      ["10.00万元"],
    ],
    [
      "没有写占什么，说不出名目，也没有列举",
      "支出",
      "本年支出合计9.00万元。某某5.00万元，占1%。",
      [null],
    ],
    [
      "同一段说了几遍的，取这一句之前最近的",
      "支出",
      "本年支出合计8.00万元。本年支出合计9.00万元。基本支出5.00万元，占本年支出合计的55.56%。本年支出合计7.00万元。",
      ["9.00万元"],
    ],
    [
      "这一段里后面才说的，也比别处的近",
      "支出",
      "基本支出5.00万元，占本年支出合计的55.56%。本年支出合计7.00万元。",
      ["7.00万元"],
    ],
  ] as const)("%s", (_, section, body, expected) => {
    expect(wholes(inSection(section, body))).toEqual(expected);
  });
});

describe("增减句的本年数", () => {
  const currents = (text: string) => {
    const context = readContext(text);
    return context.book.changes.map((change) => printed(context, currentOf(change, context)));
  };
  test.each([
    [
      "主语省略，紧挨在前面的",
      "机关运行经费支出47.51万元，比2022年度减少2.85万元，下降5.66%。",
      ["47.51万元"],
    ],
    [
      "主语写明的按名目找",
      "机关运行经费支出47.51万元。公务接待费1.40万元。机关运行经费比2022年度减少2.85万元，下降5.66%。",
      ["47.51万元"],
    ],
    [
      "收入总计与支出总计合写的",
      "收、支总计9.00万元。与2022年度相比，收入总计增加1.00万元，增长12.5%；支出总计增加1.00万元，增长12.5%。",
      ["9.00万元", "9.00万元"],
    ],
    ["文中没有说", "与2022年度相比，事业收入增加1.00万元，增长12.5%。", [null]],
    ["名目也认不出", "与2022年度相比，某某资金增加1.00万元，增长12.5%。", [null]],
    [
      "说了几遍的，取这一句之前的",
      "收、支总计8.00万元。与2022年度相比，收、支总计增加1.00万元，增长12.5%。收、支总计9.00万元。",
      ["8.00万元"],
    ],
  ] as const)("%s", (_, body, expected) => {
    expect(currents(inSection("收支总体", body))).toEqual(expected);
  });
});

test.each([
  ["收入总计", ["收入总计", "总计"]],
  ["支出总计", ["支出总计", "总计"]],
  ["总计", ["总计", "收入总计", "支出总计"]],
  ["财政拨款收入总计", ["财政拨款收入总计", "财政拨款总计"]],
  ["财政拨款支出总计", ["财政拨款支出总计", "财政拨款总计"]],
  ["财政拨款总计", ["财政拨款总计", "财政拨款收入总计", "财政拨款支出总计"]],
  ["本年收入", ["本年收入"]],
])("%s 也可以说成 %j", (key, others) => expect(alternatives(key)).toEqual(others));

/** `｜` 之前最近的、说的是本年的金额。 */
function nearest(words: string): { readonly passage: Passage; readonly amount: string | null } {
  const passage = passageIn("三公", words);
  const before = passage.shape.text.indexOf("｜");
  const figure = nearestAmount(passage, before < 0 ? passage.shape.text.length : before);
  const { text } = passage.paragraph;
  return { passage, amount: figure === null ? null : text.slice(figure.start, figure.end) };
}

test.each([
  ["公务接待费支出3.00万元，｜比上年增加1.00万元", "3.00万元"],
  ["公车费支出9.00万元，公务接待费支出3.00万元，｜", "3.00万元"],
  ["公务接待费支出3.00，｜", "3.00"],
  // 批次、百分数不是金额；增减额、上年数不是本年的金额。
  ["公务接待费支出3.00万元，占5%，接待2批次，｜", "3.00万元"],
  ["公务接待费支出3.00万元，比上年增加1.00万元，｜", "3.00万元"],
  ["公务接待费支出3.00万元，较2022年决算2.00万元，｜", "3.00万元"],
  // 用来比的预算数不是所说的数。
  ["公务接待费支出3.00万元，完成全年预算4.00万元的75%，｜", "3.00万元"],
  ["公务接待费支出3.00万元，完成预算数为4.00万元，｜", "3.00万元"],
  ["公务接待费支出3.00万元，由于年初预算为4.00万元，｜", "3.00万元"],
  ["公务接待费支出3.00万元，预算为4.00万元，｜", "4.00万元"],
  ["公务接待费支出3.00万元，完成任务，预算安排4.00万元，｜", "4.00万元"],
  // 括号里补充的不是；数和比较都在括号里的是。
  ["公务接待费支出3.00万元（其中国内2.00万元），｜", "3.00万元"],
  ["公务接待费支出3.00万元（国内2.00万元（不含外事）），｜", "3.00万元"],
  ["公务接待费支出3.00万元（国内2.00万元，｜比上年多）", "2.00万元"],
  ["（国内2.00万元（不含外事），｜比上年多）", "2.00万元"],
  ["没有支出，｜", null],
] as const)("%s 之前最近的金额", (words, amount) => expect(nearest(words).amount).toBe(amount));

test("只往回找到 `from` 为止", () => {
  const { shape, ...passage } = passageIn("三公", "公务接待费3.00万元，公车费9.00万元。");
  const [first, second] = shape.figures;
  if (first === undefined || second === undefined) throw new Error("应有两个金额");
  const from = second.shapeAt;
  expect(nearestAmount({ shape, ...passage }, shape.text.length, from)).toBe(second);
  expect(nearestAmount({ shape, ...passage }, from, first.shapeAt)).toBe(first);
  expect(nearestAmount({ shape, ...passage }, from, first.shapeAt + 1)).toBeNull();
});

describe("主语承前省略时，说得出名目的末一个分句", () => {
  const between = (words: string, withNear = false) => {
    const passage = passageIn("三公", words);
    const before = passage.shape.text.indexOf("｜");
    return subjectBetween(passage, withNear ? nearestAmount(passage, before) : null, before);
  };
  test.each([
    ["公务用车运行维护费支出决算比预算无增减变化，｜比去年增加", "公务用车运行维护费支出决算"],
    ["公务接待费较上年多；公务用车购置费与上年相同，｜", "公务用车购置费"],
    ["公务接待费无预算，某某情况，｜", "公务接待费无预算"],
    // 原因、用途里提到的不是主语。
    ["公务接待费无预算，主要原因是公务用车购置费减少，｜", "公务接待费无预算"],
    ["公务接待费无预算，由于机关搬迁，用于因公出国费，｜", "公务接待费无预算"],
    // 只看这一句。
    ["公务接待费无预算。某某情况，｜", ""],
    ["公务接待费无预算。｜增加", ""],
    ["比上年减少，｜", ""],
  ])("%s", (words, subject) => expect(between(words)).toBe(subject));

  test("只看最近的金额之后", () => {
    expect(between("公务接待费3.00万元，公务用车购置费无增减，｜", true)).toBe(
      "公务用车购置费无增减",
    );
    expect(between("公务接待费3.00万元，某某情况，｜", true)).toBe("");
  });
});

test.each([
  ["比上年增加3.00万元", true],
  ["支出减少额为3.00万元", true],
  ["收入下降了3.00万元", true],
  ["节约支出3.00万元", true],
  ["压缩约3.00万元", true],
  ["比上年累计支出3.00万元", true],
  ["较2016年决算3.00万元", true],
  ["比2017年度决算总收入3.00万元", true],
  ["与去年3.00万元", true],
  ["较上一年度3.00万元", true],
  // 说的是本年的数。
  ["公务接待费支出3.00万元", false],
  ["比上年有所增加，支出3.00万元", false],
  ["增加人手，工资3.00万元", false],
  ["较上年减少后，支出3.00万元", false],
  ["2023年度支出3.00万元", false],
  ["与上级单位往来3.00万元", false],
] as const)("%s 里是增减额、上年数：%s", (words, is) => {
  const { shape } = passageIn("三公", words);
  expect(isChangeAmount(shape.text, shape.figures.at(-1)?.shapeAt ?? 0)).toBe(is);
});

test.each([
  ["年初预算为3.00万元", true],
  ["全年预算数3.00万元", true],
  ["预算安排是3.00万元", true],
  ["完成预算，支出3.00万元", false],
  ["预算执行3.00万元", false],
  ["年初预算为2.00万元，决算为3.00万元", false],
] as const)("%s 里是预算数：%s", (words, is) => {
  const { shape } = passageIn("三公", words);
  expect(isBudgetAmount(shape.text, shape.figures.at(-1)?.shapeAt ?? 0)).toBe(is);
});
