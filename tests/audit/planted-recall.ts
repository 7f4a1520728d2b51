import { type AuditOptions, auditText } from "../../src/audit/audit.ts";
import type { AuditFinding, TextPlace } from "../../src/audit/audit-result.ts";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { shippedProfiles } from "../../src/narrative/templates/shipped-profiles.ts";
import { writeDraftText } from "../../src/publish/draft-text.ts";
import type { Books } from "./drafts.ts";
import type { PLANTINGS, Planted } from "./planted.ts";

export const WAYS = ["对照表", "只看文本"] as const;
export type Way = (typeof WAYS)[number];

/** 一份没有错的说明和它的表。 */
export interface CleanDraft {
  readonly name: string;
  readonly books: Books;
  readonly text: string;
}

/** 各单位按每一套随附模板各起草一份。 */
export function cleanDrafts(all: readonly Books[]): CleanDraft[] {
  return all.flatMap((books) =>
    shippedProfiles.names.flatMap((name) => {
      const profile = shippedProfiles.find(name);
      if (profile === null) return [];
      const { current, prior, inputs } = books;
      const text = writeDraftText(draftNarrative({ current, prior, inputs, profile }));
      return [{ name: `${books.name}·${name}`, books, text }];
    }),
  );
}

export function auditWay({ books, text }: CleanDraft, way: Way): ReturnType<typeof auditText> {
  const options: AuditOptions = { fileName: "草稿.txt" };
  return auditText(
    text,
    way === "对照表" ? { ...options, current: books.current, prior: books.prior } : options,
  );
}

export interface PlantedCase extends CleanDraft {
  readonly planted: Planted;
}

/** 每份草稿种 `times` 次；种不下的跳过。同样的草稿得同样的种法。 */
export function plantedCases(
  drafts: readonly CleanDraft[],
  plant: (typeof PLANTINGS)[number]["plant"],
  times: number,
): PlantedCase[] {
  return drafts.flatMap((draft, index) => {
    const pick = picker(index * 97 + 11);
    return Array.from({ length: times }, () => plant(draft.text, pick)).flatMap((planted) =>
      planted === null ? [] : [{ ...draft, text: planted.text, planted }],
    );
  });
}

/** 简单的伪随机数，种子相同结果相同。 */
function picker(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return count === 0 ? 0 : Math.floor((state / 2_147_483_648) * count);
  };
}

/**
 * 找到了：有一条问题落在改动之处、另一处（`also`）落在改动之处，或者话里点了改成的那个数。
 * 只报了别处的不算。
 */
export function isFound({ planted }: PlantedCase, findings: readonly AuditFinding[]): boolean {
  const { start, end, text } = planted;
  const numbers = text.slice(start, end).match(/\d[\d,]*(?:\.\d+)?(?:万元|元|%|年)/g) ?? [];
  const overlaps = (place: TextPlace) => place.start < end && start < place.end;
  return findings.some(
    (each) =>
      overlaps(each) ||
      each.also.some(overlaps) ||
      numbers.some((number) => each.what.includes(number)),
  );
}

export interface Recall {
  readonly kind: string;
  readonly way: Way;
  readonly planted: number;
  readonly missed: readonly string[];
}

export function recallOf(
  { kind, plant }: (typeof PLANTINGS)[number],
  way: Way,
  drafts: readonly CleanDraft[],
  times: number,
): Recall {
  const cases = plantedCases(drafts, plant, times);
  const missed = cases.filter((each) => !isFound(each, auditWay(each, way).findings));
  return {
    kind,
    way,
    planted: cases.length,
    missed: missed.map(({ name, planted }) => `${name}：${planted.line}`),
  };
}
