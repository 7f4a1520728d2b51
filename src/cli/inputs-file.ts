import { existsSync } from "node:fs";
import { basename } from "node:path";
import type { Finding } from "../findings/finding.ts";
import { type Inputs, noInputs } from "../narrative/inputs/inputs.ts";
import { readInputs } from "../narrative/inputs/read-inputs.ts";
import { readTextFile } from "./files.ts";

export interface OpenedInputs {
  readonly inputs: Inputs;
  readonly findings: readonly Finding[];
  /** 用了哪个文件；没有则为 null。 */
  readonly path: string | null;
}

/** 工作簿旁边约定的填报文件名：`决算.xlsx` → `决算.juesuan.yaml`。 */
export function inputsPathBeside(workbook: string): string {
  return `${workbook.replace(/\.[^./\\]+$/, "")}.juesuan.yaml`;
}

/** 读填报文件：指定的，或工作簿旁边按约定命名的；都没有时什么也没有填。 */
export async function openInputs(
  workbook: string,
  chosen: string | undefined,
): Promise<OpenedInputs> {
  const path = chosen ?? inputsPathBeside(workbook);
  if (chosen === undefined && !existsSync(path)) {
    return { inputs: noInputs, findings: [], path: null };
  }
  return { ...readInputs(await readTextFile(path), basename(path)), path };
}
