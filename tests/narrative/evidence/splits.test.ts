import { describe, expect, it } from "vitest";
import { besideFacts } from "../../../src/narrative/evidence/beside-facts.ts";
import { evidenceFor } from "../../../src/narrative/evidence/evidence-for.ts";
import { projectName } from "../../../src/narrative/evidence/spending-parts.ts";
import { splitsOf } from "../../../src/narrative/evidence/splits.ts";
import { currentBook, priorBook } from "../../../src/narrative/facts/book.ts";
import { type Cells, handBuilt } from "../hand-built.ts";
import { books } from "../reasons/spending-years.ts";
import { operationsTable } from "../small-books.ts";

type Tables = Readonly<Record<string, Cells>>;

const year = (tables: Tables) => currentBook(handBuilt("current", { year: 2023, tables }));
const none = priorBook(handBuilt("prior", { year: 2022, tables: {} }), 2022);

/** 各种分法：名称 → 不为零的各部分（元）；缺表的为 null。 */
function splits(change: string, tables: Tables, prior = none) {
  const book = year(tables);
  return Object.fromEntries(
    splitsOf(change, book, prior).map(({ by, list }) => [
      by,
      list(book)?.flatMap(({ label, amount }) =>
        amount.kind === "money" && amount.cents === 0
          ? []
          : [`${label} ${amount.kind === "money" ? amount.cents / 100 : "取不到"}`],
      ) ?? null,
    ]),
  );
}

const DETAIL = "按基本支出的经济科目和项目";
const closing = { "支出.结余分配": { 决算数: 1 }, "支出.年末结转和结余": { 决算数: 2 } };

/** 收支两边总计如所给；另有各部分。 */
const totals = (income: number, expenditure: number): Cells => ({
  "收入.总计": { 决算数: income },
  "支出.总计": { 决算数: expenditure },
  ...closing,
  "收入.一般公共预算财政拨款收入": { 决算数: 3 },
  "收入.使用非财政拨款结余": { 决算数: 4 },
  "收入.年初结转和结余": { 决算数: 6 },
  "性质.经营支出": { 决算数: 7 },
  "性质.上缴上级支出": { 决算数: 8 },
});

