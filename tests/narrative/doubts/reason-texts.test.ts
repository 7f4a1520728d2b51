import { describe, expect, it } from "vitest";
import { initialBudgetDoubts } from "../../../src/narrative/doubts/initial-budget-doubts.ts";
import { reasonDoubts } from "../../../src/narrative/doubts/reason-doubts.ts";
import type { Section } from "../../../src/narrative/draft.ts";
import { type Inputs, noInputs, type Reason } from "../../../src/narrative/inputs/inputs.ts";
import { proposeReason } from "../../../src/narrative/reasons/propose.ts";
import { defaultStyle } from "../../../src/narrative/style.ts";
import { type Cells, handBuilt } from "../hand-built.ts";
import { books } from "../reasons/spending-years.ts";
import { generalBudgetTables, operationsTable } from "../small-books.ts";

const GENERAL = "一般公共预算财政拨款";

function contextOf(
  now: Record<string, Cells>,
  before: Record<string, Cells>,
  inputs: Partial<Inputs> = {},
) {
  return {
    ...books(now, before, inputs),
    unit: "某单位",
    level: "单位" as const,
    levelStated: true,
    year: 2023,
    style: defaultStyle,
    tables: handBuilt("current", { year: 2023, tables: now }),
  };
}

describe("填报的原因", () => {
  const now = operationsTable({ "机关运行经费.合计": 80, "三公.公务接待费": 5 });
  const before = operationsTable({ "机关运行经费.合计": 60, "三公.公务接待费": 5 });
  const said = (
    reasons: Readonly<Record<string, string>>,
    status: Reason["status"] = "已确认",
    tables: readonly [Record<string, Cells>, Record<string, Cells>] = [now, before],
  ) =>
    reasonDoubts(
      contextOf(...tables, {
        reasons: new Map(Object.entries(reasons).map(([key, text]) => [key, { text, status }])),
      }),
    ).map(({ rule, severity, what }) => [rule.slice(3), severity, what]);

  it("待补充的、空白的不看；说得通的没有疑点", () => {
    expect(said({ 机关运行经费增减: "日常开支减少" }, "待补充")).toEqual([]);
    expect(said({ 机关运行经费增减: "  " })).toEqual([]);
    expect(said({ 机关运行经费增减: "日常开支增加" })).toEqual([]);
    expect(said({ 什么增减: "日常开支减少" })).toEqual([]);
  });

  it("空话、方向相反、相等却说差别", () => {
    expect(said({ 机关运行经费增减: " 工作需要 " })).toEqual([
      ["原因是空话", "error", "“机关运行经费增减”的原因“工作需要”没有说出原因，没有采用。"],
    ]);
    expect(said({ 机关运行经费增减: "日常开支减少" })).toEqual([
      ["原因方向相反", "warning", "“机关运行经费增减”实际是增加，原因却写“日常开支减少”。"],
    ]);
    expect(said({ 机关运行经费增减: "日常开支增加" }, "已确认", [before, now])).toEqual([
      ["原因方向相反", "warning", "“机关运行经费增减”实际是减少，原因却写“日常开支增加”。"],
    ]);
    expect(said({ 公务接待费增减: "接待批次增加" })).toEqual([
      ["相等却说差别", "warning", "“公务接待费增减”两边相等，原因却写“接待批次增加”。"],
    ]);
    expect(said({ 机关运行经费增减: "日常开支减少" }, "已确认", [now, {}])).toEqual([]);
  });

  it("与预算比的，说大于、小于；年初预算的也看", () => {
    const tables = {
      ...generalBudgetTables([{ code: "2010301", name: "行政运行", actual: 70 }], { "201": 100 }),
    };
    const reason = (text: string) => new Map([["2010301", { text, status: "已确认" as const }]]);
    const of = (inputs: Partial<Inputs>) =>
      reasonDoubts(contextOf(tables, {}, inputs)).map(({ what }) => what);
    expect(of({ itemReasons: reason("人员增加") })).toEqual([
      "“各项完成预算 › 2010301”实际是小于预算，原因却写“人员增加”。",
    ]);
    expect(of({ itemReasons: reason("人员减少") })).toEqual([]);
    const typed = new Map([["2010301", 5_000]]);
    expect(of({ initialItemReasons: reason("人员减少"), initialItemBudgets: typed })).toEqual([
      "“各项完成年初预算 › 2010301”实际是大于预算，原因却写“人员减少”。",
    ]);
    const over = new Map([["2010301", 5_000]]);
    expect(of({ itemReasons: reason("人员减少"), itemBudgets: over })).toEqual([
      "“各项完成预算 › 2010301”实际是大于预算，原因却写“人员减少”。",
    ]);
  });

  it("所列的数加不起来：多了是错，少了请看是不是没有列全", () => {
    const listed = (parts: string) => said({ 机关运行经费增减: `增加10万元，其中${parts}` });
    expect(listed("甲6万元、乙4万元")).toEqual([]);
    expect(listed("甲6万元、乙5万元")[0]?.slice(0, 2)).toEqual(["原因里的数加不起来", "error"]);
    expect(listed("甲6万元、乙3万元")[0]?.slice(0, 2)).toEqual(["原因里的数加不起来", "warning"]);
  });

  it("从前拟的那一句，表后来改过，数不对了", () => {
    const three = (guests: number) =>
      operationsTable({
        "三公.支出合计": guests + 10_000,
        "三公.公务接待费": guests,
        "三公.因公出国（境）费": 10_000,
      });
    const change = (text: string) =>
      said({ 三公经费增减: text }, "已确认", [three(60_000), three(20_000)]);
    const path = ["三公经费增减"];
    const told = contextOf(three(60_000), three(20_000));
    expect(proposeReason(told, path)).toBeNull();
    const right = proposeReason(told, path, { repeatsParts: true })?.text ?? "";
    expect(right).toBe("公务接待费增加4万元");
    expect(change(right)).toEqual([]);
    expect(change("公务接待费增加3万元")).toEqual([
      [
        "原因里的数与表不符",
        "error",
        "“三公经费增减”的原因“公务接待费增加3万元”里的数与表不符，按现在的表应为“公务接待费增加4万元”。",
      ],
    ]);
    expect(change("接待外宾3批")).toEqual([]);
  });

  it("同一句话用在几件不相干的事上；三个总数可以相同", () => {
    const same = { 机关运行经费增减: "物价上涨 3 成。", 三公经费增减: "物价上涨3成" };
    expect(said(same)).toEqual([
      [
        "原因到处一样",
        "warning",
        "“机关运行经费增减”、“三公经费增减”写的是同一句原因“物价上涨 3 成。”。",
      ],
    ]);
    expect(said({ 收支总计增减: "物价上涨", 财政拨款收支总计增减: "物价上涨" })).toEqual([]);
    expect(
      said({ 收支总计增减: "物价上涨", 机关运行经费增减: "物价上涨", 三公经费增减: "别的" }),
    ).toHaveLength(1);
  });
});

