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
    "同是公务用车保有量，或同是车辆数的，前后（连同附件）应当相同，口径不同的应当写明。保有量只算由财政拨款开支运行维护费的，可以少于车辆数，不能多于。",
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
    const places = [...context.inPart("narrative").flatMap(keptIn), ...attached];
    const [kept, ...keptAgain] = places.filter(({ funded }) => funded);
    const [all, ...allAgain] = places.filter(({ funded }) => !funded);
    if (kept !== undefined) for (const other of keptAgain) compareSame(kept, other, context);
    if (all === undefined) return;
    const split = addUpTo(all, attached);
    for (const other of allAgain) if (!split.includes(other)) compareSame(all, other, context);
    if (kept !== undefined) compareRange(kept, all, context);
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

interface Kept extends FigureAt {
  readonly start: number;
  /** 是保有量（由财政拨款开支运行维护费的）：写明“保有量”的，和“三公”一节说的。 */
  readonly funded: boolean;
}

function keptIn(passage: Passage): Kept[] {
  if (!passage.shape.figures.some(({ unit }) => unit === "辆")) return [];
  return matchesOf(KEPT, passage.shape.text).flatMap((match) => {
    const figure = passage.shape.byPosition.get(match.index + match[0].length - 1);
    if (figure?.unit !== "辆") return [];
    const funded = match[0].startsWith("保有量") || passage.paragraph.role === "三公";
    return [{ passage, figure, start: match.index, funded }];
  });
}

/** 所在的一句；设备后面注明的“不含车辆”说的是设备。 */
function sentenceOf({ passage: { shape, sentences }, start }: Kept): string {
  const sentence = sentences.find((each) => start < each.end);
  return shape.text.slice(sentence?.start ?? 0, sentence?.end).replaceAll("（不含车辆）", "");
}

/** 说的是同一个数的两处。 */
function compareSame(first: Kept, other: Kept, context: AuditContext): void {
  const figures = [first.figure, other.figure];
  if (Number(first.figure.digits) === Number(other.figure.digits)) {
    context.record("一致", figures);
    return;
  }
  if (isExplained(first, other)) return;
  context.record("不一致", figures);
  const name = first.funded ? "公务用车保有量" : "车辆数";
  report(first, other, context, {
    why: `两处说的都是年末的${name}，应当相同。`,
    todo: (there, here) =>
      `请对照附03表核实：这里改为${there}，或改前面的为${here}；口径确实不同的，写明。`,
  });
}

/** 保有量和车辆数：前者是后者的一部分。 */
function compareRange(kept: Kept, all: Kept, context: AuditContext): void {
  const within = Number(kept.figure.digits) <= Number(all.figure.digits);
  if (!within && isExplained(kept, all)) return;
  context.recordSensible(within, [kept.figure, all.figure]);
  if (within) return;
  report(kept, all, context, {
    why: "公务用车保有量是车辆数的一部分，不能多于车辆数。",
    todo: (there, here) => `请对照附03表核实：是保有量${there}多写了，还是车辆数${here}少写了。`,
  });
}

const isExplained = (...places: readonly Kept[]): boolean =>
  places.some((each) => EXPLAINED.test(sentenceOf(each)));

function report(
  first: Kept,
  other: Kept,
  context: AuditContext,
  words: { readonly why: string; readonly todo: (there: string, here: string) => string },
): void {
  const [there, here] = [context.printed(first), context.printed(other)];
  const spanOf = ({ start, figure }: Kept) => ({ start, end: figure.shapeAt + 1 });
  context.report({
    kind: "cross-section",
    severity: "warning",
    passage: other.passage,
    span: spanOf(other),
    what: `这里写有车${here}，前面写${there}。`,
    why: words.why,
    todo: words.todo(there, here),
    stated: here,
    expected: there,
    verdict: "不一致",
    also: [{ passage: first.passage, span: spanOf(first) }],
  });
}
