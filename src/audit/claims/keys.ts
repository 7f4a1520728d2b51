import { functionalSubjects } from "../../subjects/generated/functional-subjects.ts";
import { subjectAliases, subjectRenames } from "../../subjects/generated/subject-names.ts";
import { normaliseSubjectName } from "../../subjects/lookup.ts";
import type { Paragraph } from "../structure/paragraph.ts";
import { type Needed, Screen } from "../text/screen.ts";

/**
 * 一个数说的是什么。同名的数（不论在哪一节）用同一个键，如 `本年收入`、`收入.其他收入`、`三公.接待`、`类.201`。
 */
export type FactKey = string;

const INCOME_SOURCES = [
  "一般公共预算财政拨款收入",
  "政府性基金预算财政拨款收入",
  "国有资本经营预算财政拨款收入",
  "上级补助收入",
  "附属单位上缴收入",
  "事业收入",
  "经营收入",
  "其他收入",
] as const;

/** 收入来源的别写：少写“财政”“预算”是习惯，不是另一个数。 */
const INCOME_FORMS: readonly (readonly [RegExp, FactKey])[] = [
  [/一般公共预算(?:财政)?拨款(?:收入)?$/, "收入.一般公共预算财政拨款收入"],
  [/政府性基金(?:预算)?(?:财政)?拨款(?:收入)?$/, "收入.政府性基金预算财政拨款收入"],
  [/国有资本经营(?:预算)?(?:财政)?拨款(?:收入)?$/, "收入.国有资本经营预算财政拨款收入"],
  [/^(?:本年)?财政(?:预算)?拨款收入$/, "收入.财政拨款收入"],
  ...INCOME_SOURCES.map((name): readonly [RegExp, FactKey] => [
    new RegExp(`${name}$`),
    `收入.${name}`,
  ]),
];

const EXPENDITURE_FORMS: readonly (readonly [RegExp, FactKey])[] = [
  [/基本支出$/, "支出.基本支出"],
  [/(?<!类|建设)项目支出$/, "支出.项目支出"],
  [/上缴上级支出$/, "支出.上缴上级支出"],
  [/对附属单位补助支出$/, "支出.对附属单位补助支出"],
  [/经营支出$/, "支出.经营支出"],
];

/** 写法、键、写法里必有的字（粗筛用）。次序有讲究：先长后短，先特别后一般。 */
const FORMS: readonly (readonly [RegExp, FactKey | null, Needed])[] = [
  [/（三公经费）(?:支出)?(?:决算)?(?:总额)?$/, "三公", ["三"]],
  [
    /因公出国(?:（境）)?(?:经)?费|因公出国(?:（境）)?(?:决算)?支出|因公出国（境）费用/,
    "三公.出国",
    ["出"],
  ],
  [
    /公(?:务用|务)?车购置(?:费)?(?:及|和|与|、)运行(?:维护)?(?:经)?费|公务用车及运行维护费|公务用车费/,
    "三公.公车",
    ["车"],
  ],
  [/公(?:务用|务)?车运行(?:维护)?(?:费|支出)/, "三公.运行", ["车"]],
  [/公(?:务用|务)?车购置(?:费用?|支出)*$|公(?:务用|务)?车购置费/, "三公.购置", ["车"]],
  [/外事接待|外宾接待|国（境）外(?:公务)?接待/, "三公.外事接待", ["待"]],
  [/国内公务接待|国内接待/, "三公.国内接待", ["待"]],
  [/公务接待/, "三公.接待", ["待"]],
  [/三公经费/, "三公", ["三"]],
  [/机关运行经费/, "机关运行经费", ["关"]],
  [/采购货物|货物(?:类)?采购/, "采购.货物", ["货"]],
  [/采购工程|工程(?:类)?采购/, "采购.工程", ["程"]],
  [/采购服务|服务(?:类)?采购/, "采购.服务", ["购"]],
  [/小微企业|小型和微型企业/, "采购.小微企业", ["微"]],
  [/中小企业/, "采购.中小企业", ["企"]],
  // “总金额”的“金额”二字已经去掉。
  [/政府采购(?:支出|金额)?(?:总额|总计|合计|支出|总$)/, "采购.总额", ["购"]],
  // 某一类预算的总计，不是全部收支的，也不是全部财政拨款的。
  [
    /(?:一般公共|政府性基金|国有资本经营)(?:预算)?(?:财政)?(?:拨款)?收(?:入)?(?:、?支(?:出)?)?(?:决算)?总计/,
    null,
    ["总"],
  ],
  [/(?:政府性基金|国有资本经营)(?:预算)?(?:财政)?(?:拨款)?支出(?:决算)?总计/, null, ["总"]],
  [/一般公共预算(?:财政)?(?:拨款)?支出(?:决算)?总计/, "一般公共预算支出", ["总"]],
  [/财政拨款收(?:入)?、?支(?:出)?(?:(?:决算)?总计|总体)/, "财政拨款总计", ["总"]],
  [/财政拨款收入(?:决算)?总计/, "财政拨款收入总计", ["总"]],
  [/财政拨款支出(?:决算)?总计/, "财政拨款支出总计", ["总"]],
  [/收(?:入)?、?支(?:出)?(?:(?:决算)?总计|总体$)|^收支$/, "总计", ["收"]],
  [/收入(?:决算)?总计|^总收入$/, "收入总计", ["收"]],
  [/支出(?:决算)?总计|^总支出$/, "支出总计", ["支"]],
  [
    /本年收入(?:决算)?合计|(?<!拨款|事业|经营|其他|上缴|补助)收入(?:决算)?(?:合计|总额)$|^本年收入$/,
    "本年收入",
    ["收"],
  ],
  [
    /本年支出(?:决算)?合计|(?<!拨款|项目|基本|经营|补助|上级)支出(?:决算)?(?:合计|总额)$|^本年支出$/,
    "本年支出",
    ["支"],
  ],
  [/一般公共预算(?:财政拨款)?基本支出/, "基本", ["本"]],
  [/一般公共预算(?:财政拨款)?项目支出/, "一般公共预算项目支出", ["项"]],
  [/一般公共预算(?:财政)?(?:拨款)?总?支出(?!总体|结构|具体)/, "一般公共预算支出", ["般"]],
  [/政府性基金(?:预算)?(?:财政)?(?:拨款)?支出/, "政府性基金支出", ["金"]],
  [/国有资本经营(?:预算)?(?:财政)?(?:拨款)?支出/, "国有资本支出", ["资"]],
  [/人员经费/, "人员经费", ["员"]],
  [/公用经费/, "公用经费", ["用"]],
];

