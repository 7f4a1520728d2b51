import type { Sheet } from "../../workbook/workbook.ts";
import type { FormDefinition } from "../form.ts";
import { forms } from "../generated/forms.ts";
import type { TableProblem } from "../table.ts";
import {
  type Candidate,
  describeEvidence,
  familyHint,
  gatherEvidence,
  type SheetEvidence,
} from "./evidence.ts";
import { fitRatio, type Placement } from "./placement.ts";
import { placeTable } from "./read-table.ts";
import { isFormerTitle, nothingMatches, strangeSheet } from "./refusals.ts";
import { readHead, type SheetHead } from "./sheet-head.ts";
import { listsTitles } from "./titles.ts";

/** 一张工作表可以认作的一张表。 */
export interface Reading {
  readonly form: FormDefinition;
  readonly placement: Placement;
  /** 凭据分量加版式吻合程度，越大越可信。 */
  readonly score: number;
  readonly why: string;
  readonly problems: readonly TableProblem[];
}

/** 一张工作表的全部可能，最可信的在前；一个也没有时 `refused` 说明为什么。 */
export interface Identification {
  readonly sheet: Sheet;
  readonly head: SheetHead;
  readonly readings: readonly Reading[];
  readonly refused: string;
  /** 不认，而工作表自称是某张部门决算表。 */
  readonly misfit: boolean;
}

/** 版式吻合程度低于它，不能凭标题、表号认作这张表。 */
const LEAST_FIT = 0.5;
/** 没有标题也没有表号，或标题有出入时，要求的吻合程度。 */
const CLOSE_FIT = 0.9;
const FIT_WEIGHT = 8;
/** 行名固定的表不会超过这么多行；更长的工作表不必拿行名去试。 */
const LONGEST_FIXED_TABLE = 120;

/** 认一张工作表。凭据不足、互相打架又没有旁证、或版式对不上的，不认。 */
export function identifySheet(sheet: Sheet): Identification {
  const head = readHead(sheet);
  const evidence = gatherEvidence(sheet.name, head);
  const refuse = (refused: string, misfit: boolean): Identification => ({
    sheet,
    head,
    readings: [],
    refused,
    misfit,
  });
  const claims = evidence.candidates.length > 0;
  if (sheet.rowCount === 0) return refuse("是空表", claims);
  const strange = strangeSheet(head, evidence);
  if (strange !== null) return refuse(strange, false);
  const readings: Reading[] = [];
  const misfits: string[] = [];
  for (const candidate of candidatesOf(sheet, evidence)) {
    const outcome = tryCandidate(sheet, head, candidate, evidence);
    if (typeof outcome === "string") misfits.push(outcome);
    else readings.push(outcome);
  }
  if (readings.length === 0) {
    if (isFormerTitle(evidence.title)) return refuse(nothingMatches(evidence), false);
    // 没有金额单位才是目录；几张表叠在一张工作表里的仍要当作没有读成。
    if (head.moneyUnit === null && listsTitles(sheet)) {
      return refuse("列着几张表的表名，是目录一类，不是报表", false);
    }
    return refuse(misfits[0] ?? nothingMatches(evidence), claims);
  }
  readings.sort((a, b) => b.score - a.score);
  return { sheet, head, readings, refused: "", misfit: false };
}

/** 财决、公开同名的表，表号或工作表名已说明是哪一套的只留那一套；什么凭据都没有的，只试行名固定的表。 */
function candidatesOf(sheet: Sheet, evidence: SheetEvidence): readonly Candidate[] {
  if (evidence.candidates.length > 0) {
    const hint = familyHint(sheet.name, evidence);
    const agreeing = evidence.candidates.filter(
      ({ form }) => hint === null || form.family === hint,
    );
    return agreeing.length > 0 ? agreeing : evidence.candidates;
  }
  if (evidence.title !== null || evidence.corner !== null) return [];
  if (sheet.rowCount > LONGEST_FIXED_TABLE) return [];
  return forms
    .filter((form) => form.layout.kind === "fixed" || form.layout.kind === "cover")
    .filter((form) => !/附01|附05/.test(form.id))
    .map((form) => ({
      form,
      byTitle: false,
      byCorner: false,
      byNameCode: false,
      byNameTitle: false,
      score: 0,
    }));
}

function tryCandidate(
  sheet: Sheet,
  head: SheetHead,
  candidate: Candidate,
  evidence: SheetEvidence,
): Reading | string {
  const { form } = candidate;
  const conflict = conflictOf(candidate, evidence);
  if (conflict !== null && !isBackedUp(candidate, evidence)) return conflict;
  const placement = placeTable(sheet, form, head);
  const grounds = describeEvidence(candidate, evidence, sheet.name);
  if (placement === null) return `${grounds}像是${form.id}，但表里的行名、栏名对不上`;
  const { found, required, unknown } = placement.fit;
  const fit = fitRatio(placement.fit);
  const sure = conflict === null && (candidate.byTitle || candidate.byCorner);
  if (fit < (sure ? LEAST_FIT : CLOSE_FIT)) {
    if (conflict !== null) return conflict;
    if (grounds === "") return nothingMatches(evidence);
    const extra = unknown === 0 ? "" : `，另有 ${unknown} 个栏名认不得`;
    return `${grounds}像是${form.id}，但必备的 ${required} 个行名、栏名只找到 ${found} 个${extra}`;
  }
  return {
    form,
    placement,
    score: candidate.score + fit * FIT_WEIGHT,
    why: `凭${grounds === "" ? "行名、栏名" : grounds}认作${form.id}“${form.title}”；行名、栏名对上 ${found}/${required} 个`,
    problems:
      conflict === null
        ? []
        : [{ kind: "identity-conflict", message: `${conflict}；凭旁证认作${form.id}` }],
  };
}

/**
 * 表号与标题（或工作表名）是否打架。公开表的表号各地不一，只看标题；没有标题或没有表号都不算打架。
 */
function conflictOf(candidate: Candidate, evidence: SheetEvidence): string | null {
  const { form, byTitle, byCorner } = candidate;
  const { title, corner } = evidence;
  if (byTitle) {
    const agrees = byCorner || corner === null || form.family === "封面" || form.family === "公开";
    return agrees ? null : `标题“${title}”与表号“${corner}”不符`;
  }
  if (title === null) return null;
  return byCorner
    ? `表号是“${corner}”（${form.title}），标题却是“${title}”`
    : `工作表名像${form.id}（${form.title}），标题却是“${title}”`;
}

/**
 * 打架时有没有旁证。标题是已知的表名：工作表名须站在这一边。标题不是任何已知表名（多半写得不规范）：
 * 表号须对，且工作表名里的表名也对，或这张表行名固定、可以由行名验证。
 */
function isBackedUp(candidate: Candidate, evidence: SheetEvidence): boolean {
  const { form, byTitle, byCorner, byNameCode, byNameTitle } = candidate;
  if (form.family === "公开" && !byTitle) return false;
  const titleIsKnown = evidence.candidates.some((other) => other.byTitle);
  if (byTitle) return byNameCode || byNameTitle;
  if (titleIsKnown) return byCorner && (byNameCode || byNameTitle);
  return byCorner && (byNameTitle || form.layout.kind === "fixed");
}
