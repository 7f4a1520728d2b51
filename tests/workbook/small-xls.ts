import { library } from "./library-files.ts";
import { concat } from "./zip-surgery.ts";

/** 一条 BIFF 记录。 */
export function record(type: number, ...content: (number[] | Uint8Array)[]): Uint8Array {
  const body = concat(content.map((piece) => Uint8Array.from(piece)));
  return concat([Uint8Array.from([...u16(type), ...u16(body.length)]), body]);
}

export function u16(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff];
}

export function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)];
}

export function f64(value: number): number[] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value, true);
  return [...new Uint8Array(view.buffer)];
}

/** BIFF8 文本：双字节字符，长度占两个字节。 */
export function wide(text: string): number[] {
  return [...u16(text.length), 1, ...[...text].flatMap((letter) => u16(letter.charCodeAt(0)))];
}

export const END = record(0x0a);

export function start(version: 5 | 8, kind: "globals" | "sheet"): Uint8Array {
  const codes = [...u16(version === 8 ? 0x0600 : 0x0500), ...u16(kind === "globals" ? 5 : 0x10)];
  return record(0x0809, codes, u16(0), u16(0), version === 8 ? [...u32(0), ...u32(0)] : []);
}

export interface SmallXlsSheet {
  /** 名字的字节：BIFF8 为 `[字符数, 标志, …]`，BIFF5 为 `[字节数, …]`。 */
  readonly name: readonly number[];
  readonly hidden?: boolean;
  readonly records: readonly Uint8Array[];
}

/** 手写一个 .xls：全局记录与各表的记录照给，目录里的位置自动算。 */
export function smallXls(
  version: 5 | 8,
  globals: readonly Uint8Array[],
  sheets: readonly SmallXlsSheet[],
): Uint8Array {
  const bodies = sheets.map(({ records }) => concat([start(version, "sheet"), ...records, END]));
  const directory = (positions: readonly number[]): Uint8Array =>
    concat(
      sheets.map(({ name, hidden }, index) =>
        record(0x85, u32(positions[index] ?? 0), [hidden ? 1 : 0, 0], [...name]),
      ),
    );
  const head = concat([start(version, "globals"), ...globals]);
  let position = head.length + directory([]).length + END.length;
  const positions = bodies.map((body) => {
    position += body.length;
    return position - body.length;
  });
  return compoundFile({
    [version === 8 ? "Workbook" : "Book"]: concat([head, directory(positions), END, ...bodies]),
  });
}

/** 复合文档。 */
export function compoundFile(streams: Record<string, Uint8Array>): Uint8Array {
  const file = library.CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) {
    library.CFB.utils.cfb_add(file, name, content);
  }
  return Uint8Array.from(library.CFB.write(file, { type: "array" }));
}

/** 取出复合文档里的工作簿流。 */
export function workbookStream(bytes: Uint8Array): Uint8Array {
  const file = library.CFB.read(bytes, { type: "buffer" });
  return Uint8Array.from(library.CFB.find(file, "/Workbook").content);
}
