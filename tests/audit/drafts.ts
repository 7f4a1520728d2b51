import { readdirSync, readFileSync } from "node:fs";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { type Inputs, noInputs } from "../../src/narrative/inputs/inputs.ts";
import { readInputs } from "../../src/narrative/inputs/read-inputs.ts";
import type { DraftOptions, DraftStyle } from "../../src/narrative/style.ts";
import { writeDraftText } from "../../src/publish/draft-text.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import type { TableSet } from "../../src/tables/table.ts";
import { readExample } from "../fixtures/examples.ts";
import { generatePair } from "../fixtures/generator/generate.ts";
import type { UnitKind } from "../fixtures/generator/options.ts";
import { asWorkbook } from "../fixtures/generator/write.ts";

/** 一个单位两年的表和填报内容。 */
export interface Books {
  readonly name: string;
  readonly current: TableSet;
  readonly prior: TableSet;
  readonly inputs: Inputs;
}

const examples = new URL("../../examples/", import.meta.url);

/** 四个单位的示例：有填报文件的是本年，名称年份减一的是上年。 */
export async function exampleBooks(): Promise<Books[]> {
  const inputFiles = readdirSync(examples)
    .filter((name) => name.endsWith(".juesuan.yaml"))
    .sort();
  return Promise.all(
    inputFiles.map(async (file) => {
      const name = file.replace(".juesuan.yaml", "");
      const year = Number(name.slice(0, 4));
      const { inputs } = readInputs(readFileSync(new URL(file, examples), "utf8"), file);
      return {
        name,
        current: recogniseTables(await readExample(`${name}.xlsx`), "current"),
        prior: recogniseTables(await readExample(`${year - 1}${name.slice(4)}.xlsx`), "prior"),
        inputs,
      };
    }),
  );
}

const KINDS: readonly UnitKind[] = ["行政单位", "参照公务员法管理事业单位", "财政补助事业单位"];

/** 随机单位：同样的种子总得同样的表。 */
export function randomBooks(seed: number): Books {
  const pair = generatePair({
    seed,
    year: 2023 + (seed % 3),
    unitKind: KINDS[seed % 3] ?? "行政单位",
    items: 8 + (seed % 15),
    carryovers: seed % 2 === 0,
    otherIncome: seed % 3 !== 0,
  });
  return {
    name: `随机${seed}`,
    current: recogniseTables(asWorkbook(pair.current), "current"),
    prior: recogniseTables(asWorkbook(pair.prior), "prior"),
    inputs: noInputs,
  };
}

export function draftText({ current, prior, inputs }: Books, options: DraftOptions = {}): string {
  return writeDraftText(draftNarrative({ current, prior, inputs, options }));
}

const SWITCHES: { readonly [K in keyof DraftStyle]: readonly DraftStyle[K][] } = {
  totals: ["合写", "分写"],
  changeWords: ["增长下降", "增加减少"],
  showBase: [false, true],
  yearWord: ["年度", "年"],
  zeroRows: ["不列", "列出"],
  amountZeros: ["去掉", "保留"],
  grouping: [false, true],
  percentDecimals: [1, 2],
  percentZeros: ["去掉", "保留"],
  itemBudget: [false, true],
  onBudget: ["不写", "写明", "写明原因"],
  economicItems: ["只列名称", "列名称和金额"],
  vehicleUses: ["只列有车的", "全部列出"],
  noForeignGuests: ["写明", "不写"],
  reasonRate: [0],
  reasonAmount: [0],
  reasonWhen: ["任一达到", "同时达到"],
  reasonShare: [80],
  exactNumbers: ["不带小数", "带小数"],
  rounding: ["不写"],
};

/** 每个开关的每一档各一份，加上全取第一档、全取末档、交错取的三份。 */
export const everyStyle: readonly DraftOptions[] = [
  ...Object.entries(SWITCHES).flatMap(([key, values]) =>
    values.map((value): DraftOptions => ({ [key]: value })),
  ),
  pickEach((values) => values[0]),
  pickEach((values) => values.at(-1)),
  pickEach((values, index) => values[index % values.length]),
];

function pickEach(pick: (values: readonly unknown[], index: number) => unknown): DraftOptions {
  return Object.fromEntries(
    Object.entries(SWITCHES).map(([key, values], index) => [key, pick(values, index)]),
  );
}
