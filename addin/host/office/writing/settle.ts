import { looksOwn, MARK, parseTemporary, READY } from "../../own-sheets.ts";
import { valuesOf } from "../read-sheets.ts";

/** 一张临时表，以及判断怎么办所需的。 */
interface Temporary {
  readonly sheet: Excel.Worksheet;
  /** 现在的名称。 */
  readonly current: string;
  readonly kind: "staged" | "old";
  /** 正式名。 */
  readonly name: string;
  readonly ready: boolean;
  /** 同一次写入的各表名。 */
  readonly group: readonly string[];
}

export interface Settled {
  /** 删掉的临时表。 */
  readonly removed: readonly string[];
  /** 收拾完以后，各表名与编号。 */
  readonly sheets: ReadonlyMap<string, string>;
}

/**
 * 收拾没有写完留下的临时表。换名已经开始的往前走完，还没开始的退回去：
 * 结果要么是新表全部就位，要么与写入之前一样。不是我们留下的表（没有标记、也认不出）不动。
 */
export async function settle(context: Excel.RequestContext): Promise<Settled> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const names = new Set(worksheets.items.map(({ name }) => name));
  const temporaries = await findTemporaries(context, worksheets.items);
  const removed = new Set<string>();
  if (temporaries.length > 0) {
    const { deleted, renamed } = plan(temporaries, names);
    for (const { sheet, to } of renamed) sheet.name = to;
    for (const { sheet, current } of deleted) {
      sheet.delete();
      removed.add(current);
    }
  }
  const after = context.workbook.worksheets;
  after.load("items/name");
  await context.sync();
  return {
    removed: [...removed],
    sheets: new Map(after.items.map(({ name, id }) => [name, id])),
  };
}

interface Plan {
  readonly renamed: readonly { readonly sheet: Excel.Worksheet; readonly to: string }[];
  readonly deleted: readonly Temporary[];
}

function plan(temporaries: readonly Temporary[], names: ReadonlySet<string>): Plan {
  const staged = temporaries.filter(({ kind }) => kind === "staged");
  const olds = temporaries.filter(({ kind }) => kind === "old");
  const forward = staged.filter((sheet) => isUnderWay(sheet, staged, olds, names));
  const finals = new Set(forward.map(({ name }) => name));
  const renamed: { sheet: Excel.Worksheet; to: string }[] = [];
  const deleted: Temporary[] = staged.filter((sheet) => !forward.includes(sheet));
  for (const { sheet, name } of forward) renamed.push({ sheet, to: name });
  for (const old of olds) {
    // 新表已经就位（或即将就位）的，旧表不要了；否则改回原名。
    if (names.has(old.name) || finals.has(old.name)) deleted.push(old);
    else renamed.push({ sheet: old.sheet, to: old.name });
  }
  return { renamed, deleted };
}

/**
 * 新表是不是已经开始就位：全都写好了，正式名都空着（旧表已全部换下），而且确有旧表换下，
 * 或者同一次的别的新表已经就位。还有旧表没换下的，新表一定一张也没有就位，退回去最稳。
 */
function isUnderWay(
  sheet: Temporary,
  staged: readonly Temporary[],
  olds: readonly Temporary[],
  names: ReadonlySet<string>,
): boolean {
  const group = staged.filter(({ name }) => sheet.group.includes(name));
  if (!group.every(({ ready, name }) => ready && !names.has(name))) return false;
  return group.length < sheet.group.length || olds.some(({ name }) => sheet.group.includes(name));
}

async function findTemporaries(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
): Promise<Temporary[]> {
  const asked = sheets.flatMap((sheet) => {
    const parsed = parseTemporary(sheet.name);
    if (parsed === null) return [];
    const mark = sheet.names.getItemOrNullObject(MARK);
    mark.load("value");
    const ready = sheet.names.getItemOrNullObject(READY);
    ready.load("name");
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("values");
    return [{ sheet, current: sheet.name, ...parsed, mark, ready, used }];
  });
  if (asked.length === 0) return [];
  await context.sync();
  return asked.flatMap(({ sheet, current, kind, name, mark, ready, used }) => {
    const ours = !mark.isNullObject || looksOwn(name, valuesOf(used));
    if (!ours) return [];
    return [
      {
        sheet,
        current,
        kind,
        name,
        ready: !ready.isNullObject,
        group: mark.isNullObject ? [name] : String(mark.value).split("|"),
      },
    ];
  });
}