const FORM_SCREEN = new Screen(FORMS, ([, , needed]) => needed);

const BASIC_KEYS = new Set<FactKey | null>(["基本", "人员经费", "公用经费"]);

/** 键的上级：占比没有写明占什么时，占的就是它。 */
export function wholeOf(key: FactKey): FactKey | null {
  if (key.startsWith("收入.")) return "本年收入";
  if (key.startsWith("支出.")) return "本年支出";
  if (key.startsWith("类.")) return "一般公共预算支出";
  if (/^三公\.(?:出国|公车|接待|购置|运行)$/.test(key)) return "三公";
  if (key.startsWith("采购.") && key !== "采购.总额") return "采购.总额";
  if (key === "人员经费" || key === "公用经费") return "基本";
  if (key === "基本" || key === "一般公共预算项目支出") return "一般公共预算支出";
  return null;
}

const CLASSES: ReadonlyMap<string, string> = classNames();

/** 类名（带不带“支出”都认）→ 编码。 */
function classNames(): Map<string, string> {
  const names = new Map<string, string>();
  const add = (name: string, code: string) => {
    const plain = bareClassName(name);
    if (!names.has(plain)) names.set(plain, code);
  };
  for (const { code, level, name } of functionalSubjects) if (level === "类") add(name, code);
  for (const { code, alias } of subjectAliases) if (code.length === 3) add(alias, code);
  for (const { code, nameThen } of subjectRenames) if (code.length === 3) add(nameThen, code);
  return names;
}

function bareClassName(name: string): string {
  const plain = normaliseSubjectName(name).replaceAll("（类）", "");
  return plain.endsWith("支出") ? plain.slice(0, -2) : plain;
}

/** 类名 → 编码；不是类名为 null。 */
export function classCode(name: string): string | null {
  return CLASSES.get(bareClassName(name)) ?? null;
}

/** 依次去掉的尾巴：尾巴的最后一个字、写法、换成什么。 */
const ENDINGS: readonly (readonly [ReadonlySet<string>, RegExp, string])[] = [
  [new Set("各均计共到为是达"), /(?:各|均)?(?:共计|总共|共)?(?:达到|为|是|达|(?<![总合])计)?$/, ""],
  [new Set("数额"), /(?:决算)?(?:数|金额)$/, ""],
  [new Set("算"), /决算$/, ""],
  [new Set("出"), /支出支出$/, "支出"],
];

