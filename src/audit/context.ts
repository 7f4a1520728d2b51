import type { CellRef, Severity } from "../findings/finding.ts";
import {
  countQuantity,
  type DocumentStyle,
  moneyQuantity,
  type PrintedUnit,
  printedUnit,
  type Quantity,
} from "./arithmetic/quantity.ts";
import type { AuditKind, Verdict } from "./audit-result.ts";
import type {
  ChangeClaim,
  CompletionClaim,
  FigureAt,
  ListClaim,
  Passage,
  SameClaim,
  ShareClaim,
  Span,
  Statement,
  SubjectItem,
} from "./claims/claims.ts";
import type { FactKey } from "./claims/keys.ts";
import {
  FigureIndex,
  listsByPassage,
  passagesByPart,
  StatementIndex,
} from "./claims/statement-index.ts";
import type { Expected } from "./expected/expected.ts";
import type { AuditDocument } from "./structure/document.ts";
import type { PartRole } from "./structure/paragraph.ts";
import type { Figure } from "./text/figures.ts";

/** 查出的一条，尚未换算成原文下标。`span` 是骨架范围。 */
export interface Draft {
  readonly kind: AuditKind;
  readonly severity: Severity;
  readonly passage: Passage;
  readonly span: Span;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  readonly stated?: string;
  readonly expected?: string;
  readonly clue?: string;
  readonly verdict?: Verdict;
  readonly also?: readonly { readonly passage: Passage; readonly span: Span }[];
  readonly cells?: readonly CellRef[];
}

/** 读出的各种说法；各种说法自己往里加，查的时候一起看。 */
export interface ClaimBook {
  readonly statements: Statement[];
  readonly shares: ShareClaim[];
  readonly changes: ChangeClaim[];
  readonly sames: SameClaim[];
  readonly completions: CompletionClaim[];
  readonly lists: ListClaim[];
  readonly items: SubjectItem[];
}

export function emptyBook(): ClaimBook {
  return {
    statements: [],
    shares: [],
    changes: [],
    sames: [],
    completions: [],
    lists: [],
    items: [],
  };
}

/** 一个数与表对照的结果；`right` 是表里的数，按文中的写法，表里没有这一项为 null。 */
export interface TableCheck {
  readonly same: boolean;
  readonly right: string | null;
}

/** 审一份说明时手边的全部材料，和往外报的口子。 */
export class AuditContext {
  readonly book: ClaimBook = emptyBook();
  readonly drafts: Draft[] = [];
  /** 看出单位有疑问的数 → 按哪个单位算。 */
  readonly unitReadings = new Map<Figure, PrintedUnit>();
  /** 算过的量；看定的单位后来变了的重算。 */
  private readonly quantities = new Map<
    Figure,
    { readonly unit: PrintedUnit; readonly value: Quantity | null }
  >();
  private readonly verdicts = new Map<Figure, Verdict>();
  private readonly onlySensible = new Set<Figure>();
  private readonly tableChecks = new Map<Figure, TableCheck>();
  private readonly byFigure = new FigureIndex(this.book.statements);
  private statementIndex: StatementIndex | null = null;
  private parts: ReadonlyMap<PartRole, readonly Passage[]> | null = null;
  private listIndex: ReadonlyMap<Passage, readonly ListClaim[]> | null = null;

  constructor(
    readonly document: AuditDocument,
    readonly passages: readonly Passage[],
    readonly style: DocumentStyle,
    /** 报告年度；看不出为 null。 */
    readonly year: number | null,
    /** 由工作簿得出的应有之数；没有给工作簿、给了没有用上为 null。 */
    readonly expected: Expected | null,
  ) {}

  /** 某一部分的各段，按先后。 */
  inPart(part: PartRole): readonly Passage[] {
    this.parts ??= passagesByPart(this.passages);
    return this.parts.get(part) ?? [];
  }

  report(draft: Draft): void {
    this.drafts.push(draft);
  }

