import { yuanText } from "../../money/cents.ts";
import { printWan } from "../../money/print.ts";
import type { TableSet } from "../../tables/table.ts";
import { type Book, currentBook, priorBook, tableOf } from "../facts/book.ts";
import { changeBetween } from "../facts/change.ts";
import { isMissing, type Money } from "../facts/known.ts";
import { moneyAt } from "../facts/read-cells.ts";

const MOST = 3;

/** 某条原因可以从哪张表的哪些行、栏看出来。 */
interface Place {
  readonly form: string;
  readonly cells: (book: Book) => readonly { readonly label: string; readonly amount: Money }[];
}

const byFunction = (form: string, column: string): Place => ({
  form,
  cells: (book) =>
    (tableOf(book, form)?.rows ?? [])
      .filter((row) => row.key.startsWith("功能."))
      .map((row) => ({
        label: row.name,
        amount: moneyAt(book, row.name, { form, row: row.key, column }),
      })),
});

const byEconomicItem: Place = {
  form: "财决08-1",
  cells: (book) =>
    (tableOf(book, "财决08-1")?.columns ?? [])
      .filter(
        ({ code }) => code?.length === 5 && (code.startsWith("302") || code.startsWith("310")),
      )
      .map(({ key, label }) => ({
        label: label.replace(/^\d+\s*/, ""),
        amount: moneyAt(book, label, { form: "财决08-1", row: "合计", column: key }),
      })),
};

const PLACES: Readonly<Record<string, Place>> = {
  收支总计增减: byFunction("财决01", "决算数"),
  财政拨款收支总计增减: byFunction("财决01-1", "决算数.合计"),
  一般公共预算财政拨款支出增减: byFunction("财决01-1", "决算数.一般公共预算财政拨款"),
  机关运行经费增减: byEconomicItem,
};

/**
 * 写这条原因可以参考的变动：变动最大的几项，如 `一般公共服务支出减少120.5万元`。
 * 只是线索，不会写进说明。没有上年工作簿或没有可看的表时为空。
 */
export function evidenceFor(
  reasonKey: string,
  current: TableSet,
  prior: TableSet | null,
): readonly string[] {
  const place = PLACES[reasonKey];
  if (place === undefined || prior === null) return [];
  const before = new Map(
    place.cells(priorBook(prior, prior.year)).map(({ label, amount }) => [label, amount]),
  );
  const changes = place.cells(currentBook(current)).flatMap(({ label, amount }) => {
    const last = before.get(label);
    if (last === undefined) return [];
    const change = changeBetween(amount, last);
    if (change.kind !== "changed" || isMissing(change.amount)) return [];
    return [{ label, direction: change.direction, cents: change.amount.cents }];
  });
  return changes
    .sort((a, b) => b.cents - a.cents)
    .slice(0, MOST)
    .map(({ label, direction, cents }) => `${label}${direction}${amountText(cents)}`);
}

function amountText(cents: number): string {
  const wan = printWan(cents, { trimZeros: true });
  return /^[0.]+$/.test(wan) ? `${yuanText(cents)}元` : `${wan}万元`;
}
