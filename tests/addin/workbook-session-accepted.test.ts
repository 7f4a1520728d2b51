import { expect, test } from "vitest";
import { openBook, openExample, placeOf, settled } from "./workbook-session-fixture.ts";

async function withProblem() {
  const opened = await openExample();
  const place = placeOf(opened.workbook, "财决01", "收入.总计", "决算数");
  await opened.session.check();
  opened.host.edit(place, "123");
  const { outcome } = await settled(opened.session, 2);
  const one = outcome?.open.find((each) => each.finding.rule === "A09");
  if (one === undefined) throw new Error("没有出现 A09");
  return { ...opened, place, one, count: outcome?.open.length ?? 0 };
}

test("说明理由以后不在清单里，另列；撤销以后回来；都存进工作簿", async () => {
  const { session, host, one, count } = await withProblem();
  await session.accept(one.key, "  财政部门已同意  ");
  const accepted = session.getState();
  expect(accepted.outcome?.open.length).toBe(count - 1);
  expect(accepted.outcome?.accepted).toMatchObject([
    { accepted: { rule: "A09", reason: "财政部门已同意" }, findings: [one.finding], lost: null },
  ]);
  expect(JSON.parse((await host.loadData()) ?? "")).toMatchObject({
    已接受的问题: [
      {
        规则: "A09",
        单元格: ["财决01[收入.总计, 决算数]", "财决01[支出.总计, 决算数]"],
        理由: "财政部门已同意",
      },
    ],
  });

  const entry = accepted.outcome?.accepted[0];
  if (entry === undefined) throw new Error("没有列出");
  await session.withdraw(entry.accepted);
  expect(session.getState().outcome?.open.length).toBe(count);
  expect(session.getState().outcome?.accepted).toEqual([]);
  expect(JSON.parse((await host.loadData()) ?? "{}")).not.toHaveProperty("已接受的问题");
});

test("由它引起的问题都说明了理由的，不再指那一格填错了；撤销以后再指", async () => {
  const { session } = await withProblem();
  const places = () => session.getState().outcome?.culprits.map(({ address }) => address) ?? [];
  const before = places();
  expect(before).not.toEqual([]);
  for (const { key, finding } of session.getState().outcome?.open ?? []) {
    if (finding.culprit !== undefined) await session.accept(key, "已核实");
  }
  expect(places()).toEqual([]);
  for (const { accepted } of session.getState().outcome?.accepted ?? []) {
    await session.withdraw(accepted);
  }
  expect(places()).toEqual(before);
});

test("没有理由不算", async () => {
  const { session, one, count } = await withProblem();
  await session.accept(one.key, "  ");
  expect(session.getState().outcome?.open.length).toBe(count);
});

test("关掉再打开，理由还在", async () => {
  const { session, host, one, workbook, place, count } = await withProblem();
  await session.accept(one.key, "已核实");
  session.close();
  const { CountingHost } = await import("./workbook-session-fixture.ts");
  const again = openBook(workbook, new CountingHost(workbook, host.data));
  again.host.edit(place, "123");
  await again.session.check();
  expect(again.session.getState().outcome?.open.length).toBe(count - 1);
  expect(again.session.getState().outcome?.accepted[0]?.findings[0]?.rule).toBe("A09");
});

test("数字变了：问题重新列出，带着当时的理由；理由列为对不上", async () => {
  const { session, host, one, place } = await withProblem();
  await session.accept(one.key, "已核实");
  host.edit(place, "456");
  const { outcome } = await settled(session, 3);
  const back = outcome?.open.find((each) => each.key === one.key);
  expect(back?.formerReason).toBe("已核实");
  expect(outcome?.accepted).toMatchObject([{ accepted: { rule: "A09" }, findings: [] }]);

  expect(outcome?.accepted[0]?.lost?.why).toContain("数和接受时不同");

  // 再说明一次，新的理由取代旧的。
  await session.accept(one.key, "还是已核实");
  const now = session.getState().outcome;
  expect(now?.accepted).toMatchObject([{ accepted: { reason: "还是已核实" } }]);
  expect(now?.accepted).toHaveLength(1);
  expect(now?.accepted[0]?.lost).toBeNull();
});

test("问题改正了：理由列为对不上，可以清掉", async () => {
  const { session, host, one, place } = await withProblem();
  await session.accept(one.key, "已核实");
  host.edit(place, place.raw);
  const { outcome } = await settled(session, 3);
  expect(outcome?.open).toEqual([]);
  const entry = outcome?.accepted[0];
  expect(entry?.findings).toEqual([]);
  expect(entry?.lost?.why).toContain("现在没有这个问题了");
  if (entry !== undefined) await session.withdraw(entry.accepted);
  expect(session.getState().outcome?.accepted).toEqual([]);
});

test("插入一行以后地址都变了，理由还对得上", async () => {
  const { session, host, one, workbook, place } = await withProblem();
  await session.accept(one.key, "已核实");
  session.close();
  const { CountingHost } = await import("./workbook-session-fixture.ts");
  const moved = {
    ...workbook,
    sheets: workbook.sheets.map((sheet) =>
      sheet.name === place.sheet
        ? { ...sheet, rowCount: sheet.rowCount + 1, rows: [undefined, ...sheet.rows], merges: [] }
        : sheet,
    ),
  };
  const again = openBook(moved, new CountingHost(moved, host.data));
  again.host.edit(placeOf(moved, "财决01", "收入.总计", "决算数"), "123");
  await again.session.check();
  const { outcome } = again.session.getState();
  expect(outcome?.accepted[0]?.lost).toBeNull();
  expect(outcome?.open.map((each) => each.finding.rule)).not.toContain("A09");
});
