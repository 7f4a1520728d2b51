import { LIMITS } from "./limits.ts";
import { narrativeRefused } from "./narrative-refused.ts";
import { withChartsAside } from "./pdf-charts.ts";
import { withoutFurniture } from "./pdf-furniture.ts";
import { linesOfPage } from "./pdf-lines.ts";
import type { PdfItem, PdfPage } from "./pdf-page.ts";
import { paragraphText } from "./pdf-paragraphs.ts";

export interface PdfText {
  readonly text: string;
  /** 没有文字的页（多半是图片），从 1 起。 */
  readonly imagePages: readonly number[];
}

type Library = typeof import("pdfjs-dist/legacy/build/pdf.mjs");
type Matrix = readonly number[];

/** 决算公开材料一般几十页；超出的不会是一份说明。 */
const MOST_PAGES = 600;
/** 平均每页不到这么多字，就是没有文字层的扫描件。 */
const FEWEST_CHARACTERS = 15;
/** 认不出的字（没有编码对照的字体）超过这个比例，读出来的不可信。 */
const MOST_UNKNOWN = 0.05;
/** 控制符、自造字区的字和替换字符。 */
const UNKNOWN = /[\p{Cc}\p{Co}\ufffd]/gu;

/**
 * 读 PDF 的文字层：按位置拼成行，去掉页眉页脚页码，再接成段。
 * `cMaps` 是字符对照表所在文件夹（末尾带斜线），没有嵌入字体的 PDF 要用。
 * 设有密码、没有文字层、认不出字、损坏的，抛 WorkbookRefused。
 */
export async function readPdfText(
  bytes: Uint8Array,
  fileName: string,
  cMaps: string,
): Promise<PdfText> {
  const refused = narrativeRefused(fileName);
  if (bytes.byteLength > LIMITS.plainBytes) {
    throw refused("too-large", "超过 100 MB", "请只给决算情况说明的正文，或给 Word 原稿。");
  }
  const pages = await readPages(bytes, fileName, cMaps);
  const lines = pages.map(linesOfPage);
  const text = paragraphText(withChartsAside(withoutFurniture(lines).flat()));
  const characters = text.replace(/\s/g, "");
  if (characters.length < FEWEST_CHARACTERS * Math.max(1, pages.length)) {
    throw refused(
      "unsupported-format",
      `是 PDF，${pages.length} 页里几乎没有文字，多半是扫描件`,
      "请给 Word 原稿（.docx）；只有扫描件的，先识别成文字再审，并核对识别得对不对。",
    );
  }
  const unknown = characters.match(UNKNOWN)?.length ?? 0;
  if (unknown > characters.length * MOST_UNKNOWN) {
    throw refused(
      "unsupported-format",
      "是 PDF，其中的字体没有带文字对照，读出来是乱码",
      "请给 Word 原稿（.docx），或用识别软件转成文字再审。",
    );
  }
  return {
    text,
    imagePages: lines.flatMap((own, index) => (own.length === 0 ? [index + 1] : [])),
  };
}

async function readPages(bytes: Uint8Array, fileName: string, cMaps: string): Promise<PdfPage[]> {
  const refused = narrativeRefused(fileName);
  const library = await loadLibrary();
  const task = library.getDocument({
    // 库会把字节转给自己用，原来的数组从此不能再读。
    data: new Uint8Array(bytes),
    cMapUrl: cMaps,
    cMapPacked: true,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: library.VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) {
      throw refused(
        "too-large",
        `有 ${document.numPages} 页，不像一份决算情况说明`,
        "请只给决算情况说明的正文。",
      );
    }
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { transform } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      pages.push({
        items: items.flatMap((item) => ("str" in item ? [itemOf(item, transform)] : [])),
      });
      page.cleanup();
    }
    return pages;
  } catch (error) {
    throw failureOf(error, refused);
  } finally {
    await task.destroy();
  }
}

function failureOf(error: unknown, refused: ReturnType<typeof narrativeRefused>): unknown {
  const name = error instanceof Error ? error.name : "";
  if (name === "PasswordException") {
    return refused(
      "encrypted",
      "设有打开密码",
      "请用密码打开后另存（或打印）成没有密码的 PDF，或给 Word 原稿。",
    );
  }
  if (name === "WorkbookRefused") return error;
  return refused(
    "damaged",
    "是 PDF，已损坏，读不出来",
    "请重新下载、拷贝，或给 Word 原稿（.docx）。",
  );
}

/** 库给的一截：`transform` 是文字在页面上的位置和走向；`toPage` 把它换成左上角为原点。 */
function itemOf(
  { str, width, transform }: { str: string; width: number; transform: Matrix },
  toPage: Matrix,
): PdfItem {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  const [pa = 1, pb = 0, pc = 0, pd = 1, pe = 0, pf = 0] = toPage;
  const along = { x: a * pa + b * pc, y: a * pb + b * pd };
  const at = { x: e * pa + f * pc + pe, y: e * pb + f * pd + pf };
  const turn = (Math.round(Math.atan2(along.y, along.x) / (Math.PI / 2)) + 4) % 4;
  const [cos, sin] = TURNS[turn] ?? [1, 0];
  return {
    text: str,
    x: at.x * cos + at.y * sin,
    y: at.y * cos - at.x * sin,
    width,
    size: Math.hypot(c, d),
    turn,
  };
}

const TURNS: readonly (readonly [cos: number, sin: number])[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];

const DRAWING = ["DOMMatrix", "ImageData", "Path2D"] as const;

/**
 * 装入 pdf.js，用到时才装。它一装入就要用画图的几个类，Node 里没有；我们只取文字，从不画图，
 * 用空类顶替，装好就撤去。
 */
async function loadLibrary(): Promise<Library> {
  const missing = DRAWING.filter((name) => !(name in globalThis));
  for (const name of missing) Object.defineProperty(globalThis, name, STAND_IN);
  try {
    return await import("pdfjs-dist/legacy/build/pdf.mjs");
  } finally {
    for (const name of missing) Reflect.deleteProperty(globalThis, name);
  }
}

const STAND_IN = { value: class {}, configurable: true, writable: true };
