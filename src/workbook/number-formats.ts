/** 判断自定义数字格式是不是日期、时间格式（由读取库提供）。 */
export type IsDateFormat = (format: string) => boolean;

/**
 * 内置的日期、时间格式编号（ECMA-376 第 1 部分 18.8.30；27–36、50–58 是中文等东亚版本的日期格式）。
 */
export function isBuiltInDateFormat(id: number): boolean {
  return (
    (id >= 14 && id <= 22) ||
    (id >= 27 && id <= 36) ||
    (id >= 45 && id <= 47) ||
    (id >= 50 && id <= 58)
  );
}

/** 数字格式编号是否日期格式：文件自己定义的格式优先于内置编号。 */
export function isDateFormatId(
  id: number,
  custom: ReadonlyMap<number, string>,
  isDateFormat: IsDateFormat,
): boolean {
  const format = custom.get(id);
  return format === undefined ? isBuiltInDateFormat(id) : isDateFormat(format);
}
