import { describe, expect, it } from "vitest";
import {
  fundTables,
  generalBudgetTables,
  type Spending,
  smallDraft,
  textAt,
} from "./small-books.ts";

const RUNNING: Spending = { code: "2010301", name: "行政运行", actual: 1_000_000 };
const AFFAIRS: Spending = { code: "2010302", name: "一般行政管理事务", actual: 500_000 };
const PENSION: Spending = {
  code: "2080505",
  name: "机关事业单位基本养老保险缴费支出",
  actual: 90_000,
};

const line = (draft: ReturnType<typeof smallDraft>, code: string) =>
  textAt(draft, `二.五.（三）/${code}`)?.split("：")[1];
const itemBudgets = (budgets: Record<string, number>) =>
  new Map(Object.entries(budgets).map(([code, yuan]) => [code, yuan * 100]));

describe("五（三）各项的全年预算数", () => {
  it("类级相等不能证明各项相等：没有填报就待补充", () => {
    const draft = smallDraft({
      current: generalBudgetTables([RUNNING, AFFAIRS], { "201": 1_500_000 }),
    });
    expect(line(draft, "2010301")).toBe("支出决算为100万元，完成预算【待补充");
    expect(textAt(draft, "二.五.（三）/合计")).toBe(
      "2023年度一般公共预算支出决算数为150万元，完成预算100%。其中：",
    );
  });

  it("声明各项相等且与类级不矛盾的，写100%", () => {
    const draft = smallDraft({
      current: generalBudgetTables([RUNNING, AFFAIRS], { "201": 1_500_000 }),
      inputs: { itemBudgetsEqualActuals: true },
    });
    expect(line(draft, "2010301")).toBe("支出决算为100万元，完成预算100%。");
    expect(draft.open.filter((each) => each.rule.includes("预算数"))).toEqual([]);
  });

  it("声明与类级矛盾的，那一类不用声明，列为错误", () => {
    const draft = smallDraft({
      current: generalBudgetTables([RUNNING, AFFAIRS, PENSION], {
        "201": 1_600_000,
        "208": 90_000,
      }),
      inputs: { itemBudgetsEqualActuals: true },
    });
    expect(line(draft, "2010301")).toContain("【待补充");
    expect(line(draft, "2080505")).toBe("支出决算为9万元，完成预算100%。");
    const [wrong] = draft.open.filter((each) => each.rule === "说明/各项预算数与类级不符");
    expect(wrong).toMatchObject({ severity: "error", left: "1500000.00", right: "1600000.00" });
  });

  it("逐项填报的，按分比较，超出、不足都要原因", () => {
    const draft = smallDraft({
      current: generalBudgetTables([RUNNING, AFFAIRS], { "201": 1_500_000 }),
      inputs: { itemBudgets: itemBudgets({ "2010301": 999_999.99, "2010302": 500_000.01 }) },
    });
    expect(textAt(draft, "二.五.（三）/2010301")).toContain(
      "完成预算超过100%，决算数大于预算数的主要原因是【待补充：原因】。",
    );
    expect(textAt(draft, "二.五.（三）/2010302")).toContain(
      "完成预算不足100%，决算数小于预算数的主要原因是【待补充：原因】。",
    );
  });

  it("逐项填报的合计与类级不符，列为错误，仍按填报的写", () => {
    const draft = smallDraft({
      current: generalBudgetTables([RUNNING, AFFAIRS], { "201": 1_500_000 }),
      inputs: { itemBudgets: itemBudgets({ "2010301": 2_000_000, "2010302": 500_000 }) },
    });
    expect(line(draft, "2010301")).toContain("完成预算50.00%，决算数小于预算数");
    expect(draft.open.map((each) => each.rule)).toContain("说明/各项预算数与类级不符");
  });

  it("类里只有一项的，取类级；与决算数不等时提示", () => {
    const draft = smallDraft({ current: generalBudgetTables([PENSION], { "208": 100_000 }) });
    expect(textAt(draft, "二.五.（三）/2080505")).toContain("完成预算90.00%，决算数小于预算数");
    expect(draft.open.map((each) => each.rule)).toContain("说明/预算数由类级推得");
  });

  it("有预算没有支出的项也要列；没有安排预算的不写完成率", () => {
    const draft = smallDraft({
      current: generalBudgetTables([RUNNING, AFFAIRS], { "201": 1_530_000 }),
      inputs: {
        itemBudgets: itemBudgets({ "2010301": 1_000_000, "2010302": 0, "2010399": 530_000 }),
      },
    });
    expect(line(draft, "2010302")).toContain("支出决算为50万元，年初未安排预算，决算数大于预算数");
    expect(line(draft, "2010399")).toContain("支出决算为0万元，完成预算0%，决算数小于预算数");
    expect(textAt(draft, "三/2010399")).toBeDefined();
  });

  it("等于预算数时的三种写法", () => {
    const write = (onBudget: "不写" | "写明" | "写明原因") =>
      line(
        smallDraft({
          current: generalBudgetTables([PENSION], { "208": 90_000 }),
          options: { onBudget },
        }),
        "2080505",
      );
    expect(write("不写")).toBe("支出决算为9万元，完成预算100%。");
    expect(write("写明")).toBe("支出决算为9万元，完成预算100%，决算数等于预算数。");
    expect(write("写明原因")).toContain("决算数等于预算数的主要原因是【待补充");
  });

  it("为零的项不列", () => {
    const idle = { ...AFFAIRS, actual: 0 };
    const draft = smallDraft({
      current: generalBudgetTables([RUNNING, idle], { "201": 1_000_000 }),
    });
    expect(line(draft, "2010302")).toBeUndefined();
    expect(line(draft, "2010301")).toBe("支出决算为100万元，完成预算100%。");
  });

  it("表里只填到款、类的，就列到款、类；各项合计与总数不等列为错误", () => {
    const section = { code: "20103", name: "政府办公厅（室）及相关机构事务", actual: 1_000_000 };
    const tables = generalBudgetTables([section, PENSION], { "201": 1_000_000, "208": 90_000 });
    const draft = smallDraft({ current: tables });
    expect(textAt(draft, "二.五.（三）/20103")).toMatch(
      /^1\.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）：支出决算为100万元/,
    );
    const rules = (tables: typeof draft) => tables.open.map((each) => each.rule);
    expect(rules(draft)).not.toContain("说明/各部分合计不符");
    const { "2080505 机关事业单位基本养老保险缴费支出": _, ...incomplete } = tables.财决08 ?? {};
    const short = smallDraft({ current: { ...tables, 财决08: incomplete } });
    expect(rules(short)).toContain("说明/各部分合计不符");
  });

  it("名称取自本单位的表，款、类不在表上时取科目表", () => {
    const renamed = { ...RUNNING, name: "行政运行（本表写法）" };
    const draft = smallDraft({ current: generalBudgetTables([renamed], { "201": 1_000_000 }) });
    expect(textAt(draft, "二.五.（三）/2010301")).toContain(
      "1.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（本表写法）（项）：",
    );
  });
});

describe("八、九", () => {
  it("为零的各写一句，不省略", () => {
    const draft = smallDraft({ current: generalBudgetTables([PENSION], { "208": 90_000 }) });
    expect(textAt(draft, "二.八/正文")).toBe("2023年度政府性基金预算财政拨款支出0万元。");
    expect(textAt(draft, "二.九/正文")).toBe("2023年度国有资本经营预算财政拨款支出0万元。");
  });

  it("不为零的逐项写，用途待补充，名词解释里也有", () => {
    const land = { code: "2120801", name: "征地和拆迁补偿支出", actual: 345_600 };
    const draft = smallDraft({ current: fundTables([land]) });
    expect(textAt(draft, "二.八/正文")).toBe(
      "2023年度政府性基金预算财政拨款支出34.56万元，完成预算100%。其中：",
    );
    expect(textAt(draft, "二.八/2120801")).toMatch(
      /^1\..*征地和拆迁补偿支出（项）：支出决算为34\.56万元，主要用于【待补充：主要用途】。$/,
    );
    expect(textAt(draft, "三/2120801")).toBeDefined();
  });
});
