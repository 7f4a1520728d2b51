import type { Addend, Comparison, Relation } from "./language/syntax.ts";

/**
 * 把“当且仅当”和绝对值化成只有“若…则”和普通比较的几条，合起来与原来同义：
 * P 当且仅当 Q 即 若 P 则 Q、若 Q 则 P；绝对值(X) ≤ Y 即 X ≤ Y、−X ≤ Y。
 */
export function plainRelations(relation: Relation): readonly Relation[] {
  if (relation.when === undefined && relation.absolute !== true) return [relation];
  const { left, operator, right, absolute = false, when = [], mutual = false } = relation;
  const [premise] = when;
  const own: Comparison = { left, operator, right, absolute };
  const base = { kind: "relation", quantifier: relation.quantifier } as const;
  if (mutual && premise !== undefined) {
    return [
      { ...base, ...own, when: [premise] },
      { ...base, ...premise, when: [own] },
    ].flatMap(plainRelations);
  }
  const conclusions = bothSigns(own);
  const premises = when
    .map(bothSigns)
    .reduce<Comparison[][]>(
      (lists, choices) => lists.flatMap((list) => choices.map((choice) => [...list, choice])),
      [[]],
    );
  return premises.flatMap((list) =>
    conclusions.map((each) =>
      list.length === 0 ? { ...base, ...each } : { ...base, ...each, when: list },
    ),
  );
}

function bothSigns({ left, operator, right, absolute = false }: Comparison): Comparison[] {
  const plain = { left, operator, right };
  return absolute ? [plain, { ...plain, left: left.map(negate) }] : [plain];
}

function negate(addend: Addend): Addend {
  return { ...addend, sign: addend.sign === 1 ? -1 : 1 };
}
