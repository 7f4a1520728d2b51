import { readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { copyOfShipped } from "../../narrative/templates/copy-profile.ts";
import type { ProfileSource } from "../../narrative/templates/profile.ts";
import { shippedProfiles } from "../../narrative/templates/shipped-profiles.ts";
import type { CommandOutput, ExitStatus } from "../console.ts";
import { CommandFailure } from "../failure.ts";
import { writeOutputFile } from "../files.ts";

export interface ProfilesOptions {
  readonly output?: string;
}

/** `juesuan profiles [名称] [-o 文件夹]`：列出随附的说明模板，或抄一份到文件夹里给人改。 */
export async function runProfiles(
  name: string | undefined,
  options: ProfilesOptions,
  output: CommandOutput,
): Promise<ExitStatus> {
  if (name === undefined) {
    if (options.output !== undefined) throw missingName();
    output.result(
      [
        "随附的说明模板：",
        ...shippedProfiles.names.map((each) => `　${each}`),
        "用 juesuan profiles 名称 -o 文件夹 抄一份去改，再用 juesuan draft --profile 文件夹 起草。",
      ].join("\n"),
    );
    return 0;
  }
  const { output: folder } = options;
  const copy = copyOfShipped(name, folder === undefined ? name : basename(resolve(folder)));
  if (copy === null) throw unknownProfile(name);
  if (folder === undefined) {
    output.result(copy.files.map((file) => file.name).join("\n"));
    return 0;
  }
  await writeCopy(copy, folder);
  output.message(
    `“${name}”已抄到 ${folder}，共 ${copy.files.length} 个文件；写法见 docs/templates-guide.md。`,
  );
  return 0;
}

async function writeCopy(copy: ProfileSource, folder: string): Promise<void> {
  if ((await filesIn(folder)).length > 0) {
    throw new CommandFailure(
      `“${folder}”里已经有文件。`,
      "抄进去会盖掉改过的模板；请另给一个文件夹名。",
    );
  }
  // 记事本认得带字节序标记的 UTF-8，旧版也不会当成别的编码。
  for (const { name, text } of copy.files) {
    await writeOutputFile(join(folder, name), `\uFEFF${text.replaceAll("\n", "\r\n")}`);
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOENT") return [];
    throw new CommandFailure(`“${folder}”不能当作文件夹用。`, "请另给一个文件夹名。");
  }
}

function missingName(): CommandFailure {
  return new CommandFailure(
    "没有说抄哪一套模板。",
    `请写成 juesuan profiles ${shippedProfiles.names[0] ?? "名称"} -o 文件夹。`,
  );
}

function unknownProfile(name: string): CommandFailure {
  return new CommandFailure(
    `没有叫“${name}”的说明模板。`,
    `随附的模板有${shippedProfiles.names.join("、")}。`,
  );
}
