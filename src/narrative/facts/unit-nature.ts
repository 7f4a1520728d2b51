import type { TableSet } from "../../tables/table.ts";
import type { Inputs } from "../inputs/inputs.ts";

/** 封面“单位基本性质”：10 行政单位，21 参照公务员法管理事业单位，其余没有机关运行经费。 */
const AGENCY_CODES = new Set(["10", "21"]);

/** 机关：行政单位和参公单位。填报的优先，其次看封面；都没有为未知。 */
export function unitNature(tables: TableSet, inputs: Inputs): "机关" | "其他" | "未知" {
  if (inputs.unitNature !== null) return inputs.unitNature === "其他事业单位" ? "其他" : "机关";
  const code = tables.cover.get("单位基本性质")?.match(/\d+/)?.[0];
  if (code === undefined) return "未知";
  return AGENCY_CODES.has(code) ? "机关" : "其他";
}
