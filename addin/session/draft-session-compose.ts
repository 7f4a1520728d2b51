import type { Finding } from "../../src/findings/finding.ts";
import { orderFindings } from "../../src/findings/order.ts";
import type { Draft, Paragraph } from "../../src/narrative/draft.ts";
import { draftNarrative } from "../../src/narrative/draft-narrative.ts";
import { noInputs } from "../../src/narrative/inputs/inputs.ts";
import { applyEdits, type EditedDraft } from "../../src/narrative/redraft/edited-paragraphs.ts";
import type { StaleFigure } from "../../src/narrative/redraft/stale-figures.ts";
import { staleFindings } from "../../src/narrative/redraft/stale-findings.ts";
import { type DraftStyle, defaultStyle } from "../../src/narrative/style.ts";
import { profileOfLevel } from "../../src/narrative/templates/shipped-profiles.ts";
import type { TableSet } from "../../src/tables/table.ts";
import { type FillGroup, fillGroups } from "./draft-session-fields.ts";
import { profileFindings, profileInUse } from "./draft-session-profile.ts";
import { staleInEdits } from "./draft-session-stale.ts";
import type { StoredData } from "./stored-data.ts";
import { inputsOf } from "./stored-data-inputs.ts";

/** 由表和填报内容得出的、页面要显示的全部。 */
export interface Composed extends EditedDraft {
  /** 新起草的，没有用上人改的文字。 */
  readonly drafted: Draft;
  /** 说明模板的写法；填报里没有写的各项随它。 */
  readonly profileStyle: DraftStyle;
  readonly groups: readonly FillGroup[];
  /** 改过的各段里与表不符的数，按段落编号。 */
  readonly stale: ReadonlyMap<string, readonly StaleFigure[]>;
  /** 填报内容里写错的地方。 */
  readonly inputProblems: readonly Finding[];
  /** 还有几处待补充。 */
  readonly gaps: number;
  /** 还有几处推断、释义没有人确认。 */
  readonly proposals: number;
}

/** 起草一遍并用上人改的文字。同样的输入得同样的结果；不抛错。 */
export function compose(current: TableSet, prior: TableSet | null, data: StoredData): Composed {
  const { inputs, findings: inputProblems } = inputsOf(data);
  const using = profileInUse(data.profile);
  const profile = using.profile === null ? {} : { profile: using.profile };
  const drafted = draftNarrative({ current, prior, inputs, ...profile });
  const bare = draftNarrative({
    current,
    prior,
    ...profile,
    inputs: {
      ...noInputs,
      level: inputs.level,
      year: inputs.year,
      formerUnitName: inputs.formerUnitName,
      style: inputs.style,
      whole: inputs.whole,
    },
  });
  const edited = applyEdits(drafted, data);
  const stale = staleInEdits(drafted, data.edits);
  const paragraphs = edited.draft.sections.flatMap((section) => section.paragraphs);
  const count = (of: (paragraph: Paragraph) => number) =>
    paragraphs.reduce((total, paragraph) => total + of(paragraph), 0);
  return {
    ...edited,
    draft: {
      ...edited.draft,
      open: orderFindings([
        ...profileFindings(using),
        ...inputProblems,
        ...staleFindings([...stale.values()].flat()),
        ...edited.draft.open,
      ]),
    },
    drafted,
    profileStyle: {
      ...defaultStyle,
      ...(using.profile ?? profileOfLevel(drafted.level)).style,
    },
    stale,
    groups: fillGroups({ drafted, bare, current, data }),
    inputProblems,
    gaps: count(({ gaps }) => gaps.length),
    proposals: count(({ proposals = [] }) => proposals.length),
  };
}
