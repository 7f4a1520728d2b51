import type { Table, TableSet } from "../../tables/table.ts";

/** 一年的决算表。`prefix` 加在事实名前，上年为 `上年.`。`tables` 为 null 表示没有这一年的工作簿。 */
export interface Book {
  readonly book: "current" | "prior";
  readonly prefix: "" | "上年.";
  readonly year: number | null;
  readonly tables: TableSet | null;
  /** 给出了这一年的工作簿而不能用的，为什么（一句或几句话）；没有为 null。 */
  readonly refused: string | null;
}

export function currentBook(tables: TableSet): Book {
  return { book: "current", prefix: "", year: tables.year, tables, refused: null };
}

export function priorBook(
  tables: TableSet | null,
  year: number | null,
  refused: string | null = null,
): Book {
  return { book: "prior", prefix: "上年.", year, tables, refused };
}

export function tableOf(book: Book, form: string): Table | undefined {
  return book.tables?.byForm.get(form);
}

/**
 * 从一年的表里列清单的函数，同一 `Book`、同一 `key` 只列一次：一次起草里同一张清单要用几十遍。
 * `Book` 随每次起草新建，不会用到旧数。
 */
export function listedOnce<Key, List>(
  list: (book: Book, key: Key) => List,
): (book: Book, key: Key) => List {
  const seen = new WeakMap<Book, Map<Key, { readonly list: List }>>();
  return (book, key) => {
    const lists = seen.get(book) ?? new Map<Key, { readonly list: List }>();
    const known = lists.get(key) ?? { list: list(book, key) };
    seen.set(book, lists.set(key, known));
    return known.list;
  };
}

/** 几张表里先有哪张用哪张；一张也没有时返回第一张的编号，由取数处报缺表。 */
export function firstForm(book: Book, ...forms: readonly [string, ...string[]]): string {
  return forms.find((form) => tableOf(book, form) !== undefined) ?? forms[0];
}

/** 如 `2023年度工作簿`；年度不明时为 `上年工作簿`。 */
export function bookName(book: Book): string {
  if (book.year !== null) return `${book.year}年度工作簿`;
  return book.book === "current" ? "本年工作簿" : "上年工作簿";
}
