import type { Sheet } from "../../workbook/workbook.ts";
import type { FormDefinition } from "../form.ts";
import { forms } from "../generated/forms.ts";
import { flatten } from "./labels.ts";
import { stripBrackets } from "./sheet-head.ts";

/** 标题前面多出来的字里有这些词，说明是另一张表，不是加了年度、单位名的同一张表。 */
const OTHER_TABLE =
  /预算|基金|资本|拨款|总决算|专户|国库|社保|社会保险|项目|基本支出|经营|批复|非税|债务/;

const GOVERNMENT_TITLE =
  /(?:预算|基金|专户)(?:收支|收入|支出)(?:及平衡情况|及结余)?(?:决算)?(?:总表|明细表|功能分类|录入表|决算表)/;

const formsByTitle: ReadonlyMap<string, readonly FormDefinition[]> = indexTitles();
const knownTitles: readonly string[] = [...formsByTitle.keys()].sort((a, b) => b.length - a.length);

function indexTitles(): Map<string, FormDefinition[]> {
  const index = new Map<string, FormDefinition[]>();
  for (const form of forms) {
    for (const title of [form.title, ...(form.titleVariants ?? [])]) {
      const key = flatten(title);
      index.set(key, [...(index.get(key) ?? []), form]);
    }
  }
  return index;
}

/** 以 `title` 为标题的全部表样；标题前可以有年度、单位名，后面可以有括号。没有则为空。 */
export function formsTitled(title: string, unit: string | null): readonly FormDefinition[] {
  const whole = formsByTitle.get(title);
  if (whole !== undefined) return whole;
  const bare = stripBrackets(title);
  const known = knownTitles.find((candidate) => bare.endsWith(candidate));
  if (known === undefined) return [];
  const prefix = bare.slice(0, bare.length - known.length);
  const rest = unit === null ? prefix : prefix.replace(flatten(unit), "");
  return OTHER_TABLE.test(rest) ? [] : (formsByTitle.get(known) ?? []);
}

/** 工作表里整格写着几个不同的表名：多半是目录。 */
export function listsTitles(sheet: Sheet): boolean {
  const found = new Set<string>();
  for (const row of sheet.rows) {
    for (const cell of row ?? []) {
      if (cell === undefined || cell.kind !== "text") continue;
      const title = flatten(cell.text);
      if (formsByTitle.has(title)) found.add(title);
      if (found.size > 1) return true;
    }
  }
  return false;
}

/** 标题说的是一级政府的预算收支，即财政总决算的表。 */
export function isGovernmentAccounts(titles: readonly string[]): boolean {
  return titles.some((title) => /总决算/.test(title) || GOVERNMENT_TITLE.test(title));
}
