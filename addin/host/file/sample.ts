import type { Task } from "../host.ts";
import { FileHost } from "./file-host.ts";
import { readFile } from "./read-file.ts";

/** 随程序附带的一对示例工作簿：本年与上年（见 examples/README.md）。 */
const SAMPLE = {
  current: {
    name: "2023-乐山市金口河区人民政府办公室.xlsx",
    url: new URL("../../../examples/2023-乐山市金口河区人民政府办公室.xlsx", import.meta.url),
  },
  prior: {
    name: "2022-乐山市金口河区人民政府办公室.xlsx",
    url: new URL("../../../examples/2022-乐山市金口河区人民政府办公室.xlsx", import.meta.url),
  },
} as const;

/** 示例里的一个文件。 */
export interface SampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function sampleFile(which: "current" | "prior"): Promise<SampleFile> {
  const { name, url } = SAMPLE[which];
  return { name, bytes: await contentOf(url) };
}

/** 打开示例工作簿（本年）。 */
export async function openSample(task: Task = {}): Promise<FileHost> {
  const { name, bytes } = await sampleFile("current");
  return new FileHost(await readFile(name, bytes, task));
}

/** 网站上从旁边取；单文件工作台里内容就在地址中（data:），不经过网络。 */
async function contentOf(url: URL): Promise<Uint8Array> {
  if (url.protocol !== "data:") {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`示例文件取不到（${response.status}）。`);
    return new Uint8Array(await response.arrayBuffer());
  }
  const text = atob(url.pathname.slice(url.pathname.indexOf(",") + 1));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
