/**
 * 各扇区、各柱依次取用的颜色。相邻两色（含首尾）的明度相差悬殊，黑白打印、复印后仍分得开。
 * 颜色用完后从头再用。
 */
export const CHART_COLOURS: readonly string[] = [
  "1F4E79",
  "BDD7EE",
  "7F6000",
  "FFE699",
  "375623",
  "C5E0B4",
  "833C0B",
  "F8CBAD",
  "404040",
  "D9D9D9",
];

/** 上年、本年两柱：上年浅、本年深。 */
export const YEAR_COLOURS: readonly string[] = ["BDD7EE", "1F4E79"];
