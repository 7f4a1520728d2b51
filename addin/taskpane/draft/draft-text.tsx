import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { SEVERITY_NAMES } from "../../../src/findings/finding.ts";
import { chartStyle } from "../../../src/publish/charts/chart-style.ts";
import type { DraftSession } from "../../session/draft-session.ts";
import type { Composed } from "../../session/draft-session-compose.ts";
import { Fold } from "../shell/fold.tsx";
import type { ParagraphActions } from "./paragraph-actions.ts";
import { ParagraphItem } from "./paragraph-item.tsx";

const useStyles = makeStyles({
  text: { maxWidth: "860px" },
  section: { paddingBottom: tokens.spacingVerticalS },
  open: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  removed: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

/** 说明全文：逐节逐段；后面是删去的段落和其他未了事项。 */
export function DraftText({
  composed,
  session,
  actions,
}: {
  readonly composed: Composed;
  readonly session: DraftSession;
  readonly actions: ParagraphActions;
}) {
  const styles = useStyles();
  const { draft, notes, removed } = composed;
  const style = useMemo(() => chartStyle(draft), [draft]);
  const others = draft.open.filter(({ kind }) => kind !== "gap" && kind !== "proposal");
  return (
    <div className={styles.text}>
      {draft.sections.map((section) => (
        <div key={`${section.id}/${section.paragraphs[0]?.id}`} className={styles.section}>
          {section.paragraphs.map((paragraph) => (
            <ParagraphItem
              key={paragraph.id}
              paragraph={paragraph}
              note={notes.get(paragraph.id)}
              stale={composed.stale.get(paragraph.id) ?? []}
              chartStyle={style}
              actions={actions}
            />
          ))}
        </div>
      ))}
      {removed.length > 0 && (
        <Fold title={`在工作表里删去的 ${removed.length} 段`}>
          <ul className={styles.open}>
            {removed.map(({ id, text }) => (
              <li key={id}>
                {text}{" "}
                <Button size="small" onClick={() => session.restore(id)}>
                  写回
                </Button>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {others.length > 0 && (
        <Fold title={`其他未了事项 ${others.length} 件`}>
          <ul className={styles.open}>
            {others.map((finding, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: 同样的说法可能出现两次
              <li key={index}>
                【{SEVERITY_NAMES[finding.severity]}】{finding.message}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}
