import type { Draft, Figure } from "../../../src/narrative/draft.ts";
import type { DraftStyle } from "../../../src/narrative/style.ts";
import { type Formula, leaves, readFormula } from "./formula.ts";
import {
  type Exact,
  itemYuanText,
  moneyText,
  percentText,
  rounded,
  yuanValue,
} from "./printing.ts";
import { type RawCells, scaled } from "./raw-cells.ts";
import { typedAt } from "./typed.ts";

/** 重算所用的材料：两个文件的格子、填报文件（解析后的 YAML，没有填报为空对象）、写法。 */
export interface Material {
  readonly cells: RawCells;
  readonly typed: unknown;
  readonly style: DraftStyle;
}

export interface Recomputed {
  /** 从单元格或填报重算、两样都对得上的个数。 */
  readonly agreed: number;
  /** 对不上、算不出的，逐个说明。 */
  readonly problems: readonly string[];
}

/** 重算一份草稿的每个数、每幅图。 */
export function recomputeDraft(draft: Draft, material: Material): Recomputed {
  const problems: string[] = [];
  let agreed = 0;
  const check = (where: string, verify: () => readonly string[]) => {
    try {
      const found = verify();
      if (found.length === 0) agreed += 1;
      problems.push(...found.map((each) => `${where}：${each}`));
    } catch (error) {
      problems.push(`${where}：${error instanceof Error ? error.message : String(error)}`);
    }
  };
  for (const { id, figures, chart } of draft.sections.flatMap((section) => section.paragraphs)) {
    for (const figure of figures) {
      const where = `${id} ${figure.text} [${figure.formula}]`;
      check(where, () => compare(figure, material));
    }
    for (const [index, cents] of (chart?.cents ?? []).entries()) {
      const sources = chart?.from[index] ?? [];
      const total = sources.reduce((sum, source) => sum + material.cells.at(source), 0n);
      const same = BigInt(cents) * 100n === total && sources.length === 1;
      check(`${id} 图 ${chart?.categories[index]}`, () =>
        same ? [] : [`${cents} 分，应为 ${total}`],
      );
    }
  }
  return { agreed, problems };
}

function compare(figure: Figure, material: Material): readonly string[] {
  const formula = readFormula(figure.formula);
  // 得分等照填的文字印。
  if (formula.kind === "数" && figure.moneyUnit === null && formula.origin.endsWith(".得分")) {
    const typed = typedAt(material.typed, formula.origin.slice("填报：".length));
    return differing([figure.text, figure.value], [[String(typed)], String(typed)]);
  }
  const value = evaluate(figure, formula, material);
  if (figure.moneyUnit !== null) {
    const printed = [moneyText(value.top, material.style)];
    // 逐件的小额一律以元印。
    if (/\.\d+\.金额$/.test(figure.formula)) printed.push(itemYuanText(value.top));
    return differing([figure.text, figure.value], [printed, yuanValue(value.top)]);
  }
  if (figure.text.endsWith("%")) {
    return differing(
      [figure.text, figure.value],
      [percentText(value, material.style), rounded(value, 10)],
    );
  }
  const count = rounded({ top: value.top, bottom: value.bottom * 10_000n }, 0);
  return differing([figure.text, figure.value], [[count], count]);
}

function differing(
  [text, value]: readonly [string, string],
  [texts, expected]: readonly [readonly string[], string],
): string[] {
  return [
    ...(texts.includes(text) ? [] : [`印作 ${text}，应为 ${texts.join(" 或 ")}`]),
    ...(value === expected ? [] : [`值记作 ${value}，应为 ${expected}`]),
  ];
}

function evaluate(figure: Figure, formula: Formula, { cells, typed }: Material): Exact {
  const cellsInOrder = figure.from.map((source) => cells.at(source));
  const values = leafValues(leaves(formula), cellsInOrder, typed);
  let next = 0;
  const walk = (node: Formula): Exact => {
    if (node.kind === "数") {
      const value = values[next];
      next += 1;
      if (value === undefined) throw new Error("算式里的数比单元格多");
      return { top: value, bottom: 1n };
    }
    const [left, right] = node.parts.map(walk);
    if (left === undefined || right === undefined) throw new Error("算式缺一边");
    if (node.operator === "÷") return quotient(left, right);
    const sign = node.operator === "＋" ? 1n : -1n;
    return {
      top: left.top * right.bottom + sign * right.top * left.bottom,
      bottom: left.bottom * right.bottom,
    };
  };
  return walk(formula);
}

function quotient(left: Exact, right: Exact): Exact {
  const top = left.top * right.bottom;
  const bottom = left.bottom * right.top;
  if (bottom === 0n) throw new Error("分母为零");
  return bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom };
}

const EQUAL_TO_ACTUAL = "填报：各项全年预算数等于决算数";

/**
 * 算式里各个数的值。填报的从填报文件取，计为零的是零，其余依次对单元格：单元格与不重的名称一样多时，同名的是同一格；
 * 与数的个数一样多时，一个对一格。
 */
function leafValues(
  all: ReturnType<typeof leaves>,
  cells: readonly bigint[],
  typed: unknown,
): readonly bigint[] {
  const named = all.map(({ name, origin }) => {
    if (origin === EQUAL_TO_ACTUAL && typedAt(typed, "各项全年预算数等于决算数") !== true) {
      if (typedAt(typed, "各项全年预算数等于决算数") !== "是") throw new Error("没有这样填报");
    }
    return origin === EQUAL_TO_ACTUAL ? name.replace(/全年预算数$/, "") : name;
  });
  const needsCell = all.map(
    ({ origin }) => origin === "" || origin.startsWith("取") || origin === EQUAL_TO_ACTUAL,
  );
  const wanted = named.filter((_, index) => needsCell[index]);
  const names = [...new Set(wanted)];
  const byName = cells.length === names.length;
  if (!byName && cells.length !== wanted.length) {
    throw new Error(`算式要 ${names.length} 格，出处有 ${cells.length} 格`);
  }
  let next = 0;
  return all.map(({ origin }, index) => {
    if (!(needsCell[index] ?? false)) {
      return origin.startsWith("填报：") ? typedNumber(typed, origin.slice("填报：".length)) : 0n;
    }
    const at = byName ? names.indexOf(named[index] ?? "") : next;
    next += 1;
    const value = cells[at];
    if (value === undefined) throw new Error("单元格不够");
    return value;
  });
}

/** 填报的金额（元）、计数；没有写项目数的，是列了几个项目。 */
function typedNumber(typed: unknown, path: string): bigint {
  const value = typedAt(typed, path);
  if (value !== undefined && value !== null) return scaled(String(value));
  const projects = typedAt(typed, path.replace(/\.项目数$/, ".项目"));
  if (Array.isArray(projects)) return scaled(String(projects.length));
  throw new Error(`填报文件里没有“${path}”`);
}
