/**
 * 可读范围。决算工作簿不过二三十张表、几万个单元格；超出以下任何一条的文件不会是正常导出的，
 * 继续读只会耗尽内存或时间。
 */
export const LIMITS = {
  /** 压缩包内的文件个数。 */
  zipEntries: 2_000,
  /** 压缩包声明的解压后总字节数。 */
  unpackedBytes: 300 * 1024 * 1024,
  /** 单个文件的压缩比；只查解压后超过 `ratioCheckedAbove` 字节的文件，小文件压得再狠也无害。 */
  compressionRatio: 200,
  ratioCheckedAbove: 1024 * 1024,
  /** 不是压缩包的文件（.xls、XML、网页）的字节数。 */
  plainBytes: 100 * 1024 * 1024,
  /** 每张工作表有内容的最大行号、列号。 */
  rows: 20_000,
  columns: 600,
  /** 全部工作表有内容的单元格总数。 */
  cells: 3_000_000,
  /** 每张工作表的合并区域个数。 */
  merges: 20_000,
} as const;
