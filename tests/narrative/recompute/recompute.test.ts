import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Draft, Figure } from "../../../src/narrative/draft.ts";
import { draftNarrative } from "../../../src/narrative/draft-narrative.ts";
import { type Inputs, noInputs } from "../../../src/narrative/inputs/inputs.ts";
import { readInputs } from "../../../src/narrative/inputs/read-inputs.ts";
import { type DraftOptions, type DraftStyle, defaultStyle } from "../../../src/narrative/style.ts";
import { shippedProfiles } from "../../../src/narrative/templates/shipped-profiles.ts";
import { recogniseTables } from "../../../src/tables/recognise.ts";
import type { TableSet } from "../../../src/tables/table.ts";
import { generatePair } from "../../fixtures/generator/generate.ts";
import { asWorkbook, workbookBytes } from "../../fixtures/generator/write.ts";
import { narratives, openExample, paragraphsOf } from "../example-drafts.ts";
import { RawCells } from "./raw-cells.ts";
import { recomputeDraft } from "./recompute.ts";

const examples = new URL("../../../examples/", import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, examples)));

/** 一项写法的每一档至少有一种用到。 */
const STYLES: readonly DraftOptions[] = [
  {},
  {
    totals: "分写",
    changeWords: "增加减少",
    showBase: true,
    yearWord: "年",
    zeroRows: "列出",
    amountZeros: "保留",
    grouping: true,
    percentDecimals: 1,
    exactNumbers: "不带小数",
    itemBudget: true,
    onBudget: "写明原因",
    economicItems: "列名称和金额",
    vehicleUses: "全部列出",
    noForeignGuests: "写明",
    rounding: "写明",
  },
  {
    changeWords: "增长下降",
    zeroRows: "列出",
    amountZeros: "去掉",
    percentZeros: "去掉",
    exactNumbers: "带小数",
    itemBudget: true,
    onBudget: "写明",
    economicItems: "列名称和金额",
    vehicleUses: "只列有车的",
    noForeignGuests: "不写",
  },
];

interface Case {
  readonly current: TableSet;
  readonly prior: TableSet | null;
  readonly inputs: Inputs;
}

/** 每套模板、每种写法各起草一份；`check` 得到草稿和它实际用的写法。 */
function everyDraft(
  { current, prior, inputs }: Case,
  check: (draft: Draft, style: DraftStyle) => void,
  styles: readonly DraftOptions[] = STYLES,
): void {
  for (const name of shippedProfiles.names) {
    const profile = shippedProfiles.find(name);
    if (profile === null) throw new Error(`没有 ${name}`);
    for (const options of styles) {
      const draft = draftNarrative({ current, prior, inputs, profile, options });
      check(draft, { ...defaultStyle, ...profile.style, ...inputs.style, ...options });
    }
  }
}

/** 说明正文里带“万元”“%”的数都在某个登记的数里。只用于没有人写的话的草稿。 */
function strayFigures(draft: Draft): string[] {
  return paragraphsOf(draft)
    .filter(({ id }) => id.startsWith("二"))
    .flatMap(({ id, text, figures }) => {
      // 尾差说明里的 100%、设备行名里的单价不是数。
      const words = /因四舍五入，[^。]*。|单价\d+万元/g;
      const bare = text.replace(words, (each) => " ".repeat(each.length));
      return [...bare.matchAll(/\d[\d,.]*(?:万元|元|%)/g)].flatMap(({ 0: quote, index }) => {
        const inside = figures.some(
          ({ start, end }) => start <= index && index + quote.length <= end,
        );
        return inside ? [] : [`${id} ${quote}`];
      });
    });
}

/** 上海的写法要填的，按示例 2023 年的科目编。 */
const SHANGHAI_TYPED = `
项级年初预算数: { "2010301": 4300000.00, "2010302": 3100000, "2080505": 871750.4, "2210201": 0 }
项级全年预算数: { "2010301": 4630100.55, "2010302": 3045400.10 }
政府采购:
  预留中小企业金额: 123456.78
  预留小微企业金额: 0
  主要用途: [{ 内容: 台式机, 金额: 4999.5 }, { 内容: 打印纸, 金额: 12000 }]
公务用车:
  购置车型: { 轿车: { 数量: 1, 金额: 179800 } }
绩效管理:
  绩效目标: { 项目: [甲, 乙.丙, 丁] }
  整体自评: { 得分: 96.5, 全年预算数: 11772900, 执行数: 11770000.01 }
  项目自评: [{ 名称: 应急.演练, 全年预算数: 30000, 执行数: 29999.99, 得分: "98" }]
`;

