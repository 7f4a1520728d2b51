import type { Table } from "./table.ts";

/** 封面上只写名称、没有写代码时，名称对应的代码。只收核对规则用得到的项目。 */
const CODES_BY_NAME: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  单位基本性质: {
    行政单位: "10",
    参照公务员法管理事业单位: "21",
    参照公务员法管理的事业单位: "21",
    财政补助事业单位: "22",
    经费自理事业单位: "23",
  },
  报表小类: { 单户表: "0", 经费差额表: "1", 调整表: "2", 叠加汇总表: "7" },
};

/**
 * 封面各项的代码：`10|行政单位` → `10`；只写名称的按上表换成代码，换不了的留原文。
 * 空白的项目不在其中。
 */
export function coverCodes(cover: Table): Map<string, string> {
  const codes = new Map<string, string>();
  for (const row of cover.rows) {
    const text = row.texts.get("值");
    if (text === undefined) continue;
    const code = /^\s*([0-9A-Za-z]+)\s*[|｜]/.exec(text)?.[1];
    codes.set(row.key, code ?? CODES_BY_NAME[row.key]?.[text.replace(/\s/g, "")] ?? text);
  }
  return codes;
}

/**
 * 部门还是单位。只在封面说得明白时判断：汇总表是部门；二级及以下预算单位的单户表是单位。
 * 一级预算单位的单户表可能是部门本级，也可能是没有下属单位的整个部门，判断不了，为 null。
 */
export function guessLevel(cover: ReadonlyMap<string, string>): "部门" | "单位" | null {
  const kind = cover.get("报表小类") ?? "";
  if (/^[34567]$/.test(kind) || kind.includes("汇总")) return "部门";
  const grade = cover.get("单位预算级次") ?? "";
  if (/^[2-9]$/.test(grade) || /[二三四五六]级/.test(grade)) return "单位";
  return null;
}
