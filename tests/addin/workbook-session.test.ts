import { describe, expect, test } from "vitest";
import { HostFailure, type Task } from "../../addin/host/host.ts";
import type { Sheet } from "../../src/workbook/workbook.ts";
import { EXAMPLE_NAMES, readExample } from "../fixtures/examples.ts";
import {
  CountingHost,
  openBook,
  openExample,
  placeOf,
  SAMPLE,
  settled,
  until,
} from "./workbook-session-fixture.ts";

describe("核对", () => {
  test.each(EXAMPLE_NAMES)("%s 没有错误，读一次整本", async (name) => {
    const { host, session } = await openExample(name);
    await session.check();
    const { outcome, failure, busy, recheck } = session.getState();
    expect(failure).toBeNull();
    expect(busy).toBeNull();
    expect(recheck).toBeNull();
    expect(outcome?.open.filter((one) => one.finding.severity === "error")).toEqual([]);
    expect(outcome?.run.length).toBeGreaterThan(90);
    expect(outcome?.current.tables.length).toBeGreaterThan(20);
    expect(host.wholeReads).toBe(1);
    expect(host.sheetReads).toEqual([]);
    session.close();
  });

  test("没有一张决算表：列出原因，不报通过", async () => {
    const book = await readExample(SAMPLE);
    const cell = { kind: "text", text: "会议记录", formula: false } as const;
    const sheet = { ...(book.sheets[0] as Sheet), name: "记录", rows: [[cell]], merges: [] };
    const { session } = openBook({ ...book, sheets: [sheet] });
    await session.check();
    const { outcome } = session.getState();
    expect(outcome?.current.tables).toEqual([]);
    expect(outcome?.run).toEqual([]);
    expect(outcome?.open.map((one) => one.finding.rule)).toContain("读表/没有可读的表");
  });
});

describe("改动以后", () => {
  test("改错一格问题出现，改回来消失；只重读改动的表", async () => {
    const { workbook, host, session } = await openExample();
    const place = placeOf(workbook, "财决01", "收入.总计", "决算数");
    await session.check();

    host.edit(place, "123");
    const broken = await settled(session, 2);
    const rules = broken.outcome?.open.map((one) => one.finding.rule) ?? [];
    expect(rules).toContain("A02");
    expect(rules).toContain("A09");
    expect(broken.recheck).toEqual({
      sheets: [place.sheet],
      appeared: rules.length,
      resolved: 0,
    });
    expect(host.sheetReads).toEqual([[place.sheet]]);
    expect(host.wholeReads).toBe(1);

    expect(broken.outcome?.culprits).toMatchObject([
      { address: place.address, is: "123.00", shouldBe: place.raw },
    ]);

    host.edit(place, place.raw);
    const mended = await settled(session, 3);
    expect(mended.outcome?.open).toEqual([]);
    expect(mended.recheck?.resolved).toBe(rules.length);
    expect(host.sheetReads).toEqual([[place.sheet], [place.sheet]]);
    expect(host.wholeReads).toBe(1);
  });

  test("接连改几处合成一次重读", async () => {
    const { workbook, host, session } = await openExample();
    const income = placeOf(workbook, "财决01", "收入.总计", "决算数");
    const grants = placeOf(workbook, "财决01-1", "收入.总计", "决算数");
    await session.check();
    host.edit(income, "1");
    host.edit(income, "2");
    host.edit(grants, "3");
    await settled(session, 2);
    expect(host.sheetReads).toEqual([[income.sheet, grants.sheet]]);
  });

  test("重新核对以后问题的身份不变，选中的还选着；值变了也是同一条", async () => {
    const { workbook, host, session } = await openExample();
    const place = placeOf(workbook, "财决01", "收入.总计", "决算数");
    await session.check();
    host.edit(place, "123");
    const first = await settled(session, 2);
    const key = first.outcome?.open.find((one) => one.finding.rule === "A09")?.key ?? "";
    await session.open(key);
    host.edit(place, "456");
    const second = await settled(session, 3);
    expect(second.selected).toBe(key);
    expect(second.outcome?.open.find((one) => one.key === key)?.finding.left).toBe("456.00");
    expect(second.recheck).toMatchObject({ appeared: 0, resolved: 0 });
  });

  test("整张表变了（放弃试改）时重读整本", async () => {
    const { workbook, host, session } = await openExample();
    const place = placeOf(workbook, "财决01", "收入.总计", "决算数");
    await session.check();
    host.edit(place, "123");
    await settled(session, 2);
    host.revertEdits();
    const state = await settled(session, 3);
    expect(state.recheck?.sheets).toBeNull();
    expect(state.outcome?.open).toEqual([]);
    expect(host.wholeReads).toBe(2);
  });

  test("读不了时（正在编辑单元格）等一等再试，不报错", async () => {
    class EditingHost extends CountingHost {
      refusals = 2;
      override async readSheets(names: readonly string[], task?: Task) {
        if (this.refusals-- > 0)
          throw new HostFailure("editing-cell", "正在编辑。", "请按 Enter。");
        return super.readSheets(names, task);
      }
    }
    const book = await readExample(SAMPLE);
    const host = new EditingHost(book);
    const { session } = openBook(book, host);
    await session.check();
    host.edit(placeOf(book, "财决01", "收入.总计", "决算数"), "123");
    const state = await settled(session, 2);
    expect(host.refusals).toBeLessThan(0);
    expect(state.failure).toBeNull();
    expect(state.outcome?.open.length).toBeGreaterThan(0);
  });

  test("重读失败：留着原来的清单，说明白，重试就好", async () => {
    class FailingHost extends CountingHost {
      broken = true;
      override async readSheets(names: readonly string[], task?: Task) {
        if (this.broken) throw new HostFailure("gone", "Excel 没有应答。", "请重试。");
        return super.readSheets(names, task);
      }
    }
    const book = await readExample(SAMPLE);
    const host = new FailingHost(book);
    const { session } = openBook(book, host);
    await session.check();
    const place = placeOf(book, "财决01", "收入.总计", "决算数");
    host.edit(place, "123");
    const failed = await until(session, (state) => state.failure !== null && state.busy === null);
    expect(failed.failure).toMatchObject({ doing: "recheck", code: "gone", todo: "请重试。" });
    expect(failed.pending).toEqual([place.sheet]);
    expect(failed.outcome?.open).toEqual([]);
    host.broken = false;
    await session.retry();
    const state = session.getState();
    expect(state.failure).toBeNull();
    expect(state.pending).toEqual([]);
    expect(state.outcome?.open.length).toBeGreaterThan(0);
  });
});

