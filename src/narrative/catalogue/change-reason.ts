import type { DraftContext } from "../context.ts";
import { isMissing, type Money } from "../facts/known.ts";
import { reasonWanted } from "../reasons/threshold.ts";
import { changeWording } from "../wording/change.ts";
import { plainText } from "../wording/plain-text.ts";
import { reasonRun } from "../wording/reason.ts";
import { testEntry, textEntry } from "./build.ts";
import type { CatalogueEntry } from "./entry.ts";

/** 一个与上年相比的变动。 */
export interface YearOnYear {
  /** 填报文件 `原因` 下的键。 */
  readonly key: string;
  /** 向填写的人提问时的前后两段，中间是增减，如 `机关运行经费比上年` … `，主要原因是什么。` */
  readonly asks: readonly [before: string, after: string];
  readonly of: (context: DraftContext) => readonly [current: Money, prior: Money];
}

/** 一个变动在模板里的两个名称：要不要写原因，原因是什么。 */
export function changeReasonEntries({ key, asks, of }: YearOnYear): CatalogueEntry[] {
  return reasonEntries(
    key,
    (context) => differs(context, key, ...of(context)),
    (context) => {
      const { words } = changeWording(...of(context), context.style);
      return `${asks[0]}${plainText(words)}${asks[1]}`;
    },
  );
}

/** `要写原因.…` 和 `原因.…`。`wanted`：数变了没有、够不够门槛；`asks`：没有填时怎么问。 */
export function reasonEntries(
  key: string,
  wanted: (context: DraftContext) => boolean,
  asks: (context: DraftContext) => string,
  what = "增减原因",
): CatalogueEntry[] {
  return [
    testEntry(
      {
        name: `要写原因.${key}`,
        meaning: `“${key}”要不要写原因：两头的数都取得到、不相等，并且达到写法里的原因门槛。`,
      },
      wanted,
    ),
    textEntry(
      {
        name: `原因.${key}`,
        meaning: `填报文件“原因”下“${key}”写的话；没有填的，是据表推断或一处待补充。`,
      },
      (context) => reasonRun(context, key, what, asks(context)),
    ),
  ];
}

/** 两头都取得到而不相等，并且够得上原因门槛。 */
export function differs(context: DraftContext, key: string, current: Money, base: Money): boolean {
  if (isMissing(current) || isMissing(base) || current.cents === base.cents) return false;
  return reasonWanted(context, key, current, base);
}
