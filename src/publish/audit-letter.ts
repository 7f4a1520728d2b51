import type { AuditFinding, AuditResult, TextPlace } from "../audit/audit-result.ts";
import { sectionName } from "../audit/structure/section-name.ts";
import type { CellRef } from "../findings/finding.ts";
import { AUDIT_KIND_NAMES } from "./audit-kinds.ts";
import { SEVERITY_LABELS } from "./check-report.ts";

/** 对照用的工作簿的文件名；没有给为 null。 */
export interface LetterBooks {
  readonly current: string | null;
  readonly prior: string | null;
}

const HEADINGS = {
  error: "必须更正的（错误）",
  warning: "应当整理、说明的（警告）",
  note: "供参考的（提示）",
} as const;

const NUMERALS = ["一", "二", "三"];
const REQUEST =
  "以上各条只指出互相对不上的数，不断定是哪一边写错。请于【待补充：回复期限】前对照账簿、决算报表逐条核实，更正说明或者报表，并将核实情况连同更正后的说明一并报回。";

/** 每条最多列出的单元格、另一处各有多少。 */
const PLACES_SHOWN = 6;
/** 引文超过这么多字就不再引整句。 */
const QUOTE_ALONE = 40;
/** 引文前后最多再引这么多字。 */
const CONTEXT_SHOWN = 60;
/** 无法核对的数最多列这么多个，其余只计数。 */
const UNCHECKED_SHOWN = 30;

/**
 * 写给报送单位的整改意见，纯文本。`findings` 是要写进去的各条，按严重程度分开，同级的按文中先后；
 * 程序不知道的（谁审的、哪天、期限、看不出的单位和年度）一律写【待补充：…】。
 */
export function writeAuditLetter(
  result: AuditResult,
  findings: readonly AuditFinding[],
  books: LetterBooks,
): string {
  const unit = result.unit ?? "【待补充：单位名称】";
  const year = result.year === null ? "【待补充：年度】" : String(result.year);
  const groups = SEVERITY_LABELS.map(([severity]) => ({
    title: HEADINGS[severity],
    findings: findings.filter((each) => each.severity === severity),
  })).filter((group) => group.findings.length > 0);
  return `${[
    `关于${unit}${year}年度决算情况说明的整改意见`,
    `${unit}：`,
    indent(opening(result, year, books, findings.length)),
    ...groups.map((group, index) =>
      [
        `${NUMERALS[index]}、${group.title}　共 ${group.findings.length} 处`,
        ...group.findings.map((each, at) => item(each, at + 1, result.text, books)),
      ].join("\n\n"),
    ),
    gaps(result),
    unchecked(result),
    findings.length === 0 ? "" : indent(REQUEST),
    "【待补充：审核单位、审核人】\n【待补充：日期】",
  ]
    .filter((part) => part !== "")
    .join("\n\n")}\n`;
}

function opening(
  { file, claims }: AuditResult,
  year: string,
  { current, prior }: LetterBooks,
  count: number,
): string {
  const basis = [
    current === null ? "" : `本年决算工作簿《${current}》`,
    prior === null ? "" : `上年决算工作簿《${prior}》`,
  ].filter((book) => book !== "");
  const against =
    basis.length === 0
      ? "核对了文中各数之间的关系（没有与决算工作簿对照）"
      : `核对了文中各数之间的关系，并与${basis.join("、")}逐数对照`;
  const coverage = `决算情况说明共有 ${claims.found} 个数，核对了 ${claims.checked} 个，${claims.unchecked.length} 个没有材料可以核对`;
  const conclusion =
    count === 0 ? "没有需要列出的问题。" : `现将需要核实更正的 ${count} 处列在下面。`;
  return `你单位报送的${year}年度决算情况说明（${file}）已经审阅：${against}。${coverage}。${conclusion}`;
}