/** 数前面的话去掉年份、主语、“决算数为”之类，剩下它说的是什么。 */
export function cleanSubject(subject: string): string {
  let clean = subject
    .replace(/[\ue000-\ue006“”"'‘’\s]/g, "")
    .replace(/^(?:其中|包括|具体为|分别为|一是|二是|三是|当年|全年|本年度)[：:]?/, "");
  for (const [ends, form, kept] of ENDINGS) {
    if (ends.has(clean.charAt(clean.length - 1))) clean = clean.replace(form, kept);
  }
  return clean;
}

/** 这一条开头说的就是它：`（1）一般公共服务支出Ａ，占r%`。 */
function opens({ marker }: Paragraph, clean: string): boolean {
  return marker !== null && cleanSubject(marker.title).startsWith(clean);
}

/** 一段话说的是哪个数；看不出为 null。`paragraph` 供分辨各节里同名的数（第三节与第六节的基本支出）。 */
export function keyOf(subject: string, paragraph: Paragraph): FactKey | null {
  let known = knownKeys.get(paragraph);
  if (known === undefined) {
    known = new Map();
    knownKeys.set(paragraph, known);
  }
  let key = known.get(subject);
  if (key === undefined) {
    key = readKey(subject, paragraph);
    known.set(subject, key);
  }
  return key;
}

/** 各种说法会问到同一段里的同一个主语：记下答案，随段落一起丢弃。 */
const knownKeys = new WeakMap<Paragraph, Map<string, FactKey | null>>();

function readKey(subject: string, paragraph: Paragraph): FactKey | null {
  const clean = cleanSubject(subject);
  if (clean === "" || clean.length > 60) return null;
  const { role, topic } = paragraph;
  // 有的省把各类写在“具体情况”里，写明“（类）”而没有款、项。
  const namedClass = clean.includes("（类）") && !clean.includes("（款）");
  if (role === "一般公共预算" && (topic === "结构" || namedClass || opens(paragraph, clean))) {
    const code = classCode(clean);
    if (code !== null) return `类.${code}`;
  }
  const outside = role === "" || role === "收支总体";
  const received = clean.endsWith("收入");
  if (role === "收入" ? received || clean.endsWith("拨款") : outside && received) {
    const income = INCOME_FORMS.find(([form]) => form.test(clean));
    if (income !== undefined) return income[1];
  }
  if (topic === "采购") {
    const kind = /(货物|工程|服务)(?:类)?(?:支出|采购)?$/.exec(clean);
    if (kind !== null) return `采购.${kind[1]}`;
  }
  const fixed = FORM_SCREEN.possible(clean).find(([form]) => form.test(clean));
  if (fixed?.[1] === null) return null;
  const key = fixed?.[1] ?? expenditureKey(clean);
  // 第六节逐个列经济科目：公务接待费等只是基本支出里的那一部分，与“三公”一节的不是同一个数。
  if (role === "基本支出") {
    if (/政府性基金|国有资本/.test(clean)) return null;
    if (BASIC_KEYS.has(key)) return key;
    return key === "支出.基本支出" ? "基本" : null;
  }
  return key === null ? null : keyInSection(key, role);
}

function expenditureKey(clean: string): FactKey | null {
  if (!clean.endsWith("支出")) return null;
  return EXPENDITURE_FORMS.find(([form]) => form.test(clean))?.[1] ?? null;
}

/** 同样的话在各节说的不是同一个数：四里的“支出总计”是财政拨款的，五里的“基本支出”是一般公共预算的。 */
function keyInSection(key: FactKey, role: Paragraph["role"]): FactKey | null {
  switch (role) {
    case "财政拨款总体":
      return APPROPRIATION_TOTALS.get(key) ?? key;
    case "一般公共预算":
      return GENERAL_BUDGET_KINDS.get(key) ?? key;
    case "三公":
      return key.startsWith("三公") ? key : null;
    case "政府性基金":
    case "国有资本":
      return key === `${role}支出` || key === "本年支出" ? `${role}支出` : null;
    default:
      return key;
  }
}

const APPROPRIATION_TOTALS: ReadonlyMap<FactKey, FactKey> = new Map([
  ["总计", "财政拨款总计"],
  ["收入总计", "财政拨款收入总计"],
  ["支出总计", "财政拨款支出总计"],
]);

const GENERAL_BUDGET_KINDS: ReadonlyMap<FactKey, FactKey> = new Map([
  ["支出.基本支出", "基本"],
  ["支出.项目支出", "一般公共预算项目支出"],
]);
