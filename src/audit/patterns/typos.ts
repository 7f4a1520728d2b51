import type { Pattern } from "../pattern.ts";
import { matchesOf } from "../text/matches.ts";
import { Screen } from "../text/screen.ts";

/** 决算说明里常见的错别字：写法、应为（`$1` 是写法里括号括着的字）、必有的字。 */
const TYPOS: readonly (readonly [form: RegExp, right: string, needed: string])[] = [
  [/((?:收入|支出|决算|经费|财政拨款)(?:支出|收入)?(?:决算)?)机构图/g, "$1结构图", "图"],
  [/决箅|决标(?=数)/g, "决算", "箅标"],
  [/财政拔款/g, "财政拨款", "拔"],
  [/公务结待|公务接侍/g, "公务接待", "结侍"],
  [/帐(务|户)/g, "账$1", "帐"],
  [/其它(?=收入|支出|社会|农林水|行政|交通|商品|工资|巩固)/g, "其他", "它"],
];
const screen = new Screen(TYPOS, ([, , needed]) => [needed]);

export const pattern: Pattern = {
  id: "typos",
  title: "常见错别字",
  about: "决算说明里常见的错别字；科目名称里的“其它”应为“其他”。",
  oddForms: [{ form: "支出决算机构图", from: "图题另附在文末的公开稿" }],
  check(context) {
    for (const passage of context.passages) {
      if (passage.paragraph.part === "front") continue;
      const { text } = passage.shape;
      for (const [form, right] of screen.possible(text)) {
        for (const match of matchesOf(form, text)) {
          const [stated] = match;
          const expected = right.replace("$1", match[1] ?? "");
          context.report({
            kind: "other",
            severity: stated === "其它" ? "note" : "warning",
            passage,
            span: { start: match.index, end: match.index + stated.length },
            what: `“${stated}”疑为错别字。`,
            why: "公开文本用字应当规范。",
            todo: `请改为“${expected}”。`,
            stated,
            expected,
          });
        }
      }
    }
  },
};
