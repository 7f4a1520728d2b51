import { type Document, isMap, isNode, isScalar, isSeq } from "yaml";

/** 键在文本里的下标；找不到时为上一级的下标。 */
export function offsetOf(document: Document, path: readonly string[]): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
      if (pair === undefined) break;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = isNode(node) ? (node.range?.[0] ?? offset) : offset;
    } else break;
  }
  return offset;
}

const YAML_REASONS: Readonly<Record<string, string>> = {
  BAD_INDENT: "缩进不对",
  DUPLICATE_KEY: "同一个键写了两次",
  MISSING_CHAR: "少了冒号、引号或括号",
  TAB_AS_INDENT: "缩进用了制表符，请改用空格",
  UNEXPECTED_TOKEN: "有多余的符号",
  MULTILINE_IMPLICIT_KEY: "键不能换行，可能少了冒号",
  BLOCK_AS_IMPLICIT_KEY: "一行里有两个“键: 值”，有冒号的文字请加引号",
};

/** YAML 写坏的原因，中文短句。 */
export function yamlReason(code: string): string {
  return YAML_REASONS[code] ?? `读不懂（${code}）`;
}
