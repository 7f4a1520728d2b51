import type { OwnRule, OwnRules, RuleMistake } from "./own-rule.ts";

/** 几处来的规则合在一起；编号重复的，后面的不用并指出。 */
export function combineOwnRules(sources: readonly OwnRules[]): OwnRules {
  const first = new Map<string, OwnRule>();
  const repeated: RuleMistake[] = [];
  for (const each of sources.flatMap(({ rules }) => rules)) {
    const { id } = each.rule;
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, each);
      continue;
    }
    repeated.push({
      id,
      place: each.place,
      what: `编号“${id}”与${earlier.place.text}重复。`,
      todo: "请换一个编号；几条公式同属一条规则的，请写在规则文件的同一条里。",
      fatal: true,
    });
  }
  return {
    rules: [...first.values()],
    mistakes: [...sources.flatMap(({ mistakes }) => mistakes), ...repeated],
  };
}