  /** 这些数参加了一次比较，结论如此；同一个数取最坏的结论。 */
  record(verdict: Verdict, figures: readonly (Figure | null)[]): void {
    for (const figure of figures) {
      if (figure === null) continue;
      this.onlySensible.delete(figure);
      const before = this.verdicts.get(figure);
      if (before === undefined || RANK[verdict] > RANK[before]) this.verdicts.set(figure, verdict);
    }
  }

  /** 这个数与表里应有的数比过，结论如此；比过几次的取不相符的一次。 */
  recordAgainstTables(verdict: Verdict, figure: Figure, right: string | null): void {
    this.record(verdict, [figure]);
    if (this.tableChecks.get(figure)?.same === false) return;
    const same = verdict === "一致" || verdict === "尾差可解释";
    this.tableChecks.set(figure, { same, right });
  }

  /** 与表对照的结果；没有对照过为 null。 */
  tableCheckOf(figure: Figure): TableCheck | null {
    return this.tableChecks.get(figure) ?? null;
  }

  /** 只比了大小是否合理（人次不少于批次之类）：合理不等于印证了这个数。 */
  recordSensible(sensible: boolean, figures: readonly Figure[]): void {
    const alone = figures.filter(
      (figure) => !this.verdicts.has(figure) || this.onlySensible.has(figure),
    );
    this.record(sensible ? "一致" : "不一致", figures);
    if (sensible) for (const figure of alone) this.onlySensible.add(figure);
  }

  isOnlySensible(figure: Figure): boolean {
    return this.onlySensible.has(figure);
  }

  verdictOf(figure: Figure): Verdict | null {
    return this.verdicts.get(figure) ?? null;
  }

  /** 一个数的量；金额按看定的单位。不是量、或大得算不了为 null。 */
  quantity(figure: Figure): Quantity | null {
    if (figure.kind === "count") return countQuantity(figure);
    if (figure.kind === "bare" && figure.places === 0) return countQuantity(figure);
    if (figure.kind !== "money" && figure.kind !== "bare") return null;
    const unit = this.unitOf(figure);
    const known = this.quantities.get(figure);
    if (known?.unit === unit) return known.value;
    const value = moneyQuantity(figure, unit, this.style);
    this.quantities.set(figure, { unit, value });
    return value;
  }

  unitOf(figure: Figure): PrintedUnit {
    return this.unitReadings.get(figure) ?? printedUnit(figure) ?? this.style.moneyUnit;
  }

  /** 以下各种查找（`statementOf` 除外）在各种说法都读完之后用。 */
  private get statements(): StatementIndex {
    this.statementIndex ??= new StatementIndex(this.book.statements);
    return this.statementIndex;
  }

  /** 某个数的各处说法，按先后。 */
  statementsOf(key: FactKey, tense: Statement["tense"] = "actual"): readonly Statement[] {
    return this.statements.all(key, tense);
  }

  /** 某一段里某个数的各处说法，按先后。 */
  statementsIn(passage: Passage, key: FactKey): readonly Statement[] {
    return this.statements.inPassage(key, passage);
  }

  /** 某个数的说法：先取 `near` 所在的段，再取同一节、同一部分，再取第二部分最先出现的。 */
  statement(key: FactKey, near: Passage): Statement | null {
    return this.statements.nearest(key, near);
  }

  /** 用这个印出的数说的话；边读边查也行。 */
  statementOf(figure: Figure): Statement | null {
    return this.byFigure.statementOf(figure);
  }

  /** 某一段里的列举，按先后。 */
  listsIn(passage: Passage): readonly ListClaim[] {
    this.listIndex ??= listsByPassage(this.book.lists);
    return this.listIndex.get(passage) ?? [];
  }

  /** 数在原文里的印法，如 `1165.69万元`、`不足0.01%`。 */
  printed({ passage, figure }: FigureAt): string {
    const from = figure.start - (figure.bound?.length ?? 0);
    return passage.paragraph.text.slice(from, figure.end);
  }
}

const RANK: Readonly<Record<Verdict, number>> = {
  无法核对: 0,
  一致: 1,
  尾差可解释: 2,
  凑整: 3,
  不一致: 4,
  单位或方向错误: 5,
};
