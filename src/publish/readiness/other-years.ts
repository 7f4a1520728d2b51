import { type Finding, finding } from "../../findings/finding.ts";
import type { Draft } from "../../narrative/draft.ts";

const YEAR = /(?<!\d)((?:19|20)\d\d)年/g;
/** 法规、文号里的年份。 */
const QUOTED = /《[^》]*》|〔\d{4}〕|[[［]\d{4}[\]］]/g;
/** 公开时间、机构沿革、法规里常有别的年份，不查。 */
const FREE: ReadonlySet<string> = new Set(["封面", "一", "三"]);

/**
 * 第二部分、附件标题里报告年度、上年度以外的年份，一处一条；已有审稿意见 `known` 的不重复。年度不明的草稿不查。
 */
export function otherYears(draft: Draft, known: readonly Finding[]): Finding[] {
  if (draft.year === 0) return [];
  return draft.sections
    .filter(({ id }) => !FREE.has(id))
    .flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ id, text }) => {
        const plain = text.replace(QUOTED, (quoted) => "　".repeat(quoted.length));
        return [...plain.matchAll(YEAR)].flatMap((match) => {
          const year = Number(match[1]);
          const place = { start: match.index, end: match.index + match[0].length };
          if (year === draft.year || year === draft.year - 1) return [];
          return isKnown(id, place, known) ? [] : [yearFinding(id, text, place, draft.year)];
        });
      }),
    );
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function isKnown(id: string, { start, end }: Place, known: readonly Finding[]): boolean {
  return known.some(
    ({ kind, text }) =>
      kind === "year" && text?.section === id && text.start < end && start < text.end,
  );
}

function yearFinding(id: string, text: string, { start, end }: Place, year: number): Finding {
  const quote = text.slice(start, end);
  const around = text.slice(Math.max(0, start - 8), Math.min(text.length, end + 8));
  return finding({
    rule: "成稿/年份",
    severity: "warning",
    kind: "year",
    what: `段落“${id}”里有“${quote}”（……${around}……），既不是报告年度${year}年，也不是上年度${year - 1}年。`,
    why: "沿用旧稿最容易留下往年的年份。",
    todo: "请核对：写错的改正；项目名称等确有这个年份的，可以说明理由。",
    cells: [],
    text: { quote, start, end, section: id },
    stated: quote,
  });
}
