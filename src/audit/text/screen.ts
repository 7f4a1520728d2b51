/** 一种写法必有的字：每个串里至少出现一个字，各串都要满足。 */
export type Needed = readonly string[];

const MOST_SETS = 31;

/**
 * 粗筛：许多写法各有必有的字，先把一段文字扫一遍，记下出现了哪些字，再只对可能有的写法用正则。
 * 只会多放过，不会漏掉。
 */
export class Screen<T> {
  private readonly sets: Uint32Array;
  private readonly forms: readonly { readonly form: T; readonly mask: number }[];

  /** 各写法的“必有的字”合计不得超过 31 个串，超过抛 RangeError。 */
  constructor(forms: readonly T[], neededBy: (form: T) => Needed) {
    const sets = [...new Set(forms.flatMap(neededBy))];
    if (sets.length > MOST_SETS) throw new RangeError(`必有的字有 ${sets.length} 串，多于 31`);
    this.sets = new Uint32Array(0x10000);
    for (const [bit, characters] of sets.entries()) {
      for (const each of characters) {
        const code = each.charCodeAt(0);
        this.sets[code] = (this.sets[code] ?? 0) | (1 << bit);
      }
    }
    this.forms = forms.map((form) => ({
      form,
      mask: neededBy(form).reduce((mask, set) => mask | (1 << sets.indexOf(set)), 0),
    }));
  }

  /** 文字里可能有的写法，按原来的次序。 */
  possible(text: string): readonly T[] {
    let seen = 0;
    for (let index = 0; index < text.length; index += 1) {
      seen |= this.sets[text.charCodeAt(index)] ?? 0;
    }
    const found: T[] = [];
    for (const { form, mask } of this.forms) if ((seen & mask) === mask) found.push(form);
    return found;
  }
}
