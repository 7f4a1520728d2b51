import type { TableSet } from "../../tables/table.ts";
import type { Draft, Gap, Paragraph, Proposal } from "../draft.ts";
import { changeKeyOf } from "../evidence/changes.ts";
import { evidenceClues, evidenceOf } from "../evidence/clues.ts";
import { openPlaces } from "../open-places.ts";
import { causesToKeep, directionOf, offeredCauses } from "../reasons/offer-causes.ts";
import { COVER } from "../templates/section-ids.ts";
import { type Inputs, noInputs } from "./inputs.ts";
import { styleTemplate } from "./style-template.ts";

/** 模板里顶层各键的先后。 */
const ORDER = [
  "年度",
  "单位性质",
  "公开时间",
  "概况",
  "各项全年预算数等于决算数",
  "项级全年预算数",
  "项级年初预算数",
  "原因",
  "因公出国（境）费",
  "公务用车",
  "公务接待",
  "一般公共预算支出用途",
  "政府性基金预算支出用途",
  "国有资本经营预算支出用途",
  "政府采购",
  "国有资产",
  "绩效管理",
  "其他收入主要内容",
  "附件",
  "名词解释",
  "原因库",
];

/** 太长的原句不抄进注释。 */
const LONGEST_QUOTE = 100;

const VEHICLE_TYPES = ["轿车", "越野车", "载客汽车", "其他车型"];

/** 注释里最多列几条现成的原因。 */
const MOST_CAUSES = 3;

/** 填报文件里的一个键：注释和下级；没有下级的留空待填。 */
interface Node {
  comments: string[];
  readonly children: Map<string, Node>;
  /** 直接印在冒号后面的值。 */
  value?: string;
}

/** 写模板时手边的材料。 */
interface Sources {
  readonly current: TableSet;
  readonly prior: TableSet | null;
  readonly lastYear: Inputs | null;
}

/**
 * 由草稿写出要人填报的 YAML：草稿里每一处能填的待补充一个空键，表里已经知道的写成注释；据表推断的原因填着拟的那一句，
 * 状态“据表推断”，核实后改成“已确认”就是接受。需要补表、补上年工作簿的，在文末以注释列出。
 * 填好各键再起草，这些待补充就没有了。`lastYear` 是上年的填报：写过的原因列作可选，并记进 `原因库`。
 */
