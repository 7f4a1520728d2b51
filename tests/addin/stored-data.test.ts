import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HostFailure } from "../../addin/host/host.ts";
import {
  noStoredData,
  readStoredData,
  type StoredData,
  storedJson,
} from "../../addin/session/stored-data.ts";
import {
  importYaml,
  inputsOf,
  mergeImported,
  storedYaml,
  valueAt,
  withValueAt,
} from "../../addin/session/stored-data-inputs.ts";
import { keepStoredData } from "../../addin/session/stored-data-keeper.ts";
import { priorFactsOf, priorWorkbookOf } from "../../addin/session/stored-data-prior.ts";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { YEAR_ON_YEAR_KEYS } from "../../src/narrative/evidence/changes.ts";
import { evidenceOf } from "../../src/narrative/evidence/clues.ts";
import { noInputs } from "../../src/narrative/inputs/inputs.ts";
import { readInputs } from "../../src/narrative/inputs/read-inputs.ts";
import { shippedProfiles } from "../../src/narrative/templates/shipped-profiles.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import type { Cell, Workbook } from "../../src/workbook/workbook.ts";
import { readExample } from "../fixtures/examples.ts";
import { generatePair } from "../fixtures/generator/generate.ts";
import { asWorkbook } from "../fixtures/generator/write.ts";

const text = fc.string({ unit: "grapheme" });

const source = fc.record({
  name: text,
  files: fc.array(fc.record({ name: text, text })),
});

const profile: fc.Arbitrary<StoredData["profile"]> = fc.oneof(
  fc.record({ shipped: fc.option(text), own: fc.constant(null), usesOwn: fc.constant(false) }),
  fc.record({ shipped: fc.option(text), own: source, usesOwn: fc.boolean() }),
);

const storedData: fc.Arbitrary<StoredData> = fc.record({
  accepted: fc.array(fc.record({ rule: text, cells: fc.array(text), reason: text, what: text })),
  edits: fc.array(fc.record({ id: text, text, draft: text })),
  inserted: fc.array(
    fc.record({
      id: text,
      text,
      draft: fc.option(text),
      chart: fc.option(text),
      removed: fc.boolean(),
    }),
  ),
  history: fc.uniqueArray(
    fc.record({
      number: fc.nat(),
      when: fc.string(),
      what: fc.string(),
      changes: fc.array(
        fc.record({
          id: fc.string(),
          before: fc.option(fc.string()),
          after: fc.option(fc.string()),
          by: fc.constantFrom("起草" as const, "人工" as const),
        }),
      ),
    }),
  ),
  priorFileName: fc.option(text),
  priorFacts: fc.constant(null),
  lastYear: fc.constantFrom(null, { 原因: { 收支总计增减: "项目减少" }, 原因库: {} }),
  profile,
  backups: fc.array(text),
  inputs: fc.constantFrom<Record<string, unknown>>(
    {},
    { 级别: "部门", 自造的键: { 内容: [1, "二", null] } },
    { 公务接待: { 国内接待用途: "接待：来访#一" } },
  ),
});

/** 内存里的宿主数据：可以叫它读、存失败。 */
function memoryData(initial: string | null = null) {
  const kept = { json: initial, saves: 0, failing: false };
  return {
    kept,
    loadData: async () => kept.json,
    saveData: async (json: string) => {
      if (kept.failing) throw new HostFailure("read-only", "工作簿是只读的。", "请另存后再试。");
      kept.json = json;
      kept.saves += 1;
    },
  };
}

