import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FileHost } from "../../addin/host/file/file-host.ts";
import { keptData } from "../../addin/host/file/kept-data.ts";
import type { HostChange, HostSheet, Place } from "../../addin/host/host.ts";
import { NARRATIVE_SHEET } from "../../addin/host/own-sheets.ts";
import type { CellStyle, SheetModel } from "../../src/publish/spreadsheet/model.ts";
import { writeWorkbook } from "../../src/publish/spreadsheet/write-workbook.ts";
import { readWorkbook } from "../../src/workbook/read-workbook.ts";
import { EXAMPLE_NAMES, readExample } from "../fixtures/examples.ts";

const EXAMPLE = EXAMPLE_NAMES.at(-1) ?? "";
const style: CellStyle = { font: { name: "宋体", size: 10 } };
const text = (value: string) => ({ kind: "text" as const, runs: [{ text: value }], style });

function narrative(rows: readonly (readonly [string, string, string])[]): HostSheet {
  const model: SheetModel = {
    name: NARRATIVE_SHEET,
    columns: [{ width: 60 }, { width: 10, hidden: true }, { width: 8, hidden: true }],
    rows: rows.map((cells) => ({ cells: cells.map(text) })),
    gridLines: false,
  };
  return { model, charts: [] };
}

const open = async () => new FileHost(await readExample(EXAMPLE));

describe("打开的文件作为宿主", () => {
  test("读回的就是文件里的；按名称重读，没有的不返回", async () => {
    const workbook = await readExample(EXAMPLE);
    const host = new FileHost(workbook);
    expect(await host.readWorkbook()).toEqual(workbook);
    const name = workbook.sheets[3]?.name ?? "";
    expect((await host.readSheets([name, "没有这张"])).map((sheet) => sheet.name)).toEqual([name]);
  });

  test("试改一格：读到新值，通知改动，别的表不动；放弃后还原", async () => {
    const host = await open();
    const before = await host.readWorkbook();
    const sheet = before.sheets[2];
    if (sheet === undefined) throw new Error("示例至少有三张表");
    const changes: HostChange[] = [];
    host.onChange((change) => changes.push(change));

    host.edit({ sheet: sheet.name, address: "C5" }, "1,234.50");
    const after = await host.readWorkbook();
    expect(after.sheets[2]?.rows[4]?.[2]).toEqual({
      kind: "number",
      text: "1234.5",
      formula: false,
    });
    for (const [index, other] of after.sheets.entries()) {
      if (index !== 2) expect(other).toBe(before.sheets[index]);
    }
    expect(sheet.rows[4]?.[2]).not.toEqual(after.sheets[2]?.rows[4]?.[2]);

    host.revertEdits();
    expect(await host.readWorkbook()).toEqual(before);
    expect(changes).toEqual([
      { sheet: sheet.name, address: "C5" },
      { sheet: sheet.name, address: null },
    ]);
    expect(host.getView().edits).toBe(0);
  });

  test("到一格去、选中一格：视图跟着变，只有使用者选的才通知", async () => {
    const host = await open();
    const sheet = host.getView().sheets[0]?.name ?? "";
    const selections: Place[] = [];
    const stop = host.onSelection((place) => selections.push(place));
    await host.reveal({ sheet, address: "B2" });
    expect(host.getView().selected).toEqual({ sheet, address: "B2" });
    host.select({ sheet, address: "C3" });
    stop();
    host.select({ sheet, address: "D4" });
    expect(selections).toEqual([{ sheet, address: "C3" }]);
    await expect(host.reveal({ sheet: "没有", address: "A1" })).rejects.toMatchObject({
      code: "gone",
    });
  });

  test("写入的表不算报表，能读回、改字；再写替换旧的；写成的 .xlsx 只有它们", async () => {
    const host = await open();
    const before = await host.readWorkbook();
    expect(await host.readNarrativeSheet()).toBeNull();
    expect(await host.writtenFile()).toBeNull();
    const rows = [
      ["　　第一段前半，", "一/1", "1/2"],
      ["后半。", "一/1", "2/2"],
      ["　　第二段。", "一/2", "1/1"],
    ] as const;
    expect(await host.writeSheets([narrative(rows)])).toEqual({ kind: "complete", leftovers: [] });
    expect(await host.readWorkbook()).toEqual(before);
    expect(await host.readNarrativeSheet()).toEqual([
      { id: "一/1", text: "第一段前半，后半。" },
      { id: "一/2", text: "第二段。" },
    ]);

    host.edit({ sheet: NARRATIVE_SHEET, address: "A3" }, "改过的第二段。");
    expect((await host.readNarrativeSheet())?.[1]?.text).toBe("改过的第二段。");
    const file = await host.writtenFile();
    if (file === null) throw new Error("应当写得出文件");
    const written = await readWorkbook(file, "决算说明.xlsx");
    expect(written.sheets.map(({ name }) => name)).toEqual([NARRATIVE_SHEET]);
    expect(written.sheets[0]?.rows[2]?.[0]?.text).toBe("改过的第二段。");

    await host.writeSheets([narrative([["　　重写。", "一/1", "1/1"]])]);
    expect(await host.readNarrativeSheet()).toEqual([{ id: "一/1", text: "重写。" }]);
    expect(host.getView().written).toEqual([NARRATIVE_SHEET]);
  });

  test("文件里已有我们写的决算说明：读得回，不当报表；不是我们写的：不读不写", async () => {
    const ours = writeWorkbook([narrative([["　　旧的。", "一/1", "1/1"]]).model]);
    const host = new FileHost(await readWorkbook(ours, "旧.xlsx"));
    expect((await host.readWorkbook()).sheets).toEqual([]);
    expect(await host.readNarrativeSheet()).toEqual([{ id: "一/1", text: "旧的。" }]);

    const theirs = narrative([["随手写的", "", ""]]);
    const foreign = new FileHost(await readWorkbook(writeWorkbook([theirs.model]), "别人.xlsx"));
    expect((await foreign.readWorkbook()).sheets).toHaveLength(1);
    await expect(foreign.readNarrativeSheet()).rejects.toMatchObject({ code: "foreign-sheet" });
    const outcome = await foreign.writeSheets([narrative([["新", "一/1", "1/1"]])]);
    expect(outcome).toMatchObject({ kind: "unchanged", failure: { code: "foreign-sheet" } });
    expect(foreign.getView().written).toEqual([]);
  });

  test("已取消的任务什么也不做", async () => {
    const host = await open();
    const task = { signal: AbortSignal.abort() };
    await expect(host.readWorkbook(task)).rejects.toMatchObject({ code: "cancelled" });
    const outcome = await host.writeSheets([narrative([["新", "一/1", "1/1"]])], task);
    expect(outcome).toMatchObject({ kind: "unchanged", failure: { code: "cancelled" } });
    expect(await host.readNarrativeSheet()).toBeNull();
  });
});

