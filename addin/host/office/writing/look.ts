import { HostFailure } from "../../host.ts";
import { isViewOnly, supports } from "../excel-run.ts";
import { askOwn, isOwn, refuseForeign } from "../read-sheets.ts";

/** 写入之前看到的：已有的表名，和要换下来的同名旧表。 */
export interface Before {
  readonly taken: ReadonlySet<string>;
  /** 表名 → 旧表；没有旧表的不在其中。 */
  readonly old: ReadonlyMap<string, { readonly id: string; readonly position: number }>;
}

/** 一次同步：看清能不能写、有没有同名的表、是不是我们写的。不能写时抛 HostFailure。 */
export async function lookBefore(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<Before> {
  const { workbook } = context;
  const { worksheets, protection } = workbook;
  worksheets.load("items/name");
  protection.load("protected");
  if (supports("1.8")) workbook.load("readOnly");
  const asked = names.map((name) => {
    const sheet = worksheets.getItemOrNullObject(name);
    sheet.load("id,position,protection/protected");
    return { name, sheet, own: askOwn(sheet) };
  });
  await context.sync();
  if (isViewOnly() || (supports("1.8") && workbook.readOnly)) {
    throw new HostFailure(
      "read-only",
      "工作簿是以只读方式打开的，写进去也存不回原文件。",
      "请另存一份（或以编辑方式打开）再插入。",
    );
  }
  if (protection.protected) {
    throw new HostFailure(
      "protected-workbook",
      "工作簿的结构受保护，不能增加工作表。",
      "请在“审阅 → 保护工作簿”里撤销保护，再试一次。",
    );
  }
  const old = new Map<string, { id: string; position: number }>();
  for (const { name, sheet, own } of asked) {
    if (sheet.isNullObject) continue;
    if (!isOwn(name, own)) throw refuseForeign(name);
    if (sheet.protection.protected) {
      throw new HostFailure(
        "protected-sheet",
        `工作表“${name}”受保护。`,
        "请在“审阅 → 撤销工作表保护”之后再插入。",
      );
    }
    old.set(name, { id: sheet.id, position: sheet.position });
  }
  return { taken: new Set(worksheets.items.map(({ name }) => name)), old };
}
