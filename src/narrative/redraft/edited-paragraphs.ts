import type { Draft, Figure, Gap, Paragraph, Section } from "../draft.ts";
import { gapFindings, proposalFindings } from "../open-items.ts";
import { proposalsIn } from "../open-places.ts";
import {
  chartText,
  type InsertedParagraph,
  isReset,
  type ParagraphEdit,
} from "./kept-paragraphs.ts";
import { arrange } from "./paragraph-order.ts";
import { sharedRuns } from "./text-alignment.ts";

/** 页面上要说明的一段的情形。 */
export interface ParagraphNote {
  /** 程序起草的文字；由人添写的段落为 null。 */
  readonly draftText: string | null;
  /** 改过以后文中找不到了的数。 */
  readonly lost: readonly Figure[];
  /** 改的时候的原稿与现在起草的不同：数变了，改过的文字可能不对了。 */
  readonly editOutdated: boolean;
  /** 改的时候的原稿。 */
  readonly editedFrom: string | null;
  /** 工作表里的还是旧的，要重新插入。 */
  readonly sheetOutdated: boolean;
}

/** 带上人改过、添写、删去的段落以后的说明。 */
export interface EditedDraft {
  readonly draft: Draft;
  readonly notes: ReadonlyMap<string, ParagraphNote>;
  /** 由人从工作表里删去的段落，可以写回。 */
  readonly removed: readonly Paragraph[];
}

/** 把改过的段落、由人添写和删去的段落用到新起草的说明上。 */
export function applyEdits(
  drafted: Draft,
  {
    edits,
    inserted,
  }: {
    readonly edits: readonly ParagraphEdit[];
    readonly inserted: readonly InsertedParagraph[];
  },
): EditedDraft {
  const records = new Map(inserted.map((record) => [record.id, record]));
  const own = edits.filter((edit) => !isReset(edit));
  const editOf = new Map(own.map((edit) => [edit.id, edit]));
  const gone = (id: string) => records.get(id)?.removed === true && !editOf.has(id);
  const draftedParagraphs = drafted.sections.flatMap(({ paragraphs }) => paragraphs);
  const byId = new Map(draftedParagraphs.map((paragraph) => [paragraph.id, paragraph]));
  const notes = new Map<string, ParagraphNote>();
  const order = arrange(
    draftedParagraphs.map(({ id }) => id).filter((id) => !gone(id)),
    inserted
      .filter(
        (record) =>
          !gone(record.id) && (byId.has(record.id) || isKept(record) || editOf.has(record.id)),
      )
      .map(({ id }) => id),
  );
  // 程序不再起草、而人改过的：留着，由人决定去留。
  order.push(...own.map(({ id }) => id).filter((id) => !order.includes(id)));
  const paragraphs = order.flatMap((id): Paragraph[] => {
    const paragraph = byId.get(id);
    const record = records.get(id);
    const edit = editOf.get(id);
    if (paragraph === undefined) {
      const text = edit?.text ?? record?.text ?? "";
      notes.set(id, {
        draftText: null,
        lost: [],
        editOutdated: edit !== undefined && edit.draft !== "",
        editedFrom: edit?.draft ?? null,
        sheetOutdated: record !== undefined && record.text !== text,
      });
      return text === "" ? [] : [ownParagraph(id, text)];
    }
    const { edited, lost } = editedParagraph(paragraph, edit);
    notes.set(id, {
      draftText: paragraph.text,
      lost,
      editOutdated: edit !== undefined && edit.draft !== paragraph.text,
      editedFrom: edit?.draft ?? null,
      sheetOutdated:
        record !== undefined &&
        !record.removed &&
        (record.text !== edited.text || record.chart !== chartText(paragraph.chart)),
    });
    return [edited];
  });
  const sections = regroup(paragraphs, drafted.sections);
  const others = drafted.open.filter(({ kind }) => kind !== "gap" && kind !== "proposal");
  return {
    draft: {
      ...drafted,
      sections,
      open: [...gapFindings(sections), ...proposalFindings(sections), ...others],
    },
    notes,
    removed: draftedParagraphs.filter(({ id }) => gone(id)),
  };
}

/** 程序不再起草、但不能丢的：由人添写的。 */
function isKept({ draft, removed }: InsertedParagraph): boolean {
  return draft === null && !removed;
}

/** 由人添写的一段：没有数的出处。 */
export function ownParagraph(id: string, text: string): Paragraph {
  return { id, style: "body", text, edited: true, figures: [], gaps: gapsIn(text, []) };
}

/** 用改过的文字换下一段：仍原样在文中的数保留出处，其余的列为找不到；待补充按文中现有的算。 */
export function editedParagraph(
  paragraph: Paragraph,
  edit: Pick<ParagraphEdit, "text"> | undefined,
): { readonly edited: Paragraph; readonly lost: readonly Figure[] } {
  if (edit === undefined || edit.text === paragraph.text) return { edited: paragraph, lost: [] };
  const runs = sharedRuns(paragraph.text, edit.text);
  const figures: Figure[] = [];
  const lost: Figure[] = [];
  for (const figure of paragraph.figures) {
    const run = runs.find(
      ({ from, length }) => from <= figure.start && figure.end <= from + length,
    );
    const anchored =
      run !== undefined && hasContext(run.from, run.from + run.length, figure, paragraph.text);
    if (run === undefined || !anchored) {
      lost.push(figure);
      continue;
    }
    const shift = run.to - run.from;
    figures.push({ ...figure, start: figure.start + shift, end: figure.end + shift });
  }
  return {
    edited: {
      ...paragraph,
      text: edit.text,
      edited: true,
      figures,
      gaps: gapsIn(edit.text, paragraph.gaps),
      proposals: proposalsIn(edit.text, paragraph.proposals ?? []),
    },
    lost,
  };
}

/** 数的两侧至少各有两个字没有变（到头为止），才算还是原来那个数。 */
function hasContext(start: number, end: number, figure: Figure, text: string): boolean {
  const before = Math.max(0, figure.start - 2);
  const after = Math.min(text.length, figure.end + 2);
  return start <= before && after <= end;
}

const GAP = /【待补充[^】]*】/g;

function gapsIn(text: string, known: readonly Gap[]): Gap[] {
  return [...text.matchAll(GAP)].map((match) => {
    const found = known.find((gap) => gap.text === match[0]);
    const place = { text: match[0], start: match.index, end: match.index + match[0].length };
    return { asks: "请补上这一处，或改写这一段。", ...found, ...place };
  });
}

/** 按先后归节；由人添写的段落归到前一段所在的节。 */
function regroup(paragraphs: readonly Paragraph[], sections: readonly Section[]): Section[] {
  const sectionOf = new Map(
    sections.flatMap((section) => section.paragraphs.map(({ id }) => [id, section] as const)),
  );
  const grouped: { readonly section: Section; readonly paragraphs: Paragraph[] }[] = [];
  for (const paragraph of paragraphs) {
    const last = grouped.at(-1);
    const section = sectionOf.get(paragraph.id) ?? last?.section ?? sections[0];
    if (section === undefined) continue;
    if (last?.section === section) last.paragraphs.push(paragraph);
    else grouped.push({ section, paragraphs: [paragraph] });
  }
  return grouped.map(({ section, paragraphs: each }) => ({ ...section, paragraphs: each }));
}
