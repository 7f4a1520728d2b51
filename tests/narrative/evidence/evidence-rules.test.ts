import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../src/narrative/evidence/evidence.ts";
import { evidenceFor } from "../../../src/narrative/evidence/evidence-for.ts";
import { evidenceLines } from "../../../src/narrative/evidence/evidence-lines.ts";
import { type Cells, handBuilt } from "../hand-built.ts";
import { books, type SpendingYear, spendingTables } from "../reasons/spending-years.ts";
import { operationsTable } from "../small-books.ts";

const KEY = "一般公共预算财政拨款支出增减";

function evidence(now: SpendingYear, before: SpendingYear, share?: number): Evidence {
  const found = evidenceFor(
    KEY,
    books(spendingTables(now), spendingTables(before)),
    share === undefined ? {} : { share },
  );
  if (found === null) throw new Error("没有依据");
  return found;
}

const drivers = ({ main }: Evidence) => main?.drivers.map(({ label, cents }) => [label, cents]);

describe("支出变动拆成各部分", () => {
  it("从大到小列到够比例为止，相反的一并列出，其余恰为 rest", () => {
    const found = evidence(
      {
        basic: { "30101": 100_000, "30201": 5_000 },
        projects: { "1 甲": 300_000, "2 乙": 50_000 },
      },
      {
        basic: { "30101": 80_000, "30201": 9_000 },
        projects: { "1 甲": 200_000, "2 乙": 110_000 },
      },
    );
    expect(found.cents).toBe(5_600_000);
    expect(drivers(found)).toEqual([
      ["甲", 10_000_000],
      ["乙", -6_000_000],
    ]);
    expect(found.main).toMatchObject({ explained: 4_000_000, rest: 1_600_000, others: 2 });
  });

  it("比例是选项：100 就全部列出", () => {
    const years: [SpendingYear, SpendingYear] = [
      { basic: { "30101": 100 }, projects: { "1 甲": 30, "2 乙": 20 } },
      { basic: { "30101": 10 }, projects: { "1 甲": 25, "2 乙": 19 } },
    ];
    expect(drivers(evidence(...years, 1))?.map(([label]) => label)).toEqual(["基本工资"]);
    expect(drivers(evidence(...years, 100))?.map(([label]) => label)).toEqual([
      "基本工资",
      "甲",
      "乙",
    ]);
  });

  it("项目凭名称对上，改了名称的凭代码；新增的、不再有支出的各列出来", () => {
    const found = evidence(
      { basic: {}, projects: { "9 甲": 40, "2 乙（续）": 30, "4 丁": 25 } },
      { basic: {}, projects: { "1 甲": 10, "2 乙": 10, "3 丙": 7 } },
      100,
    );
    expect(drivers(found)).toEqual([
      ["甲", 3_000],
      ["丁", 2_500],
      ["乙（续）", 2_000],
      ["丙", -700],
    ]);
    expect(found.newProjects.map(({ label }) => label)).toEqual(["丁"]);
    expect(found.endedProjects.map(({ label }) => label)).toEqual(["丙"]);
  });

  it("说到项目的分法优先；只占总数一个部分的说了等于没说，排在后面", () => {
    const found = evidence(
      { basic: { "30101": 1 }, projects: { "1 甲": 900_000, "2 乙": 600_000 } },
      { basic: { "30101": 1 }, projects: { "1 甲": 500_000, "2 乙": 500_000 } },
    );
    expect(found.main?.by).toBe("按基本支出的经济科目和项目");
    const byItem = found.alternatives.find(({ by }) => by === "按支出项");
    expect(byItem).toMatchObject({ restates: true });
    expect(byItem?.drivers.map(({ label }) => label)).toEqual(["一般行政管理事务"]);
  });

  it("读不出的部分不猜，记下来，差额留在 rest", () => {
    const now = spendingTables({ basic: { "30101": 50 }, projects: { "1 甲": 30 } });
    const before = spendingTables({ basic: { "30101": 20 }, projects: { "1 甲": 20 } });
    const broken = {
      ...now,
      "财决08-2": { 合计: { 合计: 30 }, "2010302/1 甲": { 合计: { unreadable: "三十" } } },
    } satisfies Record<string, Cells>;
    const found = evidenceFor(KEY, books(broken, before));
    const split = [found?.main, ...(found?.alternatives ?? [])].find(
      (each) => each?.by === "按基本支出的经济科目和项目",
    );
    expect(split).toMatchObject({ unread: ["甲"], explained: 3_000, rest: 1_000 });
  });

  it("少了明细表的，用别的分法", () => {
    const now = spendingTables({ basic: { "30101": 50 }, projects: { "1 甲": 30 } });
    const before = spendingTables({ basic: { "30101": 20 }, projects: { "1 甲": 20 } });
    const { "财决08-2": _, ...rest } = now;
    const found = evidenceFor(KEY, books(rest, before));
    expect(found?.main?.by).toBe("按支出项");
    expect(found?.alternatives.map(({ by }) => by)).not.toContain("按基本支出的经济科目和项目");
  });
});

