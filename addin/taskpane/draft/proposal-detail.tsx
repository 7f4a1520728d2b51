import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Paragraph, Proposal } from "../../../src/narrative/draft.ts";
import type { DraftSession } from "../../session/draft-session.ts";
import type { FillField as FieldData } from "../../session/draft-session-fields.ts";
import { FillField } from "./fill-field.tsx";
import { ReasonAids } from "./reason-aids.tsx";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  content: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: "anywhere",
  },
  text: { margin: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** 一处没有确认的推断（或科目释义）：接受、改写、不要；看依据，挑一条现成的原因。 */
export function ProposalDetail({
  paragraph,
  proposal,
  field,
  problem,
  session,
}: {
  readonly paragraph: Paragraph;
  readonly proposal: Proposal;
  /** 对应的一栏填报；人改过的段落里认不出是哪一栏的没有。 */
  readonly field: FieldData | undefined;
  readonly problem: string | null;
  readonly session: DraftSession;
}) {
  const styles = useStyles();
  const [rewriting, setRewriting] = useState<string | null>(null);
  const [typed, setTyped] = useState(false);
  const { content, key } = proposal;
  const isReason = key[0] === "原因";
  const still = (paragraph.proposals ?? []).some(({ text }) => text === proposal.text);
  if (field !== undefined && (rewriting !== null || !still)) {
    // 拿来改的一句话，人动了一个字才写进填报。
    const waiting = rewriting !== null && !typed && still;
    const value = waiting ? startingValue(isReason, rewriting) : field.value;
    return (
      <FillField
        field={{ ...field, value }}
        problem={problem}
        session={session}
        onFill={(path, next) => {
          setTyped(true);
          session.fill(path, next);
        }}
      />
    );
  }
  return (
    <div className={styles.box}>
      <p className={styles.text}>
        {isReason
          ? "据表推断，要由知情的人确认："
          : "还没有与当年《政府收支分类科目》核对过（都核对了的，在“填报”的“名词解释已核对”选“是”）："}
      </p>
      <p className={styles.content}>{content}</p>
      <div className={styles.buttons}>
        <Button
          size="small"
          appearance="primary"
          onClick={() => session.acceptProposal(paragraph, proposal)}
        >
          接受
        </Button>
        {field !== undefined && (
          <Button size="small" onClick={() => setRewriting(content)}>
            改写
          </Button>
        )}
        {isReason && field !== undefined && (
          <Button size="small" onClick={() => session.fill(key, { 状态: "待补充" })}>
            不要推断
          </Button>
        )}
      </div>
      {isReason && <ReasonAids path={key} session={session} onRewrite={setRewriting} />}
    </div>
  );
}

function startingValue(isReason: boolean, text: string): unknown {
  return isReason ? { 内容: text, 状态: "已确认" } : text;
}
