import { beforeEach, describe, expect, test } from "vitest";
import { TestExcel } from "./excel/test-excel.ts";
import { loadOffice, type OfficeGlobals } from "./node/load-office.ts";

/** 测试宿主要在 Excel 奇怪的地方一样奇怪，否则它放过的错误到了 Excel 里才出现。 */

let excel: TestExcel;
let Excel: OfficeGlobals["Excel"];

beforeEach(async () => {
  excel = new TestExcel({
    fileName: "奇怪.xlsx",
    sheets: [
      {
        name: "甲",
        rows: [
          [1, "字", true],
          ["#DIV/0!", null, 45_657],
        ],
        merges: [{ top: 4, left: 0, bottom: 5, right: 1 }],
      },
      { name: "乙", rows: [], hidden: true },
    ],
  });
  Excel = (await loadOffice(excel)).Excel;
});

describe("录入", () => {
  test.each([
    ["=1+1", 0, "=1+1"],
    ["=A1", 1, "=A1"],
    ["'=1+1", "=1+1", "=1+1"],
    ["'001", "001", "001"],
    ["001", 1, 1],
    ["1,234.5", 1234.5, 1234.5],
    ["12%", 0.12, 0.12],
    ["1/2", 45_293, 45_293],
    ["2024-12-31", 45_657, 45_657],
    ["true", true, true],
    ["　　正文", "　　正文", "　　正文"],
    ["", "", ""],
  ])("%s 录入后的值与公式", async (raw, value, formula) => {
    await onSheet(async (sheet, sync) => {
      const range = sheet.getRange("E1");
      range.values = [[raw]];
      range.load("values,formulas");
      await sync();
      expect([range.values[0]?.[0], range.formulas[0]?.[0]]).toEqual([value, formula]);
    });
  });

  test.each(["=1+1", "1/2", "2024-12-31", "+增加"])("格式先设成 @，%s 就是文字", async (raw) => {
    await onSheet(async (sheet, sync) => {
      const range = sheet.getRange("E1");
      range.numberFormat = [["@"]];
      range.values = [[raw]];
      range.load("values");
      await sync();
      expect(range.values).toEqual([[raw]]);
    });
  });

  test("null 是不动它；合并区域只有左上角存值；行列数不符被拒绝", async () => {
    await onSheet(async (sheet, sync) => {
      sheet.getRange("A1:B1").values = [[null, "换"]];
      sheet.getRange("A5:B6").values = [
        ["左上", "右上"],
        ["左下", "右下"],
      ];
      await sync();
      expect([excel.sheet("甲").valueAt(0, 0), excel.sheet("甲").valueAt(0, 1)]).toEqual([1, "换"]);
      expect(excel.sheet("甲").usedArea()?.rows).toBe(5);
      sheet.getRange("A1:B2").values = [["少"]];
      await expect(sync()).rejects.toMatchObject({ code: "InvalidArgument" });
    });
  });
});

describe("读", () => {
  test("空白是空文本，日期是序列值，错误是文字", async () => {
    await onSheet(async (sheet, sync) => {
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("values,address");
      await sync();
      expect(used.values).toEqual([
        [1, "字", true],
        ["#DIV/0!", "", 45_657],
      ]);
      expect(used.address).toBe("甲!A1:C2");
    });
  });

  test("没有 load 就读，客户端库自己拒绝", async () => {
    await onSheet(async (sheet) => {
      expect(() => sheet.getRange("A1").values).toThrow(/load/);
    });
  });
});

