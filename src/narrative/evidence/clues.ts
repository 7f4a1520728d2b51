import type { TableSet } from "../../tables/table.ts";
import { currentBook, priorBook } from "../facts/book.ts";
import { type Inputs, noInputs } from "../inputs/inputs.ts";
import { changeKeyOf } from "./changes.ts";
import type { Evidence } from "./evidence.ts";
import { evidenceFor } from "./evidence-for.ts";
import { evidenceLines } from "./evidence-lines.ts";

/** 填报文件 `原因` 以下的一个键（如 `["收支总计增减"]`、`["各项完成预算", "2010301"]`）说的那个变动的依据；没有变动、没有数可比的为 null。 */
export function evidenceOf(
  path: readonly string[],
  current: TableSet,
  prior: TableSet | null,
  inputs: Inputs = noInputs,
): Evidence | null {
  const year = current.year ?? inputs.year;
  const evidence = evidenceFor(changeKeyOf(path), {
    current: currentBook(current),
    prior: priorBook(prior, year === null ? null : year - 1),
    inputs,
  });
  return evidence === null || evidence.cents === 0 ? null : evidence;
}

/** 写这条原因可以参考的依据，一条一行，如 `行政运行支出减少120.5万元（上年 1000万元，本年 879.5万元）`。没有可看的为空。 */
export function evidenceClues(
  path: readonly string[],
  current: TableSet,
  prior: TableSet | null,
  inputs: Inputs = noInputs,
): readonly string[] {
  const evidence = evidenceOf(path, current, prior, inputs);
  return evidence === null ? [] : evidenceLines(evidence).map(({ text }) => text);
}
