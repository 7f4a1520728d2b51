import { functionalName } from "../../subjects/lookup.ts";
import type { SubjectItem } from "../claims/claims.ts";
import { bareName, isOfficialName } from "../claims/subject-names.ts";
import type { AuditContext } from "../context.ts";
import type { Pattern } from "../pattern.ts";

export const pattern: Pattern = {
  id: "glossary",
  title: "名词解释与所列科目一致",
  about:
    "第二部分列出的每个项在名词解释里都有、且名称相同；解释了的都列出过；同一名称不得解释两个意思；科目用当年的名称，印着编码的与名称相符。",
  oddForms: [
    { form: "类名带不带“支出”、其它与其他", from: "各级公开稿的习惯写法，不算错" },
    { form: "款用旧名（行政事业单位离退休、医疗卫生与计划生育）", from: "沿用旧稿的名词解释" },
  ],
  check(context) {
    const listed = context.book.items.filter(
      ({ passage }) => passage.paragraph.part === "narrative",
    );
    const explained = context.book.items.filter(
      ({ passage }) => passage.paragraph.part === "terms",
    );
    retiredTerms(context);
    for (const item of listed) checkNames(item, context);
    for (const item of [...listed, ...explained]) checkCode(item, context);
    if (explained.length === 0 || listed.length === 0) return;
    duplicateEntries(explained, context);
    const used = new Set<SubjectItem>();
    const entries = indexOf(explained);
    for (const item of listed) {
      const entry = match(item, entries);
      if (entry === null) missingEntry(item, entries, context);
      else {
        used.add(entry);
        differentName(item, entry, context);
      }
    }
    const codes = new Set(listed.map(({ code }) => code));
    const names = indexOf(listed);
    for (const entry of explained) {
      if (!used.has(entry)) unusedEntry(entry, codes, names, context);
    }
  },
};

const bareItem = (item: SubjectItem) => bareName(item.names[2]);
const bareSection = (item: SubjectItem) => bareName(item.names[1]);

/** 名词解释的各条：同项名的，按先后；编码的第一条。 */
interface Entries {
  readonly byName: ReadonlyMap<string, readonly SubjectItem[]>;
  readonly byCode: ReadonlyMap<string, SubjectItem>;
}

function indexOf(entries: readonly SubjectItem[]): Entries {
  const byName = new Map<string, SubjectItem[]>();
  const byCode = new Map<string, SubjectItem>();
  for (const entry of entries) {
    const name = bareItem(entry);
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [entry]);
    else same.push(entry);
    if (entry.code !== null && !byCode.has(entry.code)) byCode.set(entry.code, entry);
  }
  return { byName, byCode };
}

/** 先按项名、款名，再按编码，再只按项名。 */
function match(item: SubjectItem, { byName, byCode }: Entries): SubjectItem | null {
  const same = byName.get(bareItem(item)) ?? [];
  return (
    same.find((entry) => bareSection(entry) === bareSection(item)) ??
    (item.code === null ? undefined : byCode.get(item.code)) ??
    same.find((entry) => entry.code === null || item.code === null) ??
    null
  );
}

function report(
  item: SubjectItem,
  severity: "error" | "warning",
  what: string,
  todo: string,
  context: AuditContext,
  also: readonly SubjectItem[] = [],
): void {
  context.report({
    kind: "glossary",
    severity,
    passage: item.passage,
    span: { start: Math.max(0, item.titleStart), end: item.titleEnd },
    what,
    why: "名词解释应与第二部分所列的项级科目一一对应、名称相同。",
    todo,
    ...(also.length === 0 ? {} : { also: also.map(titlePlace) }),
  });
}

const titlePlace = ({ passage, titleStart, titleEnd }: SubjectItem) => ({
  passage,
  span: { start: Math.max(0, titleStart), end: titleEnd },
});

const title = (item: SubjectItem) =>
  `${item.names[0]}（类）${item.names[1]}（款）${item.names[2]}（项）`;

function missingEntry(item: SubjectItem, entries: Entries, context: AuditContext): void {
  const same = (entries.byName.get(bareItem(item)) ?? [])[0];
  report(
    item,
    "warning",
    same === undefined
      ? `“${item.names[2]}（项）”在名词解释里没有。`
      : `名词解释里的“${title(same)}”是另一款的同名科目，没有“${title(item)}”。`,
    "请补上这个科目的名词解释。",
    context,
    same === undefined ? [] : [same],
  );
}

function differentName(item: SubjectItem, entry: SubjectItem, context: AuditContext): void {
  const differs = item.names.some((name, level) => {
    const own = bareName(name);
    const other = bareName(entry.names[level] ?? "");
    return own !== other;
  });
  if (!differs) return;
  report(
    entry,
    "warning",
    `名词解释写“${title(entry)}”，第二部分写“${title(item)}”，名称不一致。`,
    "请统一为当年政府收支分类科目的名称：改名词解释，或改第二部分。",
    context,
    [item],
  );
}