export function inputsTemplate(
  current: TableSet,
  prior: TableSet | null,
  draft: Draft,
  lastYear: Inputs | null = null,
): string {
  const root = newNode();
  const outside: string[] = [];
  for (const { gap, paragraph } of gapsOf(draft)) {
    if (gap.key === undefined) outside.push(gap.asks);
    else addGap(root, gap.key, gap, paragraph, { current, prior, lastYear });
  }
  if (root.children.has("项级全年预算数")) addStatement(root);
  addSubordinates(root, draft);
  if (lastYear !== null) {
    addCauses(root, lastYear);
    addTerms(root, draft, lastYear);
  }
  const parts = [
    header(current, draft),
    styleTemplate(),
    ...sortedChildren(root).map(([key, node]) => render(key, node, 0)),
    termsPart(draft),
    outsidePart(outside),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** 各处待补充和据表推断，按在文中的先后。 */
function gapsOf(draft: Draft): { gap: Gap | Proposal; paragraph: Paragraph }[] {
  return draft.sections.flatMap((section) =>
    section.paragraphs.flatMap((paragraph) =>
      openPlaces(paragraph).map((gap) => ({ gap, paragraph })),
    ),
  );
}

function newNode(): Node {
  return { comments: [], children: new Map() };
}

function child(parent: Node, key: string): Node {
  const existing = parent.children.get(key);
  if (existing !== undefined) return existing;
  const created = newNode();
  parent.children.set(key, created);
  return created;
}

function addGap(
  root: Node,
  path: readonly string[],
  gap: Gap | Proposal,
  paragraph: Paragraph,
  sources: Sources,
): void {
  let node = root;
  for (const key of path) node = child(node, key);
  if (node.comments.length > 0) return;
  node.comments = commentsFor(path, gap, paragraph, sources);
  expand(node, path, "content" in gap ? gap.content : null);
}

/** 问什么、原句、表里已经知道的。 */
function commentsFor(
  path: readonly string[],
  gap: Gap | Proposal,
  { text, figures }: Paragraph,
  sources: Sources,
): string[] {
  const [group] = path;
  if (group === "原因") {
    return [gap.asks, ...reasonComments(path.slice(1), sources)].map(oneLine);
  }
  if (group === "项级全年预算数") {
    const title = text.slice(0, text.indexOf("：")).replace(/^\d+\./, "");
    return [figures[0] === undefined ? title : `${title}：决算数 ${figures[0].value} 元`];
  }
  if (group === "名词解释" && "content" in gap) return [gap.asks, `建议：${gap.content}`];
  const sentence = sentenceAround(text, gap);
  return sentence.length > LONGEST_QUOTE ? [gap.asks] : [gap.asks, `原句：${sentence}`];
}

/** 表里的依据，和可以挑的现成的话。 */
function reasonComments(path: readonly string[], { current, prior, lastYear }: Sources): string[] {
  const clues = evidenceClues(path, current, prior);
  const evidence = evidenceOf(path, current, prior);
  const causes =
    evidence === null
      ? []
      : offeredCauses(changeKeyOf(path), directionOf(evidence), {
          evidence,
          inputs: noInputs,
          lastYear,
        })
          .filter(({ support }) => support !== "与表相反")
          .sort((a, b) => Number(a.origin === "常见") - Number(b.origin === "常见"));
  return [
    ...(clues.length === 0 ? [] : [`依据：${clues.join("；")}`]),
    ...causes.slice(0, MOST_CAUSES).map(({ text, origin, hasFigures }) => {
      const stale = hasFigures ? "（里面的数是上年的，要改）" : "";
      return `${origin === "上年" ? "上年写的" : "常见的"}：${text}${stale}`;
    }),
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

/** 写整本的部门决算另有下属单位，可以不填。 */
function addSubordinates(root: Node, draft: Draft): void {
  if (!isWhole(draft) || draft.level !== "部门") return;
  const subordinates = child(child(root, "概况"), "下属单位");
  subordinates.comments = ["下属二级预算单位的名称，写作 [甲单位, 乙单位]；没有的留空。"];
}

function isWhole({ sections }: Draft): boolean {
  return sections.some(({ id }) => id === COVER);
}

/** 上年写过的原因留作下年的原因库。 */
function addCauses(root: Node, lastYear: Inputs): void {
  const kept = causesToKeep(lastYear);
  if (kept.size === 0) return;
  const library = child(root, "原因库");
  library.comments = ["本单位用过的原因，写某一条原因时可以从这里挑；不会自己写进说明。"];
  for (const [key, texts] of kept) {
    child(library, key).value = `[${texts.map((text) => JSON.stringify(text)).join(", ")}]`;
  }
}

/** 上年写过的名词解释，本年还有这个名词的，照抄过来。 */
function addTerms(root: Node, draft: Draft, lastYear: Inputs): void {
  const names = draft.sections
    .filter(({ id }) => id === "三")
    .flatMap(({ paragraphs }) => paragraphs.map(({ id }) => id.slice("三/".length)));
  for (const name of names) {
    const typed = lastYear.terms.get(name);
    if (typed === undefined) continue;
    const node = child(child(root, "名词解释"), name);
    node.comments = [...node.comments, "上年写的，已抄在这里；科目的意思变了的请改。"];
    node.value = JSON.stringify(typed);
  }
}

/** 有固定下级的键。`proposed` 是据表推断的话。 */
function expand(node: Node, path: readonly string[], proposed: string | null): void {
  if (path[0] === "原因") {
    const content = child(node, "内容");
    if (proposed !== null) content.value = JSON.stringify(proposed);
    const status = child(node, "状态");
    status.value = proposed === null ? "已确认" : "据表推断";
    status.comments = ["待补充（不要推断）、据表推断（待核实）、已确认"];
  }
  if (path[1] === "保有车型") for (const type of VEHICLE_TYPES) child(node, type);
  if (path[1] === "购置车型") {
    for (const type of VEHICLE_TYPES) {
      child(child(node, type), "数量");
      child(child(node, type), "金额").comments = ["元"];
    }
  }
}

function addStatement(root: Node): void {
  const node = child(root, "各项全年预算数等于决算数");
  node.comments = [
    "决算报表只有类级的全年预算数。各项都等于决算数的，这里填“是”，下面“项级全年预算数”就不必填；",
    "程序会与财决01-1 的类级全年预算数核对，对不上的类仍要逐项填（元）。",
  ];
}

/** 待补充所在的那一句。 */
function sentenceAround(text: string, gap: Gap): string {
  const start = text.lastIndexOf("。", gap.start) + 1;
  const end = text.indexOf("。", gap.end);
  return text.slice(start, end === -1 ? text.length : end + 1);
}

function sortedChildren(root: Node): [string, Node][] {
  const rank = (key: string) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  return [...root.children].sort(([a], [b]) => rank(a) - rank(b));
}

function render(key: string, node: Node, depth: number): string {
  const indent = "  ".repeat(depth);
  const comments = node.comments.map((line) => `${indent}# ${line}`);
  const name = /^\d+$/.test(key) ? `"${key}"` : key;
  const value = node.value === undefined ? "" : ` ${node.value}`;
  const children = [...node.children].map(([each, below]) => render(each, below, depth + 1));
  return [...comments, `${indent}${name}:${value}`, ...children].join("\n");
}

function header(current: TableSet, draft: Draft): string {
  const unit = draft.unit === "" ? current.fileName : draft.unit;
  return [
    `# ${unit} ${draft.year}年度${draft.level}决算情况说明：填报文件`,
    "# 冒号后面填；不填的留空。金额一律以元计，不写单位。文字里有冒号、井号的，请加引号。",
    `级别: ${draft.level}${current.level === null ? " # 封面看不出是部门决算还是单位决算，请核对" : ""}`,
    `${isWhole(draft) ? "" : "# "}整本: 是 # 写出封面、目录和第一至第五部分；不写这一行只有第二、第三部分`,
  ].join("\n");
}

function termsPart(draft: Draft): string {
  if (!draft.open.some((each) => each.rule === "说明/科目释义待核实")) return "";
  return [
    "# 名词解释里的科目释义是程序给的建议；与当年《政府收支分类科目》核对过后填“是”。",
    '# 要改的在“名词解释”下按科目编码写，如  "2080505": 反映……',
    "名词解释已核对:",
  ].join("\n");
}

function outsidePart(asks: readonly string[]): string {
  const unique = [...new Set(asks)];
  if (unique.length === 0) return "";
  return ["# 下面这些不是填报能补的：", ...unique.map((line) => `# - ${line}`)].join("\n");
}
