import { Incidence } from "../../../src/checks/diagnosis/incidence.ts";
import type { Block, Program } from "../../../src/checks/program.ts";
import type { PlantedCell } from "./fault.ts";

/** 一格有哪些规则管着。 */
export interface Guards {
  /** 埋错的格里至少有一格有规则管着。 */
  readonly bound: (cells: readonly PlantedCell[]) => boolean;
  /** 埋错的每一格都有两条以上不同的等式规则管着。 */
  readonly boundTwice: (cells: readonly PlantedCell[]) => boolean;
  /** 管得最紧的一条规则怎样管这一格。 */
  readonly tightest: (cell: PlantedCell) => Tightness;
}

/**
 * 等式：错误级的等式；比大小：错误级的不等式或带前提的关系；警告：只有警告、提示与别的数比；
 * 正负：只查正负；没有：没有规则用到。
 */
export const TIGHTNESS = ["等式", "比大小", "警告", "正负", "没有"] as const;
export type Tightness = (typeof TIGHTNESS)[number];

export function guardsOf(program: Program): Guards {
  const incidence = new Incidence(program);
  const rulesOf = ({ table, cell }: PlantedCell): number => {
    const rules = new Set<string>();
    incidence.visit(table, cell, (instance) => {
      const { block } = incidence.place(instance);
      if (block.rule.severity !== "error" || block.guards !== undefined) return;
      if (block.operator === "=") rules.add(block.rule.id);
    });
    return rules.size;
  };
  return {
    bound: (cells) => cells.some((each) => rulesOf(each) > 0),
    boundTwice: (cells) => cells.length > 0 && cells.every((each) => rulesOf(each) > 1),
    tightest: ({ table, cell }) => {
      let place = TIGHTNESS.indexOf("没有");
      incidence.visit(table, cell, (instance) => {
        place = Math.min(place, TIGHTNESS.indexOf(tightnessOf(incidence.place(instance).block)));
      });
      return TIGHTNESS[place] ?? "没有";
    },
  };
}

function tightnessOf({ rule, operator, operands, guards }: Block): Tightness {
  const isPlain = guards === undefined;
  if (rule.severity === "error" && operator === "=" && isPlain) return "等式";
  if (operands.length === 1 && isPlain) return "正负";
  return rule.severity === "error" ? "比大小" : "警告";
}
