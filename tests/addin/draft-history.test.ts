import { expect, it } from "vitest";
import { FileHost } from "../../addin/host/file/file-host.ts";
import { type DraftSession, openDraftSession } from "../../addin/session/draft-session.ts";
import { keepStoredData } from "../../addin/session/stored-data-keeper.ts";
import { openWorkbookSession } from "../../addin/session/workbook-session.ts";
import { replaceStale } from "../../src/narrative/redraft/stale-figures.ts";
import { readExample } from "../fixtures/examples.ts";

const ID = "二.三/正文";

async function open(host: FileHost) {
  const keeper = keepStoredData(host);
  const check = openWorkbookSession(host, keeper, { settle: 0 });
  let minute = 0;
  const now = () => {
    minute += 1;
    return `2024-03-05 14:0${minute}`;
  };
  const session = openDraftSession(host, keeper, check, { settle: 0, now });
  await session.start();
  return { session, keeper };
}

function paragraph(session: DraftSession) {
  const { composed } = session.getState();
  const all = composed?.draft.sections.flatMap(({ paragraphs }) => paragraphs) ?? [];
  const found = all.find(({ id }) => id === ID);
  if (composed === null || found === undefined) throw new Error(`没有段落 ${ID}`);
  return { ...found, stale: composed.stale.get(ID) ?? [] };
}

async function until(done: () => boolean): Promise<void> {
  for (let times = 0; times < 400 && !done(); times += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(done()).toBe(true);
}

it("插入记一版；改过的段落里过时的数逐个换；恢复到旧版，恢复之前的文字也找得回", async () => {
  const host = new FileHost(await readExample("2023-乐山市金口河区人民政府办公室.xlsx"));
  const { session, keeper } = await open(host);
  await session.insert();
  const first = paragraph(session).text;
  const mine = `${first}以上由财务股核对。`;
  session.edit(ID, mine);
  await session.insert();
  expect(session.listHistory().map(({ number, when, byHand }) => [number, when, byHand])).toEqual([
    [2, "2024-03-05 14:02", 1],
    [1, "2024-03-05 14:01", 0],
  ]);
  expect(session.viewVersion(2)?.changes).toEqual([
    { id: ID, before: first, after: mine, by: "人工" },
  ]);

  const cell = paragraph(session).figures[0]?.from[0];
  if (cell === undefined) throw new Error("应有出处");
  host.edit({ sheet: cell.sheet, address: cell.address }, "98,765,432.10");
  await until(() => paragraph(session).stale.length > 0);
  const open1 = session.getState().composed?.draft.open ?? [];
  expect(open1.filter(({ kind }) => kind === "stale").length).toBe(paragraph(session).stale.length);
  for (
    let one = paragraph(session).stale[0];
    one !== undefined;
    one = paragraph(session).stale[0]
  ) {
    session.edit(ID, replaceStale(paragraph(session).text, one));
  }
  expect(paragraph(session).text).toContain("9876.54万元");
  expect(paragraph(session).text).toContain("以上由财务股核对。");
  const corrected = paragraph(session).text;

  session.restoreVersion(2, ID);
  expect(paragraph(session).text).toBe(mine);
  session.restoreVersion(1, null);
  // 第 1 版里这一段是起草的：仍随现在的表。
  expect(paragraph(session).edited).toBe(false);
  expect(paragraph(session).text).toContain("9876.54万元");
  expect(session.listHistory()[1]?.what).toBe("恢复到第 2 版");
  expect(session.viewVersion(3)?.changes[0]?.before).toBe(corrected);
  session.restoreVersion(1, null);
  expect(session.getState().notice).toContain("没有改动");
  await keeper.flush();
  session.close();

  const { session: again } = await open(host);
  await again.insert();
  expect(again.listHistory().length).toBeGreaterThanOrEqual(4);
  again.close();
});