describe("与工作簿一起保存的数据", () => {
  it("存成 JSON 再读回，一样不少，不认识的键也在", () => {
    fc.assert(
      fc.property(storedData, (data) => {
        expect(readStoredData(storedJson(data))).toEqual({ data, problem: null });
      }),
    );
  });

  it("导出成 YAML 再导入，一样不少", () => {
    fc.assert(
      fc.property(storedData, (data) => {
        expect(importYaml(storedYaml(data), "填报.yaml").data).toEqual(data);
      }),
    );
  });

  it("导出的填报文件命令行不报不认识的键", () => {
    const data: StoredData = {
      ...noStoredData,
      accepted: [{ rule: "A09", cells: ["本年!Z01!E37"], reason: "已查明", what: "不等" }],
      edits: [{ id: "二.一/正文", text: "改", draft: "原" }],
      inserted: [{ id: "二.一/正文", text: "改", draft: null, chart: null, removed: true }],
      priorFileName: "上年.xlsx",
      lastYear: { 原因: { 收支总计增减: "项目减少" } },
      profile: {
        shipped: "四川部门",
        own: { name: "本县模板", files: [{ name: "写法.yaml", text: "底本: 四川单位" }] },
        usesOwn: true,
      },
      inputs: { 级别: "部门" },
    };
    expect(readInputs(storedYaml(data), "填报.yaml").findings).toEqual([]);
  });

  it("损坏的文本整段留作备份，再存也还在", () => {
    fc.assert(
      fc.property(text, (junk) => {
        const broken = `{${junk}`;
        const { data, problem } = readStoredData(broken);
        fc.pre(problem !== null);
        expect(data.backups).toEqual([broken]);
        expect(readStoredData(storedJson(data)).data.backups).toEqual([broken]);
      }),
    );
    expect(readStoredData("[1]").data.backups).toEqual(["[1]"]);
    expect(readStoredData(null)).toEqual({ data: noStoredData, problem: null });
  });

  it("一处读不懂，只备份那一处，其余照用", () => {
    const json = JSON.stringify({
      级别: "单位",
      段落修改: [{ 编号: "a", 文字: "b", 原稿: "c" }, { 编号: "只有编号" }],
      上次插入: "不是列表",
    });
    const { data, problem } = readStoredData(json);
    expect(data.edits).toEqual([{ id: "a", text: "b", draft: "c" }]);
    expect(data.inputs).toEqual({ 级别: "单位" });
    expect(data.backups).toHaveLength(2);
    expect(data.backups.join()).toContain("只有编号");
    expect(problem).toContain("2 处");
  });

  it("填一处、清一处，别处不动", () => {
    const filled = withValueAt(noStoredData, ["原因", "收支总计增减", "内容"], "项目减少");
    expect(valueAt(filled, ["原因", "收支总计增减", "内容"])).toBe("项目减少");
    expect(inputsOf(filled).inputs.reasons.get("收支总计增减")?.text).toBe("项目减少");
    const both = withValueAt(filled, ["公务接待", "国内接待用途"], "来访");
    expect(withValueAt(both, ["原因", "收支总计增减", "内容"], undefined).inputs).toEqual({
      公务接待: { 国内接待用途: "来访" },
    });
  });

  it("写错的填报内容指出在哪里，其余照用", () => {
    const data = withValueAt(
      withValueAt(noStoredData, ["公务用车", "保有量"], "三辆"),
      ["公务接待", "国内接待用途"],
      "来访",
    );
    const { inputs, findings } = inputsOf(data);
    expect(findings.map(({ what }) => what).join()).toContain("填报内容：“公务用车 › 保有量”");
    expect(inputs.texts.get("公务接待.国内接待用途")).toBe("来访");
  });

  it("导入不盖掉没有写的，空键不盖掉填好的", () => {
    const current = withValueAt(
      {
        ...noStoredData,
        inserted: [{ id: "x", text: "y", draft: null, chart: null, removed: false }],
      },
      ["公务接待"],
      { 国内接待用途: "来访", 国内接待批次: 3 },
    );
    const imported = importYaml("公务接待:\n  国内接待用途:\n  国内接待批次: 5\n", "a.yaml");
    if (imported.data === null) throw new Error("应能读懂");
    const merged = mergeImported(current, imported.data);
    expect(merged.inputs).toEqual({ 公务接待: { 国内接待用途: "来访", 国内接待批次: 5 } });
    expect(merged.inserted).toEqual(current.inserted);
    const broken = importYaml("a: [", "a.yaml");
    expect(broken.data).toBeNull();
    expect(broken.findings[0]?.what).toContain("第 1 行");
  });
});

describe("保管", () => {
  it("停手才存，存的是最后一次改动；读出以前的改动补上", async () => {
    const host = memoryData(JSON.stringify({ 级别: "部门" }));
    const keeper = keepStoredData(host);
    keeper.update((data) => withValueAt(data, ["年度"], 2023));
    await keeper.load();
    keeper.update((data) => withValueAt(data, ["单位性质"], "行政单位"));
    expect(host.kept.saves).toBe(0);
    await keeper.flush();
    expect(host.kept.saves).toBe(1);
    expect(JSON.parse(host.kept.json ?? "")).toEqual({
      级别: "部门",
      年度: 2023,
      单位性质: "行政单位",
    });
    expect(keeper.getState().saving).toBe("saved");
  });

  it("存不成时内容还在，说明原因，再试就成", async () => {
    const host = memoryData();
    const keeper = keepStoredData(host);
    await keeper.load();
    host.kept.failing = true;
    keeper.update((data) => withValueAt(data, ["年度"], 2023));
    await expect(keeper.flush()).rejects.toThrow("只读");
    expect(keeper.getState()).toMatchObject({ saving: "failed" });
    expect(keeper.getState().failure).toContain("另存");
    host.kept.failing = false;
    await keeper.flush();
    expect(host.kept.json).toContain("2023");
    expect(keeper.getState().failure).toBeNull();
  });

  it("读不出来时不存，不会盖掉原有的", async () => {
    let broken = true;
    const host = memoryData(JSON.stringify({ 级别: "部门" }));
    const keeper = keepStoredData({
      ...host,
      loadData: async () => {
        if (broken) throw new HostFailure("gone", "工作簿已经关闭。", "请重新打开。");
        return host.loadData();
      },
    });
    await keeper.load();
    keeper.update((data) => withValueAt(data, ["年度"], 2023));
    await keeper.flush();
    expect(host.kept.saves).toBe(0);
    expect(keeper.getState().failure).toContain("关闭");
    broken = false;
    await keeper.load();
    await keeper.flush();
    expect(JSON.parse(host.kept.json ?? "")).toEqual({ 级别: "部门", 年度: 2023 });
  });
});

