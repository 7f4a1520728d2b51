import { orderFindings } from "../../findings/order.ts";
import type { Draft } from "../../narrative/draft.ts";
import { draftNarrative } from "../../narrative/draft-narrative.ts";
import { writeDraftDocx } from "../../publish/draft-docx/draft-docx.ts";
import { writeDraftJson } from "../../publish/draft-json.ts";
import { writeDraftText } from "../../publish/draft-text.ts";
import { writeDraftXlsx } from "../../publish/draft-xlsx/draft-xlsx.ts";
import type { CommandOutput, ExitStatus } from "../console.ts";
import { CommandFailure } from "../failure.ts";
import { writeOutputFile } from "../files.ts";
import { findingLines } from "../finding-lines.ts";
import { openInputs } from "../inputs-file.ts";
import { loadBooks } from "../load.ts";
import { openProfile } from "../profile-folder.ts";

export interface DraftCommandOptions {
  readonly prior?: string;
  readonly inputs?: string;
  readonly level?: "部门" | "单位";
  /** 说明模板的名称或文件夹。 */
  readonly profile?: string;
  readonly ready?: boolean;
  /** 改过的旧稿；还不能在它上面更新。 */
  readonly update?: string;
  readonly format: "txt" | "json" | "docx" | "xlsx";
  readonly output?: string;
}

/** 屏幕上最多提示的未了事项；全部在草稿里标着，`--ready` 全列。 */
const OPEN_ITEMS_SHOWN = 20;

/** `juesuan draft`：起草说明。缺的写成待补充，不影响退出状态；`--ready` 有未了事项时返回 1。 */
export async function runDraft(
  file: string,
  options: DraftCommandOptions,
  output: CommandOutput,
): Promise<ExitStatus> {
  requireOutputFile(options);
  if (options.update !== undefined) throw updateNotSupported(options.update);
  const draft = await draftFrom(file, options, output);
  if (options.ready === true) return reportReadiness(draft, output);

  const content = await FORMATS[options.format](draft);
  if (options.output !== undefined) {
    await writeOutputFile(options.output, content);
    output.message(`说明已写到 ${options.output}`);
  } else if (typeof content === "string") {
    output.result(content);
  }
  if (draft.open.length > 0) {
    output.message(`还有 ${draft.open.length} 件事没有了结：`);
    for (const line of findingLines(draft.open, OPEN_ITEMS_SHOWN)) output.message(line);
  }
  return 0;
}

const FORMATS: Readonly<
  Record<DraftCommandOptions["format"], (draft: Draft) => string | Promise<Uint8Array>>
> = {
  txt: writeDraftText,
  json: writeDraftJson,
  docx: writeDraftDocx,
  xlsx: writeDraftXlsx,
};

function requireOutputFile(options: DraftCommandOptions): void {
  const binary = options.format === "docx" || options.format === "xlsx";
  if (!binary || options.output !== undefined || options.ready === true) return;
  throw new CommandFailure(
    `${options.format} 不能显示在屏幕上。`,
    `请用 -o 给出要写的文件，如 -o 决算说明.${options.format}。`,
  );
}

/** 当作没有旧稿重新起草，人改过的字就丢了，所以宁可不做。 */
function updateNotSupported(old: string): CommandFailure {
  return new CommandFailure(
    `还不能在旧稿“${old}”上更新。`,
    "请去掉 --update 另写一份新稿；要保留改过的段落，请在 Excel 任务窗格或工作台里重新插入，那里会逐段合并。",
  );
}

/** 读工作簿和填报文件并起草；`open` 里依次是填报文件、读表和草稿自身的未了事项。 */
async function draftFrom(
  file: string,
  options: DraftCommandOptions,
  output: CommandOutput,
): Promise<Draft> {
  const profile = await openProfile(options.profile);
  if (profile !== null) output.message(`说明模板：${profile.name}`);
  const opened = await openInputs(file, options.inputs);
  if (opened.path !== null) output.message(`填报文件：${opened.path}`);
  const books = await loadBooks(file, options.prior, opened.inputs.formerUnitName);
  const draft = draftNarrative({
    current: books.current,
    prior: books.prior,
    inputs: opened.inputs,
    level: options.level ?? null,
    ...(profile === null ? {} : { profile }),
  });
  return { ...draft, open: orderFindings([...opened.findings, ...books.findings, ...draft.open]) };
}

function reportReadiness(draft: Draft, output: CommandOutput): ExitStatus {
  if (draft.open.length === 0) {
    output.result("没有未了事项。");
    return 0;
  }
  const lines = findingLines(draft.open);
  output.result([`还有 ${draft.open.length} 件事没有了结：`, ...lines].join("\n"));
  return 1;
}
