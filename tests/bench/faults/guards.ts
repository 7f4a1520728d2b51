import { Incidence } from "../../../src/checks/diagnosis/incidence.ts";
import type { Program } from "../../../src/checks/program.ts";
import type { PlantedCell } from "./fault.ts";

/** 一格有哪些规则管着。 */
export interface Guards {
  /** 埋错的格里至少有一格有规则管着。 */
  readonly bound: (cells: readonly PlantedCell[]) => boolean;
  /** 埋错的每一格都有两条以上不同的等式规则管着。 */
  readonly boundTwice: (cells: readonly PlantedCell[]) => boolean;
  /** 管得最紧的一条：错误级的等式；错误级的不等式或带前提的关系；只有警告、提示；没有。 */
  readonly tightest: (cell: PlantedCell) => Tightness;
}

export type Tightness = "等式" | "不等式" | "警告" | "没有";

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
      const order: readonly Tightness[] = ["等式", "不等式", "警告", "没有"];
      let place = 3;
      incidence.visit(table, cell, (instance) => {
        const { block } = incidence.place(instance);
        const isError = block.rule.severity === "error";
        const isEquality = block.operator === "=" && block.guards === undefined;
        place = Math.min(place, isError ? (isEquality ? 0 : 1) : 2);
      });
      return order[place] ?? "没有";
    },
  };
}
