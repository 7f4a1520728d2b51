import { basename } from "node:path";
import { auditText } from "../audit/audit.ts";
import { combineOwnRules } from "../checks/own-rules/combine.ts";
import type { Draft } from "../narrative/draft.ts";
import { auditableText } from "../publish/readiness/audit-remarks.ts";
import { openCount, readiness } from "../publish/readiness/readiness.ts";
import { writeReadinessJson } from "../publish/readiness/readiness-json.ts";
import { writeReadinessText } from "../publish/readiness/readiness-text.ts";
import { checkReport } from "./commands/check.ts";
import type { CommandOutput, ExitStatus } from "./console.ts";
import { writeOutputFile } from "./files.ts";
import type { OpenedInputs } from "./inputs-file.ts";
import type { LoadedBooks } from "./load.ts";

export interface ReadyDraft {
  /** 要公开的这一稿。 */
  readonly draft: Draft;
  /** 没有用上人改的文字的同一份草稿。 */
  readonly drafted: Draft;
  readonly books: LoadedBooks;
  readonly opened: OpenedInputs;
}

/** 清单写成什么格式、写到哪里；没有文件名的显示在屏幕上。 */
export interface ReadyTarget {
  readonly format: "txt" | "json";
  readonly output?: string;
}

/** `juesuan draft --ready`：核对一遍表、审一遍自己的稿，列出还没有了结的事；有就返回 1。 */
export async function reportReadiness(
  file: string,
  { draft, drafted, books, opened }: ReadyDraft,
  target: ReadyTarget,
  output: CommandOutput,
): Promise<ExitStatus> {
  const { current, prior, ownRules } = books;
  const result = readiness({
    draft,
    drafted,
    check: checkReport(basename(file), books, combineOwnRules([ownRules]), opened),
    audit: auditText(auditableText(draft), {
      fileName: "草稿",
      current,
      ...(prior === null ? {} : { prior }),
    }),
    accepted: opened.inputs.accepted,
  });
  const text =
    target.format === "json" ? writeReadinessJson(draft, result) : writeReadinessText(result);
  if (target.output === undefined) output.result(text);
  else {
    await writeOutputFile(target.output, text);
    output.message(`清单已写到 ${target.output}`);
  }
  return openCount(result) === 0 ? 0 : 1;
}
