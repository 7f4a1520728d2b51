import { describe, expect, it } from "vitest";
import { proposeReason } from "../../../src/narrative/reasons/propose.ts";
import { type DraftOptions, defaultStyle } from "../../../src/narrative/style.ts";
import type { Cells } from "../hand-built.ts";
import { generalBudgetTables, operationsTable } from "../small-books.ts";
import { books, type SpendingYear, spendingTables } from "./spending-years.ts";

const KEY = "一般公共预算财政拨款支出增减";

function proposed(
  now: Record<string, Cells>,
  before: Record<string, Cells>,
  key: readonly string[] = [KEY],
  style: DraftOptions = {},
): string | null {
  const source = { ...books(now, before), style: { ...defaultStyle, ...style } };
  return proposeReason(source, key)?.text ?? null;
}

function spending(now: SpendingYear, before: SpendingYear): string | null {
  return proposed(spendingTables(now), spendingTables(before));
}

describe("拟的原因只说表里看得出的", () => {
  it("项目、经济科目、人数，同向的在前", () => {
    expect(
      spending(
        { basic: { "30101": 250_000 }, projects: { "1 人民防空": 1_260_000 }, staff: 12 },
        { basic: { "30101": 100_000 }, projects: {}, staff: 9 },
      ),
    ).toBe("新增“人民防空”项目，支出增加126万元；在职人员增加3人");
  });

  it("相反的变动说“同时”；与变动反向的人数不拿来当原因", () => {
    expect(
      spending(
        { basic: { "30101": 50_000 }, projects: { "1 甲项目": 400_000 }, staff: 8 },
        { basic: { "30101": 150_000 }, projects: { "1 甲项目": 100_000 }, staff: 9 },
      ),
    ).toBe("“甲项目”支出增加30万元；同时基本工资减少10万元");
  });

  it("上年的项目本年没有了；部分太多只说最大的几个", () => {
    const projects = Object.fromEntries(
      ["甲", "乙", "丙", "丁", "戊", "己", "辛"].map((name, index) => [`${index} ${name}`, 10_000]),
    );
    expect(spending({ basic: {}, projects: {} }, { basic: {}, projects })).toMatch(
      /^(?:上年的“.”项目本年没有支出，减少1万元、?){4}等$/,
    );
    const { "4 戊": _, ...most } = projects;
    expect(
      spending(
        { basic: { "30101": 90_000 }, projects: { ...most, "7 壬": 3_000 } },
        { basic: { "30101": 90_000 }, projects: { ...projects, "8 庚": 30_000 } },
      ),
    ).toBe(
      "上年的“庚”项目本年没有支出，减少3万元、上年的“戊”项目本年没有支出，减少1万元；同时其余各项合计增加0.3万元",
    );
  });

  it("增加的与减少的同样交代：所列的说过了头，其余的合计减少；人数随着减少的也说", () => {
    const projects = Object.fromEntries(
      ["甲", "乙", "丙", "丁", "戊", "己", "辛"].map((name, index) => [`${index} ${name}`, 10_000]),
    );
    const { "4 戊": _, ...most } = projects;
    expect(
      spending(
        { basic: { "30101": 90_000 }, projects: { ...projects, "8 庚": 30_000 } },
        { basic: { "30101": 90_000 }, projects: { ...most, "7 壬": 3_000 } },
      ),
    ).toBe("新增“庚”项目，支出增加3万元、新增“戊”项目，支出增加1万元；同时其余各项合计减少0.3万元");
    expect(
      spending(
        { basic: { "30101": 100_000 }, projects: {}, staff: 9 },
        { basic: { "30101": 250_000 }, projects: {}, staff: 12 },
      ),
    ).toContain("在职人员减少3人");
    expect(
      spending(
        { basic: { "30101": 100_000 }, projects: {}, staff: 9 },
        { basic: { "30101": 250_000 }, projects: {}, staff: 9 },
      ) ?? "",
    ).not.toContain("在职人员");
  });

  it("只是换个名字再说一遍的、没有变动的、没有上年的，不拟", () => {
    const one = (amount: number) =>
      operationsTable({ "三公.公务接待费": amount, "三公.国内接待费": amount });
    expect(proposed(one(3), one(2), ["公务接待费增减"])).toBeNull();
    expect(proposed(one(3), one(3), ["公务接待费增减"])).toBeNull();
    expect(proposed(one(3), {}, ["公务接待费增减"])).toBeNull();
    expect(proposed(one(3), one(2), ["各项与预算持平"])).toBeNull();
  });

  it("接待的批次、人次连着说", () => {
    const year = (amount: number, batches: number, guests: number) =>
      operationsTable({
        "三公.公务接待费": amount,
        "三公.国内接待费": amount,
        "统计.国内公务接待批次": batches,
        "统计.国内公务接待人次": guests,
      });
    expect(proposed(year(3, 5, 50), year(2, 3, 30), ["公务接待费增减"])).toBe(
      "国内公务接待增加2批次、20人次",
    );
  });

  it("项目名称里的引号、方括号不与文中的标记相混", () => {
    const text = spending(
      { basic: { "30101": 90_000 }, projects: { "1 “双随机”【一期】": 60_000 } },
      { basic: { "30101": 90_000 }, projects: { "1 “双随机”【一期】": 10_000, "2 乙": 5_000 } },
    );
    expect(text).toContain("“‘双随机’（一期）”项目支出增加5万元");
  });

  const budget = (closing: number): Record<string, Cells> => ({
    "财决01-1": {
      "功能.一般公共服务支出": {
        "决算数.一般公共预算财政拨款": 700_000,
        "全年预算数.一般公共预算财政拨款": 1_000_000,
      },
    },
    财决08: { 合计: { 合计: 700_000 }, "2010302 一般行政管理事务": { 合计: 700_000 } },
    财决07: { 合计: {}, "2010302 一般行政管理事务": { "年末结转和结余.合计": closing } },
  });

  it.each([
    [300_000, "年末有30万元结转和结余没有使用"],
    [160_000, "年末有16万元结转和结余没有使用"],
    [140_000, null],
    [310_000, null],
    [0, null],
  ])("少花 30 万元、年末结转 %i 元", (closing, text) => {
    expect(proposed(budget(closing), {}, ["各项完成预算", "2010302"])).toBe(text);
  });
});

