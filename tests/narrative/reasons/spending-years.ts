import type { Books } from "../../../src/narrative/evidence/changes.ts";
import { currentBook, priorBook } from "../../../src/narrative/facts/book.ts";
import { type Inputs, noInputs } from "../../../src/narrative/inputs/inputs.ts";
import { type Cells, handBuilt } from "../hand-built.ts";

const GENERAL = "一般公共预算财政拨款";

/** 一年的一般公共预算支出：基本支出的经济科目、各项目（`代码 名称` → 元）、在职人数。 */
export interface SpendingYear {
  readonly basic: Readonly<Record<string, number>>;
  readonly projects: Readonly<Record<string, number>>;
  readonly staff?: number;
}

const sum = (amounts: Readonly<Record<string, number>>) =>
  Object.values(amounts).reduce((total, each) => total + each, 0);

/** 全部是 2010301（基本支出）和 2010302（项目支出）的一年，各表相互一致。 */
export function spendingTables({ basic, projects, staff }: SpendingYear): Record<string, Cells> {
  const total = sum(basic) + sum(projects);
  return {
    "财决01-1": {
      "支出.本年支出合计": { [`决算数.${GENERAL}`]: total },
    },
    财决08: {
      合计: { 合计: total },
      "2010301 行政运行": { 合计: sum(basic) },
      "2010302 一般行政管理事务": { 合计: sum(projects) },
    },
    "财决08-1": { 合计: { ...basic, 合计: sum(basic) } },
    "财决08-2": {
      合计: { 合计: sum(projects) },
      ...Object.fromEntries(
        Object.entries(projects).map(([project, amount]) => [
          `2010302/${project}`,
          { 合计: amount },
        ]),
      ),
    },
    ...(staff === undefined
      ? {}
      : {
          财决附02: {
            合计: { "年末实有人数.总计": staff, "年末实有人数.在职人员.小计": staff },
          },
        }),
  };
}

export function books(
  current: Record<string, Cells>,
  prior: Record<string, Cells>,
  inputs: Partial<Inputs> = {},
): Books {
  return {
    current: currentBook(handBuilt("current", { year: 2023, tables: current })),
    prior: priorBook(handBuilt("prior", { year: 2022, tables: prior }), 2022),
    inputs: { ...noInputs, ...inputs },
  };
}
