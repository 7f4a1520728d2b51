import { describe, expect, test } from "vitest";
import { AuditContext, type Draft } from "../../src/audit/context.ts";
import { expectedFrom } from "../../src/audit/expected/expected.ts";
import { mentionRepeats } from "../../src/audit/repeats.ts";
import { settleWithTables } from "../../src/audit/settle-with-tables.ts";
import type { CellRef } from "../../src/findings/finding.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import { readExample } from "../fixtures/examples.ts";
import { inSection, readContext } from "./passages.ts";

const workbook = await readExample("2024-中共乐山市金口河区委办公室.xlsx");
const expected = expectedFrom(recogniseTables(workbook, "current"), null);
const CELL: CellRef = {
  book: "current",
  sheet: "财决01",
  address: "E37",
  row: "收入总计",
  column: "",
  value: "1.00",
};

/** 一段话，和报问题的口子；`against` 为假的没有对照工作簿。 */
function desk(against = true) {
  const read = readContext(
    inSection("收入", "收入甲1.00万元，乙2.00万元，丙3.00万元，丁4.00万元，戊5.00万元，占6%。"),
  );
  const { document, passages, style, year } = read;
  const context = new AuditContext(document, passages, style, year, against ? expected : null);
  const passage = passages.at(-1);
  if (passage === undefined) throw new Error("没有读出正文");
  /** 第 `first` 个数到第 `last` 个数。 */
  const span = (first: number, last = first) => ({
    start: passage.shape.figures[first]?.shapeAt ?? 0,
    end: (passage.shape.figures[last]?.shapeAt ?? 0) + 1,
  });
  const draft = (over: Partial<Draft>): Draft => ({
    kind: "sum",
    severity: "error",
    passage,
    span: span(0),
    what: "加起来不对。",
    why: "",
    todo: "",
    ...over,
  });
  const check = (index: number, verdict: "一致" | "不一致", right: string | null) => {
    const figure = passage.shape.figures[index];
    if (figure !== undefined) context.recordAgainstTables(verdict, figure, right);
  };
  const settle = (...drafts: Draft[]) => {
    for (const each of drafts) context.report(each);
    return settleWithTables(context);
  };
  return { passage, span, draft, check, settle };
}

describe("同一处、同一个数，表和文中别处都说不对", () => {
  /** 表说的一条，和报它的口子。 */
  const withTable = (over: Partial<Draft> = {}) => {
    const { passage, span, draft, settle } = desk();
    const table = draft({
      kind: "table-text",
      severity: "warning",
      what: "表里是9.00万元。",
      stated: "1.00万元",
      expected: "9.00万元",
      cells: [CELL],
      span: span(1, 2),
      also: [{ passage, span: span(3) }],
      ...over,
    });
    const inner = (more: Partial<Draft>) => draft({ span: span(1, 2), ...more });
    return { passage, span, table, inner, settle };
  };

  test("并成一条，以表为准，说明文中的数也对不上", () => {
    const { passage, span, table, inner, settle } = withTable();
    const also = [{ passage, span: span(4) }];
    expect(settle(inner({ stated: "1.00万元", what: "甲。乙加起来不对。", also }), table)).toEqual([
      {
        ...table,
        severity: "error",
        clue: "文中的数也对不上：甲。乙加起来不对",
        also: [{ passage, span: span(3) }, ...also],
      },
    ]);
  });

  test("没有可并的，照原样", () => {
    const { table, settle } = withTable();
    expect(settle(table)).toEqual([table]);
  });

  test("文中只是提醒的，轻重照表的；有一条是错误，就是错误", () => {
    const { table, inner, settle } = withTable();
    expect(settle(table, inner({ severity: "warning" }))[0]?.severity).toBe("warning");
    const again = withTable();
    const warning = again.inner({ severity: "warning" });
    expect(again.settle(again.table, warning, again.inner({}))[0]?.severity).toBe("error");
  });

  test("各有线索、有几条的，都留着", () => {
    const { table, inner, settle } = withTable({ clue: "表的线索" });
    const share = inner({ kind: "share", what: "占比不对", clue: "疑为凑整" });
    expect(settle(table, inner({}), share)[0]?.clue).toBe(
      "表的线索；文中的数也对不上：加起来不对；占比不对（疑为凑整）",
    );
  });

  test("都没有又见的，就没有", () => {
    const { table, inner, settle } = withTable();
    const { also: _, ...alone } = table;
    expect(settle(alone, inner({}))[0]?.also).toEqual([]);
  });

  const { span } = desk();
  test.each<readonly [string, Partial<Draft>, number]>([
    ["没有写明是哪个数", {}, 1],
    ["说的就是表里的数", { stated: "9.00万元" }, 1],
    ["说的是另一个数", { stated: "2.00万元" }, 2],
    ["末尾不同", { span: span(1, 3) }, 2],
    ["开头不同", { span: span(0, 2) }, 2],
    ["单位写错是另一回事", { kind: "unit" }, 2],
    ["方向写反是另一回事", { kind: "direction" }, 2],
  ])("并不并：%s", (_, over, count) => {
    const { table, inner, settle } = withTable();
    expect(settle(table, inner(over))).toHaveLength(count);
  });

  test.each<readonly [string, Draft["span"], number]>([
    ["同一处", span(1, 2), 1],
    ["里面的一截", span(2), 1],
    ["前后交叠", span(0, 1), 1],
    ["前后交叠", span(2, 3), 1],
    ["紧挨在前", { start: 0, end: span(1).start }, 2],
    ["紧挨在后", { start: span(2).end, end: span(3).end }, 2],
  ])("方向写反，写的范围可以不同：%s", (_, at, count) => {
    const { table, inner, settle } = withTable({ kind: "direction" });
    expect(settle(table, inner({ kind: "direction", span: at }))).toHaveLength(count);
  });

  test("别的一段里的不并", () => {
    const { table, inner, settle } = withTable();
    expect(settle(table, { ...inner({}), passage: desk().passage })).toHaveLength(2);
  });

  test("表说的几条各是各的，排在前面", () => {
    const { table, inner, settle } = withTable();
    const other = { ...table, stated: "1%", expected: "2%" };
    const settled = settle(inner({ kind: "unit" }), table, other, inner({ stated: "1%" }));
    expect(settled.map(({ kind, stated, clue }) => [kind, stated, clue])).toEqual([
      ["table-text", "1.00万元", undefined],
      ["table-text", "1%", "文中的数也对不上：加起来不对"],
      ["unit", undefined, undefined],
    ]);
  });
});

