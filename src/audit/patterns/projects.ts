import type { Passage } from "../claims/claims.ts";
import type { AuditContext } from "../context.ts";
import type { Pattern } from "../pattern.ts";
import { matchesOf } from "../text/matches.ts";

const QUOTED = /“([^“”]{2,40})”/g;
/** `“甲”、“乙”等3个项目`。 */
const LISTED =
  /((?:“[^“”]{2,40}”[、，和及与]?){2,60})(等)?(?:共|共计)?(\d{1,3})个(?:预算|绩效|专项|支出)?项目/;
const DESCRIBED = /^(?:（\d{1,2}）|\d{1,2}[.、])?“([^“”]{2,40})”(?:专项)?(?:预算)?项目/;

export const pattern: Pattern = {
  id: "projects",
  title: "列名的项目与逐项说明的项目一致",
  about: "“反映‘甲’、‘乙’等N个项目”列了名称的，个数要对；随后逐项说明的应当就是这几个。",
  oddForms: [{ form: "上年的项目清单没有换", from: "县级部门公开稿" }],
  check(context) {
    for (const passage of context.inPart("narrative")) {
      const match = LISTED.exec(passage.paragraph.text);
      if (match === null) continue;
      const names = matchesOf(QUOTED, match[1] ?? "").map(nameOf);
      checkCount(passage, names, match, context);
      checkNames(passage, names, context);
    }
  },
};

const nameOf = (match: RegExpExecArray): string => match[1] ?? "";

/** 全列了的，个数就是名称的个数；有“等”的，个数不能比名称少。 */
function checkCount(
  passage: Passage,
  names: readonly string[],
  [listed, , more, count]: RegExpExecArray,
  context: AuditContext,
): void {
  const { paragraph, shape } = passage;
  const stated = Number(count);
  const fits = more === undefined ? stated === names.length : stated >= names.length;
  const end = paragraph.text.indexOf(listed) + listed.length;
  const figure = shape.figures.findLast((each) => each.start < end) ?? null;
  context.record(fits ? "一致" : "不一致", [figure]);
  if (fits || figure === null) return;
  context.report({
    kind: "contradiction",
    severity: "error",
    passage,
    span: { start: figure.shapeAt, end: figure.shapeAt + 1 },
    what: `列了${names.length}个项目的名称，个数写${stated}个。`,
    why: "列出名称的项目有几个，就应当写几个。",
    todo: "请核对项目清单，改正个数，或补列、删去名称。",
    stated: `${stated}个`,
    verdict: "不一致",
  });
}

/** 随后逐项说明的项目，一段一个。只有一段的，多半不是逐项说明。 */
function describedAfter({ paragraph }: Passage, context: AuditContext): string[] {
  const names: string[] = [];
  for (let next = paragraph.index + 1; ; next += 1) {
    const match = DESCRIBED.exec(context.passages[next]?.paragraph.text ?? "");
    if (match === null) return names.length < 2 ? [] : names;
    names.push(nameOf(match));
  }
}

function checkNames(passage: Passage, names: readonly string[], context: AuditContext): void {
  const described = describedAfter(passage, context);
  const unnamed = described.filter((name) => !names.includes(name));
  const undescribed = names.filter((name) => !described.includes(name));
  if (described.length === 0 || unnamed.length + undescribed.length === 0) return;
  context.report({
    kind: "contradiction",
    severity: unnamed.length > 0 ? "error" : "warning",
    passage,
    span: { start: 0, end: passage.shape.text.length },
    what: [
      `这里列了${names.length}个项目，随后说明的是${described.length}个`,
      ...(undescribed.length === 0 ? [] : [`列了没有说明的：${quoted(undescribed)}`]),
      ...(unnamed.length === 0 ? [] : [`说明了没有列的：${quoted(unnamed)}`]),
    ]
      .join("；")
      .concat("。"),
    why: "列名的项目应当逐个说明，名称一致。",
    todo: "请核对项目清单，改正这里的名称和个数，或补写说明。",
    verdict: "不一致",
  });
}

const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join("、");
