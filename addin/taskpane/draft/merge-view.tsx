import {
  Button,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Subtitle1,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { MergeConflict, OwnWording } from "../../../src/narrative/redraft/merge-plan.ts";
import type { MergeChoice } from "../../../src/narrative/redraft/merge-settle.ts";
import type { DraftSession } from "../../session/draft-session.ts";
import type { PendingMerge } from "../../session/draft-session-state.ts";
import { type Wording, Wordings } from "./wordings.tsx";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  conflict: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  text: { margin: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  area: { minHeight: "8em", maxHeight: "none" },
});

/** 再次插入时，人改过、数也变了的段落逐段问：保留自己的、用新的，还是合写。 */
export function MergeView({
  merge: { plan, choices },
  session,
  busy,
}: {
  readonly merge: PendingMerge;
  readonly session: DraftSession;
  readonly busy: boolean;
}) {
  const styles = useStyles();
  const title = useRef<HTMLDivElement>(null);
  useEffect(() => title.current?.focus(), []);
  const left = plan.conflicts.filter(({ id }) => !choices.has(id)).length;
  const keepAll = () => {
    for (const { id } of plan.conflicts) session.choose(id, { kind: "mine", index: 0 });
  };
  return (
    <section className={styles.page} aria-labelledby="merge-title">
      <div ref={title} tabIndex={-1}>
        <Subtitle1 as="h2" id="merge-title">
          有 {plan.conflicts.length} 段要你决定
        </Subtitle1>
      </div>
      <p className={styles.text}>
        这几段你改过，起草的文字后来也变了。工作表还没有动；选好以后才写入，别的段落已经合并好。
      </p>
      {plan.conflicts.map((conflict, index) => (
        <Conflict
          key={conflict.id}
          conflict={conflict}
          number={index + 1}
          choice={choices.get(conflict.id)}
          onChoose={(choice) => session.choose(conflict.id, choice)}
        />
      ))}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={left > 0 || busy}
          onClick={() => void session.finishInsert()}
        >
          {left > 0 ? `还有 ${left} 段没有选` : "写入工作表"}
        </Button>
        <Button onClick={keepAll}>全部保留我的</Button>
        <Button onClick={() => session.cancelMerge()}>先不插入</Button>
      </div>
    </section>
  );
}

function Conflict({
  conflict,
  number,
  choice,
  onChoose,
}: {
  readonly conflict: MergeConflict;
  readonly number: number;
  readonly choice: MergeChoice | undefined;
  readonly onChoose: (choice: MergeChoice) => void;
}) {
  const styles = useStyles();
  const { id, old, mine, fresh } = conflict;
  const chosen =
    choice === undefined ? "" : choice.kind === "mine" ? `mine${choice.index}` : choice.kind;
  const choose = (value: string) => {
    if (value === "fresh") onChoose({ kind: "fresh" });
    else if (value === "text") {
      onChoose({
        kind: "text",
        text: [...mine.map(({ text }) => text), fresh ?? ""].join("\n").trim(),
      });
    } else onChoose({ kind: "mine", index: Number(value.slice("mine".length)) });
  };
  return (
    <section className={styles.conflict} aria-label={`第 ${number} 段`}>
      <Wordings wordings={wordingsOf(conflict)} />
      <Field label={`第 ${number} 段怎么写`}>
        <RadioGroup value={chosen} onChange={(_, { value }) => choose(value)}>
          {mine.map((wording, index) => (
            <Radio
              key={wording.where}
              value={`mine${index}`}
              label={mine.length === 1 ? "保留我的" : `保留${whereText(wording)}的`}
            />
          ))}
          <Radio value="fresh" label={fresh === null ? "去掉这一段" : "用新的"} />
          <Radio value="text" label="手工合并" />
        </RadioGroup>
      </Field>
      {choice?.kind === "text" && (
        <Field label="合并成" hint={old === null ? id : "改成要用的样子，写入时以这里为准。"}>
          <Textarea
            textarea={{ className: styles.area }}
            resize="vertical"
            value={choice.text}
            onChange={(_, { value }) => onChoose({ kind: "text", text: value })}
          />
        </Field>
      )}
    </section>
  );
}

function wordingsOf({ old, mine, fresh }: MergeConflict): Wording[] {
  return [
    ...(old === null || old === ""
      ? []
      : [{ title: "原来的（上次起草）", text: old, against: null }]),
    ...mine.map((wording) => ({
      title: mine.length === 1 ? "我的" : `我的（${whereText(wording)}）`,
      text: wording.text,
      against: old,
    })),
    fresh === null
      ? { title: "新的", text: "（现在的表里没有这一项，程序不再起草这一段。）", against: null }
      : { title: "新的（现在起草）", text: fresh, against: old },
  ];
}

function whereText({ where }: OwnWording): string {
  return where === "sheet" ? "工作表里改" : "窗格里改";
}