describe("工作表", () => {
  test.each(["", "a/b", "a[1]", "问?", "x".repeat(32), "'甲"])("名称 %s 不许用", async (name) => {
    await onSheet(async (sheet, sync) => {
      sheet.name = name;
      await expect(sync()).rejects.toMatchObject({ code: "InvalidArgument" });
      expect(excel.sheetNames()).toEqual(["甲", "乙"]);
    });
  });

  test("重名不许，大小写不算不同", async () => {
    await onSheet(async (sheet, sync) => {
      sheet.context.workbook.worksheets.add("abc");
      await sync();
      sheet.context.workbook.worksheets.add("ABC");
      await expect(sync()).rejects.toMatchObject({ code: "ItemAlreadyExists" });
    });
  });

  test("最后一张看得见的不能删；结构受保护时不能增、删、改名", async () => {
    await onSheet(async (sheet, sync) => {
      sheet.delete();
      await expect(sync()).rejects.toMatchObject({ code: "InvalidOperation" });
      excel.model.structureProtected = true;
      sheet.context.workbook.worksheets.add("丙");
      await expect(sync()).rejects.toMatchObject({ code: "AccessDenied" });
      sheet.name = "丁";
      await expect(sync()).rejects.toMatchObject({ code: "AccessDenied" });
      expect(excel.sheetNames()).toEqual(["甲", "乙"]);
    });
  });

  test("隐藏的不能激活；受保护的不能改", async () => {
    await onSheet(async (sheet, sync) => {
      sheet.context.workbook.worksheets.getItem("乙").activate();
      await expect(sync()).rejects.toMatchObject({ code: "InvalidOperation" });
      excel.sheet("甲").protected = true;
      sheet.getRange("A1").values = [[2]];
      await expect(sync()).rejects.toMatchObject({ code: "AccessDenied" });
      sheet.getRange("A1").format.font.bold = true;
      await expect(sync()).rejects.toMatchObject({ code: "AccessDenied" });
    });
  });

  test("改名后，按编号照样找得到", async () => {
    await onSheet(async (sheet, sync) => {
      sheet.load("id");
      await sync();
      excel.model.rename(excel.sheet("甲"), "改了名");
      sheet.getRange("A1").values = [[9]];
      await sync();
      expect(excel.sheet("改了名").valueAt(0, 0)).toBe(9);
    });
  });
});

describe("请求", () => {
  test("没有实现的成员一律拒绝，并且记下", async () => {
    await onSheet(async (sheet, sync) => {
      sheet.getRange("A1").format.font.italic = true;
      await expect(sync()).rejects.toMatchObject({ code: "NotImplemented" });
      sheet.tables.load("items/name");
      await expect(sync()).rejects.toMatchObject({ code: "NotImplemented" });
      expect(excel.refused).toEqual([
        "测试宿主没有实现 RangeFont.Italic",
        "测试宿主没有实现 Worksheet.Tables",
      ]);
    });
  });

  test("一批里出错，之前的动作已经生效", async () => {
    await onSheet(async (sheet, sync) => {
      sheet.getRange("A1").values = [["先"]];
      sheet.context.workbook.worksheets.getItem("没有");
      sheet.getRange("A2").values = [["后"]];
      await expect(sync()).rejects.toMatchObject({ code: "ItemNotFound" });
      expect(excel.sheet("甲").valueAt(0, 0)).toBe("先");
      expect(excel.sheet("甲").valueAt(1, 0)).toBe("#DIV/0!");
    });
  });

  test("请求、答复超过 5 MB 都被拒绝", async () => {
    await onSheet(async (sheet, sync) => {
      const long = "长".repeat(30_000);
      for (let row = 1; row <= 60; row++) sheet.getRange(`D${row}`).values = [[long]];
      await expect(sync()).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
      for (let row = 1; row <= 60; row++) excel.sheet("甲").put(row - 1, 3, { value: long });
      const range = sheet.getRange("D1:D60");
      range.load("values");
      await expect(sync()).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
    });
  });

  test("这个版本的 Excel 还没有的成员被拒绝", async () => {
    const old = (await loadOffice(excel, { excelApi: "1.8" })).Excel;
    await old.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("甲");
      sheet.showGridlines = false;
      await context.sync();
      sheet.pageLayout.orientation = "Landscape";
      await expect(context.sync()).rejects.toMatchObject({ code: "ApiNotFound" });
    });
    expect(excel.sheet("甲").gridlines).toBe(false);
  });
});

async function onSheet(
  work: (sheet: Excel.Worksheet, sync: () => Promise<unknown>) => Promise<void>,
): Promise<void> {
  await Excel.run(async (context) => {
    await work(context.workbook.worksheets.getItem("甲"), () => context.sync());
  });
}
