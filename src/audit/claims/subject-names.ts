import { functionalSubjects } from "../../subjects/generated/functional-subjects.ts";
import { subjectAliases, subjectRenames } from "../../subjects/generated/subject-names.ts";
import { functionalName, normaliseSubjectName } from "../../subjects/lookup.ts";
import { classCode } from "./keys.ts";

/** 已经去过的名称：一份说明里同一个名称要比对许多次。满了就重来。 */
const BARE = new Map<string, string>();
const MOST_REMEMBERED = 5_000;

/** 款、项的名称（含旧名、别写）→ 编码，一个名称可以有许多编码。 */
const CODES: ReadonlyMap<string, readonly string[]> = namesToCodes();

function namesToCodes(): Map<string, string[]> {
  const names = new Map<string, string[]>();
  const add = (name: string, code: string) => {
    const plain = withoutSpending(name);
    const codes = names.get(plain);
    if (codes === undefined) names.set(plain, [code]);
    else if (!codes.includes(code)) codes.push(code);
  };
  for (const { code, name } of functionalSubjects) add(name, code);
  for (const { code, alias } of subjectAliases) add(alias, code);
  for (const { code, nameThen } of subjectRenames) add(nameThen, code);
  return names;
}

/** 比对用：去空白、括号统一、其它→其他、去掉末尾的“支出”。 */
export function bareName(name: string): string {
  let bare = BARE.get(name);
  if (bare === undefined) {
    bare = withoutSpending(name);
    if (BARE.size >= MOST_REMEMBERED) BARE.clear();
    BARE.set(name, bare);
  }
  return bare;
}

function withoutSpending(name: string): string {
  const plain = normaliseSubjectName(name).replaceAll("其它", "其他");
  return plain.endsWith("支出") ? plain.slice(0, -2) : plain;
}

/** 三级名称 → 项的编码：逐级在上级之下找；款名对不上时，类、项唯一确定的也算。找不到为 null。 */
export function itemCode(names: readonly [string, string, string]): string | null {
  const [className, sectionName, itemName] = names;
  const prefix = classCode(className);
  if (prefix === null) return null;
  const items = (CODES.get(bareName(itemName)) ?? []).filter(
    (code) => code.length === 7 && code.startsWith(prefix),
  );
  const sections = CODES.get(bareName(sectionName)) ?? [];
  const [inSection] = items.filter((code) => sections.includes(code.slice(0, 5)));
  const [only, ...others] = items;
  return inSection ?? (others.length === 0 ? only : undefined) ?? null;
}

/** 这个编码当年的正式名称是不是它（带不带“支出”不计较）。 */
export function isOfficialName(name: string, code: string, year: number | null): boolean {
  const official = functionalName(code, year);
  return official === null || bareName(official) === bareName(name);
}
