import { describe, expect, test } from "vitest";
import { collectDemands, type Demand } from "../../../src/checks/diagnosis/demands.ts";
import { Ledger } from "../../../src/checks/diagnosis/ledger.ts";
import { proposeAll } from "../../../src/checks/diagnosis/propose/all.ts";
import { Settled } from "../../../src/checks/diagnosis/propose/settled.ts";
import type { Trial } from "../../../src/checks/diagnosis/slip.ts";
import { checked, grid, rowAndColumn, slipsTold, wanting, wantingAt } from "./proposals.ts";

const at = (column: string) => `财决04[201, ${column}]`;
const SUM = `${at("本年支出合计")} = ${at("基本支出")} + ${at("项目支出")}`;

/** 逐步走完：停了几次，留下哪些可能。 */
function walked(steps: Generator<void, Trial[]>): { pauses: number; trials: Trial[] } {
  for (let pauses = 0; ; pauses++) {
    const step = steps.next();
    if (step.done === true) return { pauses, trials: step.value };
  }
}

/** 照公式核对之后留下的各个可能；`more` 为另一张表里与关系无关的几个要求。 */
function kept(
  cells: Readonly<Record<string, number>>,
  formulas: readonly string[],
  more: readonly Demand[] = [],
): string[] {
  const { ledger, books } = checked(cells, formulas);
  const { trials } = walked(proposeAll([...collectDemands(ledger), ...more], ledger, books));
  return slipsTold(
    trials.map(({ slip }) => slip),
    rowAndColumn,
  );
}

describe("试改之后留下的", () => {
  test("成立的多于弄坏的才留下", () => {
    const cells = { [at("本年支出合计")]: 5, [at("基本支出")]: 4, [at("项目支出")]: 4 };
    const formulas = [
      `${at("本年支出合计")} = ${at("基本支出")}`,
      `${at("基本支出")} = ${at("项目支出")}`,
    ];
    expect(kept(cells, formulas)).toEqual(["201 本年支出合计 5→4：（1，0）"]);
  });

  const swapped = { [at("本年支出合计")]: 8, [at("基本支出")]: 3, [at("项目支出")]: 5 };
  const apart = [SUM, `${at("基本支出")} = 5`, `${at("项目支出")} = 3`];

  test("有等式能说明的，不猜大小关系", () => {
    const bound = `${at("基本支出")} ≤ 0.5`;
    const cells = { [at("基本支出")]: 5 };
    expect(kept(cells, [bound]).length).toBeGreaterThan(0);
    expect(kept(cells, [bound, `${at("基本支出")} = 0.5`])).toEqual([
      "201 基本支出 5→0.5：（1，0）",
    ]);
  });

  /** 与关系无关的 `count` 个要求。 */
  const unrelated = (count: number): Demand[] => {
    const [demand] = wanting(grid([[9]]).table, { A1: 90_007 });
    return demand === undefined ? [] : new Array<Demand>(count).fill(demand);
  };

  test("有要求的格超过两千，不试两格", () => {
    const found = ["201 基本支出 3→5；201 项目支出 5→3：B1与C1的数互换了（1，4）"];
    expect(kept(swapped, apart)).toEqual(found);
    expect(kept(swapped, apart, unrelated(1_998))).toEqual(found);
    expect(kept(swapped, apart, unrelated(1_999))).toEqual([]);
  });

  test("有要求的格超过六百，不试连同合计一起改", () => {
    const together = { [at("本年支出合计")]: 7, [at("基本支出")]: 4.1, [at("项目支出")]: 2.9 };
    const formulas = [SUM, `${at("基本支出")} = 4.7`, `${at("本年支出合计")} = 7.6`];
    const found = [
      "201 基本支出 4.1→4.7；201 本年支出合计 7→7.6：只有一位数字不同：7 写成了 1；同一张表里的合计随它一起错了（1，0.5）",
    ];
    expect(kept(together, formulas)).toEqual(found);
    expect(kept(together, formulas, unrelated(598))).toEqual(found);
    expect(kept(together, formulas, unrelated(599))).toEqual([]);
  });

  test("明细不与别的表相比的，从几级合计往下找", () => {
    const cells = {
      [at("本年支出合计")]: 7,
      [at("基本支出")]: 4.1,
      [at("项目支出")]: 2.9,
      [at("上缴上级支出")]: 4.1,
    };
    const formulas = [
      SUM,
      `${at("基本支出")} = ${at("上缴上级支出")} + ${at("经营支出")}`,
      `${at("基本支出")} = 4.7`,
      `${at("本年支出合计")} = 7.6`,
    ];
    expect(kept(cells, formulas).map((line) => line.replace(/：.*/, ""))).toEqual([
      "201 基本支出 4.1→4.7；201 本年支出合计 7→7.6",
      "201 上缴上级支出 4.1→4.7；201 基本支出 4.1→4.7；201 本年支出合计 7→7.6",
      "201 项目支出 2.9→3.5；201 本年支出合计 7→7.6",
    ]);
  });

  test("已有一格能全都说明的，不再试两格", () => {
    const cells = { [at("基本支出")]: 3, [at("项目支出")]: 5 };
    expect(kept(cells, [`${at("基本支出")} = 5`])).toEqual(["201 基本支出 3→5：（1，0）"]);
  });
});

