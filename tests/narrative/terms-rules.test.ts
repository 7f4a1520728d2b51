import { describe, expect, it } from "vitest";
import type { Draft } from "../../src/narrative/draft.ts";
import type { Inputs } from "../../src/narrative/inputs/inputs.ts";
import type { Cells } from "./hand-built.ts";
import { fundTables, generalBudgetTables, type Spending, smallDraft } from "./small-books.ts";

type Tables = Readonly<Record<string, Cells>>;

const entriesOf = (draft: Draft) =>
  (draft.sections.find(({ id }) => id === "三")?.paragraphs ?? []).filter(
    ({ style }) => style === "listItem",
  );
const namesOf = (draft: Draft) =>
  entriesOf(draft).map(({ text }) => text.slice(0, text.indexOf("：")).replace(/^\d+\./, ""));

/** 只看通用名词与收支有关的各张表都在、都为零的单位。 */
const zeros: Record<string, Record<string, Record<string, number>>> = {
  财决01: Object.fromEntries(
    [
      "收入.上级补助收入",
      "收入.事业收入",
      "收入.经营收入",
      "收入.附属单位上缴收入",
      "收入.其他收入",
      "收入.使用非财政拨款结余",
      "收入.年初结转和结余",
      "支出.结余分配",
      "支出.年末结转和结余",
      "性质.基本支出",
      "性质.项目支出",
      "性质.上缴上级支出",
      "性质.经营支出",
      "性质.对附属单位补助支出",
    ].map((row) => [row, { 决算数: 0 }]),
  ),
  财决07: { 合计: { "本年支出.基本支出.小计": 0 } },
  财决附03: {
    "三公.支出合计": { 决算数: 0, 全年预算数: 0 },
    "机关运行经费.合计": { 统计数: 0 },
  },
};

const withAmount = (form: string, row: string, column: string): Tables => ({
  ...zeros,
  [form]: { ...zeros[form], [row]: { ...zeros[form]?.[row], [column]: 1 } },
});

describe("通用名词：有了这件事才解释", () => {
  it("什么也没有的单位只解释财政拨款收入", () => {
    expect(namesOf(smallDraft({ current: zeros }))).toEqual(["财政拨款收入"]);
  });

  it.each([
    ["上级补助收入", "财决01", "收入.上级补助收入", "决算数"],
    ["事业收入", "财决01", "收入.事业收入", "决算数"],
    ["经营收入", "财决01", "收入.经营收入", "决算数"],
    ["附属单位上缴收入", "财决01", "收入.附属单位上缴收入", "决算数"],
    ["其他收入", "财决01", "收入.其他收入", "决算数"],
    ["使用非财政拨款结余（含专用结余）", "财决01", "收入.使用非财政拨款结余", "决算数"],
    ["年初结转和结余", "财决01", "收入.年初结转和结余", "决算数"],
    ["结余分配", "财决01", "支出.结余分配", "决算数"],
    ["年末结转和结余", "财决01", "支出.年末结转和结余", "决算数"],
    ["基本支出", "财决01", "性质.基本支出", "决算数"],
    ["基本支出", "财决07", "合计", "本年支出.基本支出.小计"],
    ["项目支出", "财决01", "性质.项目支出", "决算数"],
    ["上缴上级支出", "财决01", "性质.上缴上级支出", "决算数"],
    ["经营支出", "财决01", "性质.经营支出", "决算数"],
    ["对附属单位补助支出", "财决01", "性质.对附属单位补助支出", "决算数"],
    ["“三公”经费", "财决附03", "三公.支出合计", "决算数"],
    ["“三公”经费", "财决附03", "三公.支出合计", "全年预算数"],
    ["机关运行经费", "财决附03", "机关运行经费.合计", "统计数"],
  ])("%s：%s %s %s", (name, form, row, column) => {
    expect(namesOf(smallDraft({ current: withAmount(form, row, column) }))).toEqual([
      "财政拨款收入",
      name,
    ]);
  });
});