function unusedEntry(
  entry: SubjectItem,
  codes: ReadonlySet<string | null>,
  listed: Entries,
  context: AuditContext,
): void {
  if (entry.code !== null && codes.has(entry.code)) return;
  const same = (listed.byName.get(bareItem(entry)) ?? [])[0];
  report(
    entry,
    "warning",
    `“${entry.names[2]}（项）”解释了，第二部分却没有列。`,
    same === undefined
      ? "本年没有这个科目的，删去；名称写错的，改正。"
      : `第二部分列的是“${title(same)}”；款写错的，改正这里或第二部分，多余的删去。`,
    context,
    same === undefined ? [] : [same],
  );
}

/** 名称之后的话。 */
function meaning({ passage, titleEnd }: SubjectItem): string {
  return passage.paragraph.text.slice(passage.shape.at[titleEnd] ?? 0);
}

/** 同一名称的两条；意思不同的，有一条说的是别的科目。 */
function duplicateEntries(entries: readonly SubjectItem[], context: AuditContext): void {
  const seen = new Map<string, SubjectItem>();
  for (const entry of entries) {
    const key = entry.names.map(bareName).join("|");
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, entry);
      continue;
    }
    const same = meaning(entry) === meaning(before);
    report(
      entry,
      same ? "warning" : "error",
      `名词解释里“${entry.names[2]}（项）”解释了两遍${same ? "" : "，意思不同"}。`,
      same
        ? "请删去一条。"
        : "请核对两条的意思：有一条说的是别的科目的，改正名称；意思其实相同的，删去一条。",
      context,
      [before],
    );
  }
}

/** 五（三）里的名称：当年没有这样的类、款名。 */
function checkNames(item: SubjectItem, context: AuditContext): void {
  const { code } = item;
  if (code === null) return;
  for (const [level, length] of [3, 5, 7].entries()) {
    const name = item.names[level] ?? "";
    const part = code.slice(0, length);
    if (isOfficialName(name, part, context.year)) continue;
    context.report({
      kind: "other",
      severity: "warning",
      passage: item.passage,
      span: { start: Math.max(0, item.titleStart), end: item.titleEnd },
      what: `“${name}”不是${context.year ?? "当"}年度的科目名称，应为“${functionalName(part, context.year) ?? ""}”（${part}）。`,
      why: "科目名称每年以政府收支分类科目为准；旧名、别名说明抄了旧稿。",
      todo: "请对照决算表上的科目名称改正；表上就是这样写的，可以不改。",
      stated: name,
      expected: functionalName(part, context.year) ?? "",
    });
    return;
  }
}

const SUBJECT_CODE = /^2\d{6}$/;

/** 名称后面印着的科目编码：应当就是这个科目的。 */
function checkCode(item: SubjectItem, context: AuditContext): void {
  const { passage, titleEnd, names, code } = item;
  const { shape } = passage;
  const bracket = shape.text.charAt(titleEnd) === "（" ? 1 : 0;
  const stated = shape.byPosition.get(titleEnd + bracket)?.digits ?? "";
  if (!SUBJECT_CODE.test(stated) || code === null || stated === code) return;
  const own = functionalName(stated, context.year);
  const named = isOfficialName(names[2], stated, context.year);
  if (own !== null && named && isOfficialName(names[1], stated.slice(0, 5), context.year)) return;
  context.report({
    kind: "glossary",
    severity: "error",
    passage,
    span: { start: Math.max(0, item.titleStart), end: titleEnd + bracket + 1 },
    what: `“${names[2]}（项）”的编码是${code}，这里印的是${stated}${own === null ? "，没有这个编码" : `（${own}）`}。`,
    why: "编码与名称不是同一个科目，读者不知道说的是哪一个。",
    todo: `请核实：名称无误的，编码改为${code}${own === null ? "" : `；编码无误的，名称改为“${own}”`}。`,
    stated,
    expected: code,
  });
}

const RETIRED = /^(?:\d{1,2}[.、]?|[\ue006][.、]?)?(用事业基金弥补收支差额)/;

function retiredTerms(context: AuditContext): void {
  for (const passage of context.passages) {
    if (passage.paragraph.part !== "terms") continue;
    const found = RETIRED.exec(passage.shape.text);
    if (found === null) continue;
    context.report({
      kind: "glossary",
      severity: "warning",
      passage,
      span: { start: 0, end: found[0].length },
      what: `“${found[1]}”是已经不用的名词。`,
      why: "现行报表里是“使用非财政拨款结余”。",
      todo: "请改名；本年没有发生的，删去。",
    });
  }
}
