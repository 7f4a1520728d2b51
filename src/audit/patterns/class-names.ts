import { functionalName } from "../../subjects/lookup.ts";
import { cleanSubject } from "../claims/keys.ts";
import { subjectText } from "../claims/passage.ts";
import { isOfficialName } from "../claims/subject-names.ts";
import type { Pattern } from "../pattern.ts";

export const pattern: Pattern = {
  id: "class-names",
  title: "类的名称",
  about: "五（二）列的各类用当年政府收支分类科目的类名；带不带“支出”不计较。",
  oddForms: [{ form: "一般公共预算服务支出（混入“预算”）", from: "手工改过的部门公开稿" }],
  check(context) {
    for (const statement of context.book.statements) {
      if (!statement.key.startsWith("类.") || statement.passage.paragraph.topic !== "结构")
        continue;
      const code = statement.key.slice(2);
      const { shape } = statement.passage;
      const name = cleanSubject(
        subjectText(shape.text, statement.span.start, statement.figure.shapeAt),
      ).replaceAll("（类）", "");
      if (isOfficialName(name, code, context.year)) continue;
      const official = functionalName(code, context.year) ?? "";
      context.report({
        kind: "other",
        severity: "warning",
        passage: statement.passage,
        span: statement.span,
        what: `没有“${name}”这个类，应为“${official}”（${code}）。`,
        why: "类的名称以当年政府收支分类科目为准。",
        todo: `请改为“${official}”。`,
        stated: name,
        expected: official,
      });
    }
  },
};
