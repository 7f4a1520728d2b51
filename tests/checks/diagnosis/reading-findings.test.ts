import { describe, expect, test } from "vitest";
import { blameReadings } from "../../../src/checks/diagnosis/reading-findings.ts";
import type { Culprit } from "../../../src/findings/culprit.ts";
import { type CellRef, type Finding, finding } from "../../../src/findings/finding.ts";
import { rowStructureFindings } from "../../../src/tables/row-structure.ts";
import { buildTableSets, type CaseData } from "../case-tables.ts";
import { told } from "./small-tables.ts";

const cell = (address: string, extra: Partial<CellRef> = {}): CellRef => ({
  book: "current",
  sheet: "财决04",
  address,
  row: "",
  column: "",
  value: "",
  ...extra,
});
const reading = (rule: string, kind: Finding["kind"], cells: readonly CellRef[]): Finding =>
  finding({ rule, severity: "error", kind, what: "", why: "", todo: "", cells: [...cells] });
const culprit: Culprit = {
  book: "current",
  sheet: "财决04",
  address: "C12",
  row: "",
  column: "",
  is: "",
  shouldBe: "1.00",
  clue: "读不成数。",
  explains: [],
};
const noTables = buildTableSets({ 数据: {} });
const blamed = (one: Finding, by: Partial<Culprit> = {}) =>
  blameReadings([one], [{ ...culprit, ...by }], noTables).findings[0]?.culprit;

test("读不出的格：同一格才归到它", () => {
  const at = (address: string, extra?: Partial<CellRef>) =>
    reading("读表/文字金额", "unreadable", [cell(address, extra)]);
  expect(blameReadings([at("C12")], [culprit], noTables)).toEqual({
    findings: [{ ...at("C12"), culprit: "财决04!C12", clue: "读不成数。" }],
    culprits: [culprit],
  });
  expect(blamed(at("D12"))).toBeUndefined();
  expect(blamed(at("C12", { sheet: "财决03" }))).toBeUndefined();
  expect(blamed(at("C12", { book: "prior" }))).toBeUndefined();
  expect(blamed(at("C12"), { alternative: true })).toBeUndefined();
});

test("重复的行：同一行就归到它，几格里有一格是就算", () => {
  const rows = (...addresses: string[]) =>
    reading(
      "读表/重复科目",
      "structure",
      addresses.map((address) => cell(address)),
    );
  expect(blamed(rows("A12"))).toBe("财决04!C12");
  expect(blamed(rows("A11", "AB12"))).toBe("财决04!C12");
  expect(blamed(rows("A1"))).toBeUndefined();
  expect(blamed(rows())).toBeUndefined();
  expect(blamed(reading("读表/缺少表", "structure", [cell("C12")]))).toBeUndefined();
});

test("没有疑点、也说不准怎样改的，照原样", () => {
  const findings = [
    reading("读表/文字金额", "unreadable", [cell("C12")]),
    reading("读表/编码名称不符", "structure", [cell("C12")]),
  ];
  expect(blameReadings(findings, [], noTables)).toEqual({ findings, culprits: [] });
});

