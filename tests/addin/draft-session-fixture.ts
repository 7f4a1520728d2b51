import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { FileHost } from "../../addin/host/file/file-host.ts";
import { keptData } from "../../addin/host/file/kept-data.ts";
import { type DraftSession, openDraftSession } from "../../addin/session/draft-session.ts";
import type { Composed } from "../../addin/session/draft-session-compose.ts";
import { keepStoredData } from "../../addin/session/stored-data-keeper.ts";
import { openWorkbookSession } from "../../addin/session/workbook-session.ts";
import type { Paragraph } from "../../src/narrative/draft.ts";

export const CURRENT = "2023-乐山市金口河区人民政府办公室.xlsx";
export const PRIOR = "2022-乐山市金口河区人民政府办公室.xlsx";
const examples = new URL("../../examples/", import.meta.url);

/** 示例里一个文件的字节。 */
export function bytesOf(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, examples)));
}

/** 打开起草说明，等草稿出来；改了不等，立即重新起草。 */
export async function openDraft(host: FileHost) {
  const keeper = keepStoredData(host);
  const check = openWorkbookSession(host, keeper, { settle: 0 });
  const session = openDraftSession(host, keeper, check, { settle: 0 });
  await session.start();
  return { host, keeper, check, session };
}

export function composed(session: DraftSession): Composed {
  const { composed: found } = session.getState();
  if (found === null) throw new Error("没有起草成");
  return found;
}

export function paragraphs(session: DraftSession): readonly Paragraph[] {
  return composed(session).draft.sections.flatMap((section) => section.paragraphs);
}

export function paragraph(session: DraftSession, id: string): Paragraph {
  const found = paragraphs(session).find((each) => each.id === id);
  if (found === undefined) throw new Error(`没有段落 ${id}`);
  return found;
}

/** 宿主里随工作簿保存着的数据，供再打开一次。 */
export function keptDataOf(host: FileHost) {
  const data = keptData("重开.xlsx", null);
  const json = host.data.load();
  if (json !== null) data.save(json);
  return data;
}

/** 等到成了为止；四秒还不成就算失败。 */
export async function until(done: () => boolean): Promise<void> {
  for (let times = 0; times < 400 && !done(); times += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(done()).toBe(true);
}
