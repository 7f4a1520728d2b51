import { describe, expect, test } from "vitest";
import { bindRules } from "../../src/checks/bind-rules.ts";
import { rebindRules } from "../../src/checks/rebind.ts";
import type { TableSet } from "../../src/tables/table.ts";
import { contents } from "./bound-contents.ts";
import { buildTableSets } from "./case-tables.ts";
import { ruleOf } from "./rule-of.ts";

describe("表的样子没有变就沿用上一次的绑定", () => {
  test("就地改动的表也看得出：读不出、表上没有、印成万元", () => {
    const rule = ruleOf("财决01[收入.总计, *] = 财决01[支出.总计, *]");
    const { current } = buildTableSets({
      数据: { "财决01[收入.总计, 决算数]": 1, "财决01[支出.总计, 决算数]": 1 },
    });
    const table = current.byForm.get("财决01");
    if (table === undefined) throw new Error("没有财决01");
    const cell = (table.rowIndex.get("收入.总计") ?? 0) * table.columns.length;
    const same = (): void => {
      const again = rebindRules([rule], current, null);
      const fresh = bindRules([{ ...rule }], current, null);
      expect(contents(again, [current])).toEqual(contents(fresh, [current]));
    };
    same();
    const states = table.state as string[];
    for (const state of ["unreadable", "absent", "amount"]) {
      states[cell] = state;
      same();
    }
    table.high[cell] = (table.high[cell] ?? 0) + 1;
    same();
  });

  test("规则按内容比：重新读出的同一条规则沿用，改了一个字就不沿用", () => {
    const { current } = buildTableSets({ 数据: { "财决01[收入.总计, 决算数]": 1 } });
    const rule = ruleOf("财决01[收入.总计, 决算数] = 0");
    const first = rebindRules([rule], current, null);
    expect(rebindRules([{ ...rule, formulas: [...rule.formulas] }], current, null).run).toBe(
      first.run,
    );
    for (const change of [
      { id: "另一条" },
      { title: "另一个名称" },
      { basis: "另一个依据" },
      { severity: "note" as const },
      { years: "2000-" },
      { conditions: ["有表 财决01"] },
      { formulas: ["财决01[收入.总计, 决算数] = 1"] },
      { why: "另一个缘由" },
      { todo: "另一个办法" },
    ]) {
      const changed = { ...rule, ...change };
      const { program } = rebindRules([changed], current, null);
      expect(program.blocks.map((block) => block.rule)).toEqual([changed]);
      rebindRules([rule], current, null);
    }
  });

  test("上年的表换了也看得出：数变了沿用并换上新表，样子变了重新绑定", () => {
    const rules = [ruleOf("每个科目 财决02[本年收入] = 上年.财决02[本年收入]")];
    const books = (amount: number, row = "201") =>
      buildTableSets({
        数据: { "财决02[201, 本年收入]": 1, [`上年.财决02[${row}, 本年收入]`]: amount },
      });
    const bind = ({ current, prior }: ReturnType<typeof books>, own = rules) => {
      const again = rebindRules(own, current, prior);
      const fresh = bindRules(own, current, prior);
      expect(contents(again, [current, prior])).toEqual(contents(fresh, [current, prior]));
      return again.run;
    };
    const before = books(1);
    const first = bind(before);
    expect(bind(before)).toBe(first);
    expect(bind(books(2))).toBe(first);
    const other = bind(books(2, "205"));
    expect(other).not.toBe(first);
    // 本年的样子也变了；只有本年变了。
    const changed = { ...books(2, "205"), current: { ...books(1).current, year: 2020 } };
    expect(bind(changed)).not.toBe(other);
    // 去掉上年、再加上上年。
    const alone = bind({ ...before, prior: null });
    expect(bind({ ...before, prior: null })).toBe(alone);
    expect(bind(before)).not.toBe(alone);
  });

  test("规则多一条、少一条、换了次序都重新绑定", () => {
    const { current } = buildTableSets({ 数据: { "财决01[收入.总计, 决算数]": 1 } });
    const [one, two] = ["甲", "乙"].map((id) => ruleOf("财决01[收入.总计, 决算数] = 0", { id }));
    if (one === undefined || two === undefined) throw new Error("没有规则");
    const run = (...rules: (typeof one)[]) => rebindRules(rules, current, null).run;
    expect(run(one)).toEqual(["甲"]);
    expect(run(one, two)).toEqual(["甲", "乙"]);
    expect(run(one)).toEqual(["甲"]);
    expect(run(two, one)).toEqual(["乙", "甲"]);
    expect(run(two, { ...two, id: "丙" })).toEqual(["乙", "丙"]);
    expect(run()).toEqual([]);
  });

  test("封面、年度变了，条件重新判断", () => {
    const rule = ruleOf("财决01[收入.总计, 决算数] = 0", {
      conditions: ["报表小类 = 0"],
      years: "2023",
    });
    const cells = { "财决01[收入.总计, 决算数]": 1 };
    const { current } = buildTableSets({ 数据: cells });
    const run = (set: Partial<TableSet>) =>
      rebindRules(
        [rule],
        { ...current, year: 2023, cover: new Map([["报表小类", "0"]]), ...set },
        null,
      ).run;
    expect(run({})).toEqual([rule.id]);
    expect(run({ year: 2022 })).toEqual([]);
    expect(run({})).toEqual([rule.id]);
    expect(run({ cover: new Map([["报表小类", "1"]]) })).toEqual([]);
    expect(run({ cover: new Map() })).toEqual([]);
  });
});
