import type { Passage } from "../claims/claims.ts";
import type { AuditContext } from "../context.ts";
import type { Pattern } from "../pattern.ts";
import { TOKEN } from "../text/figures.ts";
import { matchesOf } from "../text/matches.ts";

const MONEY_WORD = "(?:支出|收入|收支|经费|费用|资金|总计|拨款|开支)";
const ROSE = new RegExp(`${MONEY_WORD}(?:总额|总计|相应|有所|也|均|大幅)?(?:增加|增长|上升|增多)`);
const FELL = new RegExp(`${MONEY_WORD}(?:总额|总计|相应|有所|也|均|大幅)?(?:减少|下降|降低)`);
/** 同方向的增减额，如“基本工资减少5万元”；先说了它，再说相反的是两面都说。 */
const ROSE_BY = new RegExp(`(?:增加|增长|上升)[${TOKEN.money}${TOKEN.count}]`);
const FELL_BY = new RegExp(`(?:减少|下降|降低)[${TOKEN.money}${TOKEN.count}]`);
const REASON = /(?:原因是|原因为|原因：|是因为|因为|由于)([^。]{1,300})/;
const OTHER_YEAR = /上年|去年|以前年度|\ue004/;
const EMPTY_REASON = /[^，。；：]{0,8}的(?:主要)?原因(?:是|为)?：?[。；，]/g;
/** 有解释的话。“因公出国”“系统”里的不是。 */
const EXPLAINED = /原因|因(?!公)|由于|主要是|(?<![体关联])系(?![统列])/;
/** 说等于预算，却拿少花、多花来解释。 */
const UNEVEN = /较少|减少|节约|结余|压缩|下降|未执行|未安排|增加|超出/;

export const pattern: Pattern = {
  id: "reasons",
  title: "原因与增减方向一致，该写的写了",
  about:
    "增减句的原因里若只有相反方向的“支出（收入、经费）增加（减少）”，指出矛盾；“……的原因。”到此为止的、有增减而整段没有原因的，指出漏写。",
  oddForms: [
    { form: "“人员和业务减少，支出增加”", from: "改写旧稿时漏改一半的单位公开稿" },
    { form: "“决算数等于预算数的原因。”", from: "没有填完的模板" },
  ],
  check(context) {
    for (const claim of context.book.changes) {
      const { passage } = claim;
      if (passage.paragraph.part !== "narrative") continue;
      checkDirection(passage, claim.span.end, claim.direction, context);
    }
    checkMissing(context);
    for (const passage of context.inPart("narrative")) {
      checkEmpty(passage, context);
      checkEven(passage, context);
    }
  },
};

function checkDirection(
  passage: Passage,
  from: number,
  direction: "增加" | "减少",
  context: AuditContext,
): void {
  const { text } = passage.shape;
  // 往后到“决算数大于（小于、等于）预算数”为止，再往后是那一句的原因。
  const [tail = ""] = text.slice(from).split(/决算数(?:大于|小于|等于)/, 1);
  const match = REASON.exec(tail);
  const reason = match?.[1];
  if (match === null || reason === undefined || OTHER_YEAR.test(reason)) return;
  const [same, by, opposite] = direction === "增加" ? [ROSE, ROSE_BY, FELL] : [FELL, FELL_BY, ROSE];
  const found = opposite.exec(reason);
  if (found === null || same.test(reason) || by.test(reason)) return;
  const start = from + match.index;
  context.report({
    kind: "contradiction",
    severity: "error",
    passage,
    span: { start, end: start + match[0].length },
    what: `前面说${direction}，原因里却说“${found[0]}”。`,
    why: "原因应当解释所写的变动方向。",
    todo: `请核实：确系${direction}的，改写原因；原因无误的，核对前面的增减方向。`,
    stated: found[0],
    verdict: "不一致",
  });
}

function checkEmpty(passage: Passage, context: AuditContext): void {
  if (!passage.shape.text.includes("原因")) return;
  for (const match of matchesOf(EMPTY_REASON, passage.shape.text)) {
    context.report({
      kind: "missing-reason",
      severity: "warning",
      passage,
      span: { start: match.index, end: match.index + match[0].length },
      what: "写到“的原因”就结束了，没有写出原因。",
      why: "决算数与预算数、上年数不同的，应当说明原因。",
      todo: "请补写原因；确实相等、不必说明的，删去这几个字。",
    });
  }
}

function checkEven(passage: Passage, context: AuditContext): void {
  const match =
    /决算数(?:等于|与预算数(?:基本)?持平)(?:预算数)?的?(?:主要)?原因是([^。]{1,80})/.exec(
      passage.shape.text,
    );
  if (match?.[1] === undefined || !UNEVEN.test(match[1])) return;
  context.report({
    kind: "contradiction",
    severity: "warning",
    passage,
    span: { start: match.index, end: match.index + match[0].length },
    what: "说决算数等于预算数，原因却像是在解释少花或多花。",
    why: "等于预算数不需要这样的原因；很可能完成率或“等于”写错。",
    todo: "请核对完成率，改写原因或改为“小于（大于）预算数”。",
  });
}

/** 有增减、整段（到下一个增减之前）没有一个解释的字。 */
function checkMissing(context: AuditContext): void {
  const { changes } = context.book;
  for (const [order, claim] of changes.entries()) {
    const { passage } = claim;
    if (passage.paragraph.part !== "narrative" || claim.rate === null) continue;
    if (claim.against !== "prior") continue;
    const value = context.quantity(claim.change);
    if (value === null || value.point === 0) continue;
    // “三公”经费总的一句，原因写在各分项里。
    if (claim.key === "三公") continue;
    const next = changes[order + 1];
    if (next?.passage === passage) continue;
    const tail = passage.shape.text.slice(claim.span.end);
    const follows = context.passages[passage.paragraph.index + 1]?.shape.text ?? "";
    if (EXPLAINED.test(tail) || /^(?:主要)?(?:变动)?原因/.test(follows)) continue;
    context.report({
      kind: "missing-reason",
      severity: "warning",
      passage,
      span: claim.span,
      what: `写了${claim.direction}${context.printed({ passage, figure: claim.change })}，没有写原因。`,
      why: "与上年相比有增减的，应当说明主要原因。",
      todo: "请补写主要变动原因。",
    });
  }
}