describe("只在文中对不上的，写明哪些数与表对照过", () => {
  type Checks = readonly Parameters<ReturnType<typeof desk>["check"]>[];
  /** `also` 是又见的各处。 */
  const clueOf = (over: Partial<Draft>, checks: Checks, also: readonly Draft["span"][] = []) => {
    const { passage, draft, check, settle } = desk();
    for (const each of checks) check(...each);
    const places = also.map((at) => ({ passage, span: at }));
    return settle(draft({ ...over, ...(also.length === 0 ? {} : { also: places }) }))[0]?.clue;
  };
  const { span } = desk();

  test.each<readonly [string, string | undefined, ReturnType<typeof clueOf>]>([
    ["都没有对照过", undefined, clueOf({ span: span(0, 4) }, [])],
    [
      "只有相符的",
      "对照决算表：“1.00万元”与表一致，“2.00万元”与表一致",
      clueOf({ span: span(0, 1) }, [
        [0, "一致", "1.00万元"],
        [1, "一致", "2.00万元"],
      ]),
    ],
    [
      "有不符的，只说不符的",
      "对照决算表：“2.00万元”与表不符（表里是9.00万元）",
      clueOf({ span: span(0, 1) }, [
        [0, "一致", "1.00万元"],
        [1, "不一致", "9.00万元"],
      ]),
    ],
    [
      "表里没有这一项",
      "对照决算表：“1.00万元”与表不符（表里没有这一项）",
      clueOf({}, [[0, "不一致", null]]),
    ],
    [
      "又见的各处也看；这几处之外的不看",
      "对照决算表：“2.00万元”与表一致，“5.00万元”与表一致",
      clueOf(
        { span: span(1) },
        [0, 1, 2, 3, 4].map((index) => [index, "一致", null] as const),
        [span(4)],
      ),
    ],
    [
      "原来有线索的接在后面",
      "疑为凑整；对照决算表：“1.00万元”与表一致",
      clueOf({ clue: "疑为凑整" }, [[0, "一致", null]]),
    ],
    [
      "最多说四个，说过的不再说",
      "对照决算表：“1.00万元”与表一致，“2.00万元”与表一致，“3.00万元”与表一致，“4.00万元”与表一致",
      clueOf(
        { span: span(0) },
        [0, 1, 2, 3, 4].map((index) => [index, "一致", null] as const),
        [span(0, 4)],
      ),
    ],
    ["单位写错的不必说", undefined, clueOf({ kind: "unit" }, [[0, "一致", null]])],
  ])("%s", (_, clue, got) => expect(got).toBe(clue));
});

test("没有对照工作簿的照原样", () => {
  const { draft, check, settle } = desk(false);
  check(0, "一致", null);
  const drafts = [draft({}), draft({ kind: "share", cells: [CELL] })];
  expect(settle(...drafts)).toEqual(drafts);
});

describe("同一个算错的百分数写在几处", () => {
  const { draft, span } = desk();
  const here = draft({ what: "占比应为5%。", stated: "6%" });
  const there = draft({ what: "占比应为5%。", stated: "6%", span: span(5) });

  test("各处都报，互相指出", () => {
    const known = { passage: here.passage, span: span(1) };
    const first = { ...here, also: [known] };
    expect(mentionRepeats([first, there])).toEqual([
      { ...here, also: [known, there] },
      { ...there, also: [first] },
    ]);
  });

  test.each<readonly [string, readonly Draft[]]>([
    ["只有一处", [here]],
    ["话不同，不是同一个错", [here, { ...there, what: "占比应为7%。" }]],
    ["不是百分数", [draft({ stated: "1.00万元" }), draft({ stated: "1.00万元", span: span(1) })]],
    ["没有写明文中的数", [draft({}), draft({ span: span(1) })]],
  ])("%s的照原样", (_, drafts) => expect(mentionRepeats(drafts)).toEqual(drafts));
});
