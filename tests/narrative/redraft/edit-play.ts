import type { Draft, Figure, Paragraph } from "../../../src/narrative/draft.ts";
import { baseOf, type DraftBase } from "../../../src/narrative/redraft/draft-base.ts";
import type { OldParagraph } from "../../../src/narrative/redraft/match-paragraphs.ts";
import { type OldDraft, type Redrafted, redraft } from "../../../src/narrative/redraft/redraft.ts";
import { replaceStale, type StaleFigure } from "../../../src/narrative/redraft/stale-figures.ts";
import type { Random } from "../../fixtures/generator/random.ts";

/** 一个字，和它出自哪个数；人打的字没有出处，人打的数出处写作 TYPED。 */
interface Letter {
  readonly letter: string;
  readonly figure: string | null;
}

interface Row {
  readonly ids: readonly string[];
  readonly letters: readonly Letter[];
  readonly touched: boolean;
}

const TYPED = "人打的";
const OPPOSITE: Readonly<Record<string, string>> = {
  增加: "减少",
  减少: "增加",
  增长: "下降",
  下降: "增长",
};
const DIRECTION = new RegExp(`(?:${Object.keys(OPPOSITE).join("|")})$`);

/**
 * 一个人在稿子上乱改，稿子一再更新。每个字都记着自己出自哪个数，所以不靠被测的程序也知道：
 * 哪些数还原样在文中、现在该是多少。
 */
export class EditPlay {
  private rows: Row[];
  private base: DraftBase;
  private typed = 0;
  private stale: readonly StaleFigure[] = [];
  /** 人删去的段落。 */
  private readonly gone = new Set<string>();

  constructor(
    private readonly random: Random,
    draft: Draft,
    private readonly joins = true,
    /** 稿子带不带着底；不带的，连人打的数也要看有没有标出。 */
    private readonly based = true,
  ) {
    this.rows = paragraphs(draft).map((paragraph) => untouched(paragraph));
    this.base = baseOf(draft);
  }

  /** 现在的稿子。 */
  private paragraphs(): OldParagraph[] {
    return this.rows.map(({ ids, letters }) => ({ ids, text: textOf(letters) }));
  }

  /** 随手改一处。 */
  edit(): void {
    const at = this.below(this.rows.length);
    const row = this.rows[at];
    if (row === undefined) return;
    const action = this.below(this.based ? 12 : 14);
    if (action < 4) this.splice(at, this.below(row.letters.length + 1), 0, this.token());
    else if (action < 6) this.splice(at, this.below(row.letters.length + 1), 1 + this.below(6), "");
    else if (action === 6)
      this.splice(at, this.below(row.letters.length + 1), 1 + this.below(8), this.token());
    else if (action === 7) this.retypeFigure(at);
    else if (action === 8) this.replaceOne();
    else if (action === 12) this.retypeFigure(at, DIRECTION);
    else if (action === 13)
      this.splice(at, this.below(row.letters.length + 1), 0, this.token(), this.amount());
    else if (action === 9)
      this.rows.splice(at, 0, {
        ids: [],
        letters: typed(`添写${this.token()}一段。`),
        touched: true,
      });
    else if (action === 10 && this.below(3) === 0) this.remove(at);
    else if (this.joins) this.joinWithNext(at);
  }

  /**
   * 更新一遍，返回发现的差错；没有为空。`through` 把稿子写成文件、改、读回；不给就直接交给更新。
   */
  async update(
    drafted: Draft,
    through: (old: OldDraft & { readonly base: DraftBase }) => OldDraft | Promise<OldDraft> = (
      old,
    ) => old,
  ): Promise<string[]> {
    const old = await through({ paragraphs: this.paragraphs(), base: this.base });
    const result = redraft(drafted, this.based ? old : { ...old, base: null });
    const faults = [
      ...this.lostLetters(result),
      ...this.wrongParagraphs(drafted, result),
      ...this.unmarked(drafted, result),
      // 不带底的，不知道哪些是人删去的。
      ...(this.based ? paragraphs(result.draft) : [])
        // 添写的段落删去以后，编号会给后来添写的用。
        .filter(({ id }) => this.gone.has(id) && !id.startsWith("增补/"))
        .map(({ id }) => `删去了又写上：${id}`),
    ];
    this.take(result);
    return faults;
  }

  /** 0 起、不到 `count` 的整数。 */
  private below(count: number): number {
    return this.random.integer(0, count - 1);
  }

