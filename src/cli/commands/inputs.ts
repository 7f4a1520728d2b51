import { hasErrors } from "../../findings/order.ts";
import { draftNarrative } from "../../narrative/draft-narrative.ts";
import { noInputs } from "../../narrative/inputs/inputs.ts";
import { inputsTemplate } from "../../narrative/inputs/inputs-template.ts";
import type { CommandOutput, ExitStatus } from "../console.ts";
import { writeKeepingOld } from "../files.ts";
import { findingLines } from "../finding-lines.ts";
import { inputsPathBeside, openInputs } from "../inputs-file.ts";
import { loadBooks, whyPriorRefused } from "../load.ts";

export interface InputsCommandOptions {
  readonly prior?: string;
  /** 连同整本的封面、第一部分、附件要填的。 */
  readonly whole?: boolean;
  readonly output?: string;
}

/** `juesuan inputs`：写出要人填报的 YAML，表里已有的作注释，缺的留空；上年工作簿旁边有填报文件的，写过的原因列作可选。工作簿有读不出、不能用的返回 1。 */
export async function runInputs(
  file: string,
  options: InputsCommandOptions,
  output: CommandOutput,
): Promise<ExitStatus> {
  const books = await loadBooks(file, options.prior);
  const { current, prior, findings } = books;
  const draft = draftNarrative({
    current,
    prior,
    priorRefused: whyPriorRefused(books),
    inputs: { ...noInputs, whole: options.whole ?? false },
  });
  const lastYear = options.prior === undefined ? null : await openInputs(options.prior, undefined);
  const template = inputsTemplate(
    current,
    prior,
    draft,
    lastYear === null || lastYear.path === null ? null : lastYear.inputs,
  );
  if (options.output === undefined) {
    output.result(template);
  } else {
    const kept = await writeKeepingOld(options.output, template);
    if (kept !== null) output.message(kept);
    output.message(`填报文件已写到 ${options.output}。`);
    output.message(`放在工作簿旁边、名为 ${inputsPathBeside(file)} 时，起草会自己找到它。`);
  }
  for (const line of findingLines(findings)) output.message(line);
  return hasErrors(findings) ? 1 : 0;
}
