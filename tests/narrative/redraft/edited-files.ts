import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Draft } from "../../../src/narrative/draft.ts";
import type { DraftBase } from "../../../src/narrative/redraft/draft-base.ts";
import type { OldParagraph } from "../../../src/narrative/redraft/match-paragraphs.ts";
import { bookmarkNames } from "../../../src/publish/draft-docx/bookmark-names.ts";
import { writeDraftDocx } from "../../../src/publish/draft-docx/draft-docx.ts";
import { writeDraftXlsx } from "../../../src/publish/draft-xlsx/draft-xlsx.ts";
import { escapeText } from "../../../src/publish/ooxml/xml.ts";

/** 只带着底、没有正文的草稿。 */
function bare({ unit, year }: DraftBase): Draft {
  return { unit, year, level: "单位", profile: "四川", sections: [], open: [] };
}

/** 换掉 .docx 正文的各段，其余部件不动：文字处理软件另存时就是这样，文字打散成许多截。 */
export function withBody(bytes: Uint8Array, body: string): Uint8Array {
  return withPart(bytes, "word/document.xml", (xml) =>
    xml.replace(
      /<w:body>[\s\S]*?(<w:sectPr|<\/w:body>)/,
      (_, end: string) => `<w:body>${body}${end}`,
    ),
  );
}

/** 改包里的一个部件。 */
export function withPart(
  bytes: Uint8Array,
  path: string,
  change: (xml: string) => string,
): Uint8Array {
  const files = unzipSync(bytes);
  const part = files[path];
  if (part === undefined) throw new Error(`包里没有 ${path}`);
  return zipSync({ ...files, [path]: strToU8(change(strFromU8(part))) });
}

/** 包里去掉一些部件。 */
export function withoutParts(bytes: Uint8Array, pattern: RegExp): Uint8Array {
  const files = unzipSync(bytes);
  return zipSync(Object.fromEntries(Object.entries(files).filter(([path]) => !pattern.test(path))));
}

/** 人改过、软件另存过的 .docx：各段如所给，一个编号的书签盖着它那一截。 */
export async function editedDocx(
  paragraphs: readonly OldParagraph[],
  base: DraftBase,
): Promise<Uint8Array> {
  let mark = 0;
  const body = paragraphs.map(({ ids, text }) => {
    if (ids.length === 0) return `<w:p>${runs(text)}</w:p>`;
    const share = Math.max(1, Math.floor(text.length / ids.length));
    const parts = ids.map((id, at) => {
      const end = at === ids.length - 1 ? text.length : (at + 1) * share;
      const names = bookmarkNames(id).map((name) => {
        mark += 1;
        return { name, number: mark };
      });
      const [first, ...rest] = names;
      const empty = rest.map(
        ({ name, number }) =>
          `<w:bookmarkStart w:id="${number}" w:name="${name}"/><w:bookmarkEnd w:id="${number}"/>`,
      );
      return `${empty.join("")}<w:bookmarkStart w:id="${first?.number}" w:name="${first?.name}"/>${runs(text.slice(at * share, end))}<w:bookmarkEnd w:id="${first?.number}"/>`;
    });
    return `<w:p>${parts.join("")}</w:p>`;
  });
  return withBody(await writeDraftDocx(bare(base), { base, stale: [] }), body.join(""));
}

/** 打散成几个字一截，换行、制表符各成元素。 */
function runs(text: string): string {
  return (text.match(/[^\n\t]{1,7}|\n|\t/gu) ?? [])
    .map((piece) => {
      if (piece === "\n") return "<w:r><w:br/></w:r>";
      if (piece === "\t") return "<w:r><w:tab/></w:r>";
      return `<w:r><w:t xml:space="preserve">${escapeText(piece)}</w:t></w:r>`;
    })
    .join("");
}

/** 人改过的 .xlsx：“决算说明”一段一行，添写的行没有编号。 */
export async function editedXlsx(
  paragraphs: readonly OldParagraph[],
  base: DraftBase,
): Promise<Uint8Array> {
  const rows = paragraphs.map(({ ids: [id], text }, index) => {
    const cell = (column: string, value: string) =>
      `<c r="${column}${index + 1}" t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`;
    const cells = [
      cell("A", `　　${text}`),
      ...(id === undefined ? [] : [cell("B", id), cell("C", "1/1")]),
    ];
    return `<row r="${index + 1}">${cells.join("")}</row>`;
  });
  const bytes = await writeDraftXlsx(bare(base), { base, stale: [] });
  return withPart(bytes, "xl/worksheets/sheet1.xml", (xml) =>
    xml.replace(
      /<sheetData\/>|<sheetData>[\s\S]*<\/sheetData>/,
      `<sheetData>${rows.join("")}</sheetData>`,
    ),
  );
}
