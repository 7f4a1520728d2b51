import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../src/narrative/draft.ts";
import type { FactSource } from "../../src/narrative/fact.ts";
import { cellName } from "./cell-name.ts";
import {
  draftExample,
  type Example,
  narratives,
  openExample,
  paragraphsOf,
} from "./example-drafts.ts";

/** 直接从工作簿的原始单元格取数，不经过认表和事实。空白、破折号为零。 */
function rawCell(example: Example, { book, sheet, address }: FactSource): Decimal {
  const workbook = book === "current" ? example.currentWorkbook : example.priorWorkbook;
  const found = workbook.sheets.find((each) => each.name === sheet);
  if (found === undefined) throw new Error(`没有工作表 ${sheet}`);
  for (const [r, row] of found.rows.entries()) {
    for (const [c, cell] of (row ?? []).entries()) {
      if (cellName(r, c) !== address || cell === undefined) continue;
      return /^[—\-–]$/.test(cell.text.trim()) ? new Decimal(0) : new Decimal(cell.text);
    }
  }
  return new Decimal(0);
}

/** 由出处和算式的样子重算；样子不在其中的返回 null。 */
function recompute(figure: Figure, cells: readonly Decimal[]): Decimal | null {
  const [a, b] = cells;
  const { formula } = figure;
  if (a === undefined) return null;
  if (/^[^−÷]+ ＋ [^−÷]+$/.test(formula)) return Decimal.sum(...cells);
  if (formula === "") return cells.length === 1 ? a : null;
  if (/^[^−÷＋（）]+ ÷ [^−÷＋（）]+$/.test(plain(formula))) return a.dividedBy(b ?? a);
  if (/^（[^−÷＋]+ − [^−÷＋]+） ÷ [^−÷＋]+$/.test(plain(formula))) {
    return b === undefined ? null : a.minus(b).dividedBy(formula.startsWith("（上年.") ? a : b);
  }
  if (/^[^−÷＋]+ − [^−÷＋]+$/.test(formula)) return a.minus(b ?? 0);
  return null;
}

/** 名称里自带的括号（科目编码、因公出国（境）费）不算算式。 */
function plain(formula: string): string {
  return formula.replace(/（\d+）|（境）|（含专用结余）|（室）/g, "");
}

function places(figure: Figure): number {
  return figure.value.split(".")[1]?.length ?? 0;
}

describe.each(narratives)("$workbook 的草稿里每个数的出处", (narrative) => {
  it("从原始单元格重算，与所记的值相同", async () => {
    const example = await openExample(narrative);
    let checked = 0;
    const unchecked: string[] = [];
    for (const paragraph of paragraphsOf(draftExample(example))) {
      for (const figure of paragraph.figures) {
        if (figure.from.length === 0) continue;
        const value = recompute(
          figure,
          figure.from.map((source) => rawCell(example, source)),
        );
        if (value === null) {
          unchecked.push(`${paragraph.id} ${figure.formula}`);
          continue;
        }
        const text = value
          .toFixed(places(figure), Decimal.ROUND_HALF_UP)
          .replace(/^-(0\.?0*)$/, "$1");
        expect(text, `${paragraph.id} ${figure.text} ${figure.formula}`).toBe(figure.value);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(90);
    for (const formula of unchecked) expect(formula).toMatch(/填报：|只有这一项/);
  });

  it("每个数都有出处或算式", async () => {
    for (const paragraph of paragraphsOf(draftExample(await openExample(narrative)))) {
      for (const figure of paragraph.figures) {
        expect(
          figure.from.length > 0 || figure.formula !== "",
          `${paragraph.id} ${figure.text}`,
        ).toBe(true);
      }
    }
  });

  it("图的数与出处一一对应，等于原始单元格", async () => {
    const example = await openExample(narrative);
    const charts = paragraphsOf(draftExample(example)).flatMap(({ chart }) =>
      chart === undefined ? [] : [chart],
    );
    expect(charts.map((chart) => chart.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    for (const chart of charts) {
      expect(chart.categories).toHaveLength(chart.cents.length);
      for (const [index, cents] of chart.cents.entries()) {
        const [source] = chart.from[index] ?? [];
        if (source === undefined) throw new Error(`图${chart.number}没有出处`);
        expect(rawCell(example, source).times(100).toNumber()).toBe(cents);
      }
    }
  });
});
