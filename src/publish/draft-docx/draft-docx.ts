import type { PageNumberEstimator } from "docx";
import type { Draft } from "../../narrative/draft.ts";
import { baseLines } from "../../narrative/redraft/draft-base-text.ts";
import { type DraftExtras, plainExtras } from "../draft-extras.ts";
import { carriedParts } from "./carried-parts.ts";
import { chartParts } from "./chart-parts.ts";
import { documentBody, footers } from "./document-body.ts";
import { finishPackage } from "./finish-package.ts";
import { documentStyles, LINE_PITCH, PAGE, STYLE_IDS, WHOLE_STYLE_IDS } from "./page-layout.ts";
import { staleComments } from "./stale-comments.ts";
import { coverOf, frontPages } from "./whole-front.ts";

/**
 * 草稿写成 .docx：公文版式（GB/T 9704），各级标题是真正的标题样式，图是可编辑数据的图表，
 * 每段带记着段落编号的书签（见 `bookmarkNames`），待补充处黄色突出显示，过时的数另色并加批注；
 * 底稿随文档带着，改过以后仍能更新。有封面的草稿是整本决算公开：封面、目录不编页码，正文从第 1 页起，每部分另起一页。
 * 目录的页码由 `pageNumbers` 排出（见 whole-docx.ts），不给的留给软件更新。同样的草稿得同样的字节。
 */
export async function writeDraftDocx(
  draft: Draft,
  extras: DraftExtras = plainExtras(draft),
  pageNumbers?: PageNumberEstimator,
): Promise<Uint8Array> {
  // 这个库较大，用到时才装入。
  const docx = await import("docx");
  const comments = staleComments(docx, extras.stale);
  const cover = coverOf(draft);
  const grid = { type: docx.DocumentGridType.LINES, linePitch: LINE_PITCH };
  const document = new docx.Document({
    ...(comments.list.length === 0 ? {} : { comments: { children: comments.list } }),
    title: `${draft.unit}${draft.year}年度${draft.level}决算情况说明`,
    creator: draft.unit,
    lastModifiedBy: draft.unit,
    styles: documentStyles(cover !== undefined),
    compatibility: { version: 15 },
    evenAndOddHeaderAndFooters: true,
    ...(pageNumbers === undefined ? {} : { pageNumbers }),
    sections: [
      ...(cover === undefined
        ? []
        : [
            {
              properties: { page: PAGE, grid },
              children: frontPages(docx, cover, pageNumbers !== undefined),
            },
          ]),
      {
        properties: {
          page: cover === undefined ? PAGE : { ...PAGE, pageNumbers: { start: 1 } },
          grid,
        },
        footers: footers(docx),
        children: documentBody(
          docx,
          draft.sections.filter((section) => section !== cover),
          comments.of,
          cover === undefined ? STYLE_IDS : WHOLE_STYLE_IDS,
        ),
      },
    ],
  });
  const buffer = await docx.Packer.toArrayBuffer(document);
  return finishPackage(
    new Uint8Array(buffer),
    chartParts(draft),
    carriedParts(baseLines(extras.base)),
  );
}
