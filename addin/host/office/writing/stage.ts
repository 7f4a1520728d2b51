import type { HostSheet } from "../../host.ts";
import { MARK, temporaryName } from "../../own-sheets.ts";
import { supports } from "../excel-run.ts";
import { Payload } from "./payload.ts";
import { writeCells } from "./write-cells.ts";
import { type DataSheet, writeChart } from "./write-charts.ts";
import { writeFormat } from "./write-format.ts";
import { writePage } from "./write-page.ts";

/** 写好内容、还没有换名的一张临时表。 */
export interface Staged {
  readonly name: string;
  readonly sheet: Excel.Worksheet;
}

/** 把几张表整个写到临时表里；平常一次同步，内容特别多时多几次。原有的表一概不动。 */
export async function stage(
  context: Excel.RequestContext,
  sheets: readonly HostSheet[],
  taken: ReadonlySet<string>,
): Promise<Staged[]> {
  if (supports("1.9")) context.application.suspendScreenUpdatingUntilNextSync();
  const { worksheets } = context.workbook;
  const group = sheets.map(({ model }) => model.name).join("|");
  const staged = sheets.map(({ model }) => {
    const sheet = worksheets.add(temporaryName("staged", model.name, taken));
    sheet.load("id");
    const mark = sheet.names.add(MARK, `="${group}"`);
    mark.visible = false;
    return { name: model.name, sheet };
  });
  const payload = new Payload(context);
  for (const [index, { model }] of sheets.entries()) {
    const target = staged[index];
    if (target === undefined) continue;
    await writeCells(target.sheet, model, payload);
    writeFormat(target.sheet, model);
    if (model.page !== undefined && supports("1.9")) writePage(target.sheet, model.page);
  }
  const dataSheet = (name: string): DataSheet => ({
    sheet: staged.find((each) => each.name === name)?.sheet ?? worksheets.getItem(name),
    model: sheets.find(({ model }) => model.name === name)?.model ?? null,
  });
  for (const [index, { charts }] of sheets.entries()) {
    const target = staged[index];
    if (target === undefined) continue;
    for (const chart of charts) writeChart(target.sheet, chart, dataSheet);
  }
  await payload.send();
  return staged;
}
