import { HostFailure, type HostSheet, type Task, type WriteOutcome } from "../host.ts";
import { parseTemporary } from "../own-sheets.ts";
import { excelRun } from "./excel-run.ts";
import { failureOf } from "./failure-of.ts";
import { stopIfCancelled } from "./read-sheets.ts";
import { lookBefore } from "./writing/look.ts";
import { settle } from "./writing/settle.ts";
import { stage } from "./writing/stage.ts";
import { swap } from "./writing/swap.ts";

const DOING = "写入工作簿";

/** 出错后收拾几次；每次之间等一会儿，等 Excel 缓过来。 */
const ATTEMPTS = 3;
const WAIT = 150;

/**
 * 整体写入几张我们自己的工作表，三次同步：看 → 写到临时表 → 换名。断在哪里都收拾干净：
 * 工作簿要么没有改动，要么已经完成；收拾不了的临时表列在 `leftovers`。新旧表的编号都记到 `own`。
 */
export async function writeSheets(
  sheets: readonly HostSheet[],
  own: Set<string>,
  task: Task = {},
): Promise<WriteOutcome> {
  const names = sheets.map(({ model }) => model.name);
  const progress = (done: number, what: string) => task.onProgress?.({ what, done, total: 3 });
  /** 新表的编号：换名之前就知道，事后据此看新表是不是就位了。 */
  const written = new Map<string, string>();
  let touched = false;
  try {
    stopIfCancelled(task);
    await excelRun(DOING, async (context) => {
      progress(0, "正在查看工作簿");
      const before = await lookBefore(context, names);
      for (const { id } of before.old.values()) own.add(id);
      stopIfCancelled(task);
      progress(1, "正在写入");
      touched = true;
      const staged = await stage(context, sheets, before.taken);
      for (const { sheet } of staged) own.add(sheet.id);
      stopIfCancelled(task);
      progress(2, "正在换上新表");
      for (const { name, sheet } of staged) written.set(name, sheet.id);
      await swap(context, staged, before);
    });
    return { kind: "complete", leftovers: [] };
  } catch (error) {
    const failure = failureOf(error, DOING);
    return touched ? recover(names, written, failure) : unchanged(failure, []);
  }
}

async function recover(
  names: readonly string[],
  written: ReadonlyMap<string, string>,
  failure: HostFailure,
): Promise<WriteOutcome> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      const { sheets } = await excelRun("收拾临时工作表", settle);
      const leftovers = [...sheets.keys()].filter((name) => parseTemporary(name) !== null);
      const complete =
        written.size > 0 && names.every((name) => sheets.get(name) === written.get(name));
      return complete ? { kind: "complete", leftovers } : unchanged(failure, leftovers);
    } catch {
      if (attempt < ATTEMPTS) await new Promise((resolve) => setTimeout(resolve, WAIT));
    }
  }
  // 一直不通，看不到工作簿现在的样子：照实说，等下次打开时收拾。
  const doubt =
    written.size > 0 ? "新表可能已经换上，也可能没有" : "原有的表没有动，可能留有临时工作表";
  return unchanged(
    new HostFailure(
      failure.code,
      `${failure.what}写到一半与 Excel 断了联系，${doubt}。`,
      `${failure.todo}重新打开本窗格时会自动收拾好。`,
    ),
    names.map((name) => `${name}（写入中）`),
  );
}

function unchanged(failure: HostFailure, leftovers: readonly string[]): WriteOutcome {
  return { kind: "unchanged", failure, leftovers };
}
