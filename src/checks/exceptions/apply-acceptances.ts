import { type Acceptance, type AcceptedFinding, concernsDraft } from "../../findings/acceptance.ts";
import { type Finding, finding } from "../../findings/finding.ts";
import { nearestName } from "../../findings/nearest-name.ts";
import { type Books, CellNames } from "./cell-names.ts";

export interface AppliedAcceptances {
  /** 还要处理的。 */
  readonly open: readonly Finding[];
  /** 已由人说明理由、不再计较的，带着理由。 */
  readonly accepted: readonly AcceptedFinding[];
  /** 每条对不上的接受一条提示，说明是哪一种对不上。 */
  readonly unmatched: readonly Finding[];
}

/** 这次核对里有哪些规则，判断一条接受为什么对不上时用。 */
export interface RuleOutcomes {
  readonly run: readonly string[];
  readonly notRun: readonly { readonly rule: string; readonly why: string }[];
}

/**
 * 把已接受的问题从清单里分出来。规则相同、接受时写的各格都在问题的格里，就是同一个问题；格按表号、行、栏认，
 * 不看地址和工作表名。记下了当时说法的，其中的数也须相同：数变了，就不再是当初接受的那个问题。
 * 没有写格的（如缺少某表），凭当时的说法认。不抛错。
 */
export function applyAcceptances(
  findings: readonly Finding[],
  acceptances: readonly Acceptance[],
  books: Books,
  rules: RuleOutcomes,
): AppliedAcceptances {
  const names = new CellNames(books);
  const known = new Set([...findings.map(({ rule }) => rule), ...rules.run]);
  const candidates = findings.map((one) => ({
    finding: one,
    cells: new Set(one.cells.map((cell) => names.nameOf(cell))),
  }));
  const reasons = new Map<Finding, string>();
  const unmatched: Finding[] = [];
  for (const acceptance of acceptances) {
    if (concernsDraft(acceptance)) continue;
    const unusable = incomplete(acceptance);
    if (unusable !== null) {
      unmatched.push(unmatchedFinding(acceptance, unusable));
      continue;
    }
    const wanted = acceptance.cells.map((cell) => names.resolve(cell));
    const same = candidates.filter(
      (each) =>
        each.finding.rule === acceptance.rule &&
        wanted.every((cell) => each.cells.has(cell)) &&
        (wanted.length > 0 || plain(each.finding.what) === plain(acceptance.what)),
    );
    const unchanged = same.filter((each) => sameAmounts(each.finding, acceptance));
    for (const each of unchanged) {
      if (!reasons.has(each.finding)) reasons.set(each.finding, acceptance.reason);
    }
    if (unchanged.length > 0) continue;
    const missing = acceptance.cells.filter((_, place) => !names.exists(wanted[place] ?? ""));
    const why =
      same.length > 0 ? CHANGED : goneReason(acceptance.rule, missing, { ...rules, known });
    unmatched.push(unmatchedFinding(acceptance, why));
  }
  return {
    open: findings.filter((one) => !reasons.has(one)),
    accepted: findings.flatMap((one) => {
      const reason = reasons.get(one);
      return reason === undefined ? [] : [{ ...one, reason }];
    }),
    unmatched,
  };
}

type Wording = readonly [why: string, todo: string];

const CHANGED: Wording = [
  "这个问题还在，但数和接受时不同了，所以仍列在清单里。",
  "请重新核实；理由仍成立的，请更新这一条的“内容”。",
];

function incomplete({ reason, cells, what }: Acceptance): Wording | null {
  if (reason === "") return ["没有写理由，不算接受。", "请写上理由，或删去这一条。"];
  if (cells.length > 0 || what !== "") return null;
  return [
    "既没有写单元格，也没有写内容，认不出是哪一个问题。",
    "请写上单元格，如 财决01[收入.总计, 决算数]。",
  ];
}

function goneReason(
  rule: string,
  missing: readonly string[],
  { notRun, known }: RuleOutcomes & { readonly known: ReadonlySet<string> },
): Wording {
  const idle = notRun.find((each) => each.rule === rule);
  if (idle !== undefined) {
    return [
      `这条规则这次没有执行（${idle.why.replace(/。$/, "")}），无从知道问题还在不在。`,
      "这一条请先留着。",
    ];
  }
  if (known.has(rule) || rule.includes("/")) {
    if (missing.length > 0) {
      return [
        `认出的表上没有 ${missing.join("、")}。`,
        "请核对表号、行名、栏名（或工作表名、地址）；这一行、栏已经取消的，请删去这一条。",
      ];
    }
    return [
      "现在没有这个问题了，或者问题涉及的格已经不同。",
      "请删去这一条；问题换了格的，请另行说明。",
    ];
  }
  const nearest = nearestName(rule, [...known, ...notRun.map((each) => each.rule)]);
  const hint = nearest === null ? "" : `是不是“${nearest}”？`;
  return [`没有编号为“${rule}”的规则。`, `${hint}请改正规则编号。`];
}

/** 接受时的说法去掉单元格地址：版式变了，地址会变。 */
function plain(text: string): string {
  return text.replace(/（[A-Z]{1,3}\d+）/g, "").trim();
}

/** 当时的数与现在的数逐个相同。说法里的字改了不要紧；没有记下说法的不比。 */
function sameAmounts({ what }: Finding, acceptance: Acceptance): boolean {
  if (acceptance.what === "") return true;
  return amountsIn(what) === amountsIn(acceptance.what);
}

function amountsIn(text: string): string {
  return (plain(text).match(/-?\d[\d,]*(?:\.\d+)?/g) ?? []).join(" ");
}

function unmatchedFinding({ rule, cells, reason }: Acceptance, [why, todo]: Wording): Finding {
  const where = cells.length === 0 ? "" : `（${cells.join("、")}）`;
  const because = reason === "" ? "" : `，理由是“${reason}”`;
  return finding({
    rule: "接受/对不上",
    severity: "note",
    kind: "acceptance",
    what: `已接受的问题里有一条对不上：规则 ${rule}${where}${because}。`,
    why,
    todo,
    cells: [],
  });
}
