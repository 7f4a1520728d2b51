import type { FactSource } from "../../narrative/fact.ts";
import type { CellStyle, SheetCell } from "../spreadsheet/model.ts";

export const DATA_STYLE: CellStyle = {
  font: { name: "宋体", size: 10 },
  vertical: "center",
  wrap: true,
  border: true,
};

export const HEADER_STYLE: CellStyle = {
  ...DATA_STYLE,
  font: { name: "黑体", size: 10 },
  horizontal: "center",
  fill: "D9E2F3",
};

export function textCell(text: string, style: CellStyle): SheetCell {
  return { kind: "text", runs: [{ text }], style };
}

/** 出处写成 `本年：Z01!E37；上年：Z01!E37`；没有出处（人填的）为空。 */
export function sourcesText(sources: readonly FactSource[]): string {
  return sources
    .map(
      ({ book, sheet, address }) => `${book === "current" ? "本年" : "上年"}：${sheet}!${address}`,
    )
    .join("；");
}
