import type { Passage } from "../claims/claims.ts";
import type { AuditContext } from "../context.ts";
import { DIRECTION, YEAR } from "../grammar.ts";
import type { Pattern } from "../pattern.ts";
import { matchesOf } from "../text/matches.ts";

/** `与2022年相比`、`比2022年度减少`、`较2022年持平`。 */
const COMPARED = new RegExp(
  `(?:与|比|较|同|和|对比)(${YEAR})(?:度)?(?:(?!预算)[^，。；]){0,12}?(?:[\ue000])?(?:相比|比较|${DIRECTION}|持平)`,
  "g",
);
/** `比2023年年初预算`：比的是报告年度的预算。 */
const TO_BUDGET = new RegExp(`(?:与|比|较)(${YEAR})(?:度)?年初预算`, "g");
/** 句首说本年数的年份：`2023年度本年收入合计`、`截至2023年12月31日`。 */
const STATED = new RegExp(
  `(?:^|[。；，：])(${YEAR})(?:度|全年)?，?[^，。；]{0,60}?(?:总计|合计|支出|收入|经费|车辆|公务用车)`,
  "g",
);
const CUTOFF = new RegExp(`(?:截至|截止)(${YEAR})(?:度|末|底|[\ue005])`, "g");
/** 题名里的年份：`2022年部门决算公开表`、`2023年度部门整体支出绩效评价报告`。 */
const TITLE = new RegExp(
  `(${YEAR})(?:度)?[^，。；]{0,20}?(?:部门|单位)?(?:决算公开表|决算表|决算情况说明|决算公开|部门决算|单位决算|绩效评价报告|绩效自评报告|绩效自评表|绩效自评综述)`,
  "g",
);
const DONE = new RegExp(`在(${YEAR})(?:度)?(?:已|全面|全部|顺利|圆满|按期|基本)*完成[。，；]`, "g");

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
      const { part } = passage.paragraph;
      if (part === "front" || part === "profile" || part === "terms") continue;
      compareYears(passage, year, context);
      if (part === "narrative") statedYears(passage, year, context);
      titleYears(passage, year, context);
    }
  },
};

function compareYears(passage: Passage, year: number, context: AuditContext): void {
  each(passage, COMPARED, (found, at, length) => {
    if (found === year - 1) return;
    wrong(passage, at, length, found, year - 1, "与之相比的应当是上一年度。", context);
  });
  each(passage, TO_BUDGET, (found, at, length) => {
    if (found === year) return;
    wrong(passage, at, length, found, year, "与之相比的应当是报告年度的年初预算。", context);
  });
}

function statedYears(passage: Passage, year: number, context: AuditContext): void {
  each(passage, CUTOFF, (found, at, length) => {
    if (found !== year) wrong(passage, at, length, found, year, "截止日应当在报告年度。", context);
  });
  each(passage, STATED, (found, at, length) => {
    if (found === year) return;
    // 上年数常在原因里出现；说上年数的句子不查。
    if (found === year - 1 && /上年|原因|由于|因/.test(passage.shape.text.slice(0, at))) return;
    if (/原因|由于|因/.test(passage.shape.text.slice(0, at))) return;
    wrong(
      passage,
      at,
      Math.min(length, 30),
      found,
      year,
      "说的是本年决算数，年份应当是报告年度。",
      context,
    );
  });
}

function titleYears(passage: Passage, year: number, context: AuditContext): void {
  const short = passage.paragraph.text.length <= 60;
  if (short) {
    each(passage, TITLE, (found, at, length) => {
      if (found !== year)
        wrong(passage, at, length, found, year, "题名的年度应当是报告年度。", context);
    });
  }
  each(passage, DONE, (found, at, length) => {
    if (found !== year)
      wrong(passage, at, length, found, year, "本年度的项目应当在报告年度完成。", context);
  });
}

function each(
  passage: Passage,
  form: RegExp,
  visit: (year: number, at: number, length: number) => void,
): void {
  const { shape } = passage;
  for (const match of matchesOf(form, shape.text)) {
    const offset = match[0].indexOf(match[1] ?? "");
    const figure = shape.byPosition.get(match.index + offset);
    if (figure === undefined) continue;
    const skip = /^[。；，：]/.test(match[0]) ? 1 : 0;
    visit(Number(figure.digits), match.index + skip, match[0].length - skip);
  }
}

function wrong(
  passage: Passage,
  at: number,
  length: number,
  found: number,
  expected: number,
  why: string,
  context: AuditContext,
): void {
  context.report({
    kind: "year",
    severity: "error",
    passage,
    span: { start: at, end: at + length },
    what: `这里写${found}年，应为${expected}年。`,
    why: `报告年度是${context.year}年度；${why}`,
    todo: `请改为${expected}年，并核对所用的数是不是那一年的。`,
    stated: `${found}年`,
    expected: `${expected}年`,
    verdict: "不一致",
  });
}
