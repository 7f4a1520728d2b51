import { shippedSources } from "../generated/profiles.ts";
import { styleTemplate } from "../inputs/style-template.ts";
import type { ProfileSource } from "./profile.ts";
import { sectionIdOf, sectionOrder } from "./section-ids.ts";
import { readStyleFile, STYLE_FILE } from "./style-file.ts";

/**
 * 把随附的一套模板抄一份给人改：各节都在里面（含取自底本的），写法文件以原来那一套为底本，于是删掉哪一节的文件，
 * 那一节就用原来的。没有这一套时为 null。
 */
export function copyOfShipped(original: string, name: string): ProfileSource | null {
  if (!shippedSources.some((each) => each.name === original)) return null;
  const files = [...sectionFiles(original).values()].toSorted(
    (a, b) => orderOf(a.name) - orderOf(b.name),
  );
  return { name, files: [{ name: STYLE_FILE, text: styleFile(original, name) }, ...files] };
}

type SourceFile = ProfileSource["files"][number];

/** 各节的文件，底本的在前，同一节以自己的为准。 */
function sectionFiles(name: string): Map<string, SourceFile> {
  const source = shippedSources.find((each) => each.name === name);
  const style = source?.files.find((file) => file.name === STYLE_FILE);
  const base = style === undefined ? null : readStyleFile(style.text).content.base;
  const files = base === null ? new Map<string, SourceFile>() : sectionFiles(base);
  for (const file of source?.files ?? []) {
    if (file.name !== STYLE_FILE) files.set(sectionIdOf(file.name), file);
  }
  return files;
}

function orderOf(fileName: string): number {
  return sectionOrder(sectionIdOf(fileName)) ?? 0;
}

function styleFile(original: string, name: string): string {
  return [
    `# 从“${original}”复制。底本：这个文件夹里没有的节、没有写的写法，都用那一套的。`,
    `名称: ${JSON.stringify(name)}`,
    `底本: ${original}`,
    styleTemplate(),
    "",
  ].join("\n");
}
