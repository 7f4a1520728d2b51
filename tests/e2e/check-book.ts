import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { recogniseTables } from "../../src/tables/recognise.ts";
import { readExample } from "../fixtures/examples.ts";
import type {} from "../host/browser/install.ts";

/** 示例工作簿里的一格。 */
export interface ExampleCell {
  readonly sheet: string;
  readonly address: string;
  /** 文件里的数。 */
  readonly value: number;
}

/** 某张表的一格在哪里，现在是多少。 */
export async function exampleCell(
  example: string,
  form: string,
  row: string,
  column: string,
): Promise<ExampleCell> {
  const table = recogniseTables(await readExample(example), "current").byForm.get(form);
  const at = table && [table.rowIndex.get(row), table.columnIndex.get(column)];
  const [r, c] = at ?? [];
  if (table === undefined || r === undefined || c === undefined) {
    throw new Error(`${example} 的 ${form} 没有 ${row}，${column}`);
  }
  const index = r * table.columns.length + c;
  const value = Number(table.raw[index]);
  return { sheet: table.sheet, address: table.address[index] ?? "", value };
}

/** 某张表里全部有数的格。 */
export async function filledCells(example: string, form: string): Promise<readonly ExampleCell[]> {
  const table = recogniseTables(await readExample(example), "current").byForm.get(form);
  if (table === undefined) throw new Error(`${example} 没有 ${form}`);
  return table.address.flatMap((address, index) =>
    table.state[index] === "amount"
      ? [{ sheet: table.sheet, address, value: Number(table.raw[index]) }]
      : [],
  );
}

/** 使用者在测试 Excel 里录入一格。 */
export async function typeInExcel(
  page: Page,
  { sheet, address }: Pick<ExampleCell, "sheet" | "address">,
  value: number | string,
): Promise<void> {
  await page.evaluate(
    ({ sheet, address, value }) => globalThis.testExcel?.type(sheet, address, value),
    { sheet, address, value },
  );
}

/** 使用者在测试 Excel 里选中一格。 */
export async function pickInExcel(
  page: Page,
  { sheet, address }: Pick<ExampleCell, "sheet" | "address">,
): Promise<void> {
  await page.evaluate(({ sheet, address }) => globalThis.testExcel?.pick(sheet, address), {
    sheet,
    address,
  });
}

/** 测试 Excel 里选中的地方，如 `表!E7`。 */
export function selectionInExcel(page: Page): Promise<string | undefined> {
  return page.evaluate(() => globalThis.testExcel?.selection);
}

/** 保护测试 Excel 里工作簿的结构，或取消保护。 */
export async function protectInExcel(page: Page, on: boolean): Promise<void> {
  await page.evaluate((value) => {
    if (globalThis.testExcel !== undefined) globalThis.testExcel.model.structureProtected = value;
  }, on);
}

/** 测试 Excel 从下一次同步起一直报这个错；null 为恢复正常。 */
export async function failInExcel(page: Page, code: string | null): Promise<void> {
  await page.evaluate(
    (wanted) =>
      globalThis.testExcel?.failures.plan(
        wanted === null ? null : { sync: 1, code: wanted, applied: "nothing", lasting: true },
      ),
    code,
  );
}

export function sheetNamesInExcel(page: Page): Promise<readonly string[] | undefined> {
  return page.evaluate(() => globalThis.testExcel?.sheetNames());
}

const SHOTS = fileURLToPath(new URL("../../out/screenshots/", import.meta.url));

/** 把整页存成 out/screenshots/check-名称.png。 */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}check-${name}.png`, fullPage: true });
}
