import type { FormDefinition } from "../form.ts";
import { forms } from "../generated/forms.ts";
import { flatten } from "./labels.ts";
import { cornerIn, type SheetHead } from "./sheet-head.ts";
import { formsTitled } from "./titles.ts";

/** 某张工作表像某张表样的凭据。 */
export interface Candidate {
  readonly form: FormDefinition;
  readonly byTitle: boolean;
  readonly byCorner: boolean;
  readonly byNameCode: boolean;
  readonly byNameTitle: boolean;
  /** 凭据的分量：标题 6、表号 5、工作表名里的代码 2、工作表名里的表名 2。 */
  readonly score: number;
}

/** 一张工作表的全部凭据。 */
export interface SheetEvidence {
  readonly candidates: readonly Candidate[];
  /** 起作用的标题；没有像标题的文字时为 null。 */
  readonly title: string | null;
  /** 表号：右上角的，没有则取工作表名括号里的。 */
  readonly corner: string | null;
}

const WEIGHTS = { title: 6, corner: 5, nameCode: 2, nameTitle: 2 };

/** Excel 工作表名的长度上限；到了这个长度的名字可能是被截断的。 */
const NAME_LIMIT = 31;

/** 收集标题、表号、工作表名三方面的凭据，按分量从高到低排。 */
export function gatherEvidence(sheetName: string, head: SheetHead): SheetEvidence {
  const titled = new Map<FormDefinition, string>();
  for (const title of head.titles) {
    for (const form of formsTitled(title, head.unit)) {
      if (!titled.has(form)) titled.set(form, title);
    }
  }
  const name = splitName(sheetName);
  const corner = head.corner ?? name.corner;
  const candidates: Candidate[] = [];
  for (const form of forms) {
    const byTitle = titled.has(form);
    const byCorner = corner !== null && form.cornerCodes.includes(corner);
    const byNameCode =
      name.code !== "" && form.sheetCodes.some((code) => dashed(code) === name.code);
    const byNameTitle = name.title !== "" && matchesNameTitle(form, name.title, sheetName.length);
    const score =
      (byTitle ? WEIGHTS.title : 0) +
      (byCorner ? WEIGHTS.corner : 0) +
      (byNameCode ? WEIGHTS.nameCode : 0) +
      (byNameTitle ? WEIGHTS.nameTitle : 0);
    if (score > 0) candidates.push({ form, byTitle, byCorner, byNameCode, byNameTitle, score });
  }
  candidates.sort((a, b) => b.score - a.score);
  const title = [...titled.values()][0] ?? head.titles[0] ?? null;
  return { candidates, title, corner };
}

function dashed(code: string): string {
  return code.replace("_", "-").toUpperCase();
}

/** `Z01_1 财政拨款…(财决01-1表)`、`Z01-1-财政拨款…` → 代码、表名、表号。 */
function splitName(name: string): { code: string; title: string; corner: string | null } {
  const flat = flatten(name);
  const code = /^(FMDM|(?:Z|F|CS|GK|QB)\d{1,2}(?:[_-]\d(?!\d))?)/i.exec(flat)?.[1] ?? "";
  const rest = flat.slice(code.length).replace(/^[-_.]/, "");
  const title = rest.replace(/\((?:财决|公开|CS|决算).*$/, "");
  return { code: dashed(code), title, corner: cornerIn(rest) };
}

/** 表号或工作表名代码说明这是哪一套表；看不出来时为 null。 */
export function familyHint(
  sheetName: string,
  evidence: SheetEvidence,
): FormDefinition["family"] | null {
  const { corner } = evidence;
  if (corner !== null) {
    return corner.startsWith("财决") ? "财决" : corner.startsWith("公开") ? "公开" : null;
  }
  const { code } = splitName(sheetName);
  if (/^[ZF]\d/.test(code)) return "财决";
  return code.startsWith("GK") ? "公开" : null;
}

function matchesNameTitle(form: FormDefinition, title: string, nameLength: number): boolean {
  return [form.title, ...(form.titleVariants ?? [])].some((known) => {
    const flat = flatten(known);
    return (
      flat === title || (nameLength >= NAME_LIMIT && title.length >= 8 && flat.startsWith(title))
    );
  });
}

/** 用一句中文说明凭什么认出来的。 */
export function describeEvidence(
  candidate: Candidate,
  evidence: SheetEvidence,
  sheetName: string,
): string {
  const parts: string[] = [];
  if (candidate.byTitle) parts.push(`标题“${evidence.title}”`);
  if (candidate.byCorner) parts.push(`表号“${evidence.corner}”`);
  if (candidate.byNameCode || candidate.byNameTitle) parts.push(`工作表名“${sheetName}”`);
  return parts.join("、");
}
