import { describe, expect, it } from "vitest";
import {
  budgetItemCode,
  measured,
  YEAR_ON_YEAR_KEYS,
} from "../../../src/narrative/evidence/changes.ts";
import { evidenceClues, evidenceOf } from "../../../src/narrative/evidence/clues.ts";
import { evidenceFor } from "../../../src/narrative/evidence/evidence-for.ts";
import type { Inputs } from "../../../src/narrative/inputs/inputs.ts";
import { type Cells, handBuilt } from "../hand-built.ts";
import { books } from "../reasons/spending-years.ts";
import { generalBudgetTables, operationsTable, totalsTable } from "../small-books.ts";

const CODE = "2010302";
const CARRIED = "年末结转和结余.财政拨款结转和结余";
const general = (actual: number, budget: number) =>
  generalBudgetTables([{ code: CODE, name: "一般行政管理事务", actual }], { "201": budget });

function itemEvidence(tables: Record<string, Cells>) {
  const found = evidenceFor(`各项完成预算.${CODE}`, books(tables, {}));
  if (found === null) throw new Error("没有依据");
  const { main, alternatives } = found;
  return [main, ...alternatives].flatMap((each) =>
    each === null
      ? []
      : [[each.by, each.unread, ...each.drivers.map(({ label, cents }) => [label, cents])]],
  );
}

describe("一项的决算数与预算数之差", () => {
  const projects = (cells: Cells): Record<string, Cells> => ({
    ...general(70, 100),
    财决07: {
      [`${CODE} 一般行政管理事务`]: { "年末结转和结余.合计": 25, "年初结转和结余.合计": 8 },
    },
    财决06: cells,
  });

  it("少花的看年末结转：有项目表的逐个项目，只看这一项的", () => {
    expect(
      itemEvidence(
        projects({
          [`${CODE}/1 甲`]: { [CARRIED]: 15 },
          [`${CODE}/2 乙`]: { [CARRIED]: 10 },
          "2010399/3 丙": { [CARRIED]: 9 },
          [`${CODE} 一般行政管理事务`]: { [CARRIED]: 25 },
        }),
      ),
    ).toEqual([
      ["按年末结转和结余", [], ["年末结转和结余", -2_500]],
      ["按项目年末结转和结余", [], ["甲", -1_500], ["乙", -1_000]],
    ]);
  });

  it("多花的看年初结转；一样多的没有什么可看", () => {
    const tables = (actual: number) => ({ ...projects({}), ...general(actual, 100) });
    expect(itemEvidence(tables(130))).toEqual([["按年初结转和结余", [], ["年初结转和结余", 800]]]);
    const { 财决07: _, 财决06: __, ...neither } = tables(130);
    expect(itemEvidence(neither)).toEqual([]);
    expect(itemEvidence({ ...neither, 财决07: { "2080505 养老": {} } })).toEqual([]);
    expect(itemEvidence({ ...general(70, 100), 财决07: { "2080505 养老": {} } })).toEqual([]);
  });

  it("读不出的结转记下来，不猜", () => {
    const tables = projects({
      [`${CODE}/1 甲`]: { [CARRIED]: { unreadable: "？" } },
      [`${CODE}/2 乙`]: { [CARRIED]: 5 },
    });
    expect(itemEvidence(tables)).toContainEqual(["按项目年末结转和结余", ["甲"], ["乙", -500]]);
  });

  it("类级的年初、全年预算数作旁证，不当原因；没有这一类的不列", () => {
    const facts = evidenceFor(`各项完成预算.${CODE}`, books(general(70, 100), {}))?.facts;
    expect(facts).toMatchObject([
      { label: "一般公共服务支出预算数（类级，年初与全年）", unit: "元", cause: false },
    ]);
    const typed = { itemBudgets: new Map([[CODE, 9_000]]) };
    const { "财决01-1": _, ...without } = general(70, 100);
    expect(evidenceFor(`各项完成预算.${CODE}`, books(without, {}, typed))?.facts).toEqual([]);
  });

  it("“三公”各部分有一边读不出的，记下来", () => {
    const tables = operationsTable(
      { "三公.支出合计": 30, "三公.公务接待费": 10, "三公.公务用车购置费": 20 },
      { "三公.支出合计": 50, "三公.公务接待费": 30 },
    );
    const row = tables.财决附03?.["三公.公务用车购置费"];
    const broken = {
      财决附03: {
        ...tables.财决附03,
        "三公.公务用车购置费": { ...row, 全年预算数: { unreadable: "？" } },
      },
    };
    expect(evidenceFor("三公经费完成预算", books(broken, {}))?.main).toMatchObject({
      unread: ["公务用车购置费"],
      explained: -2_000,
      rest: 0,
    });
  });
});

