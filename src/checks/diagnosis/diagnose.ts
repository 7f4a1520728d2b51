import type { Culprit } from "../../findings/culprit.ts";
import type { Finding } from "../../findings/finding.ts";
import type { CheckResult } from "../check.ts";
import { type Candidate, coverViolations } from "./cover.ts";
import { culpritOf } from "./culprits.ts";
import { differenceClue } from "./difference-clue.ts";
import type { Instance } from "./incidence.ts";
import { Ledger } from "./ledger.ts";
import type { Books } from "./plausibility.ts";
import type { Change } from "./slip.ts";
import { type Filled, fillUnreadable } from "./unreadable.ts";

export interface Diagnosis {
  /** 最可能填错的在前；标 `alternative` 的是另一种可能，不必也改。 */
  readonly culprits: readonly Culprit[];
  /** 与 `CheckResult.findings` 逐条对应，补上 `culprit`（`工作表!地址`）和 `clue`。 */
  readonly findings: readonly Finding[];
}

/** 每处笔误最多列出的其他可能。 */
const ALTERNATIVES = 4;
/** 笔误多到这个数时不再列其他可能。 */
const FEW = 3;

/**
 * 从全部不成立的关系一起看，找出最少的几处笔误：改正它们，错误级的关系全部成立，
 * 又不弄坏别的关系。同样的输入得到同样的结果；没有问题时立即返回。
 */
export function diagnose(result: CheckResult, books: Books): Diagnosis {
  const steps = diagnoseInSteps(result, books);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** 与 diagnose 相同，分许多小步走，每步几毫秒；错的格成百上千时，页面可以在两步之间让出。 */
export function* diagnoseInSteps(result: CheckResult, books: Books): Generator<void, Diagnosis> {
  const { program, violations, unevaluated, findings } = result;
  const hard = violations.some(({ block }) => block.rule.severity === "error");
  if (!hard && unevaluated.length === 0) return { culprits: [], findings };

  const ledger = new Ledger(program);
  const instances = violations.map((violation) => ledger.instanceOf(violation));
  for (const instance of instances) ledger.note(instance);
  const filled = fillUnreadable(ledger, unevaluated);
  const blame = new Map<Instance, Culprit>();
  const culprits = filled.flatMap((each) => written(readingSlip(each), ledger, blame));

  const noted = new Set(ledger.broken);
  const found = (yield* coverViolations(ledger, books)).map(({ best, others }) => ({
    slip: slipOf(best, noted),
    others,
  }));
  const direct = new Set(found.flatMap(({ slip }) => slip.instances));
  const rest = instances.filter((instance) => !direct.has(instance));
  const alternative: Culprit[] = [];
  for (const { slip, others } of found) {
    const settled = settledToo(slip.changes, rest, ledger);
    culprits.push(
      ...written({ ...slip, instances: [...slip.instances, ...settled] }, ledger, blame),
    );
    if (culprits.length <= FEW) alternative.push(...alternatives(others, noted, ledger));
  }
  culprits.push(...alternative);
  return {
    culprits,
    findings: findings.map((finding, index) => {
      const culprit = blame.get(instances[index] ?? -1);
      const violation = violations[index];
      if (culprit === undefined) {
        return violation === undefined ? finding : withClue(finding, differenceClue(violation));
      }
      const place = `${culprit.sheet}!${culprit.address}`;
      return { ...finding, clue: culprit.clue, culprit: place };
    }),
  };
}

interface Explained {
  readonly changes: readonly Change[];
  readonly clue: string;
  readonly instances: readonly Instance[];
}

/** 找第一处时还成立、后来才弄坏又改好的，不算它解释的。 */
function slipOf({ slip, hint, explained }: Candidate, noted: ReadonlySet<Instance>): Explained {
  return {
    changes: slip.changes,
    clue: hint.text,
    instances: explained.filter((each) => noted.has(each)),
  };
}

/** 不是哪一处单独解释的：警告、提示级的，几处一起改正才成立的。用到这几格、现在成立了的，也归到这一处。 */
function settledToo(
  changes: readonly Change[],
  rest: readonly Instance[],
  ledger: Ledger,
): Instance[] {
  const touched = new Set(ledger.touchedBy(changes));
  return rest.filter((instance) => touched.has(instance) && !ledger.fails(instance));
}

function readingSlip({ change, explained: instances }: Filled): Explained {
  const raw = change.table.raw[change.cell] ?? "";
  return { changes: [change], clue: `写的是“${raw}”，读不成数`, instances };
}

function written(slip: Explained, ledger: Ledger, blame: Map<Instance, Culprit>): Culprit[] {
  const culprit = culpritOf(slip.changes, slip.clue, rulesOf(slip.instances, ledger));
  if (culprit === null) return [];
  for (const instance of slip.instances) if (!blame.has(instance)) blame.set(instance, culprit);
  return [culprit];
}

function alternatives(
  others: readonly Candidate[],
  noted: ReadonlySet<Instance>,
  ledger: Ledger,
): Culprit[] {
  return others.slice(0, ALTERNATIVES).flatMap((each): Culprit[] => {
    const { changes, clue, instances } = slipOf(each, noted);
    const culprit = culpritOf(changes, clue, rulesOf(instances, ledger));
    return culprit === null ? [] : [{ ...culprit, alternative: true }];
  });
}

function rulesOf(instances: readonly Instance[], ledger: Ledger): string[] {
  return instances.map((each) => ledger.incidence.place(each).block.rule.id);
}

function withClue(finding: Finding, clue: string | null): Finding {
  return clue === null ? finding : { ...finding, clue };
}
