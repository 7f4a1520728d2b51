import type { Passage, Span } from "../claims/claims.ts";
import type { AuditContext } from "../context.ts";
import { DIRECTION, YEAR } from "../grammar.ts";
import type { Pattern } from "../pattern.ts";
import type { Figure } from "../text/figures.ts";
import { matchesOf } from "../text/matches.ts";

/** `与2022年相比`、`比2022年度减少`、`较2022年持平`。 */
const COMPARED = new RegExp(
  `(?:与|比|较|同|和|对比)(${YEAR})(?:度)?(?:(?!预算)[^，。；]){0,12}?(?:[\ue000])?(?:相比|比较|${DIRECTION}|持平)`,
  "g",
);
/** `比2023年年初预算`：比的是报告年度的预算。 */
const TO_BUDGET = new RegExp(`(?:与|比|较)(${YEAR})(?:度)?年初预算`, "g");
/**
 * 句首说本年数的年份：`2023年度本年收入合计`、`一、收入决算情况说明：2023年收入`。
 * 别的冒号后面多是项目、事由的名称（`包括：2022年度考核奖励支出`）；上年结转的钱本来就带着上年的年份。
 */
const STATED = new RegExp(
  `(?:^|[。；，]|(?<=情况|说明)：)(${YEAR})(?:度|全年)?，?(?:(?!结转|结余)[^，。；]){0,60}?(?:总计|合计|支出|收入|经费|车辆|公务用车)`,
  "g",
);
/** 只认年底的截止日：`截至2024年3月底，项目已完工` 说的是编报时的进展，年份本来就不是报告年度。 */
const CUTOFF = new RegExp(`(?:截至|截止)(${YEAR})(?:末|底|[\ue005]{2})`, "g");
/** 截止日的年份后面。骨架里的月、日只是记号，是不是年底要看原文。 */
const YEAR_END = /^(?:末|底|12月31日)/;
/** 题名里的年份：`2022年部门决算公开表`、`2023年度部门整体支出绩效评价报告`。 */
const TITLE = new RegExp(
  `(${YEAR})(?:度)?[^，。；]{0,20}?(?:部门|单位)?(?:决算公开表|决算表|决算情况说明|决算公开|部门决算|单位决算|绩效评价报告|绩效自评报告|绩效自评表|绩效自评综述)`,
  "g",
);
const DONE = new RegExp(
  `在(${YEAR})(?:度)?(?:已|全面|全部|顺利|圆满|按期|基本)*完成(?=[。，；])`,
  "g",
);

/** 写法、应当早于报告年度几年、为什么；先看说得最具体的。 */
const FORMS: readonly { readonly form: RegExp; readonly lag: number; readonly why: string }[] = [
  { form: TITLE, lag: 0, why: "题名的年度应当是报告年度。" },
  { form: COMPARED, lag: 1, why: "与之相比的应当是上一年度。" },
  { form: TO_BUDGET, lag: 0, why: "与之相比的应当是报告年度的年初预算。" },
  { form: CUTOFF, lag: 0, why: "截止日应当在报告年度。" },
  { form: DONE, lag: 0, why: "本年度的项目应当在报告年度完成。" },
  { form: STATED, lag: 0, why: "说的是本年决算数，年份应当是报告年度。" },
];
/** 附件里也写历年的情况，说本年数、截止日的只在第二部分查。 */
const NARRATIVE_ONLY: readonly RegExp[] = [CUTOFF, STATED];
const LONGEST_TITLE = 60;
const LONGEST_SPAN = 30;

export const pattern: Pattern = {
  id: "years",
  title: "年份",
  about:
    "与之相比的必须是上一年度；说本年数、截止日、题名里的必须是报告年度。项目名称、文号、法规、公开时间里的年份不查。",
  oddForms: [
    { form: "题名与正文分行，年份写成上年", from: "沿用上年稿件的部门公开稿" },
    { form: "“该项目在P年度全面完成”", from: "附件里的项目绩效报告" },
    { form: "比P年年初预算", from: "中央部门公开稿" },
  ],
  check(context) {
    const { year } = context;
    if (year === null) return;
    for (const passage of context.passages) {
      if (passage.shape.figures.some(({ kind }) => kind === "year"))
        checkYears(passage, year, context);
    }
  },
};

function checkYears(passage: Passage, year: number, context: AuditContext): void {
  const { text, part } = passage.paragraph;
  if (part === "front" || part === "profile" || part === "terms") return;
  const forms = FORMS.filter(
    ({ form }) =>
      (part === "narrative" || !NARRATIVE_ONLY.includes(form)) &&
      (text.length <= LONGEST_TITLE || form !== TITLE),
  );
  // 一个年份可以合几种写法（题名“2022年度部门整体支出绩效评价报告”也像在说支出）：只报一次。
  const seen = new Set<Figure>();
  for (const { form, lag, why } of forms) {
    for (const { figure, span } of yearsIn(passage, form)) {
      const found = Number(figure.digits);
      if (found === year - lag || seen.has(figure)) continue;
      if (form === STATED && isAside(passage, span, found === year - 1)) continue;
      if (form === CUTOFF && !YEAR_END.test(text.slice(figure.end))) continue;
      seen.add(figure);
      context.report({
        kind: "year",
        severity: "error",
        passage,
        span,
        what: `这里写${found}年，应为${year - lag}年。`,
        why: `报告年度是${year}年度；${why}`,
        // 也可以确是在说别的年份（跨年的项目、更早的年份），不能一口咬定要改。
        todo: `请核实：说的是${lag === 0 ? "报告年度" : "上一年度"}的，改为${year - lag}年，并核对所用的数是不是那一年的；确是别的年份的，写明。`,
        stated: `${found}年`,
        expected: `${year - lag}年`,
        verdict: "不一致",
      });
    }
  }
}

/** 年份，和报告时指出的范围：不含开头的标点，也不过长。 */
function* yearsIn({ shape }: Passage, form: RegExp): Iterable<{ figure: Figure; span: Span }> {
  for (const match of matchesOf(form, shape.text)) {
    const figure = shape.byPosition.get(match.index + match[0].indexOf(YEAR));
    if (figure === undefined) continue;
    const start = match.index + (/^[。；，：]/.test(match[0]) ? 1 : 0);
    const end = match.index + match[0].length;
    yield { figure, span: { start, end: Math.min(end, start + LONGEST_SPAN) } };
  }
}

/** 原因里常说别的年份；“上年”之后的上一年度，说的就是上年数。 */
function isAside({ shape }: Passage, span: Span, isPrior: boolean): boolean {
  const before = shape.text.slice(0, span.start);
  return /原因|由于|因(?!公)/.test(before) || (isPrior && before.includes("上年"));
}
