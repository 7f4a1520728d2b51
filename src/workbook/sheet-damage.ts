/** 一张工作表（或它依赖的部分）读不出来。由各格式的读取器接住，记入 `Workbook.damaged`。 */
export class SheetDamage extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "SheetDamage";
  }
}
