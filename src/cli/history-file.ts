import { existsSync } from "node:fs";
import { isMap, isNode, isScalar, stringify } from "yaml";
import { yamlDocument } from "../findings/yaml-document.ts";
import { type DraftVersion, withVersion } from "../narrative/redraft/history.ts";
import { historyFromKept, keptHistory } from "../narrative/redraft/kept-history.ts";
import { CommandFailure } from "./failure.ts";
import { readTextFile, replaceFile } from "./files.ts";

const KEY = "版本";
const HEADER =
  "# 决算说明的填报文件。“版本”由 juesuan draft --update 记下，其余可用 juesuan inputs 写出。\n";

/**
 * 把一版记进填报文件的“版本”，返回要告诉使用者的话；什么都没有变的不记。
 * 只动“版本”这一段，别的一个字节也不变；文件写坏了、写不进去时不动它，只说明。
 */
export async function recordVersion(
  path: string,
  version: Omit<DraftVersion, "number">,
): Promise<string> {
  if (version.changes.length === 0) return "与旧稿相比没有变化，没有记新的一版。";
  try {
    const text = existsSync(path) ? await readTextFile(path) : HEADER;
    const updated = withRecorded(text, version);
    if (updated === null) return `没有记下这一版：“${path}”写得不对，改正后再更新。`;
    await replaceFile(path, updated);
    return `这一版的变化记在 ${path} 的“${KEY}”里。`;
  } catch (error) {
    if (error instanceof CommandFailure) return `没有记下这一版。${error.what}`;
    throw error;
  }
}

/** 填报文件的文字里换上添了一版的“版本”；读不懂为 null。 */
export function withRecorded(text: string, version: Omit<DraftVersion, "number">): string | null {
  const { document, problems } = yamlDocument(text);
  const { contents } = document;
  if (problems.length > 0 || (contents !== null && !isMap(contents))) return null;
  const history = historyFromKept(document.toJS({ maxAliasCount: 0 })?.[KEY]);
  if (history === null) return null;
  const block = stringify({ [KEY]: keptHistory(withVersion(history, version)) }, { lineWidth: 0 });
  const pair = contents?.items.find(({ key }) => isScalar(key) && key.value === KEY);
  if (pair === undefined || !isScalar(pair.key)) return `${text.replace(/\n*$/, "\n")}${block}`;
  const start = pair.key.range?.[0] ?? text.length;
  const end = (isNode(pair.value) ? pair.value.range?.[1] : undefined) ?? text.length;
  const rest = text.slice(end);
  return `${text.slice(0, start)}${block}${rest.startsWith("\n") ? rest.slice(1) : rest}`;
}
