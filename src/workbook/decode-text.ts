/**
 * 把网页、XML 2003 的字节解成文本：先看字节顺序标记，再看文件自己声明的编码，
 * 都没有时能按 UTF-8 读就按 UTF-8，否则按 GB18030（国内软件导出的网页多是 GBK）。
 * 字节不合编码时返回 `undefined`，不用替换字符蒙混过去。
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const marked = byteOrderMark(bytes);
  const declared = marked ?? declaredEncoding(bytes);
  for (const encoding of declared === undefined ? ["utf-8", "gb18030"] : [declared]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // 换下一种编码再试。
    }
  }
  return undefined;
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "utf-8" : undefined;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  const encoding = /(?:encoding|charset)\s*=\s*["']?([A-Za-z0-9_-]+)/.exec(start)?.[1];
  // gb2312 的声明下常有 GBK 字符；GB18030 包含两者。
  return encoding !== undefined && /^gb(2312|k)$/i.test(encoding) ? "gb18030" : encoding;
}
