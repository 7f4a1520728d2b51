/** 文件含宏。 */
export function macroNotice(fileName: string): string {
  return `文件「${fileName}」含有宏。宏没有运行，只读取了单元格。`;
}

/** 图表工作表、宏表等没有单元格的工作表。 */
export function noCellsNotice(sheetName: string): string {
  return `工作表「${sheetName}」是图表或宏表，不是普通工作表，没有单元格可核对，没有读取。`;
}

/** 文件里有一份工作表内容，目录却没有列出，Excel 里也看不到。 */
export function unlistedNotice(fileName: string, part: string): string {
  return `文件「${fileName}」里的「${part}」没有列在工作簿目录里，Excel 里也看不到，没有读取。`;
}
