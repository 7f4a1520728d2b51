import type { Passage } from "../claims/claims.ts";
import type { AuditContext } from "../context.ts";
import type { Pattern } from "../pattern.ts";
import { matchesOf } from "../text/matches.ts";

/** `甲办公室挂乙局牌子`、`加挂乙局、丙局的牌子`。 */
const PLATE = /([^，。；：、（）]{2,30}?)(?:加|增)?挂(?:有)?([^，。；：（）]{3,60}?)的?牌子/g;

export const pattern: Pattern = {
  id: "nameplates",
  title: "挂的是谁的牌子，前后一致",
  about: "概况写“甲挂乙牌子”，附件里的报告也写甲挂牌子的，所挂的应当相同。",
  oddForms: [{ form: "机构改名以后，报告里还是原来的牌子", from: "县级部门公开稿的绩效报告" }],
  check(context) {
    const plates = context.passages
      .filter(({ shape }) => shape.text.includes("牌子"))
      .flatMap(platesIn);
    for (const [index, plate] of plates.entries()) {
      const first = plates.slice(0, index).find(({ host }) => host === plate.host);
      if (first !== undefined && !sameNames(first.names, plate.names))
        report(first, plate, context);
    }
  },
};

interface Plate {
  readonly passage: Passage;
  readonly span: { readonly start: number; readonly end: number };
  readonly host: string;
  readonly names: string;
}

function platesIn(passage: Passage): Plate[] {
  return matchesOf(PLATE, passage.shape.text).map((match) => ({
    passage,
    span: { start: match.index, end: match.index + match[0].length },
    host: match[1] ?? "",
    names: (match[2] ?? "").replace(/[“”]/g, ""),
  }));
}

/** 几块牌子的先后、连接的字不计较。 */
function sameNames(a: string, b: string): boolean {
  const [left, right] = [a, b].map((names) =>
    names
      .split(/[、和及与]/)
      .sort()
      .join(),
  );
  return left === right;
}

function report(first: Plate, { passage, span, names }: Plate, context: AuditContext): void {
  context.report({
    kind: "cross-section",
    severity: "warning",
    passage,
    span,
    what: `这里写${first.host}挂“${names}”牌子，前面写挂“${first.names}”牌子。`,
    why: "同一个单位挂的牌子前后应当一致；多半有一处沿用了旧稿。",
    todo: `请核实：这里改为“${first.names}”，或改前面的为“${names}”。`,
    stated: names,
    expected: first.names,
    also: [first],
  });
}
