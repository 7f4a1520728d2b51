import type { Gap, Paragraph, Proposal } from "../../../src/narrative/draft.ts";
import { isProposal } from "../../../src/narrative/open-places.ts";
import type { DraftSession } from "../../session/draft-session.ts";
import type { Composed } from "../../session/draft-session-compose.ts";
import { pathKey } from "../../session/draft-session-fields.ts";
import type { DraftSessionState } from "../../session/draft-session-state.ts";
import type { StoredData } from "../../session/stored-data.ts";
import { FillField, withTyped } from "./fill-field.tsx";
import { problemAt } from "./fill-problem.ts";
import { PriorPicker } from "./prior-picker.tsx";
import { ProposalDetail } from "./proposal-detail.tsx";

/** 点开一处：推断在这里确认，能填的在这里填，要上年工作簿的在这里选。 */
export function OpenPlace({
  paragraph,
  place,
  composed,
  state,
  data,
  session,
}: {
  readonly paragraph: Paragraph;
  readonly place: Gap | Proposal;
  readonly composed: Composed;
  readonly state: DraftSessionState;
  readonly data: StoredData;
  readonly session: DraftSession;
}) {
  const { key } = place;
  const found =
    key === undefined
      ? undefined
      : composed.groups
          .flatMap(({ fields }) => fields)
          .find(({ path }) => pathKey(path) === pathKey(key));
  const field = found === undefined ? undefined : withTyped(found, data);
  const problem = field === undefined ? null : problemAt(composed.inputProblems, field.path);
  if (isProposal(place)) {
    return (
      <ProposalDetail
        paragraph={paragraph}
        proposal={place}
        field={field}
        problem={problem}
        session={session}
      />
    );
  }
  if (field !== undefined) return <FillField field={field} problem={problem} session={session} />;
  return (
    <>
      <div>{place.asks.replace(/；请用 --prior 给出后重新起草。$/, "。")}</div>
      {place.text.includes("决算工作簿") && <PriorPicker session={session} state={state} />}
    </>
  );
}
