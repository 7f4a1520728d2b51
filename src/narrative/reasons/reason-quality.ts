/** 只有这些话、没有别的内容的，等于没有说原因。 */
const EMPTY_PHRASES =
  /因?(?:为|由于)?(?:工作|业务|实际|客观)(?:的)?(?:开展)?(?:需要|原因|情况|变化|变动)+|正常(?:的)?(?:增减)?(?:变动|变化|支出)|据实(?:列支|支出|结算)|按(?:照)?(?:实际|预算)(?:情况)?(?:支出|执行|列支|安排)?|(?:其他|综合|相关|有关)(?:各种)?(?:原因|因素)|(?:增减|变动|支出|收入|预算|决算|经费|较上年|比上年|本年|上年|有所|增加|减少|所致|导致|造成|主要|原因|是|的|等)/g;

/** 空话：空白、`无`、`/`，或去掉套话就什么也不剩的。 */
export function isEmptyReason(text: string): boolean {
  const bare = text.replace(/[\s，。；、,.;/／\-—…（）()：:]+/g, "");
  return /^(?:无|略|同上|待定|暂无|不详)?$/.test(bare) || bare.replace(EMPTY_PHRASES, "") === "";
}

const UP = "增加|增长|上升|提高|增多|增大|扩大|新增|大于|上调";
const DOWN = "减少|下降|降低|压减|压缩|缩减|少于|小于";

const WORDS = { 增加: new RegExp(UP), 减少: new RegExp(`${DOWN}|节约|下调`) } as const;

/** 原因里全是与实际相反的方向词；两面都说的（人员减少但标准提高）不算。 */
export function pointsOppositeWay(text: string, direction: "增加" | "减少"): boolean {
  const opposite = direction === "增加" ? "减少" : "增加";
  return WORDS[opposite].test(text) && !WORDS[direction].test(text);
}

const DIFFERENCE = new RegExp(`${UP}|${DOWN}|较少|偏少|未支出`);
const NEGATED = new RegExp(`(?:没有|未|无|不)(?:再|新)?(?:${UP}|${DOWN})`, "g");

/** 原因说的是差别从何而来（用来解释“等于”就不通）；说没有增加、没有减少的不算。 */
export function explainsDifference(text: string): boolean {
  return DIFFERENCE.test(text.replace(NEGATED, ""));
}