describe("其他收入", () => {
  const tables = withAmount("财决01", "收入.其他收入", "决算数");
  const meaning = (inputs: Partial<Inputs>) =>
    entriesOf(smallDraft({ current: tables, inputs })).find(({ id }) => id === "三/其他收入");

  it("举出本单位的例子；没有填的待补充；自己写了解释的照写", () => {
    const texts = new Map([["其他收入主要内容", "银行存款利息收入。"]]);
    expect(meaning({ texts })?.text).toMatch(
      /：指除上述各项收入以外取得的收入。主要是银行存款利息收入。$/,
    );
    expect(meaning({})?.gaps.map(({ key }) => key)).toEqual([["其他收入主要内容"]]);
    const terms = new Map([["其他收入", "指利息收入。"]]);
    expect(meaning({ terms, texts })?.text).toMatch(/其他收入：指利息收入。$/);
  });
});

const spend = (code: string, name: string, actual = 1_000): Spending => ({ code, name, actual });
const CONFIRMED = spend("2010301", "行政运行");
const UNCONFIRMED = spend("2010101", "行政运行");

function draftOf(items: readonly Spending[], inputs: Partial<Inputs> = {}): Draft {
  const current = { ...generalBudgetTables(items, { "201": 10_000 }) };
  return smallDraft({ current, inputs: { itemBudgetsEqualActuals: true, ...inputs } });
}

const entry = (draft: Draft, code: string) =>
  entriesOf(draft).find(({ id }) => id === `三/${code}`);

describe("科目名词", () => {
  it("核对过的释义照写；没有核对过的请人核实，声明核对过就不再问", () => {
    expect(entry(draftOf([CONFIRMED]), "2010301")).toMatchObject({
      text: expect.stringMatching(/（项）：反映行政单位[^【]*。$/),
      gaps: [],
    });
    const doubtful = entry(draftOf([UNCONFIRMED]), "2010101");
    expect(doubtful?.proposals?.map(({ key }) => key)).toEqual([["名词解释", "2010101"]]);
    const checked = entry(draftOf([UNCONFIRMED], { termsConfirmed: true }), "2010101");
    expect(checked?.text).toMatch(/：反映行政单位[^【]*。$/);
  });

  it.each([
    ["改了名称", "综合事务运行"],
    ["只是末几个字相同", "非行政运行"],
    ["只是头几个字相同", "行政运行补助"],
  ])("表上的名称不是这个编码的（%s）：核对过的释义也要人看", (_, name) => {
    const found = entry(draftOf([spend("2010301", name)]), "2010301");
    expect(found?.proposals?.map(({ content }) => content)).toEqual([
      "反映行政单位（包括实行公务员管理的事业单位）的基本支出",
    ]);
  });

  it("从前的名称、带空格和半角括号的名称也是这个编码的", () => {
    for (const name of [
      "其他政府办公厅(室)及相关机构事务支出",
      "其他政府办公厅（室） 及相关机构事务支出",
    ]) {
      expect(entry(draftOf([spend("2010399", name)]), "2010399")?.proposals).toBeUndefined();
    }
  });

  it("科目表上没有的编码：留空待补，补上了照写", () => {
    const local = spend("2019988", "本地自设的支出");
    const [gap] = entry(draftOf([local]), "2019988")?.gaps ?? [];
    expect(gap?.key).toEqual(["名词解释", "2019988"]);
    const terms = new Map([["2019988", "反映本地的事。"]]);
    expect(entry(draftOf([local], { terms }), "2019988")?.text).toMatch(/（项）：反映本地的事。$/);
  });

  it("政府性基金的各项接在后面；为零的不列，与一般公共预算同一科目的只列一次", () => {
    const general = generalBudgetTables([CONFIRMED], { "201": 1_000 });
    const fund = fundTables([
      spend("2120801", "征地和拆迁补偿支出"),
      spend("2120802", "土地开发支出", 0),
      spend("2010301", "行政运行"),
    ]);
    const current = { ...general, 财决09: fund.财决09 ?? {} };
    const codes = entriesOf(smallDraft({ current })).map(({ id }) => id.slice("三/".length));
    expect(codes.filter((code) => /^\d/.test(code))).toEqual(["2010301", "2120801"]);
  });
});
