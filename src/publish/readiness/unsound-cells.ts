import type { Culprit } from "../../findings/culprit.ts";
import { type Finding, finding } from "../../findings/finding.ts";
import type { Draft } from "../../narrative/draft.ts";
import type { FactSource } from "../../narrative/fact.ts";

/** 一条里最多列出几处用到的数，其余只计数。 */
const PLACES_SHOWN = 3;

/** 说明里用到某一格的一处。 */
interface Use {
  readonly paragraph: string;
  readonly text: string;
}

/**
 * 说明里的数（连同图）取自核对有错误的单元格：每条错误一条，列出用到的各处。取的格在错误涉及的各格里，或就是最可能填错的那一格。
 * 说明没有用到的错误不列。
 */
export function unsoundCells(
  draft: Draft,
  findings: readonly Finding[],
  culprits: readonly Culprit[],
): Finding[] {
  const uses = usesByCell(draft);
  const errors = findings.filter(({ severity }) => severity === "error");
  const seen = new Set<string>();
  return errors.flatMap((error) => {
    const cells = [...error.cells, ...culpritCells(error, culprits)].map(cellKey);
    const used = [...new Set(cells)].flatMap((cell) => uses.get(cell) ?? []);
    // 同一处数用到几格的只算一次。
    const places = [...new Map(used.map((use) => [`${use.paragraph}\n${use.text}`, use])).values()];
    const key = `${error.rule}|${error.what}`;
    if (places.length === 0 || seen.has(key)) return [];
    seen.add(key);
    return [unsoundFinding(error, places)];
  });
}

function usesByCell(draft: Draft): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  const add = (from: readonly FactSource[], use: Use) => {
    for (const source of from) {
      const key = cellKey(source);
      uses.set(key, [...(uses.get(key) ?? []), use]);
    }
  };
  for (const { id, text, figures, chart } of draft.sections.flatMap((each) => each.paragraphs)) {
    for (const figure of figures) add(figure.from, { paragraph: id, text: figure.text });
    for (const from of chart?.from ?? []) add(from, { paragraph: id, text });
  }
  return uses;
}

/** 这条错误归在哪几处笔误名下，连同一并要改的格；另一种可能不算。 */
function culpritCells({ culprit }: Finding, culprits: readonly Culprit[]): FactSource[] {
  if (culprit === undefined) return [];
  return culprits
    .filter((one) => one.alternative !== true && `${one.sheet}!${one.address}` === culprit)
    .flatMap(({ book, sheet, address, together = [] }) => [
      { book, sheet, address },
      ...together.map((each) => ({ book, sheet, address: each.address })),
    ]);
}

function cellKey({ book, sheet, address }: FactSource): string {
  return `${book}\n${sheet}\n${address}`;
}

function unsoundFinding(error: Finding, places: readonly Use[]): Finding {
  const shown = places.slice(0, PLACES_SHOWN).map((use) => `${use.paragraph}“${use.text}”`);
  const more = places.length > PLACES_SHOWN ? `等 ${places.length} 处` : "";
  const [first] = places;
  const likely = error.culprit === undefined ? "" : `最可能填错的是 ${error.culprit}。`;
  return finding({
    rule: "成稿/单元格有错误",
    severity: "error",
    kind: "unsound-cell",
    what: `核对 ${error.rule}：${error.what}说明里${shown.join("、")}${more}取自它涉及的单元格。`,
    why: "表里的数要改，说明里的数也会跟着变。",
    todo: `${likely}${error.todo}`,
    cells: error.cells,
    ...(first === undefined
      ? {}
      : { text: { quote: first.text, start: 0, end: 0, section: first.paragraph } }),
    ...(error.culprit === undefined ? {} : { culprit: error.culprit }),
  });
}
