import { hasErrors, orderFindings } from "../../findings/order.ts";
import type { Draft } from "../../narrative/draft.ts";
import { draftNarrative } from "../../narrative/draft-narrative.ts";
import { writeWholeDocx } from "../../publish/draft-docx/whole-docx.ts";
import type { DraftExtras } from "../../publish/draft-extras.ts";
import { writeDraftJson } from "../../publish/draft-json.ts";
import { writeDraftText } from "../../publish/draft-text.ts";
import { writeDraftXlsx } from "../../publish/draft-xlsx/draft-xlsx.ts";
import type { CommandOutput, ExitStatus } from "../console.ts";
import { CommandFailure } from "../failure.ts";
import { writeKeepingOld } from "../files.ts";
import { findingLines } from "../finding-lines.ts";
import { recordVersion } from "../history-file.ts";
import { inputsPathBeside, type OpenedInputs, openInputs } from "../inputs-file.ts";
import { type LoadedBooks, loadBooks, whyPriorRefused } from "../load.ts";
import { keptProfile, openProfile } from "../profile-folder.ts";
import { type ReadyTarget, reportReadiness } from "../readiness.ts";
import { refuseOverwriting, updateOldDraft } from "../update-draft.ts";

export interface DraftCommandOptions {
  readonly prior?: string;
  readonly inputs?: string;
  readonly level?: "部门" | "单位";
  /** 说明模板的名称或文件夹。 */
  readonly profile?: string;
  /** 写出整本：封面、目录、五个部分。 */
  readonly whole?: boolean;
  readonly ready?: boolean;
  /** 改过的旧稿（.docx、.xlsx），在它上面更新。 */
  readonly update?: string;
  readonly format: "txt" | "json" | "docx" | "xlsx";
  readonly output?: string;
}

/** 屏幕上最多提示的未了事项；全部在草稿里标着，`--ready` 全列。 */
const OPEN_ITEMS_SHOWN = 20;

/**
 * `juesuan draft`：起草说明。缺的写成待补充，不影响退出状态；给的填报文件、工作簿有读不出、不能用的，照样起草而返回 1；
 * `--ready` 有未了事项时返回 1。
 */
export async function runDraft(
  file: string,
  options: DraftCommandOptions,
  output: CommandOutput,
): Promise<ExitStatus> {
  const ready = options.ready === true ? readyTarget(options) : null;
  requireOutputFile(options);
  const { update } = options;
  if (update !== undefined) refuseOverwriting(update, options.output);
  const given = await openInputs(file, options.inputs);
  const opened =
    options.whole === true ? { ...given, inputs: { ...given.inputs, whole: true } } : given;
  const { drafted, books } = await draftFrom(file, options, opened, output);
  const updated = update === undefined ? null : await updateOldDraft(drafted, update);
  const draft = updated?.draft ?? drafted;
  for (const line of updated?.messages ?? []) output.message(line);
  if (ready !== null) {
    return reportReadiness(file, { draft, drafted, books, opened }, ready, output);
  }

  const content = await FORMATS[options.format](draft, updated?.extras);
  if (options.output !== undefined) {
    const kept = await writeKeepingOld(options.output, content);
    if (kept !== null) output.message(kept);
    output.message(`说明已写到 ${options.output}`);
    if (opened.inputs.whole && options.format === "docx") output.message(CONTENTS_NOTE);
  } else if (typeof content === "string") {
    output.result(content);
  }
  // 只在屏幕上看看的，不记版本。
  if (updated !== null && options.output !== undefined) {
    const record = opened.path ?? inputsPathBeside(file);
    output.message(await recordVersion(record, updated.version));
  }
  if (draft.open.length > 0) {
    output.message(`还有 ${draft.open.length} 件事没有了结：`);
    for (const line of findingLines(draft.open, OPEN_ITEMS_SHOWN)) output.message(line);
  }
  output.message(UNCHECKED_NOTE);
  if (!hasErrors([...opened.findings, ...books.findings])) return 0;
  output.message(UNREAD_NOTE);
  return 1;
}

const UNCHECKED_NOTE = "起草没有核对各表之间的关系：请先用 check 核对，或加 --ready 一并检查。";

const UNREAD_NOTE =
  "给出的文件有读不出、不能用的（见上面的“错误”），草稿里没有用到它们；请改好以后重新起草。";

const CONTENTS_NOTE =
  "目录的页码按公文字体排出。换了字体、改过文字的，请在 Word、WPS 里按 Ctrl+A 全选、再按 F9 更新；LibreOffice 打开时自己更新。";

const FORMATS: Readonly<
  Record<
    DraftCommandOptions["format"],
    (draft: Draft, extras?: DraftExtras) => string | Promise<Uint8Array>
  >
> = {
  txt: writeDraftText,
  json: writeDraftJson,
  docx: writeWholeDocx,
  xlsx: writeDraftXlsx,
};

function requireOutputFile(options: DraftCommandOptions): void {
  const binary = options.format === "docx" || options.format === "xlsx";
  if (!binary || options.output !== undefined) return;
  throw new CommandFailure(
    `${options.format} 不能显示在屏幕上。`,
    `请用 -o 给出要写的文件，如 -o 决算说明.${options.format}。`,
  );
}

/** `--ready` 只写清单，不写说明。 */
function readyTarget({ format, output }: DraftCommandOptions): ReadyTarget {
  if (format === "txt" || format === "json") {
    return output === undefined ? { format } : { format, output };
  }
  throw new CommandFailure(
    `--ready 的清单不能写成 ${format}。`,
    "请去掉 --ready 写出说明，或用 --format json（或 txt）写出清单。",
  );
}

/** 读工作簿和填报文件并起草；`open` 里依次是填报文件、读表和草稿自身的未了事项。 */
async function draftFrom(
  file: string,
  options: DraftCommandOptions,
  opened: OpenedInputs,
  output: CommandOutput,
): Promise<{ readonly drafted: Draft; readonly books: LoadedBooks }> {
  const profile =
    options.profile === undefined ? keptProfile(opened.inputs) : await openProfile(options.profile);
  if (profile !== null) output.message(`说明模板：${profile.name}`);
  if (opened.path !== null) output.message(`填报文件：${opened.path}`);
  const books = await loadBooks(file, options.prior, opened.inputs.formerUnitName);
  const draft = draftNarrative({
    current: books.current,
    prior: books.prior,
    priorRefused: whyPriorRefused(books),
    inputs: opened.inputs,
    level: options.level ?? null,
    ...(profile === null ? {} : { profile }),
  });
  output.message(`按“${draft.level}”起草。`);
  const open = orderFindings([...opened.findings, ...books.findings, ...draft.open]);
  return { drafted: { ...draft, open }, books };
}
