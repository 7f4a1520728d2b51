import fc from "fast-check";
import type {
  Block,
  Inline,
  Primary,
  Test,
  ValueTerm,
} from "../../../src/narrative/templates/syntax.ts";

const at = 0;
const name = (text: string): Primary => ({ kind: "名称", name: text.normalize("NFKC"), at });
const named = (text: string) => ({ kind: "名称", name: text.normalize("NFKC"), at }) as const;

const moneyName = fc.constantFrom("收入总计", "上年收入总计", "因公出国（境）费", "读不出的数");

const filtered: fc.Arbitrary<ValueTerm> = fc
  .tuple(moneyName, fc.constantFrom("增减", "占", "完成", "预算关系", "增减方向"), moneyName)
  .map(([value, filter, arg]) => ({
    primary: name(value),
    filters: [{ name: filter, at, args: [name(arg)] }],
  }));

const plain: fc.Arbitrary<ValueTerm> = fc
  .oneof(moneyName, fc.constantFrom("年度", "车辆数", "比率", "原因"))
  .map((text) => ({ primary: name(text), filters: [] }));

const amountLiteral: fc.Arbitrary<Primary> = fc.record({
  kind: fc.constant("数" as const),
  digits: fc
    .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.nat({ max: 99 }))
    .map(([whole, cents]) => (cents === 0 ? `${whole}` : `${whole}.${cents}`)),
  unit: fc.constantFrom("元" as const, "万元" as const),
  at: fc.constant(at),
});

const operator = fc.constantFrom(
  "是" as const,
  "不是" as const,
  "大于" as const,
  "小于" as const,
  "不大于" as const,
  "不小于" as const,
);

const simpleTest: fc.Arbitrary<Test> = fc.oneof(
  fc.constant<Test>({ kind: "判断", value: { primary: name("分写"), filters: [] } }),
  fc.tuple(moneyName, fc.constantFrom("为零" as const, "不为零" as const, "缺" as const)).map(
    ([left, predicate]): Test => ({
      kind: "状态",
      left: { primary: name(left), filters: [] },
      predicate,
    }),
  ),
  fc.tuple(moneyName, operator, amountLiteral).map(
    ([left, op, right]): Test => ({
      kind: "比较",
      left: { primary: name(left), filters: [] },
      operator: op,
      right: { primary: right, filters: [] },
    }),
  ),
);

const { test } = fc.letrec<{ test: Test }>((tie) => ({
  test: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    simpleTest,
    tie("test").map((inner): Test => ({ kind: "非", test: inner })),
    fc
      .tuple(fc.constantFrom("且" as const, "或" as const), tie("test"), tie("test"))
      .map(([kind, a, b]): Test => ({ kind, tests: [a, b] })),
    fc
      .tuple(fc.boolean(), fc.option(simpleTest))
      .map(([some, when]): Test => ({ kind: "有", some, list: named("来源"), when })),
  ),
}));

const text: fc.Arbitrary<Inline> = fc
  .string({ unit: fc.constantFrom("甲", "，", "。", "{", "}", "1", "｜", "“", "#"), minLength: 1 })
  .map((written) => ({ kind: "文字", text: written, at }));

const value: fc.Arbitrary<Inline> = fc
  .oneof(plain, filtered)
  .map((term) => ({ kind: "值", value: term, at }));

const { inlines } = fc.letrec<{ inlines: Inline[]; inline: Inline }>((tie) => ({
  inlines: fc.array(tie("inline"), { maxLength: 4 }),
  inline: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    text,
    value,
    fc.tuple(test, tie("inlines"), fc.option(tie("inlines"))).map(
      ([condition, body, otherwise]): Inline => ({
        kind: "如果",
        branches: [
          { test: condition, body },
          ...(otherwise === null ? [] : [{ test: null, body: otherwise }]),
        ],
        at,
      }),
    ),
    // 清单不能再套全部的清单，所以里面只写文字和数。
    fc
      .tuple(
        fc.option(simpleTest),
        fc.array(fc.oneof(text, value)),
        fc.array(text, { maxLength: 1 }),
      )
      .map(
        ([when, body, between]): Inline => ({
          kind: "每个",
          list: named("来源"),
          when,
          body,
          between,
          at,
        }),
      ),
  ),
}));

const number: fc.Arbitrary<Inline[]> = fc
  .nat()
  .map((index) => [{ kind: "文字", text: `第${index}`, at }]);

const paragraph: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant("段落" as const),
  style: fc.constantFrom("标题一" as const, "正文" as const, "条目" as const),
  number,
  content: inlines,
  at: fc.constant(at),
});

/** 写得对的模板：名称、种类都核对得过。 */
export const templates: fc.Arbitrary<Block[]> = fc.array(
  fc.oneof(
    paragraph,
    fc.tuple(test, fc.array(paragraph, { minLength: 1, maxLength: 3 })).map(
      ([condition, body]): Block => ({
        kind: "如果",
        branches: [{ test: condition, body }],
        at,
      }),
    ),
  ),
  { maxLength: 6 },
);

/** 乱写的模板：关键词、符号和别的字胡乱连在一起。 */
export const scribbles: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."{ } ｛ ｝ 【 】 ｜ “ ” （ ） # \n \r".split(" "),
        ..."如果 否则 否则如果 完 每个 间隔 当 是 大于 且 或 非 有 为零 缺"
          .split(" ")
          .map((w) => `${w} `),
        ..."{如果 分写} {完} {否则} {间隔} {每个 来源} 【正文】 【图】 {收入总计 收入总计 5万元 ".split(
          " ",
        ),
        " ",
        "\u3000",
      ),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));
