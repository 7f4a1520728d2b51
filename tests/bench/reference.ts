import { filledCells, type GeneratedPair, generatePair } from "../fixtures/generator/generate.ts";
import type { GeneratorOptions } from "../fixtures/generator/options.ts";

/**
 * 基准工作簿：固定种子，25 张表，30 个功能分类项级科目，20 个项目，年初、年末结转结余都有数，
 * 约 20,000 个有内容的格。所有速度数字都以它为准。
 */
export const REFERENCE_OPTIONS: Partial<GeneratorOptions> = {
  seed: 20_231_231,
  year: 2023,
  unitKind: "财政补助事业单位",
  items: 30,
  projects: 20,
  governmentFundItems: 4,
  stateCapitalItems: 2,
  otherIncome: true,
  operatingIncome: true,
  carryovers: true,
  density: 22,
  without: ["财决12-1"],
};

export function referencePair(): GeneratedPair {
  return generatePair(REFERENCE_OPTIONS);
}

/** 基准工作簿的规模，印在每份结果的开头。 */
export function referenceSize({ current }: GeneratedPair): string {
  const { unit, sheets } = current;
  return [
    `${unit.year} 年度，${sheets.length} 张表`,
    `${unit.items.length} 个项级科目，${unit.projects.length} 个项目`,
    `${filledCells(current)} 个有内容的格`,
  ].join("，");
}
