/** 一格要改成多少。`is`、`shouldBe` 是以元计的十进制文本（计数为整数文本）；空白为 `""`，读不出的为原文。 */
export interface Correction {
  readonly address: string;
  readonly row: string;
  readonly column: string;
  readonly is: string;
  readonly shouldBe: string;
}

/** 科目编码写错的，`column` 是它，`is`、`shouldBe` 是编码。 */
export const CODE_COLUMN = "科目编码";

/**
 * 最可能填错的一处：改成 `shouldBe` 可使 `explains` 所列各规则成立。
 * 缺行时 `address` 是它的上级行（补在其下），`row` 写缺的是哪一行，`is` 为 `""`。
 */
export interface Culprit extends Correction {
  readonly book: "current" | "prior";
  readonly sheet: string;
  /** 是哪一种笔误、凭什么这样说，中文整句。 */
  readonly clue: string;
  /** 改正后成立的规则编号；只解释读表的问题时为空。 */
  readonly explains: readonly string[];
  /** 同一个笔误牵连的其他格（互换的另一格、整行差一万倍的其余各格），须一并改正。 */
  readonly together?: readonly Correction[];
  /** 是前面某一处的另一种可能，不必两处都改。 */
  readonly alternative?: true;
}

/** 牵连的格不超过这些就全列；再多（整张表差一万倍可有两千格）只列前几格。 */
const MOST_LISTED = 20;
const FEW_LISTED = 5;

/** 报告和窗格里逐格列出的牵连的格，和没有列出的还有几格；JSON 照旧全列。 */
export function listTogether({ together = [] }: Culprit): {
  readonly listed: readonly Correction[];
  readonly more: number;
} {
  const listed = together.length > MOST_LISTED ? together.slice(0, FEW_LISTED) : together;
  return { listed, more: together.length - listed.length };
}
