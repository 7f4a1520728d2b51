import type { TemplateKind } from "../catalogue/entry.ts";
import { type Slip, slip } from "./mistake.ts";
import type { Test } from "./syntax.ts";

const WHY = "比不出真假，就不知道写哪一句。";

type Of<K extends Test["kind"]> = Extract<Test, { kind: K }>;

/** 核对 `为零`、`缺` 等用得对不对。 */
export function checkPredicate(
  { left, predicate }: Of<"状态">,
  kind: TemplateKind,
  slips: Slip[],
): void {
  const { at } = left.primary;
  const numeric = kind === "金额" || kind === "计数" || kind === "比率";
  const about = predicate === "缺" || predicate === "不缺";
  if (numeric || (about && (kind === "文字" || kind === "图"))) return;
  const todo = kind === "清单" ? "清单请写“有 某清单”“没有 某清单”。" : "请换一个条件。";
  slips.push(slip(at, `${kind}不能说“${predicate}”。`, WHY, todo));
}

/** 核对比较的两边：种类要相同，文字只能比是不是，数要带相称的单位。 */
export function checkComparison(
  { left, operator, right }: Of<"比较">,
  leftKind: TemplateKind,
  rightKind: TemplateKind,
  slips: Slip[],
): void {
  const { at } = left.primary;
  const equality = operator === "是" || operator === "不是";
  for (const kind of [leftKind, rightKind]) {
    if (kind !== "判断" && kind !== "清单" && kind !== "图") continue;
    slips.push(slip(at, `${kind}不能用“${operator}”比较。`, WHY, "请换一个条件。"));
    return;
  }
  const digitsOfText = leftKind === "文字" && right.primary.kind === "数" && rightKind === "计数";
  if (leftKind !== rightKind && !digitsOfText) {
    const todo =
      right.primary.kind === "数"
        ? "金额请带单位（如 50万元、100元），比率请带 %，计数只写数。"
        : "两边要是同一种数。";
    slips.push(slip(right.primary.at, `${leftKind}不能和${rightKind}比较。`, WHY, todo));
  } else if (leftKind === "文字" && !equality) {
    slips.push(slip(at, `文字不能比“${operator}”。`, WHY, "文字只能写“是”“不是”。"));
  }
}
