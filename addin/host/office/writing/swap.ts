import { READY, temporaryName } from "../../own-sheets.ts";
import type { Before } from "./look.ts";
import type { Staged } from "./stage.ts";

/**
 * 最后一步，一次同步：标明已写好 → 新表挪到旧表的位置 → 旧表改成待删名 → 新表改成正式名 → 删旧表。
 * 顺序要紧：断在任何一处，`settle` 都能看出该往前走完还是退回去，旧表在新表就位之前不会没有。
 */
export async function swap(
  context: Excel.RequestContext,
  staged: readonly Staged[],
  { old, taken }: Before,
): Promise<void> {
  const { worksheets } = context.workbook;
  for (const { sheet } of staged) sheet.names.add(READY, '="1"').visible = false;
  const replaced = staged
    .flatMap(({ name, sheet }) => {
      const before = old.get(name);
      return before === undefined ? [] : [{ name, sheet, ...before }];
    })
    .sort((a, b) => a.position - b.position);
  // 每挪来一张，后面旧表的位置就多一。
  for (const [moved, { sheet, position }] of replaced.entries()) sheet.position = position + moved;
  const olds = replaced.map(({ name, id }) => {
    const sheet = worksheets.getItem(id);
    sheet.name = temporaryName("old", name, taken);
    return sheet;
  });
  for (const { name, sheet } of staged) sheet.name = name;
  for (const sheet of olds) sheet.delete();
  await context.sync();
}
