import { type Finding, finding } from "../../findings/finding.ts";
import { subtractCents, yuanText } from "../../money/cents.ts";
import { printWan } from "../../money/print.ts";
import type { DraftContext } from "../context.ts";
import type { Figure, Section } from "../draft.ts";
import { isMissing } from "../facts/known.ts";
import type { PrintedGroup } from "../facts/rounding-groups.ts";
import { type RoundingGap, roundingGaps } from "../wording/rounding.ts";

/**
 * 印出的各部分加起来与印出的合计差个尾数：不是差错，但读者一加就发现，所以说清楚。
 * 说明模板的分节不同，这一组数不一定印在缺省的那一段。
 */
export function roundingDoubts(context: DraftContext, sections: readonly Section[]): Finding[] {
  return roundingGaps(context).map((gap) =>
    finding({
      rule: "说明/尾差",
      severity: "note",
      kind: "rounding",
      what: whatOf(gap),
      why: "元表里恰好相等，差在各数分别四舍五入，不是差错；不得为了凑齐改动任何一个数。",
      todo:
        context.style.rounding === "写明"
          ? "不必更正。"
          : "不必更正；要在文中交代的，请把写法“尾差说明”改为“写明”。",
      cells: [],
      text: { quote: "", start: 0, end: 0, section: printedIn(gap.group, sections) },
      ...amountsOf(gap),
    }),
  );
}

/** 这一组数印在哪一段：缺省的那一段，没有就是印着其中的数最多的一段。 */
function printedIn(
  { paragraph, total, parts }: PrintedGroup,
  sections: readonly Section[],
): string {
  const paragraphs = sections.flatMap((section) => section.paragraphs);
  if (paragraphs.some(({ id }) => id === paragraph)) return paragraph;
  const sources = [total, ...parts].flatMap((each) => (isMissing(each) ? [] : [sourceOf(each)]));
  const counted = paragraphs.map(({ id, figures }) => {
    const printed = new Set(figures.map(sourceOf));
    return { id, count: sources.filter((source) => printed.has(source)).length };
  });
  const [most] = counted.sort((a, b) => b.count - a.count);
  return most === undefined || most.count === 0 ? paragraph : most.id;
}

function sourceOf({ formula, from }: Pick<Figure, "formula" | "from">): string {
  return JSON.stringify([formula, from]);
}

function whatOf({ group, amounts, shares }: RoundingGap): string {
  const said = [
    ...(amounts === null
      ? []
      : [`印出来加得 ${wan(amounts.parts)} 万元，合计印作 ${wan(amounts.total)} 万元`]),
    ...(shares === null ? [] : [`占比印出来加得 ${shares}`]),
  ];
  return `${group.name}${said.join("；")}。`;
}

function wan(cents: number): string {
  return printWan(cents, { trimZeros: false });
}

function amountsOf({ amounts }: RoundingGap) {
  if (amounts === null) return {};
  const { parts, total } = amounts;
  return {
    left: yuanText(parts),
    right: yuanText(total),
    difference: yuanText(subtractCents(parts, total)),
  };
}