describe("已经有了说法的差额", () => {
  const cells = {
    [at("基本支出")]: 3,
    [at("项目支出")]: 3,
    [at("经营支出")]: 9,
    [at("上缴上级支出")]: "0.05万元",
  };
  /** 差 3 元的两处、差 9 元的一处、左右相差至少 3 元的区间一处。 */
  const formulas = [
    `${at("基本支出")} = 0`,
    `0 = ${at("项目支出")}`,
    `${at("经营支出")} = 0`,
    `${at("上缴上级支出")} = 447`,
  ];

  /** 记下“改这几格”之后，还有哪些要求。 */
  function open(changed: Readonly<Record<string, number>>, rules = formulas) {
    const { ledger, books } = checked(cells, rules);
    const settled = new Settled(ledger);
    const changes = wantingAt(books, changed).flatMap(({ table, cell, wishes }) =>
      wishes.map(({ delta }) => ({ table, cell, delta })),
    );
    const slip = { changes, cost: 1, hint: { text: "", weight: 0 } };
    settled.note({ slip, outcome: ledger.trial(changes) });
    const [demand] = wantingAt(books, { [at("基本支出")]: 0 });
    if (demand === undefined) throw new Error("没有要求");
    const asking = (deltas: readonly number[]): Demand => ({
      ...demand,
      wishes: deltas.map((delta) => ({ delta, votes: 1 })),
    });
    const left = settled.open([asking([-300, 300, -900, 77]), asking([300])]);
    return left.map((each) => each.wishes.map(({ delta }) => delta));
  }
  const none = { [at("基本支出")]: 0, [at("项目支出")]: 0 };

  test("同样大小的各处都有了说法，正负都不再试，没有别的要求的整个去掉；别的差额照试", () => {
    expect(open(none)).toEqual([[-900, 77]]);
    expect(open({ [at("经营支出")]: 0 })).toEqual([[-300, 300, 77], [300]]);
  });

  test("同样大小的还有一处没有说法，照试", () => {
    expect(open({ [at("基本支出")]: 0 })).toEqual([[-300, 300, -900, 77], [300]]);
  });

  test("弄坏了别的关系的，不算有了说法", () => {
    const rules = [...formulas, `${at("基本支出")} = ${at("项目支出")}`, `${at("项目支出")} > 0`];
    expect(open(none, rules)).toEqual([[-300, 300, -900, 77], [300]]);
  });

  test("印成万元的不知道差多少，不算在同样大小里", () => {
    const rules = formulas.slice(0, 1).concat(formulas.slice(2));
    expect(open({ [at("基本支出")]: 0 }, rules)).toEqual([[-900, 77]]);
    expect(open({ [at("上缴上级支出")]: 447 }, rules)).toEqual([[-300, 300, -900, 77], [300]]);
  });

  test("全都有了说法，什么也不必再试", () => {
    const all = { ...none, [at("经营支出")]: 0, [at("上缴上级支出")]: 447 };
    expect(open(all)).toEqual([]);
  });
});

describe("停一停", () => {
  const empty = () => new Ledger({ blocks: [] });

  test("每试五百格停一次：逐格五百个，再逐格看有没有与之相配的另一格", () => {
    const { table, books } = grid([[1]]);
    const pauses = (count: number) => {
      const wishes = Array.from({ length: count }, (_, i) => ({ delta: 1_000 + i, votes: 1 }));
      return walked(proposeAll([{ table, cell: 0, wishes }], empty(), books)).pauses;
    };
    expect([200, 249, 250, 500, 501, 751].map(pauses)).toEqual([0, 0, 1, 1, 2, 3]);
  });

  test("一次改许多格的，按改的格数算", () => {
    const pauses = (rows: number) => {
      const { table, books } = grid(new Array<number[]>(rows).fill([10, 20, 30, 40]));
      const demands = wanting(table, { A1: 1, B1: 2, A2: 1 });
      return walked(proposeAll(demands, empty(), books)).pauses;
    };
    expect([pauses(100), pauses(130)]).toEqual([0, 1]);
  });
});
