import type { Draft } from "./context.ts";

/** 一处最多指出另外这么多处；更多的各处自己也报了。 */
const MOST_PLACES = 6;

/**
 * 同一个算错的百分数写在几处的（正文一处、压平的表里又一处），照报各处，并互相指出另几处：改了一处不漏另一处。
 * 话里写着所用的各个数，话相同就是同一个错。
 */
export function mentionRepeats(drafts: readonly Draft[]): Draft[] {
  const places = new Map<string, Draft[]>();
  for (const draft of drafts.filter(isRatio)) {
    const same = places.get(draft.what);
    if (same === undefined) places.set(draft.what, [draft]);
    else same.push(draft);
  }
  return drafts.map((draft) => {
    const others = (places.get(draft.what) ?? [])
      .slice(0, MOST_PLACES + 1)
      .filter((each) => each !== draft)
      .slice(0, MOST_PLACES);
    return others.length === 0 ? draft : { ...draft, also: [...(draft.also ?? []), ...others] };
  });
}

const isRatio = ({ stated }: Draft) => stated?.endsWith("%") === true;
