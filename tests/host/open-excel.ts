import { expect, vi } from "vitest";
import { OfficeHost } from "../../addin/host/office/office-host.ts";
import type { Workbook } from "../../src/workbook/workbook.ts";
import { type OpenedHost, PATIENCE } from "./contract.ts";
import type { ExternalOptions } from "./excel/external.ts";
import { seedOf, type WorkbookSeed } from "./excel/model/seed.ts";
import { TestExcel } from "./excel/test-excel.ts";
import { loadOffice } from "./node/load-office.ts";

export interface OpenedExcel extends OpenedHost {
  readonly host: OfficeHost;
  readonly excel: TestExcel;
}

/** 在测试 Excel 里打开一本工作簿，装好客户端库，建立宿主。 */
export async function openExcel(
  workbook: Workbook,
  options: Partial<ExternalOptions> & { readonly seed?: Partial<WorkbookSeed> } = {},
): Promise<OpenedExcel> {
  const { seed, ...external } = options;
  const excel = new TestExcel({ ...seedOf(workbook), ...seed });
  await loadOffice(excel, { excelApi: "1.15", ...external });
  return {
    excel,
    host: new OfficeHost(),
    type: ({ sheet, address }, text) => excel.type(sheet, address, text),
    listening: async (on) => {
      await vi.waitFor(() => expect(excel.events.active > 0).toBe(on), PATIENCE);
      // 登记的答复随后就到，客户端库才开始听。
      await new Promise((resolve) => setTimeout(resolve, 20));
    },
  };
}

/** 像重新打开窗格那样：同一本工作簿，新的宿主。 */
export async function reopen(
  excel: TestExcel,
  options: Partial<ExternalOptions> = {},
): Promise<OfficeHost> {
  await loadOffice(excel, { excelApi: "1.15", ...options });
  return new OfficeHost();
}