describe("填写的内容", () => {
  function memory() {
    const map = new Map<string, string>();
    return {
      map,
      getItem: (key: string) => map.get(key) ?? null,
      setItem: (key: string, value: string) => void map.set(key, value),
      removeItem: (key: string) => void map.delete(key),
    };
  }

  test("不说记住就只在内存里；说了才写进浏览器，下次取回；不再记住就删掉", async () => {
    const storage = memory();
    const workbook = await readExample(EXAMPLE);
    const host = new FileHost(workbook, keptData(EXAMPLE, storage));
    await host.saveData('{"版本":1}');
    expect(await host.loadData()).toBe('{"版本":1}');
    expect(storage.map.size).toBe(0);

    expect(host.data.remember(true)).toBe(true);
    await host.saveData('{"版本":2}');
    const next = keptData(EXAMPLE, storage);
    expect(next.load()).toBe('{"版本":2}');
    expect(next.remembered).toBe(true);
    expect(keptData("另一个.xlsx", storage).load()).toBeNull();

    next.remember(false);
    expect(storage.map.size).toBe(0);
    expect(next.load()).toBe('{"版本":2}');
  });

  test("浏览器不许存：照样能用，说明没有记住", () => {
    const refuse = (): never => {
      throw new Error("SecurityError");
    };
    const data = keptData("a.xlsx", { getItem: refuse, setItem: refuse, removeItem: refuse });
    expect(data.remember(true)).toBe(false);
    data.save("{}");
    expect([data.load(), data.remembered]).toEqual(["{}", false]);
    expect(keptData("a.xlsx", null).remember(true)).toBe(false);
  });
});

test("示例文件确实随程序附带", () => {
  const source = readFileSync(new URL("../../addin/host/file/sample.ts", import.meta.url), "utf8");
  for (const [, name] of source.matchAll(/name: "(.+?)"/g)) expect(EXAMPLE_NAMES).toContain(name);
});