describe("旁证", () => {
  const year = (staff: number) => spendingTables({ basic: {}, projects: { "1 甲": staff }, staff });

  it("人数取自附02，带单元格", () => {
    const found = evidenceFor(KEY, books(year(12), year(9)));
    const [staff] = found?.facts ?? [];
    expect(staff).toMatchObject({ label: "在职人员", now: { count: 12 }, before: { count: 9 } });
    if (found === null) throw new Error("没有依据");
    const line = evidenceLines(found).find(({ text }) => text.startsWith("在职人员"));
    expect(line?.text).toBe("在职人员：9人 → 12人");
    expect(line?.from.map(({ book, sheet }) => `${book} ${sheet}`)).toEqual([
      "current 财决附02",
      "prior 财决附02",
    ]);
  });

  it("有一年附02 一个人也没有填的，不拿来比", () => {
    const labels = evidenceFor(KEY, books(year(12), year(0)))?.facts.map(({ label }) => label);
    expect(labels).not.toContain("在职人员");
  });

  it("接待费有支出而批次、人次空着的，不拿来比", () => {
    const now = operationsTable({ "三公.公务接待费": 3, "三公.国内接待费": 3 });
    const before = operationsTable({
      "三公.公务接待费": 5,
      "三公.国内接待费": 5,
      "统计.国内公务接待批次": 4,
    });
    expect(evidenceFor("公务接待费增减", books(now, before))?.facts).toEqual([
      expect.objectContaining({ label: "外事接待", unit: "批次" }),
      expect.objectContaining({ label: "外事接待", unit: "人次" }),
    ]);
  });
});

describe("与预算比的依据", () => {
  const GENERAL = "一般公共预算财政拨款";
  const tables = (closing: number): Record<string, Cells> => ({
    "财决01-1": {
      "功能.一般公共服务支出": {
        [`决算数.${GENERAL}`]: 70,
        [`全年预算数.${GENERAL}`]: 100,
        [`年初预算数.${GENERAL}`]: 80,
      },
    },
    财决08: { 合计: { 合计: 70 }, "2010302 一般行政管理事务": { 合计: 70 } },
    财决07: { 合计: {}, "2010302 一般行政管理事务": { "年末结转和结余.合计": closing } },
  });

  it("少花的部分看年末结转结余，其余留在 rest；类级年初、全年预算数作旁证", () => {
    const found = evidenceFor("各项完成预算.2010302", books(tables(25), {}));
    expect(found).toMatchObject({ against: "预算", cents: -3_000 });
    expect(found?.main).toMatchObject({ explained: -2_500, rest: -500, unlisted: -500 });
    expect(found?.main?.drivers.map(({ now, before }) => [...now.from, ...before.from])).toEqual([
      [expect.objectContaining({ sheet: "财决07" })],
    ]);
    expect(found?.facts).toMatchObject([{ now: { cents: 10_000 }, before: { cents: 8_000 } }]);
  });

  it("本年没有的科目、不认识的变动没有依据", () => {
    expect(evidenceFor("各项完成预算.2080505", books(tables(0), {}))).toBeNull();
    expect(evidenceFor("什么增减", books(tables(0), {}))).toBeNull();
  });

  it("“三公”经费逐个部分与预算比", () => {
    const now = operationsTable(
      { "三公.支出合计": 30, "三公.公务接待费": 10, "三公.公务用车运行维护费": 20 },
      { "三公.支出合计": 50, "三公.公务接待费": 30, "三公.公务用车运行维护费": 20 },
    );
    const found = evidenceFor("三公经费完成预算", books(now, {}));
    expect(found?.main?.drivers.map(({ label, cents }) => [label, cents])).toEqual([
      ["公务接待费", -2_000],
    ]);
    expect(found?.main?.rest).toBe(0);
  });
});

it("手工搭的表里项目行认作项目", () => {
  const { byForm } = handBuilt("current", {
    year: 2023,
    tables: spendingTables({ basic: {}, projects: { "1 甲": 3 } }),
  });
  const row = byForm.get("财决08-2")?.rows.find(({ level }) => level === "project");
  expect(row).toMatchObject({ key: "2010302/1", code: "1", name: "甲" });
});
