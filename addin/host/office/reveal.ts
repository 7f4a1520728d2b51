import { HostFailure, type Place } from "../host.ts";
import { excelRun } from "./excel-run.ts";

/** 激活那张表，选中那一格。 */
export async function reveal({ sheet: name, address }: Place): Promise<void> {
  await excelRun("选中单元格", async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load("visibility");
    await context.sync();
    if (sheet.isNullObject) {
      throw new HostFailure("gone", `工作簿里没有工作表“${name}”了。`, "请重新核对一次。");
    }
    if (sheet.visibility !== "Visible") {
      throw new HostFailure(
        "not-supported",
        `工作表“${name}”是隐藏的，不能选中里面的单元格。`,
        `请在 Excel 里取消隐藏这张表，再看 ${address}。`,
      );
    }
    sheet.activate();
    sheet.getRange(address.replaceAll("$", "")).select();
    await context.sync();
  });
}
