/** 两段文字里保持不变的一截：原文从 `from`、新文从 `to` 起，长 `length`。 */
export interface SharedRun {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** 只比这么长的段落；更长的只认首尾相同的部分。 */
const LONGEST = 4000;

/** 两段文字的最长公共子序列，按先后列成若干截（UTF-16 下标）。 */
export function sharedRuns(before: string, after: string): SharedRun[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const runs: SharedRun[] = [];
  if (head > 0) runs.push({ from: 0, to: 0, length: head });
  const a = before.slice(head, before.length - tail);
  const b = after.slice(head, after.length - tail);
  if (a.length <= LONGEST && b.length <= LONGEST) {
    for (const { from, to, length } of longestCommon(a, b)) {
      append(runs, { from: from + head, to: to + head, length });
    }
  }
  if (tail > 0) {
    append(runs, { from: before.length - tail, to: after.length - tail, length: tail });
  }
  return runs;
}

/** 数（连同小数点、逗号）当作一个字来比，给人看时不会把一个数拆得七零八落。 */
const WORDS = /\d[\d.,]*|[^\d]/gsu;

/** 同 `sharedRuns`，但一个数要么整个相同，要么整个不同。 */
export function sharedWords(before: string, after: string): SharedRun[] {
  const codes = new Map<string, string>();
  const encode = (word: string) => {
    const code = codes.get(word) ?? String.fromCharCode(codes.size);
    codes.set(word, code);
    return code;
  };
  const [a, b] = [before, after].map((text) => text.match(WORDS) ?? []);
  const starts = (words: readonly string[] = []) => {
    const list = [0];
    for (const word of words) list.push((list.at(-1) ?? 0) + word.length);
    return list;
  };
  const [fromStarts, toStarts] = [starts(a), starts(b)];
  const runs = sharedRuns((a ?? []).map(encode).join(""), (b ?? []).map(encode).join(""));
  return runs.map(({ from, to, length }) => {
    const start = toStarts[to] ?? 0;
    return {
      from: fromStarts[from] ?? 0,
      to: start,
      length: (toStarts[to + length] ?? start) - start,
    };
  });
}

function append(runs: SharedRun[], next: SharedRun): void {
  const last = runs.at(-1);
  const joined =
    last !== undefined &&
    last.from + last.length === next.from &&
    last.to + last.length === next.to;
  if (joined) runs[runs.length - 1] = { ...last, length: last.length + next.length };
  else runs.push(next);
}

function longestCommon(a: string, b: string): SharedRun[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (index: number) => lengths[index] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? at((i + 1) * width + j + 1) + 1
          : Math.max(at((i + 1) * width + j), at(i * width + j + 1));
    }
  }
  const runs: SharedRun[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      append(runs, { from: i, to: j, length: 1 });
      i += 1;
      j += 1;
    } else if (at((i + 1) * width + j) >= at(i * width + j + 1)) i += 1;
    else j += 1;
  }
  return runs;
}