  private token(): string {
    this.typed += 1;
    return `〔${String.fromCharCode(0x4e00 + (this.typed % 20000))}〕`;
  }

  private amount(): string {
    return `${1 + this.below(9999)}.5万元`;
  }

  /** 换成 `insert`，再接上 `amount` 这个数。 */
  private splice(at: number, from: number, remove: number, insert: string, amount = ""): void {
    const row = this.rows[at];
    if (row === undefined) return;
    const figure = this.based ? null : `${TYPED}#${this.typed}:${amount.length}`;
    const number = amount.split("").map((letter) => ({ letter, figure }));
    const letters = row.letters.toSpliced(from, remove, ...typed(insert), ...number);
    if (textOf(letters).trim() === "") this.remove(at);
    else this.rows[at] = { ...row, letters, touched: true };
  }

  private remove(at: number): void {
    for (const row of this.rows.splice(at, 1)) {
      for (const id of row.ids.flatMap((each) => this.groupOf(each))) this.gone.add(id);
    }
  }

  /** 并成一段的各段。 */
  private groupOf(id: string): readonly string[] {
    const joined = this.base.paragraphs.find((one) => one.id === id)?.joined ?? [];
    return joined.length === 0 ? [id] : joined;
  }

  /** 换成别的数；给了 `direction` 的，前面的方向词一起换成相反的。 */
  private retypeFigure(at: number, direction: RegExp | null = null): void {
    const letters = this.rows[at]?.letters ?? [];
    const place = figuresIn(letters).find(
      ({ start }) => direction === null || direction.test(textOf(letters.slice(0, start))),
    );
    if (place === undefined) return;
    const word = direction?.exec(textOf(letters.slice(0, place.start)))?.[0] ?? "";
    const from = place.start - word.length;
    this.typed += 1;
    this.splice(at, from, place.end - from, OPPOSITE[word] ?? "", this.amount());
  }

  /** 照着提示，把一个过时的数换成新的。 */
  private replaceOne(): void {
    const one = this.stale[this.below(Math.max(1, this.stale.length))];
    const at = this.rows.findIndex(({ ids }) => ids[0] === one?.paragraph);
    const row = this.rows[at];
    if (one === undefined || row === undefined || one.fresh === null) return;
    const text = textOf(row.letters);
    const replaced = replaceStale(text, one);
    if (replaced === text) return;
    this.splice(at, one.start, one.end - one.start, one.fresh);
  }

  private joinWithNext(at: number): void {
    const [row, next] = [this.rows[at], this.rows[at + 1]];
    if (row === undefined || next === undefined || row.ids.length === 0 || next.ids.length === 0)
      return;
    this.rows.splice(at, 2, {
      ids: [...row.ids, ...next.ids],
      letters: [...row.letters, ...next.letters],
      touched: row.touched || next.touched,
    });
  }

  /** 改过的、添写的各段，一字不少。 */
  private lostLetters({ draft }: Redrafted): string[] {
    const left = paragraphs(draft).map(({ text }) => text);
    return this.rows
      .filter(({ touched }) => touched)
      .flatMap(({ letters }) => {
        const text = textOf(letters);
        // 工作表里没有编号的行读回时接在上一段后面。
        const at = left.findIndex((each) => `\n${each}\n`.includes(`\n${text}\n`));
        if (at === -1) return [`丢了：${text}`];
        left[at] = `\n${left[at]}\n`.replace(`\n${text}\n`, "\n").replace(/^\n|\n$/g, "");
        return [];
      });
  }

  /** 没有改过的各段与新稿全同。 */
  private wrongParagraphs(drafted: Draft, { draft }: Redrafted): string[] {
    const fresh = new Map(paragraphs(drafted).map((each) => [each.id, each]));
    return paragraphs(draft).flatMap((each) => {
      if (each.edited) return [];
      const row = this.rows.find(({ ids }) =>
        ids.flatMap((id) => this.groupOf(id)).includes(each.id),
      );
      const ids = [...new Set((row?.ids ?? [each.id]).flatMap((id) => this.groupOf(id)))];
      const expected = ids.map((id) => fresh.get(id)?.text ?? "").join("");
      const figures = ids.reduce((sum, id) => sum + (fresh.get(id)?.figures.length ?? 0), 0);
      const right =
        each.text === expected &&
        each.figures.length === figures &&
        each.figures.every((figure) => each.text.slice(figure.start, figure.end) === figure.text);
      return right ? [] : [`没有随表更新：${each.text}｜应为：${expected}`];
    });
  }

