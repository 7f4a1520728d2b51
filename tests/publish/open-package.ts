import { strFromU8, unzipSync } from "fflate";
import { SaxesParser, type SaxesTagPlain } from "saxes";

/** 打开的 OOXML 包：路径 → 内容。 */
export type OpenPackage = ReadonlyMap<string, Uint8Array>;

export function openPackage(bytes: Uint8Array): OpenPackage {
  return new Map(Object.entries(unzipSync(bytes)));
}

export function partText(parts: OpenPackage, path: string): string {
  const part = parts.get(path);
  if (part === undefined) throw new Error(`包里没有 ${path}`);
  return strFromU8(part);
}

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** 自身及下级的全部文字。 */
  readonly text: string;
}

interface OpenElement {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

/** 严格解析；不合 XML 规则即抛错。 */
export function parseXml(xml: string): Element {
  const root: OpenElement = { name: "", attributes: {}, children: [], text: "" };
  const stack = [root];
  const parser = new SaxesParser();
  parser.on("opentag", (tag: SaxesTagPlain) => {
    stack.push({ name: tag.name, attributes: tag.attributes, children: [], text: "" });
  });
  parser.on("text", (text) => {
    const top = stack.at(-1);
    if (top) top.text += text;
  });
  parser.on("closetag", () => {
    const closed = stack.pop();
    const parent = stack.at(-1);
    if (closed && parent) {
      parent.children.push(closed);
      parent.text += closed.text;
    }
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  const [element] = root.children;
  if (element === undefined) throw new Error("空文档");
  return element;
}

export function descendants(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendants(child, name),
  ]);
}

/** 包的毛病：XML 写坏的部件、指不到的关系、没有内容类型的部件、没有关系指向的部件。 */
export function packageFaults(parts: OpenPackage): string[] {
  const faults: string[] = [];
  const reached = new Set(["[Content_Types].xml"]);
  for (const path of parts.keys()) {
    if (!/\.(xml|rels)$/.test(path)) continue;
    try {
      parseXml(partText(parts, path));
    } catch (error) {
      faults.push(`${path}：${String(error)}`);
    }
    if (!path.endsWith(".rels")) continue;
    reached.add(path);
    const source = path.replace("_rels/", "").replace(/\.rels$/, "");
    if (source !== "" && !parts.has(source)) faults.push(`${path} 的来源不存在`);
    const ids = new Set<string>();
    for (const { attributes } of descendants(parseXml(partText(parts, path)), "Relationship")) {
      const target = new URL(attributes.Target ?? "", `http://x/${source}`).pathname.slice(1);
      if (ids.has(attributes.Id ?? "")) faults.push(`${path} 重复的编号 ${attributes.Id}`);
      ids.add(attributes.Id ?? "");
      if (attributes.TargetMode === "External") continue;
      if (!parts.has(target)) faults.push(`${path} 指向不存在的 ${target}`);
      reached.add(target);
    }
    if (source !== "") {
      for (const used of partText(parts, source).matchAll(/ r:(?:id|embed)="([^"]*)"/g)) {
        if (!ids.has(used[1] ?? "")) faults.push(`${source} 用了没有的关系 ${used[1]}`);
      }
    }
  }
  const types = parseXml(partText(parts, "[Content_Types].xml"));
  const defaults = new Set(descendants(types, "Default").map((item) => item.attributes.Extension));
  const overrides = descendants(types, "Override").map((item) => item.attributes.PartName ?? "");
  if (new Set(overrides).size !== overrides.length) faults.push("内容类型有重复");
  for (const name of overrides) {
    if (!parts.has(name.slice(1))) faults.push(`内容类型写了不存在的 ${name}`);
  }
  for (const path of parts.keys()) {
    const known = overrides.includes(`/${path}`) || defaults.has(path.split(".").at(-1));
    if (!known && path !== "[Content_Types].xml") faults.push(`${path} 没有内容类型`);
    if (!reached.has(path)) faults.push(`没有关系指向 ${path}`);
  }
  return faults;
}