describe("科目行的问题，说得准该怎样改的", () => {
  /** 基本数字表的几行：编制人数的合计、行政编制。 */
  const staff = (rows: Readonly<Record<string, readonly [number, number]>>, prefix = "") =>
    Object.fromEntries(
      Object.entries(rows).flatMap(([row, [all, own]]) => [
        [`${prefix}财决附02[${row}, 编制人数.合计]`, all],
        [`${prefix}财决附02[${row}, 编制人数.行政编制]`, own],
      ]),
    );
  const spent = (form: string, rows: readonly string[]) =>
    Object.fromEntries(rows.map((row) => [`${form}[${row}, 合计]`, 9]));
  const CODES = ["201", "20103", "2010301"];
  const OTHERS = { ...spent("财决05-1", CODES), ...spent("财决08-1", CODES) };

  /** 读表发现的科目行问题归到了哪里，和指出的各处。 */
  function readings(data: CaseData, culprits: readonly Culprit[] = []) {
    const books = buildTableSets(data);
    const { current, prior } = books;
    const found = [current, prior].flatMap((set) =>
      set === null ? [] : rowStructureFindings(set),
    );
    const blamed = blameReadings(found, culprits, books);
    return {
      ...blamed,
      places: blamed.findings.map((each) => `${each.rule} ${each.culprit ?? "—"}`),
    };
  }

  const lacksSection = { "201": [9, 6], "2010301": [5, 2], "2010350": [4, 4] } as const;
  const SECTION = "缺少的一行 20103（应在“201”之下）";
  const SECTION_CLUE = "别的表有 20103，这张表没有，疑似漏了；应有的数由它的下级科目相加。";

  test("缺上级：各栏由下级相加，接在最近的上级之下；是零的栏不列", () => {
    const { culprits, findings, places } = readings({
      数据: { ...staff(lacksSection), ...OTHERS },
    });
    expect(told(culprits)).toEqual([
      `财决附02 ${SECTION} 编制人数.合计 →9；${SECTION} 编制人数.行政编制 →6：${SECTION_CLUE}`,
    ]);
    expect(culprits[0]).toMatchObject({ book: "current", address: "A1", explains: [] });
    expect(places).toEqual(["读表/缺上级科目 财决附02!A1"]);
    expect(findings[0]?.clue).toBe(SECTION_CLUE);

    const noTotal = readings({
      数据: { ...staff({ "20103": [5, 0], "2010301": [5, 0] }), ...OTHERS },
    });
    expect(told(noTotal.culprits)[0]).toMatch(
      /^财决附02 缺少的一行 201（应在“合计”之下） 编制人数.合计 →5：/,
    );
    expect(noTotal.culprits[0]?.address).toBe("");

    const both = readings({ 数据: { ...staff({ "208": [3, 0], "2010301": [5, 0] }), ...OTHERS } });
    expect(both.culprits.map(({ row, shouldBe }) => `${row} ${shouldBe}`)).toEqual([
      "缺少的一行 201（应在“合计”之下） 5",
      "缺少的一行 20103（应在“合计”之下） 5",
    ]);

    const underTotal = { 合计: [5, 0], "20103": [5, 0], "2010301": [5, 0] } as const;
    expect(readings({ 数据: { ...staff(underTotal), ...OTHERS } }).culprits[0]).toMatchObject({
      row: "缺少的一行 201（应在“合计”之下）",
      address: "A1",
      shouldBe: "5",
    });
  });

  test("缺下级：别的表都只有这一个的，数与上级相同；类之下连款带项", () => {
    const elsewhere = { "208": [3, 0], "20805": [3, 0], "2080501": [3, 0] } as const;
    const section = readings({
      数据: { ...staff({ ...elsewhere, "201": [9, 6], "20103": [9, 6] }), ...OTHERS },
    });
    const item = "缺少的一行 2010301（应在“20103”之下）";
    expect(told(section.culprits)).toEqual([
      `财决附02 ${item} 编制人数.合计 →9；${item} 编制人数.行政编制 →6：别的表有 2010301，这张表没有，疑似漏了；应有的数与它的上级科目相同。`,
    ]);
    const whole = readings({ 数据: { ...staff({ ...elsewhere, "201": [9, 0] }), ...OTHERS } });
    expect(told(whole.culprits)).toEqual([
      "财决附02 缺少的一行 20103（应在“201”之下） 编制人数.合计 →9；缺少的一行 2010301（应在“201”之下） 编制人数.合计 →9：别的表有 20103、2010301，这张表没有，疑似漏了；应有的数与它的上级科目相同。",
    ]);
    const several = readings({
      数据: {
        ...staff({ ...elsewhere, "201": [9, 6], "20103": [9, 6] }),
        ...OTHERS,
        ...spent("财决08-2", ["201", "20103", "2010302"]),
      },
    });
    expect(several.culprits).toEqual([]);
    expect(several.places).toEqual(["读表/缺下级科目 —"]);
  });

  test("编码写错：是编码那一格，应为别的表里这个名称的编码；别的表说法不一的，只列问题", () => {
    const named = (form: string, code: string) => [`${form}[${code}, 名称]`, "行政运行"];
    const wrong = staff({ "201": [9, 6], "20103": [9, 6], "2010309": [9, 6] });
    const miscoded = {
      文字: Object.fromEntries([
        named("财决附02", "2010309"),
        named("财决05-1", "2010301"),
        named("财决08-1", "2010301"),
      ]),
      数据: { ...wrong, ...OTHERS },
    };
    const agreed = readings(miscoded);
    expect(agreed.culprits).toEqual([
      {
        book: "current",
        sheet: "财决附02",
        address: "A3",
        row: "2010309",
        column: "科目编码",
        is: "2010309",
        shouldBe: "2010301",
        clue: "“2010309”的编码疑似应为 2010301，别的表里这个名称都是它。",
        explains: [],
      },
    ]);
    expect(agreed.places).toEqual(["读表/编码名称不符 财决附02!A3"]);
    const known = { ...culprit, sheet: "财决附02", row: "缺少的一行 2010301（应在“20103”之下）" };
    expect(readings(miscoded, [known]).places).toEqual(["读表/编码名称不符 财决附02!C12"]);

    const mixed = readings({
      文字: Object.fromEntries([
        named("财决附02", "2010309"),
        named("财决05-1", "2010301"),
        named("财决08-1", "2010302"),
      ]),
      数据: {
        ...wrong,
        ...spent("财决05-1", CODES),
        ...spent("财决08-1", ["201", "20103", "2010302"]),
      },
    });
    expect(mixed.culprits).toEqual([]);
    // 三张表三个编码，每张都与另两张不同。
    expect(mixed.places).toEqual(Array(3).fill("读表/编码名称不符 —"));
  });

  test("诊断已经指出缺这一行的，归到那一处；不是那一行、那张表、那本书的不算", () => {
    const data = { 数据: { ...staff(lacksSection), ...OTHERS } };
    const row = "缺少的一行 20103（应在“201”之下）";
    const known = { ...culprit, sheet: "财决附02", row };
    expect(readings(data, [known])).toMatchObject({
      culprits: [known],
      places: ["读表/缺上级科目 财决附02!C12"],
    });
    const moved = { ...known, row: "2010301", together: [{ ...known, row }] };
    expect(readings(data, [moved]).culprits).toEqual([moved]);
    const whole = { "201": [9, 0], "208": [3, 0], "20805": [3, 0], "2080501": [3, 0] } as const;
    const item = { ...known, row: "缺少的一行 2010301（应在“20103”之下）" };
    expect(readings({ 数据: { ...staff(whole), ...OTHERS } }, [item]).culprits).toEqual([item]);
    for (const other of [
      { row: "缺少的一行 2010301（应在“201”之下）" },
      { sheet: "财决05-1" },
      { book: "prior" },
      { alternative: true },
    ] as const) {
      const { culprits, places } = readings(data, [{ ...known, ...other }]);
      expect(culprits).toHaveLength(2);
      expect(places).toEqual(["读表/缺上级科目 财决附02!A1"]);
    }
  });

  test("添在诊断的各处之后、其他可能之前；上年的表也看，各归各的书", () => {
    const alternative = { ...culprit, address: "D12", alternative: true } as const;
    const prior = Object.fromEntries(
      Object.entries(OTHERS).map(([name, value]) => [`上年.${name}`, value]),
    );
    const { culprits, places } = readings(
      {
        数据: {
          ...staff(lacksSection),
          ...OTHERS,
          ...staff({ 合计: [8, 8], "201": [8, 8], "2010301": [8, 8] }, "上年."),
          ...prior,
        },
      },
      [alternative, culprit],
    );
    expect(
      culprits.map(({ book, sheet, address, shouldBe }) => [book, sheet, address, shouldBe]),
    ).toEqual([
      ["current", "财决04", "C12", "1.00"],
      ["current", "财决附02", "A1", "9"],
      ["prior", "财决附02", "A2", "8"],
      ["current", "财决04", "D12", "1.00"],
    ]);
    expect(places).toEqual(["读表/缺上级科目 财决附02!A1", "读表/缺上级科目 财决附02!A2"]);
  });
});