describe("一个变动有哪些分法", () => {
  const spending: Tables = {
    财决01: totals(100, 100),
    "财决05-1": { 合计: { "30101": 10, "30201": 11 } },
    "财决05-2": { "2010302/1 甲": { 合计: 12 } },
    财决05: { 合计: { "30101": 13 } },
  };

  it("支出总计：各项目、经济科目，加上不按经济科目列的和年末的", () => {
    expect(splits("支出总计增减", spending)).toEqual({
      [DETAIL]: [
        "基本工资 10",
        "办公费 11",
        "甲 12",
        "经营支出 7",
        "上缴上级支出 8",
        "结余分配 1",
        "年末结转和结余 2",
      ],
      按支出项: null,
      按经济科目: ["基本工资 13", "上缴上级支出 8", "结余分配 1", "年末结转和结余 2"],
    });
    const four = { 财决04: { "2010301 行政运行": { 本年支出合计: 5 } } };
    expect(splits("支出总计增减", four)).toMatchObject({ 按支出项: null });
    expect(splits("支出总计增减", { ...four, 财决01: closing }).按支出项).toEqual([
      "行政运行 5",
      "结余分配 1",
      "年末结转和结余 2",
    ]);
  });

  it("收支总计：两年的收支都相等才用得上支出一侧的；收入一侧总在", () => {
    const income = ["一般公共预算财政拨款收入 3", "使用非财政拨款结余 4", "年初结转和结余 6"];
    const at = (now: readonly [number, number], before: readonly [number, number]) => {
      const prior = priorBook(
        handBuilt("prior", { year: 2022, tables: { 财决01: totals(...before) } }),
        2022,
      );
      return splits("收支总计增减", { ...spending, 财决01: totals(...now) }, prior);
    };
    expect(Object.keys(at([9, 9], [5, 5]))).toEqual([
      DETAIL,
      "按支出项",
      "按经济科目",
      "按收入来源",
    ]);
    expect(at([9, 9], [5, 6])).toEqual({ 按收入来源: income });
    expect(at([9, 8], [5, 5])).toEqual({ 按收入来源: income });
    expect(splits("收支总计增减", {})).toEqual({ 按收入来源: null });
  });

  it("财政拨款：三本预算各自的项，加上年末的；收入一侧是三本预算和年初的", () => {
    const both = (income: number, expenditure: number): Cells => ({
      "收入.总计": { 决算数: income },
      "支出.总计": { "决算数.合计": expenditure },
      "收入.政府性基金预算财政拨款": { 决算数: 5 },
      "收入.年初财政拨款结转和结余": { 决算数: 6 },
      "支出.年末财政拨款结转和结余": { "决算数.合计": 7 },
    });
    const tables: Tables = {
      "财决01-1": both(9, 9),
      财决08: { 合计: { "30101": 20 }, "2010301 行政运行": { 合计: 21 } },
      "财决08-1": { 合计: { "30101": 22 } },
      "财决08-2": { "2010302/1 甲": { 合计: 23 } },
      财决09: { "2120801 征地补偿": { "本年支出.合计": 24 } },
      财决10: { 合计: { "31001": 25 } },
    };
    const spent = {
      [DETAIL]: ["基本工资 22", "甲 23", "征地补偿 24", "年末财政拨款结转和结余 7"],
      按支出项: ["行政运行 21", "征地补偿 24", "年末财政拨款结转和结余 7"],
      按经济科目: ["基本工资 20", "房屋建筑物购建 25", "年末财政拨款结转和结余 7"],
    };
    expect(splits("财政拨款支出总计增减", tables)).toEqual(spent);
    const prior = (income: number, expenditure: number) =>
      priorBook(
        handBuilt("prior", { year: 2022, tables: { "财决01-1": both(income, expenditure) } }),
        2022,
      );
    const sources = { 按收入来源: ["政府性基金预算财政拨款收入 5", "年初财政拨款结转和结余 6"] };
    expect(splits("财政拨款收支总计增减", tables, prior(4, 4))).toEqual({ ...spent, ...sources });
    expect(splits("财政拨款收支总计增减", tables, prior(4, 3))).toEqual(sources);
    expect(splits("财政拨款收支总计增减", {})).toEqual({ 按收入来源: null });
    expect(splits("财政拨款支出总计增减", { 财决08: tables.财决08 ?? {} })).toEqual({
      [DETAIL]: null,
      按支出项: null,
      按经济科目: null,
    });
  });

  it("“三公”经费各行取自附03，没有附03 的缺；另按科目看基本支出和各项目", () => {
    const lines = operationsTable({
      "三公.因公出国（境）费": 1,
      "三公.公务用车购置费": 2,
      "三公.公务用车运行维护费": 3,
      "三公.公务接待费": 4,
      "三公.国内接待费": 5,
      "三公.国（境）外接待费": 6,
    });
    const tables: Tables = {
      ...lines,
      "财决08-1": { 合计: { "30212": 10, "30217": 11, "30231": 12, "30201": 99, "30101": 98 } },
      "财决08-2": {
        "2010302/1 甲": { 合计: 99, "30212": 20, "30217": 21, "30231": 22, "31013": 23 },
      },
    };
    const both = "按基本支出和项目";
    expect(splits("三公经费增减", tables)).toEqual({
      按三个部分: [
        "因公出国（境）费 1",
        "公务用车购置费 2",
        "公务用车运行维护费 3",
        "公务接待费 4",
      ],
    });
    expect(splits("三公经费增减", {})).toEqual({ 按三个部分: null });
    expect(splits("因公出国（境）费增减", tables)).toEqual({
      [both]: ["因公出国（境）费用 10", "甲 20"],
    });
    expect(splits("公务用车购置及运行维护费增减", tables)).toEqual({
      按购置和运行: ["公务用车购置费 2", "公务用车运行维护费 3"],
      [both]: ["公务用车运行维护费 12", "甲 22", "甲 23"],
    });
    expect(splits("公务接待费增减", tables)).toEqual({
      "按国内和国（境）外": ["国内接待费 5", "国（境）外接待费 6"],
      [both]: ["公务接待费 11", "甲 21"],
    });
    expect(splits("机关运行经费增减", tables)).toEqual({
      按经济科目: ["办公费 99", "因公出国（境）费用 10", "公务接待费 11", "公务用车运行维护费 12"],
      按支出项: null,
    });
    const seven = { 财决07: { "2010301 行政运行": { "本年支出.基本支出.公用经费": 6 } } };
    expect(splits("机关运行经费增减", seven).按支出项).toEqual(["行政运行 6"]);
    expect(splits("什么增减", tables)).toEqual({});
  });

  it("某类填到了款，不再列类；只填到类的列类；为零的款不算填到了款", () => {
    const found = (cells: Record<string, number>) =>
      splits("机关运行经费增减", { "财决08-1": { 合计: cells } }).按经济科目;
    expect(found({ "302": 5, "30201": 5, "310": 7 })).toEqual(["办公费 5", "资本性支出 7"]);
    expect(found({ "302": 5, "30201": 0 })).toEqual(["商品和服务支出 5"]);
  });

  it("新增、不再有支出的项目，只列两头有一头为零的", () => {
    const at = (cells: Cells): Record<string, Cells> => ({
      "财决01-1": { "支出.本年支出合计": { "决算数.一般公共预算财政拨款": 9 } },
      "财决08-2": cells,
    });
    const found = evidenceFor(
      "一般公共预算财政拨款支出增减",
      books(
        at({ "2010302/1 甲": { 合计: 5 }, "2010302/2 乙": { 合计: 4 } }),
        at({ "2010302/1 甲": { 合计: 3 }, "2010302/3 丙": { 合计: 2 } }),
      ),
    );
    expect(found?.newProjects.map(({ label, cents }) => [label, cents])).toEqual([["乙", 400]]);
    expect(found?.endedProjects.map(({ label, cents }) => [label, cents])).toEqual([["丙", -200]]);
  });

  it("项目名称去掉空白，引号、方括号换成别的", () => {
    expect(projectName(" “甲”\n【乙】 项目")).toBe("‘甲’（乙）项目");
  });
});

