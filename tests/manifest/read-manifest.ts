import { readFileSync } from "node:fs";
import { SaxesParser } from "saxes";

export const MANIFEST_PATH = new URL("../../manifest.xml", import.meta.url);

/** 清单里的一个元素。`name` 不带前缀。 */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** 严格解析 XML；不是格式完好的 XML 时抛错。 */
export function parseXml(xml: string): Element {
  const top: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ local, attributes }) => {
    const values = Object.values(attributes).map(({ local: key, value }) => [key, value]);
    const element = { name: local, attributes: Object.fromEntries(values), children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(xml).close();
  const root = top.children[0];
  if (root === undefined) throw new Error("清单是空的");
  return root;
}

export function readManifest(): Element {
  return parseXml(readFileSync(MANIFEST_PATH, "utf8"));
}

/** 自己和所有下级元素里叫这个名字的，按文中次序。 */
export function all(element: Element, name: string): Element[] {
  const own = element.name === name ? [element] : [];
  return [...own, ...element.children.flatMap((child) => all(child, name))];
}

/** 直接下级里叫这个名字的唯一一个。 */
export function only(element: Element, name: string): Element {
  const found = element.children.filter((child) => child.name === name);
  const [child] = found;
  if (child === undefined || found.length !== 1) {
    throw new Error(`${element.name} 应当恰有一个 ${name}，实有 ${found.length} 个`);
  }
  return child;
}

export function attribute(element: Element, name: string): string {
  const value = element.attributes[name];
  if (value === undefined) throw new Error(`${element.name} 没有属性 ${name}`);
  return value;
}
