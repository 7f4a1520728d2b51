const NONE: readonly RegExpExecArray[] = [];

/**
 * 全部匹配，按先后；没有的返回同一个空数组。与 `String.prototype.matchAll` 相同，只是不为每段文本另造一个正则：
 * 句式绝大多数段落都不匹配，时间多花在准备上。`form` 须带 `g`。
 */
export function matchesOf(form: RegExp, text: string): readonly RegExpExecArray[] {
  form.lastIndex = 0;
  let match = form.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  while (match !== null) {
    found.push(match);
    if (match[0] === "") form.lastIndex += 1;
    match = form.exec(text);
  }
  return found;
}
