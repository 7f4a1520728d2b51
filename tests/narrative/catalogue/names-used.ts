import type { CatalogueEntry } from "../../../src/narrative/catalogue/entry.ts";
import { shippedSources } from "../../../src/narrative/generated/profiles.ts";
import { mistakeText } from "../../../src/narrative/templates/mistake.ts";
import { readTemplate } from "../../../src/narrative/templates/read-template.ts";
import { templateNames } from "../../../src/narrative/templates/shipped-profiles.ts";

/** 记下查过哪些名称的一张表。 */
class Asked extends Map<string, CatalogueEntry> {
  readonly names = new Set<string>();

  override get(name: string): CatalogueEntry | undefined {
    const entry = super.get(name);
    if (entry !== undefined) this.names.add(entry.name);
    return entry;
  }
}

/** 随附的各套模板用到了哪些数。核对一份模板要逐个查名称，查到的就是用到的。 */
export function namesUsed(): ReadonlySet<string> {
  const figures = new Asked(templateNames.figures);
  for (const { files } of shippedSources) {
    for (const { name, text } of files.filter((file) => file.name.endsWith(".txt"))) {
      const { mistakes } = readTemplate(name, text, { ...templateNames, figures });
      if (mistakes.length > 0) throw new Error(mistakes.map(mistakeText).join("\n"));
    }
  }
  return figures.names;
}
