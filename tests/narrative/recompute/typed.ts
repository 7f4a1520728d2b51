/**
 * 按“填报：”后面的路径在填报文件（解析后的 YAML）里找值，如 `公务用车.购置车型.轿车.数量`。
 * 键里可以有点号，所以逐级试；列表按“名称”或从 1 起的序号找。找不到为 undefined。
 */
export function typedAt(node: unknown, path: string): unknown {
  if (path === "") return node;
  for (const [key, value] of childrenOf(node)) {
    if (path === key) return value;
    if (!path.startsWith(`${key}.`)) continue;
    const found = typedAt(value, path.slice(key.length + 1));
    if (found !== undefined) return found;
  }
  return undefined;
}

function childrenOf(node: unknown): readonly (readonly [string, unknown])[] {
  if (Array.isArray(node)) {
    return node.flatMap((each: unknown, index) => {
      const named = childrenOf(each).find(([key]) => key === "名称")?.[1];
      const byIndex = [String(index + 1), each] as const;
      return typeof named === "string" ? [[named, each] as const, byIndex] : [byIndex];
    });
  }
  return typeof node === "object" && node !== null ? Object.entries(node) : [];
}
