import type { Passage } from "../claims/claims.ts";
import type { AuditContext } from "../context.ts";
import type { Pattern } from "../pattern.ts";
import { matchesOf } from "../text/matches.ts";

const QUOTED = /“([^“”]{2,40})”/g;
const COUNTED = /(\d{1,3})个(?:预算|绩效|专项|支出)?项目/;
const DESCRIBED = /^(?:（\d{1,2}）|\d{1,2}[.、])?“([^“”]{2,40})”(?:专项)?(?:预算)?项目/;

export const pattern: Pattern = {
  id: "projects",
  title: "列名的项目与逐项说明的项目一致",
  about: "“反映‘甲’、‘乙’等N个项目”列了名称的，个数要对；随后逐项说明的应当就是这几个。",
  oddForms: [{ form: "上年的项目清单没有换", from: "县级部门公开稿" }],
  check(context) {
    for (const [index, passage] of context.passages.entries()) {
      if (passage.paragraph.part !== "narrative") continue;
      const { text } = passage.paragraph;
      const count = COUNTED.exec(text);
      const names = matchesOf(QUOTED, text).map((match) => plain(match[1] ?? ""));
      if (count === null || names.length < 2 || DESCRIBED.test(text)) continue;
      const described = describedAfter(index, context);
      if (described.length < 2) continue;
      const missing = described.filter((name) => !names.includes(name));
      const unnamed = names.filter((name) => !described.includes(name));
      if (missing.length === 0 && unnamed.length === 0) continue;
      reportLists(passage, names, described, missing, context);
    }
  },
};

const plain = (name: string) => name.trim();

function describedAfter(index: number, context: AuditContext): string[] {
  const names: string[] = [];
  for (let next = index + 1; next < context.passages.length; next += 1) {
    const passage = context.passages[next];
    if (passage === undefined || passage.paragraph.part !== "narrative") break;
    const match = DESCRIBED.exec(passage.paragraph.text);
    if (match === null) break;
    names.push(plain(match[1] ?? ""));
  }
  return names;
}

function reportLists(
  passage: Passage,
  names: readonly string[],
  described: readonly string[],
  missing: readonly string[],
  context: AuditContext,
): void {
  context.report({
    kind: "contradiction",
    severity: missing.length > 0 ? "error" : "warning",
    passage,
    span: { start: 0, end: passage.shape.text.length },
    what: `这里列了${names.length}个项目，随后说明的是${described.length}个：${described.map((name) => `“${name}”`).join("、")}，名称对不上。`,
    why: "列名的项目应当逐个说明，名称一致。",
    todo: "请核对项目清单，改正这里的名称和个数，或补写说明。",
    verdict: "不一致",
  });
}
