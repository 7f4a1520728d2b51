/**
 * 把新起草的各段排进已有的先后里：已有的次序不动（人可能移动过、添写过），
 * 新出现的排在起草次序里的前一段之后；前一段后面跟着由人添写的，排在它们之后。
 * 结果含 `existing` 全部和 `drafted` 全部，不重复。
 */
export function arrange(drafted: readonly string[], existing: readonly string[]): string[] {
  const order = [...new Set(existing)];
  const present = new Set(order);
  const isDrafted = new Set(drafted);
  let previous: string | null = null;
  for (const id of drafted) {
    if (!present.has(id)) {
      let at: number = previous === null ? 0 : order.indexOf(previous) + 1;
      while (previous !== null && at < order.length && !isDrafted.has(order[at] ?? "")) at += 1;
      order.splice(at, 0, id);
      present.add(id);
    }
    previous = id;
  }
  return order;
}
