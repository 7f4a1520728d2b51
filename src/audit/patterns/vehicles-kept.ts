import { isMissing } from "../../narrative/facts/known.ts";
import { vehicleTotal } from "../../narrative/facts/operations.ts";
import { statistic } from "../../narrative/facts/three-public.ts";
import type { FigureAt, Passage } from "../claims/claims.ts";
import type { AuditContext } from "../context.ts";
import { COUNT } from "../grammar.ts";
import { readUnit } from "../identity.ts";
import type { Pattern } from "../pattern.ts";
import { matchesOf } from "../text/matches.ts";

const KEPT = new RegExp(
  `(?:(?:共有|实有|现有)(?:公务用车|公务车辆|车辆)|保有量|(?:公务用车|车辆)总数)(?:共计|共|为|是)?(${COUNT})`,
  "g",
);
/** 写明了为什么不一样。 */
const EXPLAINED = /口径|不含|不包括|不包含|未计入|未纳入|非财政|未使用财政|报废|处置|租赁|租用/;

export const pattern: Pattern = {
  id: "vehicles-kept",
  title: "有几辆车，前后一致",
  about:
    "“三公”一节的公务用车保有量、国有资产一节的车辆数、附件里的车辆数应当相同；口径不同的应当写明。附03表里两个数本来就不同的，各与表对照，不在这里报。",
  oddForms: [
    { form: "公务用车保有量为N辆；单位共有公务用车N辆；共有车辆N辆", from: "各省公开稿" },
    { form: "实有公务用车N辆", from: "整体支出绩效自评报告" },
  ],
  check(context) {
    const unit = readUnit(context.passages) ?? "";
    const attached = context
      .inPart("attachments")
      .flatMap(keptIn)
      .filter((each) => !isOfSubordinate(each, unit));
    const [first, ...others] = [...context.inPart("narrative").flatMap(keptIn), ...attached];
    if (first === undefined || tablesDiffer(context)) return;
    const split = addUpTo(first, attached);
    for (const other of others) if (!split.includes(other)) compare(first, other, context);
  },
};

/** 说的只是下属单位的；`机关及所属单位` 合着说的是部门的。 */
const BELOW = /(?<![及和与含、])(?:下属|所属|下设|直属)/;
/** 主语是一个站、所、中心；`我中心`、`本站` 是它自己。 */
const BRANCH =
  /(?<![本我该网场])(?:中心|站|所|队|馆|校|园|医院|卫生院)(?=$|[，：（]|截|目前|年末|公务用车|车辆)/;

/**
 * 附件里说的是下属单位的车：部门的附件常逐个写下属单位，与部门的总数本来就不同。
 * 单位自己就叫中心、站、所的（名称以 `unit` 认），说的是它自己。
 */
function isOfSubordinate({ passage: { shape, sentences }, start }: Kept, unit: string): boolean {
  const from = sentences.find((each) => start < each.end)?.start ?? 0;
  const subject = shape.text.slice(from, start);
  const own = unit !== "" && subject.includes(unit);
  return BELOW.test(subject) || (!own && BRANCH.test(subject));
}

/** 附件里与 `first` 不同的几处，加起来正好是它的：是分开写的，不是写错。不是这样的为空。 */
function addUpTo(first: Kept, attached: readonly Kept[]): readonly Kept[] {
  const whole = Number(first.figure.digits);
  const parts = attached.filter(({ figure }) => Number(figure.digits) !== whole);
  const sum = parts.reduce((total, { figure }) => total + Number(figure.digits), 0);
  return sum === whole ? parts : [];
}

/** 附03表的保有量与车辆数不同：说明照表写，也就不同。 */
function tablesDiffer({ expected }: AuditContext): boolean {
  if (expected === null) return false;
  const kept = statistic(expected.book, "公务用车保有量");
  const all = vehicleTotal(expected.book);
  return !isMissing(kept) && !isMissing(all) && kept.count !== all.count;
}

interface Kept extends FigureAt {
  readonly start: number;
}

function keptIn(passage: Passage): Kept[] {
  if (!passage.shape.figures.some(({ unit }) => unit === "辆")) return [];
  return matchesOf(KEPT, passage.shape.text).flatMap((match) => {
    const figure = passage.shape.byPosition.get(match.index + match[0].length - 1);
    return figure?.unit === "辆" ? [{ passage, figure, start: match.index }] : [];
  });
}

/** 所在的一句；设备后面注明的“不含车辆”说的是设备。 */
function sentenceOf({ passage: { shape, sentences }, start }: Kept): string {
  const sentence = sentences.find((each) => start < each.end);
  return shape.text.slice(sentence?.start ?? 0, sentence?.end).replaceAll("（不含车辆）", "");
}

function compare(first: Kept, other: Kept, context: AuditContext): void {
  const figures = [first.figure, other.figure];
  if (Number(first.figure.digits) === Number(other.figure.digits)) {
    context.record("一致", figures);
    return;
  }
  if ([first, other].some((each) => EXPLAINED.test(sentenceOf(each)))) return;
  context.record("不一致", figures);
  const [there, here] = [context.printed(first), context.printed(other)];
  context.report({
    kind: "cross-section",
    severity: "warning",
    passage: other.passage,
    span: { start: other.start, end: other.figure.shapeAt + 1 },
    what: `这里写有车${here}，前面写${there}。`,
    why: "公务用车保有量与车辆数都是年末的，应当相同；口径不同（如有的车不由财政拨款开支）的，读者看不出。",
    todo: `请对照附03表核实：这里改为${there}，或改前面的为${here}；口径确实不同的，写明。`,
    stated: here,
    expected: there,
    verdict: "不一致",
    also: [
      {
        passage: first.passage,
        span: { start: first.start, end: first.figure.shapeAt + 1 },
      },
    ],
  });
}
