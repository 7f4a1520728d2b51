import type { Workbook } from "../../../src/workbook/workbook.ts";
import type { Random } from "../../fixtures/generator/random.ts";

/** 随手改几格金额（带小数点的）；行次、科目编码不动。 */
export function withChangedCells(workbook: Workbook, random: Random, count: number): Workbook {
  const places = workbook.sheets.flatMap((sheet, at) =>
    sheet.rows.flatMap((row, r) =>
      (row ?? []).flatMap((cell, c) =>
        cell?.kind === "number" && cell.text.includes(".") ? [{ at, r, c }] : [],
      ),
    ),
  );
  const chosen = new Map(
    Array.from({ length: count }, () => random.pick(places)).map((place) => [
      `${place.at}/${place.r}/${place.c}`,
      `${random.integer(0, 90_000_000)}.${random.integer(10, 99)}`,
    ]),
  );
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet, at) => ({
      ...sheet,
      rows: sheet.rows.map((row, r) =>
        row?.map((cell, c) => {
          const text = chosen.get(`${at}/${r}/${c}`);
          return cell === undefined || text === undefined ? cell : { ...cell, text };
        }),
      ),
    })),
  };
}
