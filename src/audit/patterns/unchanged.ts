import { keyOf } from "../claims/keys.ts";
import { nearestAmount, subjectBetween } from "../claims/resolve.ts";
import { COMPARE } from "../grammar.ts";
import type { Pattern } from "../pattern.ts";
import { matchesOf } from "../text/matches.ts";

const SAME = new RegExp(
  `${COMPARE}(?:相比|比较)?[，]?(?:保持)?(?:基本)?(?:持平|一致|相同|无变化|没有变化|无增减(?:变化)?|无增长变化)`,
  "g",
);

export const pattern: Pattern = {
  id: "unchanged",
  title: "与上年持平",
  about: "读“与P年度持平”，作为增减为零；同一句里不得又写增减额。",
  oddForms: [
    { form: "比上年持平", from: "由扫描件识别得到的部门公开稿" },
    { form: "比预算无增减变化，比去年无增减变化", from: "西南市级单位公开稿" },
  ],
  read(passage, context) {
    const { shape, paragraph } = passage;
    for (const match of matchesOf(SAME, shape.text)) {
      const near = nearestAmount(passage, match.index);
      const key = keyOf(subjectBetween(passage, near, match.index), paragraph);
      const stated = near === null ? null : context.statementOf(near);
      // 紧挨在前面的是人次、批次的，持平的是人次、批次。
      const last = shape.figures.findLast(({ shapeAt }) => shapeAt < match.index);
      context.book.sames.push({
        passage,
        key: key ?? (last?.kind === "count" ? null : (stated?.key ?? null)),
        span: { start: match.index, end: match.index + match[0].length },
      });
    }
  },
  check(context) {
    for (const same of context.book.sames) {
      if (same.key === null) continue;
      const change = context.book.changes.find(
        (each) =>
          each.passage === same.passage && each.against === "prior" && each.key === same.key,
      );
      const value = change === undefined ? null : context.quantity(change.change);
      if (change === undefined || value === null || value.point === 0) continue;
      context.record("不一致", [change.change]);
      context.report({
        kind: "contradiction",
        severity: "error",
        passage: same.passage,
        span: same.span,
        what: `既说与上年持平，又说${change.direction}${context.printed({ passage: change.passage, figure: change.change })}。`,
        why: "持平就是没有增减。",
        todo: "请对照两年决算核实，只留一种说法。",
        verdict: "不一致",
        also: [{ passage: change.passage, span: change.span }],
      });
    }
  },
};