describe("取消", () => {
  test("核对到一半取消：原来的结果不变，再核对照样能做", async () => {
    const { session } = await openExample();
    await session.check();
    const before = session.getState().outcome;
    const again = session.check();
    await until(session, (state) => state.busy?.what === "正在认表");
    session.cancel();
    await again;
    expect(session.getState().outcome).toBe(before);
    expect(session.getState().notice).toContain("已取消");
    expect(session.getState().failure).toBeNull();
    await session.check();
    expect(session.getState().revision).toBe(2);
  });
});

describe("与单元格互相定位", () => {
  test("打开问题就到它的格；在工作簿里选中别的格，选到涉及它的问题", async () => {
    const { workbook, host, session } = await openExample();
    const income = placeOf(workbook, "财决01", "收入.总计", "决算数");
    const grants = placeOf(workbook, "财决01-1", "收入.总计", "决算数");
    await session.check();
    host.edit(income, "1");
    host.edit(grants, "3");
    const { outcome } = await settled(session, 2);
    const one = outcome?.open.find((each) => each.finding.rule === "A09");
    await session.open(one?.key ?? "");
    expect(host.getView().selected).toEqual({ sheet: income.sheet, address: income.address });

    host.select({ sheet: grants.sheet, address: grants.address });
    const state = session.getState();
    expect(state.selectedFrom).toBe("workbook");
    const selected = outcome?.open.find((each) => each.key === state.selected);
    expect(selected?.finding.cells.map((cell) => cell.sheet)).toContain(grants.sheet);

    // 同一条问题的另一格、与问题无关的格，都不改变选中的问题。
    const other = selected?.finding.cells.at(-1);
    host.select({ sheet: other?.sheet ?? "", address: other?.address ?? "" });
    host.select({ sheet: grants.sheet, address: "A1" });
    expect(session.getState().selected).toBe(state.selected);
  });

  test("要去的表没有了：说明，不抛错", async () => {
    const { session } = await openExample();
    await session.check();
    await session.revealSheet("没有这张表");
    expect(session.getState().failure).toMatchObject({ doing: "reveal", code: "gone" });
  });
});