describe.each(narratives)("$workbook 的草稿，从文件里的原始单元格重算", (narrative) => {
  const files = { current: bytesOf(narrative.workbook), prior: bytesOf(narrative.prior) };
  const cells = new RawCells(files);

  it("填报齐全：每个数、每幅图，值和印出的文字都相同", async () => {
    const example = await openExample(narrative);
    const typed: unknown = parse(readFileSync(new URL(narrative.inputs, examples), "utf8"));
    everyDraft(example, (draft, style) => {
      const { agreed, problems } = recomputeDraft(draft, { cells, typed, style });
      expect(problems).toEqual([]);
      expect(agreed).toBeGreaterThan(90);
    });
  });

  it("不给填报：据表推断的原因里的数也相同，没有出处的数一个也没有", async () => {
    const { current, prior } = await openExample(narrative);
    everyDraft({ current, prior, inputs: noInputs }, (draft, style) => {
      expect(recomputeDraft(draft, { cells, typed: {}, style }).problems).toEqual([]);
      expect(strayFigures(draft)).toEqual([]);
    });
  });

  it("另填一份：年初预算、预留金额、逐件金额、自评都与所填相同", async () => {
    const { current, prior } = await openExample(narrative);
    const { inputs, findings } = readInputs(SHANGHAI_TYPED, "另一份.yaml");
    expect(findings).toEqual([]);
    const typed: unknown = parse(SHANGHAI_TYPED);
    everyDraft({ current, prior, inputs }, (draft, style) => {
      expect(recomputeDraft(draft, { cells, typed, style }).problems).toEqual([]);
    });
  });
});

describe("重算本身", () => {
  it("印出的文字、所记的值、出处改动一处，都看得出来", async () => {
    const [narrative] = narratives;
    if (narrative === undefined) throw new Error("没有示例");
    const { current, prior, inputs } = await openExample(narrative);
    const files = { current: bytesOf(narrative.workbook), prior: bytesOf(narrative.prior) };
    const typed: unknown = parse(readFileSync(new URL(narrative.inputs, examples), "utf8"));
    const style = { ...defaultStyle, ...inputs.style };
    const draft = draftNarrative({ current, prior, inputs, options: style });
    const material = { cells: new RawCells(files), typed, style };
    const bump = (text: string) => text.replace(/\d(?=\D*$)/, (digit) => String((+digit + 1) % 10));
    const tampered = (change: (figure: Figure) => Figure): Draft => ({
      ...draft,
      sections: draft.sections.map((section) => ({
        ...section,
        paragraphs: section.paragraphs.map(({ chart: _, ...paragraph }) => ({
          ...paragraph,
          figures: paragraph.figures.map(change),
        })),
      })),
    });
    const { agreed, problems } = recomputeDraft(
      tampered((figure) => figure),
      material,
    );
    expect(problems).toEqual([]);
    const changes: readonly ((figure: Figure) => Figure)[] = [
      (figure) => ({ ...figure, text: bump(figure.text) }),
      (figure) => ({ ...figure, value: bump(figure.value) }),
    ];
    for (const change of changes) {
      expect(recomputeDraft(tampered(change), material).agreed).toBe(0);
    }
    const shifted = tampered((figure) => ({ ...figure, from: figure.from.slice(1) }));
    const withCells = paragraphsOf(draft).flatMap(({ figures }) =>
      figures.filter(({ from }) => from.length > 0),
    ).length;
    expect(recomputeDraft(shifted, material).agreed).toBe(agreed - withCells);
  });
});

describe("随机的两年工作簿，从写成文件的原始单元格重算", () => {
  it.each([1, 2, 3, 4, 5, 6])("种子 %i", (seed) => {
    const pair = generatePair({
      seed,
      unitKind: seed % 2 === 0 ? "行政单位" : "财政补助事业单位",
      items: 3 + seed * 2,
      adjustments: seed % 3 === 0,
      without: seed === 5 ? ["财决04", "财决07"] : seed === 6 ? ["财决08"] : [],
    });
    const bytes = (book: typeof pair.current) => workbookBytes(book, "xlsx");
    const cells = new RawCells({ current: bytes(pair.current), prior: bytes(pair.prior) });
    const current = recogniseTables(asWorkbook(pair.current), "current");
    const prior = recogniseTables(asWorkbook(pair.prior), "prior");
    const style = STYLES[seed % STYLES.length] ?? {};
    everyDraft(
      { current, prior, inputs: noInputs },
      (draft, used) => {
        const { agreed, problems } = recomputeDraft(draft, { cells, typed: {}, style: used });
        expect(problems).toEqual([]);
        expect(agreed).toBeGreaterThan(50);
        expect(strayFigures(draft)).toEqual([]);
      },
      [style],
    );
  });
});
