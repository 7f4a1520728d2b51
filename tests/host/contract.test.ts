import { FileHost } from "../../addin/host/file/file-host.ts";
import { hostContract } from "./contract.ts";
import { openExcel } from "./open-excel.ts";

hostContract("Excel（要求集 1.15）", (workbook) => openExcel(workbook));

// 清单声明的最低要求集：更高的成员会被拒绝，全部约定照样要守住。
hostContract("Excel（要求集 1.7）", (workbook) => openExcel(workbook, { excelApi: "1.7" }));

hostContract("打开的文件", async (workbook) => {
  const host = new FileHost(workbook);
  return {
    host,
    type: (place, text) => host.edit(place, text),
    listening: async () => {},
  };
});
