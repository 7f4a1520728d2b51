import { basename } from "node:path";
import type { DraftBase } from "../narrative/redraft/draft-base.ts";
import { readBaseLines } from "../narrative/redraft/draft-base-text.ts";
import type { OldDraft } from "../narrative/redraft/redraft.ts";
import { paragraphIdsOf } from "../publish/draft-docx/bookmark-names.ts";
import { CARRIED_NAMESPACE } from "../publish/draft-docx/carried-parts.ts";
import { CARRIED_SHEET } from "../publish/draft-xlsx/carried-sheet.ts";
import { TEXT_SHEET } from "../publish/draft-xlsx/text-sheet.ts";
import { readBookmarkedDocument, readCarriedLines } from "../workbook/read-draft-docx.ts";
import { readDraftWorkbook } from "../workbook/read-draft-xlsx.ts";
import { readWorkbook } from "../workbook/read-workbook.ts";
import { WorkbookRefused } from "../workbook/workbook-refused.ts";
import { openZip } from "../workbook/zip-archive.ts";
import { CommandFailure } from "./failure.ts";

export interface OpenedOldDraft extends OldDraft {
  /** 文字带得过来、格式带不过来的东西。 */
  readonly notices: readonly string[];
}

/** 读旧稿（起草写成、人改过的 .docx 或 .xlsx）。读不了、里面没有说明的，抛 CommandFailure。 */
export async function readOldDraft(bytes: Uint8Array, path: string): Promise<OpenedOldDraft> {
  const name = basename(path);
  try {
    const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const zip = zipped ? openZip(bytes, name) : null;
    if (zip?.has("word/document.xml") === true) {
      const { paragraphs, tables, footnotes, pictures } = readBookmarkedDocument(zip, name);
      const lines = readCarriedLines(zip, CARRIED_NAMESPACE);
      const base = lines === null ? null : readBaseLines(lines);
      const old = paragraphs.map(({ bookmarks, text }) => ({
        ids: paragraphIdsOf(bookmarks),
        text,
      }));
      if (old.length === 0) throw notADraft(path);
      return {
        paragraphs: old.map((each) => withoutTitleBreak(each, base)),
        base,
        notices: [
          countNotice(tables, "个表格改成了文字，一行一段"),
          countNotice(footnotes, "条脚注移到了文末"),
          countNotice(pictures, "张后加的图片没有带过来，请从旧稿复制"),
        ].filter((notice) => notice !== ""),
      };
    }
    const draft = readDraftWorkbook(await readWorkbook(bytes, name), TEXT_SHEET, CARRIED_SHEET);
    if (draft === null) throw notADraft(path);
    return {
      paragraphs: draft.paragraphs.map(({ id, text }) => ({ ids: id === "" ? [] : [id], text })),
      base: draft.carried === null ? null : readBaseLines(draft.carried),
      notices: [],
    };
  } catch (error) {
    if (error instanceof WorkbookRefused) {
      throw new CommandFailure(`${error.what}${error.why}`, error.todo);
    }
    throw error;
  }
}

/** 文题写成 .docx 时在年度之前换了行，不是人改的。 */
function withoutTitleBreak(
  paragraph: OldDraft["paragraphs"][number],
  base: DraftBase | null,
): OldDraft["paragraphs"][number] {
  const written = base?.paragraphs.find(({ id }) => id === paragraph.ids[0]);
  const text = paragraph.text.replace("\n", "");
  return written?.style === "title" && written.text === text ? { ...paragraph, text } : paragraph;
}

function countNotice(count: number, what: string): string {
  return count === 0 ? "" : `旧稿里有 ${count} ${what}。`;
}

function notADraft(path: string): CommandFailure {
  return new CommandFailure(
    `“${path}”里没有说明，不能在上面更新。`,
    `请给 juesuan draft 写出、后来改过的 .docx 或 .xlsx（工作表“${TEXT_SHEET}”要在）。`,
  );
}
