import type { Finding } from "../../src/findings/finding.ts";
import { judgePriorYear } from "../../src/tables/prior-year.ts";
import { recogniseTables } from "../../src/tables/recognise.ts";
import type { TableSet } from "../../src/tables/table.ts";
import type { Task } from "../host/host.ts";
import { lastYearOf } from "./draft-session-reasons.ts";
import type { PriorInUse } from "./draft-session-state.ts";
import { type PriorFacts, readStoredData, type StoredData } from "./stored-data.ts";
import { priorFactsOf, priorWorkbookOf } from "./stored-data-prior.ts";

/** 从磁盘上选的上年工作簿：可以用的带着表和要保存的内容，不能用的说明原因。 */
export type PickedPrior =
  | {
      readonly usable: true;
      readonly tables: TableSet;
      readonly facts: PriorFacts;
      /** 上年用窗格填报过的，里面的原因；没有为 null。 */
      readonly lastYear: StoredData["lastYear"];
    }
  | { readonly usable: false; readonly findings: readonly Finding[] };

/**
 * 读选中的文件，核实是同一单位上一年度的。读不了时抛 WorkbookRefused 或 HostFailure。
 * 读文件的程序较大，用到时才装入。
 */
export async function pickPrior(
  fileName: string,
  bytes: Uint8Array,
  current: TableSet,
  formerUnitName: string | null,
  task: Task,
): Promise<PickedPrior> {
  const { readFile } = await import("../host/file/read-file.ts");
  const { keptInFile } = await import("../host/file/kept-in-file.ts");
  const workbook = await readFile(fileName, bytes, task);
  const tables = recogniseTables(workbook, "prior");
  const verdict = judgePriorYear(current, tables, formerUnitName);
  if (!verdict.usable) return { usable: false, findings: verdict.findings };
  const lastYear = lastYearOf(readStoredData(keptInFile(bytes)).data.inputs);
  return { usable: true, tables, facts: priorFactsOf(workbook, tables), lastYear };
}

/** 随工作簿保存着的上年的表；没有为 null。 */
export function rememberedPrior({ priorFacts, priorFileName }: StoredData): TableSet | null {
  if (priorFacts === null) return null;
  return recogniseTables(priorWorkbookOf(priorFacts, priorFileName ?? "上年工作簿"), "prior");
}

/** 页面上怎么说在用的上年工作簿；没有为 null。 */
export function priorInUse(tables: TableSet | null): PriorInUse | null {
  if (tables === null) return null;
  return { fileName: tables.fileName, unit: tables.unit, year: tables.year };
}