describe("变动的两头", () => {
  it("与上年比的各从自己的格取", () => {
    const tables: Record<string, Cells> = {
      财决01: { "收入.总计": { 决算数: 1 }, "支出.总计": { 决算数: 2 } },
      "财决01-1": {
        "收入.总计": { 决算数: 3 },
        "支出.总计": { "决算数.合计": 4 },
        "支出.本年支出合计": { "决算数.一般公共预算财政拨款": 5 },
      },
      ...operationsTable({
        "三公.支出合计": 6,
        "三公.因公出国（境）费": 7,
        "三公.公务用车购置及运行维护费": 8,
        "三公.公务接待费": 9,
        "机关运行经费.合计": 10,
      }),
    };
    const both = books(tables, tables);
    const amounts = YEAR_ON_YEAR_KEYS.map((key) => {
      const found = measured(key, both);
      return found?.now.kind === "money" && found.before.kind === "money"
        ? [found.against, found.now.cents / 100, found.before.cents / 100]
        : null;
    });
    expect(amounts).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((each) => ["上年", each, each]));
  });

  it("与年初预算比的：三公、一般公共预算支出、各项", () => {
    const given = general(70, 100);
    const rows = given["财决01-1"] ?? {};
    const initial = "年初预算数.一般公共预算财政拨款";
    const tables: Record<string, Cells> = {
      ...given,
      "财决01-1": {
        ...rows,
        "功能.一般公共服务支出": { ...rows["功能.一般公共服务支出"], [initial]: 60 },
        "支出.本年支出合计": { ...rows["支出.本年支出合计"], [initial]: 61 },
      },
      财决附03: { "三公.支出合计": { 决算数: 5, 年初预算数: 6 } },
    };
    const ends = (key: string, inputs: Partial<Inputs> = {}) => {
      const found = measured(key, books(tables, {}, inputs));
      const yuan = (fact: NonNullable<typeof found>["now"]) =>
        fact.kind === "money" ? fact.cents / 100 : null;
      return found && [found.subject, found.against, yuan(found.now), yuan(found.before)];
    };
    expect(ends("三公经费完成年初预算")).toEqual(["“三公”经费支出", "预算", 5, 6]);
    expect(ends("一般公共预算财政拨款支出完成年初预算")).toEqual([
      "一般公共预算财政拨款支出",
      "预算",
      70,
      61,
    ]);
    const title =
      "一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）一般行政管理事务（项）";
    expect(ends(`各项完成年初预算.${CODE}`)).toEqual([title, "预算", 70, 60]);
    const typed = { initialItemBudgets: new Map([[CODE, 5_000]]) };
    expect(ends(`各项完成年初预算.${CODE}`, typed)).toEqual([title, "预算", 70, 50]);
    expect(ends("各项完成年初预算.2080505")).toBeNull();
    expect(ends("什么增减")).toBeNull();
    expect(budgetItemCode(`各项完成预算.${CODE}`)).toBe(CODE);
    expect(budgetItemCode("收支总计增减")).toBeNull();
  });
});

describe("写原因时可以参考的依据", () => {
  const at = (book: "current" | "prior", year: number, income: number) =>
    handBuilt(book, { year, tables: totalsTable(income) });

  it("没有上年、没有变动、不认识的，没有依据", () => {
    const now = at("current", 2023, 900_000);
    const path = ["收支总计增减"];
    expect(evidenceOf(path, now, null)).toBeNull();
    expect(evidenceOf(path, now, at("prior", 2022, 900_000))).toBeNull();
    expect(evidenceOf(["什么增减"], now, at("prior", 2022, 5))).toBeNull();
    expect(evidenceOf(path, now, at("prior", 2022, 500_000))?.cents).toBe(40_000_000);
    expect(evidenceClues(path, now, null)).toEqual([]);
    expect(evidenceClues(path, now, at("prior", 2022, 500_000))).toEqual([
      "一般公共预算财政拨款收入增加40万元（上年 50万元，本年 90万元）",
    ]);
  });
});
