import { baseOf } from "../../src/narrative/redraft/draft-base.ts";
import type { ProfileSource } from "../../src/narrative/templates/profile.ts";
import type { WorkbookHost } from "../host/host.ts";
import type { Composed } from "./draft-session-compose.ts";

type Downloader = Pick<WorkbookHost, "download">;

/** 把说明（或整本决算公开）存成 .docx；返回告诉使用者的话。写文件的程序用到时才装入。 */
export async function downloadDocx(
  host: Downloader,
  { draft, drafted, stale }: Composed,
): Promise<string> {
  const { writeDraftDocx } = await import("../../src/publish/draft-docx/draft-docx.ts");
  const extras = { base: baseOf(draft, drafted), stale: [...stale.values()].flat() };
  const whole = draft.sections.some(({ id }) => id === "封面");
  const name = `${draft.unit}${draft.year}年度${draft.level}决算${whole ? "公开" : "情况说明"}.docx`;
  await host.download(name, await writeDraftDocx(draft, extras));
  return `已存成《${name}》。`;
}

/** 把一套说明模板存成 .zip；返回告诉使用者的话。 */
export async function downloadProfile(host: Downloader, source: ProfileSource): Promise<string> {
  const { zipFiles } = await import("../../src/publish/ooxml/package.ts");
  // 带字节顺序标记，老的记事本才认得是 UTF-8。
  const files = source.files.map(({ name, text }): [string, string] => [
    `${source.name}/${name}`,
    `\uFEFF${text.replaceAll("\r\n", "\n").replaceAll("\n", "\r\n")}`,
  ]);
  const name = `${source.name}.zip`;
  await host.download(name, zipFiles(new Map(files)));
  return `已存成《${name}》：解压以后用记事本改，改好再选这个文件夹。写法见说明模板手册。`;
}
