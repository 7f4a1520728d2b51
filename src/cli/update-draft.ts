import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Draft } from "../narrative/draft.ts";
import { type DraftVersion, versionTime } from "../narrative/redraft/history.ts";
import { redraft } from "../narrative/redraft/redraft.ts";
import type { DraftExtras } from "../publish/draft-extras.ts";
import { CommandFailure } from "./failure.ts";
import { readInputFile } from "./files.ts";
import { readOldDraft } from "./old-draft.ts";
import { updateSummary } from "./update-summary.ts";

export interface UpdatedDraft {
  readonly draft: Draft;
  readonly extras: DraftExtras;
  /** 更新以后告诉使用者的话。 */
  readonly messages: readonly string[];
  /** 记进历史的一版；时间是旧稿最后改动的时间。 */
  readonly version: Omit<DraftVersion, "number">;
}

/** 旧稿从不改写：新稿写在旧稿上的，动手之前就不做。 */
export function refuseOverwriting(old: string, target: string | undefined): void {
  if (target === undefined || resolve(old) !== resolve(target)) return;
  throw new CommandFailure(
    `不能写在旧稿“${old}”上：人改过的文字只有这一份。`,
    "请用 -o 给一个新的文件名，核对无误以后再自己替换。",
  );
}

/** 在旧稿上更新新起草的说明；旧稿只读不写。旧稿读不了、不是同一年度的，抛 CommandFailure。 */
export async function updateOldDraft(drafted: Draft, path: string): Promise<UpdatedDraft> {
  const old = await readOldDraft(await readInputFile(path), path);
  const { base } = old;
  if (base !== null && base.year !== drafted.year) {
    throw new CommandFailure(
      `旧稿“${path}”是${base.year}年度的，工作簿是${drafted.year}年度的。`,
      "请给同一年度的旧稿；新的一年请去掉 --update，另写新稿。",
    );
  }
  const result = redraft(drafted, old);
  const otherUnit =
    base !== null && base.unit !== drafted.unit
      ? [
          `注意：旧稿的单位是“${base.unit}”，工作簿的单位是“${drafted.unit}”，请核对是不是同一个单位。`,
        ]
      : [];
  return {
    draft: result.draft,
    extras: { base: result.base, stale: result.stale },
    messages: [...otherUnit, ...updateSummary(result, base !== null), ...old.notices],
    version: {
      when: versionTime((await stat(path)).mtime),
      what: `在《${basename(path)}》上更新`,
      changes: result.changes,
    },
  };
}