describe("上年事实", () => {
  const PAIRS = [
    ["2023-乐山市金口河区人民政府办公室.xlsx", "2022-乐山市金口河区人民政府办公室.xlsx"],
    ["2022-乐山市市中区人民政府办公室.xlsx", "2021-乐山市市中区人民政府办公室.xlsx"],
    ["2023-泸县人民政府办公室.xlsx", "2022-泸县人民政府办公室.xlsx"],
  ] as const;

  it.each(PAIRS)("%s：还原后各套模板起草、各个变动的依据都与用原文件一样", async (now, before) => {
    const current = recogniseTables(await readExample(now), "current");
    const read = await readExample(before);
    const sizes: number[] = [];
    // 有的软件空着，有的写 0：都一样还原，存的也一样大。
    for (const workbook of [read, withZeros(read)]) {
      const prior = recogniseTables(workbook, "prior");
      const json = JSON.stringify(priorFactsOf(workbook, prior));
      sizes.push(json.length);
      const restored = recogniseTables(
        priorWorkbookOf(JSON.parse(json), workbook.fileName),
        "prior",
      );
      for (const name of shippedProfiles.names) {
        const profile = shippedProfiles.find(name);
        if (profile === null) throw new Error(name);
        const draft = (from: typeof prior) =>
          draftNarrative({ current, prior: from, inputs: noInputs, profile }).sections;
        expect(draft(restored)).toEqual(draft(prior));
      }
      for (const key of YEAR_ON_YEAR_KEYS) {
        expect(evidenceOf([key], current, restored)).toEqual(evidenceOf([key], current, prior));
      }
    }
    // 写 0 的那本真的多出许多格。
    expect(cellCount(withZeros(read))).toBeGreaterThan(cellCount(read) + 5000);
    const [plain = 0, zeros = 0] = sizes;
    expect(plain).toBeLessThan(100_000);
    expect(zeros).toBeLessThan(plain * 1.05);
  });

  it("三百个项、八百个项目的也放得下，起草和依据一样", () => {
    const pair = generatePair({ items: 300, projects: 800 });
    const current = recogniseTables(asWorkbook(pair.current), "current");
    const workbook = asWorkbook(pair.prior);
    const prior = recogniseTables(workbook, "prior");
    const json = JSON.stringify(priorFactsOf(workbook, prior));
    const restored = recogniseTables(priorWorkbookOf(JSON.parse(json), "上年"), "prior");
    const draft = (from: typeof prior) =>
      draftNarrative({ current, prior: from, inputs: noInputs }).sections;
    expect(draft(restored)).toEqual(draft(prior));
    for (const key of YEAR_ON_YEAR_KEYS) {
      expect(evidenceOf([key], current, restored)).toEqual(evidenceOf([key], current, prior));
    }
    // 连同填报、改过的段落、各版，一本工作簿里放得下 1.2 兆字符。
    expect(json.length).toBeLessThan(800_000);
  });
});

function cellCount({ sheets }: Workbook): number {
  return sheets
    .flatMap(({ rows }) => rows.flat())
    .reduce((count, cell) => count + (cell === undefined ? 0 : 1), 0);
}

/** 各张明细表里空着的格都写上 0，像有的软件导出的那样。 */
function withZeros(workbook: Workbook): Workbook {
  const detailed = new Set(
    recogniseTables(workbook, "prior")
      .tables.filter(({ form }) => /^财决(05|07|08|10|12)/.test(form.id))
      .map(({ sheet }) => sheet),
  );
  const zero: Cell = { kind: "number", text: "0", formula: false };
  const sheets = workbook.sheets.map((sheet) => {
    if (!detailed.has(sheet.name)) return sheet;
    const total = sheet.rows.findIndex((row) => row?.some((cell) => cell?.text === "合计"));
    const rows = Array.from(sheet.rows, (row, index) => {
      // 末尾的说明行不是数。
      const numbers = row?.filter((cell) => cell?.kind === "number").length ?? 0;
      if (row === undefined || index <= total || numbers === 0) return row;
      const first = row.findIndex((cell) => cell?.kind === "number");
      return Array.from(row, (cell, column) => (column > first ? (cell ?? zero) : cell));
    });
    return { ...sheet, rows };
  });
  return { ...workbook, sheets };
}