  /** 改过的各段里，原样还在而已经不对的数，都标了出来，说的新数也对。 */
  private unmarked(drafted: Draft, { draft, stale }: Redrafted): string[] {
    const fresh = new Map<string, Set<string>>();
    for (const paragraph of paragraphs(drafted)) {
      for (const figure of paragraph.figures) {
        const key = keyOf(figure);
        fresh.set(key, (fresh.get(key) ?? new Set()).add(figure.text));
      }
    }
    const own = new Map(
      (this.based ? [] : paragraphs(drafted)).map(({ id, figures }) => [
        id,
        figures.map((each) => each.text),
      ]),
    );
    const edited = paragraphs(draft).filter((each) => each.edited);
    return edited.flatMap(({ id, text }) => {
      const row = this.rows.find(
        (each) => (each.touched || !this.based) && textOf(each.letters) === text,
      );
      return figuresIn(row?.letters ?? []).flatMap(({ key, start, end }) => {
        const printed = text.slice(start, end);
        const expected = [...(fresh.get(key) ?? [])];
        const mark = stale.find(
          (one) =>
            one.paragraph === id &&
            one.start <= start &&
            end <= one.end &&
            one.old === text.slice(one.start, one.end),
        );
        const about = `${printed}（${key}）应为 ${expected.join()}：${text}`;
        // 不带底的，与新稿这一段里的哪个数相同，就算有依据。
        const right = expected.includes(printed) || own.get(id)?.includes(printed) === true;
        if (mark === undefined) return right ? [] : [`没有标出：${about}`];
        // 新稿里没有这几格算出的数，就说不准是不是换了算法的同一个数。
        if (mark.fresh === null || expected.length === 0) return [];
        return expected.some((each) => mark.fresh?.endsWith(each))
          ? []
          : [`标错了，说成 ${mark.fresh}：${about}`];
      });
    });
  }

  private take({ draft, base, stale }: Redrafted): void {
    const before = [...this.rows];
    this.rows = paragraphs(draft).map((paragraph): Row => {
      const at = before.findIndex(
        ({ touched, letters }) => (touched || !this.based) && textOf(letters) === paragraph.text,
      );
      const [kept] = at === -1 ? [] : before.splice(at, 1);
      if (!paragraph.edited || kept === undefined)
        return { ...untouched(paragraph), touched: paragraph.edited };
      return { ids: [paragraph.id], letters: kept.letters, touched: true };
    });
    this.base = base;
    this.stale = stale;
  }
}

function untouched({ id, text, figures }: Paragraph): Row {
  const letters: Letter[] = [...text.split("")].map((letter) => ({ letter, figure: null }));
  for (const figure of figures) {
    for (let at = figure.start; at < figure.end; at += 1) {
      letters[at] = {
        letter: text.charAt(at),
        figure: `${keyOf(figure)}#${figure.start}:${figure.end - figure.start}`,
      };
    }
  }
  return { ids: [id], letters, touched: false };
}

function typed(text: string): Letter[] {
  return text.split("").map((letter) => ({ letter, figure: null }));
}

function textOf(letters: readonly Letter[]): string {
  return letters.map(({ letter }) => letter).join("");
}

/** 一个数是哪几格来的、是金额还是比率。 */
function keyOf({ from, text }: Figure): string {
  const cells = from.map(({ book, sheet, address }) => `${book}${sheet}${address}`).sort();
  return `${/%$/.test(text) ? "%" : /元$/.test(text) ? "元" : "数"}|${cells.join()}`;
}

/** 文中仍完整的数：它的字一个不少、连在一起，前后没有接上别的数字。 */
function figuresIn(letters: readonly Letter[]): { key: string; start: number; end: number }[] {
  const found: { key: string; start: number; end: number }[] = [];
  for (let start = 0; start < letters.length; ) {
    const figure = letters[start]?.figure ?? null;
    let end = start + 1;
    while (figure !== null && letters[end]?.figure === figure) end += 1;
    const [key = "", place = ""] = figure?.split("#") ?? [];
    const complete = figure !== null && end - start === Number(place.split(":")[1]);
    const joined =
      /[\d.,]/.test(letters[start - 1]?.letter ?? "") ||
      /[\d.,%万亿]/.test(letters[end]?.letter ?? "");
    if (complete && !joined && !key.endsWith("|")) found.push({ key, start, end });
    start = end;
  }
  return found;
}

function paragraphs({ sections }: Draft): Paragraph[] {
  return sections.flatMap((section) => section.paragraphs);
}