describe("各项年初预算数", () => {
  const column = `年初预算数.${GENERAL}`;
  const given = generalBudgetTables([{ code: "2010301", name: "行政运行", actual: 70 }], {
    "201": 100,
  });
  const tables = (initial: number): Record<string, Cells> => ({
    ...given,
    "财决01-1": {
      ...given["财决01-1"],
      "功能.一般公共服务支出": {
        ...given["财决01-1"]?.["功能.一般公共服务支出"],
        [column]: initial,
      },
    },
  });
  /** 说明里印着这个算式的数。 */
  const printing = (formula: string): Section[] => [
    {
      id: "二.五",
      title: "",
      paragraphs: [
        {
          id: "a",
          style: "body",
          text: "1元",
          edited: false,
          figures: [
            { text: "1元", value: "1", moneyUnit: "元", start: 0, end: 2, from: [], formula },
          ],
          gaps: [],
        },
      ],
    },
  ];
  const found = (initial: number, formula: string, typed: Readonly<Record<string, number>> = {}) =>
    initialBudgetDoubts(
      contextOf(tables(initial), {}, { initialItemBudgets: new Map(Object.entries(typed)) }),
      printing(formula),
    ).map(({ rule, severity, left, right, difference }) =>
      [rule.slice(3), severity, left, right, difference].filter((each) => each !== undefined),
    );
  const derived = "取一般公共服务支出年初预算数，该类只有这一项";

  it("由类级推得的，印出来了、与决算数不等，才请人核对", () => {
    expect(found(60, derived)).toEqual([["年初预算数由类级推得", "note"]]);
    expect(found(60, "别的")).toEqual([]);
    expect(found(70, derived)).toEqual([]);
    expect(initialBudgetDoubts(contextOf(tables(60), {}, noInputs), [])).toEqual([]);
  });

  it("填报的与类级不符，列两边和差", () => {
    expect(found(60, derived, { "2010301": 5_000 })).toEqual([
      ["各项年初预算数与类级不符", "error", "50.00", "60.00", "-10.00"],
    ]);
    expect(found(60, derived, { "2010301": 6_000 })).toEqual([]);
  });
});