function item(finding: AuditFinding, number: number, text: string, books: LetterBooks): string {
  const clue = finding.clue === undefined ? "" : `（${ended(finding.clue)}）`;
  return [
    `${number}．位置：${sectionName(finding.section)}　${AUDIT_KIND_NAMES[finding.kind]}`,
    `原文：${quoted(finding, text)}`,
    `问题：${finding.what}${finding.why}${clue}`,
    `应为：${correction(finding)}`,
    ...listed("另一处", finding.also.map(otherPlace)),
    ...listed(
      "依据",
      finding.cells.map((cell) => basisOf(cell, books)),
    ),
  ].join("\n　　");
}

/** 两边都可能写错时，两种更正都说；结论里已写明应有之数的不再重复。 */
function correction({ expected, stated, todo }: AuditFinding): string {
  if (expected === undefined || todo.includes(expected)) return todo;
  const is = stated === undefined ? "" : `（文中“${stated}”）`;
  return `按上述计算为“${expected}”${is}。${todo}`;
}

/** 引文短的，连同所在的一句一起引，好在原文里找。 */
function quoted({ quote, start, end }: TextPlace, text: string): string {
  const own = flat(quote);
  if (own.length > QUOTE_ALONE) return `“${own}”`;
  const from = Math.max(sentenceStart(text, start), start - CONTEXT_SHOWN);
  const to = Math.min(sentenceEnd(text, end), end + CONTEXT_SHOWN);
  const sentence = flat(text.slice(from, to));
  return sentence === own ? `“${own}”` : `“${sentence}”，其中“${own}”`;
}

const STOP = /[。；\n]/;

/** `at` 所在一句的开头。 */
function sentenceStart(text: string, at: number): number {
  let from = at;
  while (from > 0 && !STOP.test(text[from - 1] ?? "")) from -= 1;
  return from;
}

/** 一句的末尾，连同句末的标点；`end` 是引文之后的下标。 */
function sentenceEnd(text: string, end: number): number {
  if (STOP.test(text[end - 1] ?? "")) return end;
  let to = end;
  while (to < text.length && !STOP.test(text[to] ?? "")) to += 1;
  return text[to] === "\n" || to === text.length ? to : to + 1;
}

function otherPlace({ section, quote }: TextPlace): string {
  return `${sectionName(section)}“${flat(quote)}”`;
}

function basisOf(cell: CellRef, { current, prior }: LetterBooks): string {
  const file = cell.book === "prior" ? prior : current;
  const book = `${cell.book === "prior" ? "上年" : "本年"}${file === null ? "工作簿" : `《${file}》`}`;
  const label = [cell.row, cell.column].filter((part) => part !== "").join("，");
  return `${book}“${cell.sheet}”${cell.address}${label === "" ? "" : `（${label}）`}：${amount(cell.value)}`;
}

function amount(value: string): string {
  if (value === "") return "空白";
  return /^-?\d+\.\d{2}$/.test(value) ? `${value}元` : value;
}

function listed(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - PLACES_SHOWN;
  const shown = lines.slice(0, PLACES_SHOWN).join("；");
  return [`${title}：${shown}${rest > 0 ? `；等共 ${lines.length} 处` : ""}。`];
}

function gaps({ claims }: AuditResult): string {
  if (claims.gaps.length === 0) return "";
  const lines = claims.gaps.map(otherPlace).join("；");
  return indent(`另有 ${claims.gaps.length} 处还没有填写，公开以前须补全：${lines}。`);
}

function unchecked({ claims }: AuditResult): string {
  const all = claims.unchecked;
  if (all.length === 0) return "";
  const lines = all.slice(0, UNCHECKED_SHOWN).map(otherPlace);
  const rest = all.length > lines.length ? "等" : "";
  return indent(
    `文中另有 ${all.length} 个数没有材料可以核对，没有列出不等于没有问题，请自行核实：${lines.join("、")}${rest}。`,
  );
}

function flat(text: string): string {
  return text.replace(/\s+/g, "");
}

function ended(text: string): string {
  return text.replace(/。$/, "");
}

function indent(text: string): string {
  return `　　${text}`;
}
