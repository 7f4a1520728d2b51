import { deflateSync, unzipSync } from "fflate";
import { crc32 } from "../../src/workbook/crc32.ts";

/** 手工写进压缩包的一项；`central`、`local` 里的值直接盖过真实值，用来说谎。 */
export interface Part {
  readonly name: string;
  readonly data: Uint8Array;
  readonly stored?: boolean;
  readonly central?: Partial<Header>;
  readonly local?: Partial<Header>;
}

interface Header {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
}

const encoder = new TextEncoder();

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** 一个字节一个字节地写压缩包，任何字段都可以说谎。 */
export function writeZip(parts: readonly Part[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let position = 0;
  for (const part of parts) {
    const packed = part.stored ? part.data : deflateSync(part.data);
    const honest: Header = {
      name: part.name,
      flags: 0,
      method: part.stored ? 0 : 8,
      crc: crc32(part.data),
      compressedSize: packed.length,
      size: part.data.length,
      offset: position,
    };
    const local = header(0x04034b50, { ...honest, ...part.local });
    directory.push(header(0x02014b50, { ...honest, ...part.central }));
    chunks.push(local, packed);
    position += local.length + packed.length;
  }
  const directorySize = directory.reduce((total, chunk) => total + chunk.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, parts.length, true);
  end.setUint16(10, parts.length, true);
  end.setUint32(12, directorySize, true);
  end.setUint32(16, position, true);
  return concat([...chunks, ...directory, new Uint8Array(end.buffer)]);
}

function header(signature: number, fields: Header): Uint8Array {
  const central = signature === 0x02014b50;
  const name = encoder.encode(fields.name);
  const shift = central ? 2 : 0;
  const view = new DataView(new ArrayBuffer(central ? 46 : 30));
  view.setUint32(0, signature, true);
  view.setUint16(4 + shift, 20, true);
  view.setUint16(6 + shift, fields.flags, true);
  view.setUint16(8 + shift, fields.method, true);
  view.setUint32(14 + shift, fields.crc, true);
  view.setUint32(18 + shift, fields.compressedSize, true);
  view.setUint32(22 + shift, fields.size, true);
  view.setUint16(26 + shift, name.length, true);
  if (central) view.setUint32(42, fields.offset, true);
  return concat([new Uint8Array(view.buffer), name]);
}

export function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((total, chunk) => total + chunk.length, 0));
  let position = 0;
  for (const chunk of chunks) {
    whole.set(chunk, position);
    position += chunk.length;
  }
  return whole;
}

/** 拆开一个好的压缩包，各项保持原来的次序，可以改动后再用 `writeZip` 写回。 */
export function readParts(bytes: Uint8Array): Part[] {
  return Object.entries(unzipSync(bytes)).map(([name, data]) => ({ name, data }));
}

/** 换掉其中一项（返回 `undefined` 表示去掉）。 */
export function changePart(
  parts: readonly Part[],
  name: string,
  change: (part: Part) => Part | undefined,
): Part[] {
  return parts.flatMap((part) => (part.name === name ? (change(part) ?? []) : part));
}