describe("与预算比的推断", () => {
  const CODE = "2010302";
  const said = (actual: number, budget: number, more: Record<string, Cells>) => {
    const item = { code: CODE, name: "一般行政管理事务", actual };
    const tables = { ...generalBudgetTables([item], { "201": budget }), ...more };
    return proposed(tables, {}, ["各项完成预算", CODE]);
  };
  const seven = (column: string, yuan: number): Record<string, Cells> => ({
    财决07: { [`${CODE} 一般行政管理事务`]: { [`${column}.合计`]: yuan } },
  });

  it("少花的说年末没有用完的，多花的说用了年初的", () => {
    expect(said(700_000, 1_000_000, seven("年末结转和结余", 300_000))).toBe(
      "年末有30万元结转和结余没有使用",
    );
    expect(said(1_200_000, 1_000_000, seven("年初结转和结余", 200_000))).toBe(
      "使用年初结转资金，支出增加20万元",
    );
    const projects: Record<string, Cells> = {
      财决06: { [`${CODE}/1 人民防空`]: { "年末结转和结余.财政拨款结转和结余": 300_000 } },
    };
    expect(said(700_000, 1_000_000, projects)).toBe("“人民防空”项目年末有30万元没有使用");
  });

  it("说明了一半以上才说，说过了头的不说", () => {
    expect(said(700_000, 1_000_000, seven("年末结转和结余", 150_000))).not.toBeNull();
    expect(said(700_000, 1_000_000, seven("年末结转和结余", 149_999))).toBeNull();
    expect(said(700_000, 1_000_000, seven("年末结转和结余", 300_001))).toBeNull();
  });

  it("“三公”各部分较预算数多少", () => {
    const lines = operationsTable(
      { "三公.支出合计": 60_000, "三公.公务接待费": 50_000, "三公.公务用车运行维护费": 10_000 },
      { "三公.支出合计": 50_000, "三公.公务接待费": 30_000, "三公.公务用车运行维护费": 20_000 },
    );
    expect(proposed(lines, {}, ["三公经费完成预算"])).toBe(
      "公务接待费较预算数增加2万元；同时公务用车运行维护费较预算数减少1万元",
    );
  });
});
