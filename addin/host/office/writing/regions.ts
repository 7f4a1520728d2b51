/** 一块连续的矩形，行列从 0 起。 */
export interface Region {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * 把内容相同的格子并成矩形：先在一行里向右并，再与上一行左右边界相同的向下并。
 * `keyOf` 返回 undefined 的格子不归任何一块。并块是为了少发动作：一块一次设好格式。
 */
export function regionsOf(
  size: { readonly rows: number; readonly columns: number },
  keyOf: (row: number, column: number) => string | undefined,
): { readonly key: string; readonly region: Region }[] {
  const result: { key: string; region: Region }[] = [];
  let open = new Map<string, { key: string; region: Region }>();
  for (let row = 0; row < size.rows; row++) {
    const next = new Map<string, { key: string; region: Region }>();
    for (const { key, column, columns } of runs(size.columns, (at) => keyOf(row, at))) {
      const place = `${column},${columns},${key}`;
      const above = open.get(place);
      if (above !== undefined) {
        above.region = { ...above.region, rows: above.region.rows + 1 };
        next.set(place, above);
      } else {
        const started = { key, region: { row, column, rows: 1, columns } };
        result.push(started);
        next.set(place, started);
      }
    }
    open = next;
  }
  return result;
}

function runs(
  columns: number,
  keyOf: (column: number) => string | undefined,
): { key: string; column: number; columns: number }[] {
  const result: { key: string; column: number; columns: number }[] = [];
  for (let column = 0; column < columns; column++) {
    const key = keyOf(column);
    if (key === undefined) continue;
    const last = result.at(-1);
    if (last !== undefined && last.key === key && last.column + last.columns === column) {
      last.columns += 1;
    } else {
      result.push({ key, column, columns: 1 });
    }
  }
  return result;
}