describe("与变动摆在一起看的旁证", () => {
  const labels = (change: string, now: Tables, before: Tables) =>
    besideFacts(
      change,
      year(now),
      priorBook(handBuilt("prior", { year: 2022, tables: before }), 2022),
    ).map(({ label, unit, cause }) => `${label}${unit}${cause ? "·可作原因" : ""}`);
  const staff: Tables = {
    财决附02: { 合计: { "年末实有人数.总计": 5, "年末实有人数.在职人员.小计": 4 } },
  };
  const statistics = operationsTable({
    "统计.因公出国（境）团组数": 1,
    "统计.公务用车购置数": 1,
    "统计.公务用车保有量": 1,
    "统计.国内公务接待批次": 2,
    "统计.外事接待人次": 1,
    "三公.因公出国（境）费": 1,
    "三公.公务用车购置费": 1,
    "三公.公务用车运行维护费": 1,
    "三公.国内接待费": 1,
    "三公.外事接待费": 1,
  });
  const PEOPLE = ["在职人员人·可作原因", "离休人员人", "退休人员人"];
  const TRIPS = ["因公出国（境）团组个·可作原因", "因公出国（境）人次·可作原因"];
  const CARS = ["公务用车保有量辆·可作原因", "公务用车购置数辆·可作原因"];
  const GUESTS = [
    "国内公务接待批次·可作原因",
    "国内公务接待人次·可作原因",
    "外事接待批次·可作原因",
    "外事接待人次·可作原因",
  ];

  it("收支看人数和年初结转，“三公”看各自的统计数，机关运行看在职人数和车辆", () => {
    const all: Tables = { ...staff, ...statistics, 财决01: {}, "财决01-1": {} };
    expect(labels("收支总计增减", all, all)).toEqual([...PEOPLE, "年初结转和结余元"]);
    expect(labels("支出总计增减", all, all)).toEqual([...PEOPLE, "年初结转和结余元"]);
    for (const change of [
      "财政拨款收支总计增减",
      "财政拨款支出总计增减",
      "一般公共预算财政拨款支出增减",
    ]) {
      expect(labels(change, all, all)).toEqual([...PEOPLE, "年初财政拨款结转和结余元"]);
    }
    expect(labels("三公经费增减", all, all)).toEqual([...TRIPS, ...CARS, ...GUESTS]);
    expect(labels("因公出国（境）费增减", all, all)).toEqual(TRIPS);
    expect(labels("公务用车购置及运行维护费增减", all, all)).toEqual(CARS);
    expect(labels("公务接待费增减", all, all)).toEqual(GUESTS);
    expect(labels("机关运行经费增减", all, all)).toEqual(["在职人员人·可作原因", CARS[0]]);
    expect(labels("什么增减", all, all)).toEqual([]);
  });

  it("表不在的不列；有支出而统计数空着的那一年，不拿来比；没有支出的照比", () => {
    expect(labels("收支总计增减", staff, staff)).toEqual(PEOPLE);
    expect(labels("收支总计增减", staff, {})).toEqual([]);
    const empty = operationsTable({ "三公.因公出国（境）费": 1, "三公.公务用车购置费": 1 });
    expect(labels("三公经费增减", statistics, empty)).toEqual([CARS[0], ...GUESTS]);
    expect(labels("三公经费增减", empty, statistics)).toEqual([CARS[0], ...GUESTS]);
    expect(labels("公务接待费增减", operationsTable({}), operationsTable({}))).toEqual(GUESTS);
  });
});
