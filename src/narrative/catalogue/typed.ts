import type { DraftContext } from "../context.ts";
import { type Count, isMissing, type Money, occurs } from "../facts/known.ts";
import type { Item, TextOrItems } from "../inputs/inputs.ts";
import { itemAmount, printsInWan } from "../wording/itemised.ts";
import { textRun, withoutFullStop } from "../wording/reason.ts";
import { gap } from "../wording/run.ts";
import { item, listEntry, moneyEntry, text, textEntry } from "./build.ts";
import type { CatalogueEntry } from "./entry.ts";

/** 填报文件里的一段文字，名称就是填报的路径，如 `公务接待.国内接待用途`。 */
export function typedTextEntry(
  path: readonly string[],
  what: string,
  asks: string,
): CatalogueEntry {
  const name = path.join(".");
  return textEntry(
    { name, meaning: `${what}，填报在“${path.join(" › ")}”；没有填的待补充。` },
    (context) => textRun(context, path, what, asks),
  );
}

/**
 * 计数：表上有就用表上的；表上空着（或为零）而相应的钱不为零时，用填报的，没有填报就问；钱也为零的就是零。
 * 表上读不出的同样可以由填报补上。
 */
export function countOrTyped(
  context: DraftContext,
  count: Count,
  spent: Money,
  path: readonly string[],
  what: string,
): Count {
  const key = path.join(".");
  const typed = context.inputs.counts.get(key);
  const blank = isMissing(count) || count.count === 0;
  if (!blank) return count;
  if (typed !== undefined) return typedCount(key, typed);
  if (isMissing(count)) return { ...count, key: path };
  if (!occurs(spent)) return count;
  const asks = `附03 的“${count.name}”空着，而有支出；请填${what}。`;
  return { kind: "missing", name: key, gap: what, asks, key: path };
}

/** 填报的一个计数；`path` 是填报文件里的路径。 */
export function typedCount(path: string, value: number): Count {
  return { kind: "count", name: path, count: value, formula: `填报：${path}`, from: [] };
}

/** 填报文件里的一个金额，名称就是填报的路径，如 `政府采购.预留中小企业金额`；没有填的待补充。 */
export function typedMoneyEntry(
  path: readonly string[],
  what: string,
  asks: string,
): CatalogueEntry {
  const name = path.join(".");
  return moneyEntry(
    { name, meaning: `${what}，填报在“${path.join(" › ")}”（元）；没有填的待补充。` },
    ({ inputs }) => {
      const cents = inputs.amounts.get(name);
      if (cents === undefined) return { kind: "missing", name, gap: what, asks, key: path };
      return { kind: "money", name, cents, formula: `填报：${name}`, from: [] };
    },
  );
}

/** 由人填报的一张单子没有填时的一处待补充；填了就什么也不印。名称是 `待补充.` 加填报的路径。 */
export function untypedEntry(
  path: readonly string[],
  what: string,
  asks: string,
  isTyped: (context: DraftContext) => boolean,
): CatalogueEntry {
  const name = path.join(".");
  return textEntry(
    {
      name: `待补充.${name}`,
      meaning: `没有填报“${path.join(" › ")}”时是一处待补充，填了什么也不印。`,
    },
    (context) => (isTyped(context) ? "" : gap(what, asks, path)),
  );
}

/** 填报的一段话，或逐件写的内容和金额。一段话算一件，没有金额。 */
export function itemisedEntry(
  path: readonly string[],
  what: string,
  of: (context: DraftContext) => TextOrItems | null,
): CatalogueEntry {
  const name = path.join(".");
  return listEntry(
    { name, meaning: `${what}，填报在“${path.join(" › ")}”：一段话，或逐件的内容和金额。` },
    [
      { name: "内容", kind: "文字", meaning: "这一件写的话。" },
      {
        name: "金额",
        kind: "文字",
        meaning:
          "这一件的金额，带单位；各件都是 0.01 万元的整数倍时以万元印，否则以元印；没有写的不印。",
      },
    ],
    (context) => {
      const value = of(context);
      const pieces: readonly Item[] =
        typeof value === "string" ? [{ text: value, cents: null }] : (value ?? []);
      const inWan = printsInWan(pieces);
      return pieces.map(({ text: words, cents }, index) => {
        const path = `${name}.${index + 1}.金额`;
        const amount = cents === null ? "" : itemAmount(cents, inWan, path, context.style);
        return item({ 内容: text(withoutFullStop(words)), 金额: text(amount) });
      });
    },
  );
}
