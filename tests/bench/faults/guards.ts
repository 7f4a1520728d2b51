import { Incidence } from "../../../src/checks/diagnosis/incidence.ts";
import type { Program } from "../../../src/checks/program.ts";
import type { PlantedCell } from "./fault.ts";

/** 一格有几条错误级的规则管着（等式、不等式都算）。 */
export interface Guards {
  /** 埋错的格里至少有一格有规则管着。 */
  readonly bound: (cells: readonly PlantedCell[]) => boolean;
  /** 埋错的每一格都有两条以上不同的等式规则管着。 */
  readonly boundTwice: (cells: readonly PlantedCell[]) => boolean;
}

export function guardsOf(program: Program): Guards {
  const incidence = new Incidence(program);
  const rulesOf = ({ table, cell }: PlantedCell, equalities: boolean): number => {
    const rules = new Set<string>();
    incidence.visit(table, cell, (instance) => {
      const { block } = incidence.place(instance);
      if (block.rule.severity !== "error" || block.guards !== undefined) return;
      if (!equalities || block.operator === "=") rules.add(block.rule.id);
    });
    return rules.size;
  };
  return {
    bound: (cells) => cells.some((each) => rulesOf(each, true) > 0),
    boundTwice: (cells) => cells.length > 0 && cells.every((each) => rulesOf(each, true) > 1),
  };
}
