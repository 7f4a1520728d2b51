import { Badge, Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Paragraph } from "../../../src/narrative/draft.ts";
import type { ParagraphNote } from "../../../src/narrative/redraft/edited-paragraphs.ts";
import type { StaleFigure } from "../../../src/narrative/redraft/stale-figures.ts";
import { freshWords } from "../../../src/narrative/redraft/stale-findings.ts";
import type { ParagraphActions } from "./paragraph-actions.ts";
import { Wordings } from "./wordings.tsx";

const useStyles = makeStyles({
  below: {
    gridColumn: "1 / -1",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalXS} 0`,
  },
  badges: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  stale: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** 一段下面的说明：改过、添写的、过时的，改动过的数，以及比较、恢复。 */
export function ParagraphNotes({
  paragraph,
  note,
  stale,
  actions,
}: {
  readonly paragraph: Paragraph;
  readonly note: ParagraphNote | undefined;
  readonly stale: readonly StaleFigure[];
  readonly actions: ParagraphActions;
}) {
  const styles = useStyles();
  const [comparing, setComparing] = useState(false);
  const { id, edited, text } = paragraph;
  if (note === undefined || (!edited && !note.sheetOutdated)) return null;
  const own = note.draftText === null && note.editedFrom === null;
  return (
    <div className={styles.below}>
      <div className={styles.badges}>
        {edited && (
          <Badge appearance="tint" color="brand">
            {own ? "你添写的" : "你改过"}
          </Badge>
        )}
        {note.editOutdated && (
          <Badge appearance="filled" color="warning">
            {note.draftText === null ? "程序不再起草这一段" : "已过时：数变了"}
          </Badge>
        )}
        {note.sheetOutdated && (
          <Badge appearance="tint" color="warning">
            工作表里的已过时
          </Badge>
        )}
        {note.lost.length > 0 && (
          <Badge appearance="tint" color="warning">
            {`文中找不到原稿的 ${note.lost.map((each) => each.text).join("、")}`}
          </Badge>
        )}
      </div>
      {stale.length > 0 && (
        <ul className={styles.stale} aria-label="与表不符的数">
          {stale.map((figure) => (
            <li key={figure.start}>
              “{figure.old}”{freshWords(figure)}{" "}
              {figure.fresh !== null && (
                <Button
                  size="small"
                  aria-label={`把“${figure.old}”换成“${figure.fresh}”`}
                  onClick={() => actions.onReplace(id, text, figure)}
                >
                  换成新的
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {edited && !own && (
        <div className={styles.buttons}>
          <Button size="small" aria-expanded={comparing} onClick={() => setComparing(!comparing)}>
            {note.editOutdated ? "比一比" : "看原稿"}
          </Button>
          {note.editOutdated && (
            <Button size="small" onClick={() => actions.onKeep(id)}>
              保留我的
            </Button>
          )}
          <Button size="small" onClick={() => actions.onReset(id)}>
            {note.editOutdated ? "用新的" : "恢复成原稿"}
          </Button>
        </div>
      )}
      {comparing && edited && (
        <Wordings
          wordings={[
            ...(note.editOutdated && note.editedFrom !== null
              ? [{ title: "原来的", text: note.editedFrom, against: null }]
              : []),
            { title: "我的", text, against: note.editedFrom },
            ...(note.draftText === null
              ? []
              : [
                  {
                    title: note.editOutdated ? "新的" : "原稿",
                    text: note.draftText,
                    against: note.editOutdated ? note.editedFrom : text,
                  },
                ]),
          ]}
        />
      )}
    </div>
  );
}
