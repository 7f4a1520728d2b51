/** 预热后各次耗时（毫秒）的中位数。结果存起来，免得运算被优化掉。 */
export function medianMilliseconds(
  work: () => unknown,
  { warmUp = 30, runs = 51 }: { readonly warmUp?: number; readonly runs?: number } = {},
): number {
  const times: number[] = [];
  const results: unknown[] = [undefined];
  for (let run = 0; run < warmUp + runs; run += 1) {
    const start = performance.now();
    results[0] = work();
    const elapsed = performance.now() - start;
    if (run >= warmUp) times.push(elapsed);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** 印一张两栏的表：名目、数值。 */
export function printTable(title: string, rows: readonly (readonly [string, string])[]): void {
  const width = Math.max(...rows.map(([label]) => displayWidth(label)));
  console.log(`\n${title}`);
  for (const [label, value] of rows) {
    console.log(`  ${label}${" ".repeat(width - displayWidth(label))}  ${value}`);
  }
}

export function milliseconds(ms: number): string {
  return `${ms.toFixed(ms < 10 ? 3 : 1)} ms`;
}

/** 汉字和全角标点占两格。 */
function displayWidth(text: string): number {
  return [...text].reduce((sum, c) => sum + (/[⺀-￯—“”…]/.test(c) ? 2 : 1), 0);
}
